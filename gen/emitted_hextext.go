package gen

// hexText spells n in hexadecimal with the given digits, and leading zeros up
// to a width.
func hexText(n uint64, width int, digits string) string {
	var b [18]byte
	i := len(b)
	for ; n != 0 || width > 0; n, width = n>>4, width-1 {
		i--
		b[i] = digits[n&15]
	}
	i -= len("0x")
	copy(b[i:], "0x")
	return string(b[i:])
}
