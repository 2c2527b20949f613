package model

import "strings"

// truths are what pages write into a column of yes and no.
var truths = map[string]bool{
	"true": true, "yes": true, "y": true, "1": true, "x": true, "✓": true, "✔": true, "✅": true, "☑": true, ":heavy_check_mark:": true, ":white_check_mark:": true, ":ballot_box_with_check:": true,
	"sim": true, "sí": true, "si": true, "oui": true, "ja": true, "да": true, "evet": true, "是": true, "はい": true, "예": true, "نعم": true,
	"": false, "false": false, "no": false, "n": false, "0": false, "-": false, "–": false, "—": false, "✗": false, "✘": false, "✖": false, "❌": false, "➖": false,
	":x:": false, ":heavy_multiplication_x:": false, ":heavy_minus_sign:": false, ":negative_squared_cross_mark:": false,
	"não": false, "nao": false, "non": false, "nein": false, "нет": false, "hayır": false, "否": false, "不": false, "いいえ": false, "아니요": false, "لا": false,
}

// longestTruth is how long none of them is in bytes, capitals or not.
const longestTruth = 30

// Truth reads a cell of a column of yes and no, in one of several languages; an
// empty one says no. It is not ok with anything else in the cell.
func Truth(cell string) (value, ok bool) {
	if cell = strings.TrimSpace(cell); len(cell) > longestTruth {
		return false, false
	}
	value, ok = truths[strings.ToLower(cell)]
	return value, ok
}
