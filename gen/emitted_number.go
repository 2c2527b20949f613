package gen

// parseNumber reads a decimal number, or a hexadecimal one after "0x", with
// an optional sign. It is false for all else, and for what T cannot hold.
// strconv.ParseInt would allocate an error for each of those.
func parseNumber[T ~int8 | ~int16 | ~int32 | ~int64 | ~uint8 | ~uint16 | ~uint32 | ~uint64](s string) (n T, ok bool) {
	negative := false
	if s != "" && (s[0] == '-' || s[0] == '+') {
		negative, s = s[0] == '-', s[1:]
	}
	base := T(10)
	if len(s) > 2 && s[0] == '0' && s[1]|0x20 == 'x' {
		base, s = 16, s[2:]
	}
	for i := range len(s) {
		digit := hexDigit(s[i])
		if digit >= byte(base) {
			return 0, false
		}
		shifted := n * base
		next := shifted + T(digit)
		if negative {
			next = shifted - T(digit)
		}
		if shifted/base != n || negative && next > shifted || !negative && next < shifted {
			return 0, false
		}
		n = next
	}
	return n, s != ""
}

// hexDigit is the value of a digit, 255 for what is none.
func hexDigit(c byte) byte {
	switch {
	case '0' <= c && c <= '9':
		return c - '0'
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return (c | 0x20) - 'a' + 10
	}
	return 255
}
