package report

import (
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
)

// wireForm reports whether word is another form in which a code of the table
// comes over the wire, as the emitted package takes it: a number in another
// notation, or a code that carries a number, which is returned.
func wireForm(t *model.Table, e *model.Entry, word string) (carried string, ok bool) {
	if t.Kind == model.Constants {
		return "", false
	}
	if t.Value.IsInteger() {
		asked, isNumber := numberOf(t.Value, word)
		has, _ := t.Value.Number(e.Code)
		return "", isNumber && asked == has
	}
	if t.Carries == nil {
		return "", false
	}
	at := t.Carries.FindStringIndex(e.Code)
	if at == nil {
		return "", false
	}
	digits, begins := strings.CutPrefix(word, e.Code[:at[0]])
	digits, ends := strings.CutSuffix(digits, e.Code[at[1]:])
	if _, err := strconv.ParseUint(digits, 10, 63); err != nil || !begins || !ends {
		return "", false
	}
	return digits, true
}

// numberOf is the number that a text stands for. Of a type that wraps, a
// decimal past its greatest value stands for a negative one, as a hexadecimal
// does on the page.
func numberOf(v model.Value, text string) (number string, ok bool) {
	if number, ok = v.Number(text); ok || !v.Wrap {
		return number, ok
	}
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return "", false
	}
	return v.Number("0x" + strconv.FormatUint(n, 16))
}
