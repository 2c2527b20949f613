package gen

// packed is number i of those that s holds in so many bytes each, the lowest
// byte first. The compiler takes a long string in a fraction of the time of an
// array of numbers.
func packed(s string, bytes int, i uint64) int {
	switch i *= uint64(bytes); bytes {
	case 1:
		return int(s[i])
	case 2:
		return int(s[i]) | int(s[i+1])<<8
	}
	return int(s[i]) | int(s[i+1])<<8 | int(s[i+2])<<16 | int(s[i+3])<<24
}
