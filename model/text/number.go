package text

import (
	"errors"
	"regexp"
	"strconv"
	"strings"
)

// A Number is an integer of at most 64 bits, as a page writes it.
type Number struct {
	Negative bool
	Size     uint64 // without the sign
	Radix    int    // 10 or 16
	Text     string // canonical: "-" and "0x" where they are due, digits as the page has them
}

// What is wrong with a text that ParseLiteral refuses.
var (
	ErrSyntax = errors.New("no integer")
	ErrRange  = errors.New("an integer of more than 64 bits")
)

// grouped are digits in groups of three that cannot be several numbers, as
// 100,200 can: 1,000 and 1 000 and 1'000.
var grouped = regexp.MustCompile(`^[-+−]?(?:[1-9][0-9]?(?:,[0-9]{3})+|[1-9][0-9]?(?:[ \x{a0}\x{2009}\x{202f}][0-9]{3})+|[1-9][0-9]{0,2}(?:['’][0-9]{3})+)$`)

// shift is a bit by its place, as lists of flags have it: 1 << 14.
var shift = regexp.MustCompile(`^\(?(?:0x)?1[uUlL]* ?<< ?([0-9]{1,2})\)?$`)

// ParseLiteral reads an integer as programs send it: an ASCII sign, and digits
// alone or, in hexadecimal, behind 0x.
func ParseLiteral(s string) (Number, error) {
	digits, sign := strings.TrimPrefix(s, "+"), ""
	if rest, ok := strings.CutPrefix(s, "-"); ok {
		digits, sign = rest, "-"
	}
	if len(digits) > 2 && digits[0] == '0' && digits[1]|0x20 == 'x' {
		return numberOf(sign, digits[2:], 16)
	}
	return numberOf(sign, digits, 10)
}

func numberOf(sign, digits string, radix int) (Number, error) {
	size, err := strconv.ParseUint(digits, radix, 64) // takes no sign of its own
	switch {
	case errors.Is(err, strconv.ErrRange):
		return Number{}, ErrRange
	case err != nil:
		return Number{}, ErrSyntax
	}
	if radix == 16 {
		digits = "0x" + digits
	} else {
		digits = strconv.FormatUint(size, 10)
	}
	return Number{Negative: sign == "-", Size: size, Radix: radix, Text: sign + digits}, nil
}

// Plain writes a number as programs send it where that is beyond doubt: 1001 for
// 1,001, and 16384 for 1 << 14. Any other text stays as it is.
func Plain(s string) string {
	if s == "" || s[len(s)-1] != ')' && !isDigits(s[len(s)-1:]) || isDigits(s) || 'A' <= s[0] && s[0] <= 'z' {
		return s // nearly always
	}
	if m := shift.FindStringSubmatch(s); m != nil {
		if n, err := strconv.ParseUint(m[1], 10, 64); err == nil && n < 64 {
			return strconv.FormatUint(1<<n, 10)
		}
	}
	if !grouped.MatchString(s) {
		return s
	}
	sign := ""
	if strings.HasPrefix(s, "-") || strings.HasPrefix(s, "−") {
		sign = "-"
	}
	return sign + strings.Map(func(r rune) rune {
		if r < '0' || r > '9' {
			return -1
		}
		return r
	}, s)
}

func isDigits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}
