package gen

import (
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/text"
)

// quote is s as a Go string literal: what can be read stays readable in every
// script, what cannot be seen is escaped.
func quote(s string) string {
	switch {
	case isPlain(s) && !strings.ContainsAny(s, `"\`):
		return `"` + s + `"`
	case !strings.ContainsFunc(s, isHidden):
		return strconv.Quote(s)
	}
	b := []byte{'"'}
	for s != "" {
		r, n := utf8.DecodeRuneInString(s)
		if isHidden(r) && strconv.IsPrint(r) {
			b = append(b, strings.Trim(strconv.QuoteRuneToASCII(r), "'")...)
		} else {
			q := strconv.Quote(s[:n])
			b = append(b, q[1:len(q)-1]...)
		}
		s = s[n:]
	}
	return string(append(b, '"'))
}

// number reads an integer code in the vendor's spelling, and spells it for
// Go: hexadecimal stays so; decimal loses the leading zeros that would make
// it octal.
func number(code string) (value *big.Int, literal string, ok bool) {
	n, err := text.ParseLiteral(code)
	if err != nil {
		return nil, "", false
	}
	value = new(big.Int).SetUint64(n.Size)
	if n.Negative {
		value.Neg(value)
	}
	return value, n.Text, true
}

func cutHex(digits string) (string, bool) {
	if hex, ok := strings.CutPrefix(digits, "0x"); ok {
		return hex, true
	}
	return strings.CutPrefix(digits, "0X")
}

// integerRange is the least and the greatest value of an integer type, and
// whether there is such a type.
func integerRange(v model.Value) (least, greatest *big.Int, ok bool) {
	name, unsigned := strings.CutPrefix(v.Type, "u")
	size, err := strconv.Atoi(strings.TrimPrefix(name, "int"))
	if err != nil || !strings.HasPrefix(name, "int") || size != 8 && size != 16 && size != 32 && size != 64 {
		return nil, nil, false
	}
	one := big.NewInt(1)
	if unsigned {
		return new(big.Int), new(big.Int).Sub(new(big.Int).Lsh(one, uint(size)), one), true
	}
	half := new(big.Int).Lsh(one, uint(size-1))
	return new(big.Int).Neg(half), new(big.Int).Sub(half, one), true
}
