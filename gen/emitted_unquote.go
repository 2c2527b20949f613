package gen

import (
	"unicode/utf16"
	"unicode/utf8"
)

// jsonIsPlain reports whether text stands for itself.
func jsonIsPlain(text []byte) bool {
	for _, c := range text {
		if c == '\\' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// jsonUnquote is a string without its quotes and escapes. What is no UTF-8
// becomes U+FFFD.
func jsonUnquote(written []byte) string {
	written = written[1 : len(written)-1]
	if jsonIsPlain(written) {
		return string(written)
	}
	text := make([]byte, 0, len(written))
	for len(written) > 0 {
		r, n := utf8.DecodeRune(written)
		if r == '\\' {
			r, n = jsonEscape(written)
		}
		text = utf8.AppendRune(text, r)
		written = written[n:]
	}
	return string(text)
}

// jsonEscape is the character of an escape, and the bytes that it takes.
func jsonEscape(written []byte) (r rune, n int) {
	if len(written) < 2 || written[1] == 'u' && len(written) < 6 {
		return utf8.RuneError, len(written)
	}
	switch written[1] {
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
		r = jsonUnit(written)
		if utf16.IsSurrogate(r) && len(written) >= 12 && written[6] == '\\' && written[7] == 'u' {
			if pair := utf16.DecodeRune(r, jsonUnit(written[6:])); pair != utf8.RuneError {
				return pair, 12
			}
		}
		return r, 6
	}
	return rune(written[1]), 2
}

// jsonUnit is the number in \uXXXX.
func jsonUnit(written []byte) (r rune) {
	for _, c := range written[2:6] {
		r = r<<4 | jsonHex(c)
	}
	return r
}

// jsonHex is the value of a digit, more than 15 for what is none.
func jsonHex(c byte) rune {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return rune(c | 0x20 - 'a' + 10)
	}
	return 16
}
