package gen

import "strings"

// carriedNumber is the decimal number between a prefix and a suffix.
func carriedNumber(s, prefix, suffix string) (n int, ok bool) {
	digits, begins := strings.CutPrefix(s, prefix)
	digits, ends := strings.CutSuffix(digits, suffix)
	if !begins || !ends || digits == "" {
		return 0, false
	}
	for i := range len(digits) {
		digit := int(digits[i]) - '0'
		if digit < 0 || digit > 9 || n > (int(^uint(0)>>1)-digit)/10 {
			return 0, false
		}
		n = n*10 + digit
	}
	return n, true
}
