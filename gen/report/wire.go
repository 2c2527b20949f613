package report

import (
	"math/big"
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
		has, _ := numberOf(t.Value, e.Code)
		return "", isNumber && has != nil && asked.Cmp(has) == 0
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

// numberOf is the value of a type that a text stands for, in decimal or in
// hexadecimal behind 0x. Of a type that wraps, what is past its greatest value
// is negative.
func numberOf(v model.Value, text string) (*big.Int, bool) {
	digits := strings.TrimLeft(text, "+-")
	base := 10
	if rest, isHex := strings.CutPrefix(strings.ToLower(digits), "0x"); isHex {
		digits, base = rest, 16
	}
	if len(text)-len(strings.TrimLeft(text, "+-")) > 1 || digits == "" || strings.Contains(digits, "_") {
		return nil, false
	}
	n, ok := new(big.Int).SetString(digits, base)
	if !ok {
		return nil, false
	}
	if text[0] == '-' {
		n.Neg(n)
	}
	size, _ := strconv.ParseUint(strings.TrimLeft(v.Type, "uint"), 10, 8)
	past := new(big.Int).Lsh(big.NewInt(1), uint(size))
	if v.Wrap && n.Sign() > 0 && n.BitLen() == int(size) {
		n.Sub(n, past)
	}
	return n, true
}
