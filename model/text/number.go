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
	Radix    int    // 8, 10 or 16
	Text     string // canonical: "-" and "0x" or "0o" where they are due, digits as the page has them
}

// What is wrong with a text that ParseNumber refuses.
var (
	ErrSyntax = errors.New("no integer")
	ErrRange  = errors.New("an integer of more than 64 bits")
)

// thousands are digits in groups of three: 1,000 and 1 000 and 1'000.
var thousands = regexp.MustCompile(`^[0-9]{1,3}(?:(?:,[0-9]{3})+|(?:['’][0-9]{3})+|(?:[ \x{a0}\x{2009}\x{202f}][0-9]{3})+)$`)

// grouped are those of them that cannot be several numbers, as 100,200 can.
var grouped = regexp.MustCompile(`^[-+−]?(?:[1-9][0-9]?(?:,[0-9]{3})+|[1-9][0-9]?(?:[ \x{a0}\x{2009}\x{202f}][0-9]{3})+|[1-9][0-9]{0,2}(?:['’][0-9]{3})+)$`)

// shift is a bit by its place, as lists of flags have it: 1 << 14.
var shift = regexp.MustCompile(`^\(?(?:0x)?1[uUlL]* ?<< ?([0-9]{1,2})\)?$`)

// suffix is the type of an integer in C: u, L, ULL.
var suffix = regexp.MustCompile(`[0-9A-Fa-f](?i:u?ll?|l?lu|u)$`)

// ParseNumber reads an integer as pages write it: a sign, which may be a
// typographic minus, and digits behind 0x or 0o or, in the radix that is given
// or else in decimal, alone. Leading zeros do not change the radix: pages fill
// codes up with them. It takes separators of thousands, "_" between digits,
// and the suffixes of C.
func ParseNumber(s string, radix int) (Number, error) {
	if radix == 0 {
		radix = 10
	}
	digits, sign := cutSign(s)
	if len(digits) > 2 && digits[0] == '0' {
		switch digits[1] | 0x20 {
		case 'x':
			radix, digits = 16, digits[2:]
		case 'o':
			radix, digits = 8, digits[2:]
		}
	}
	return numberOf(sign, plainDigits(digits), radix)
}

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
	switch radix {
	case 16:
		digits = "0x" + digits
	case 8:
		digits = "0o" + digits
	default:
		digits = strconv.FormatUint(size, 10)
	}
	return Number{Negative: sign == "-", Size: size, Radix: radix, Text: sign + digits}, nil
}

// cutSign parts a number from its sign, in ASCII.
func cutSign(s string) (digits, sign string) {
	for _, minus := range []string{"-", "−", "–", "﹣", "－"} {
		if rest, ok := strings.CutPrefix(s, minus); ok {
			return rest, "-"
		}
	}
	return strings.TrimPrefix(s, "+"), ""
}

// plainDigits drops what groups digits, and what says their type in C.
func plainDigits(s string) string {
	if isDigits(s) {
		return s
	}
	if at := suffix.FindStringIndex(s); at != nil {
		s = s[:at[0]+1]
	}
	if thousands.MatchString(s) {
		return strings.Map(func(r rune) rune {
			if r < '0' || r > '9' {
				return -1
			}
			return r
		}, s)
	}
	if s[0] != '_' && s[len(s)-1] != '_' && !strings.Contains(s, "__") {
		return strings.ReplaceAll(s, "_", "")
	}
	return s
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
	digits, sign := cutSign(s)
	return sign + plainDigits(digits)
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
