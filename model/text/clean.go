package text

import (
	"unicode"
	"unicode/utf8"
)

// Clean collapses white space of every kind, no-break spaces too, to single
// spaces, trims it at both ends, and drops what is Invisible.
func Clean(s string) string {
	if isClean(s) {
		return s
	}
	return string(CleanBytes([]byte(s)))
}

// CleanBytes is Clean in place.
func CleanBytes(b []byte) []byte {
	n, space := 0, false
	for i := 0; i < len(b); {
		r, size := rune(b[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(b[i:])
		}
		switch {
		case isSpace(r):
			space = n > 0
		case Invisible(r):
		default:
			if space {
				b[n] = ' '
				n, space = n+1, false
			}
			n += copy(b[n:], b[i:i+size])
		}
		i += size
	}
	return b[:n]
}

// isClean is the quick answer for text that is clean already, which most of a
// page is.
func isClean(s string) bool {
	afterSpace := true
	for i := 0; i < len(s); {
		r, size := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[i:])
		}
		if r != ' ' && isSpace(r) || r == ' ' && afterSpace || Invisible(r) {
			return false
		}
		afterSpace = r == ' '
		i += size
	}
	return !afterSpace || s == ""
}

// isSpace takes control characters of ASCII for the line breaks and tabs that
// most of them once were.
func isSpace(r rune) bool {
	return r <= ' ' || r >= utf8.RuneSelf && unicode.IsSpace(r)
}

// Invisible reports whether r has no glyph of its own, and stands for no space
// either: control characters, soft hyphens, zero-width and direction marks,
// joiners, variation selectors, fillers. Letters of private use are not among
// them, since some font shows them.
func Invisible(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r < ' ' && r != '\t' && r != '\n' && r != '\r' && r != '\v' && r != '\f' || r == 0x7f
	case r >= 0x3165 && r < 0xfe00: // most letters of the Far East
		return false
	case unicode.Is(unicode.Prepended_Concatenation_Mark, r): // the Arabic number sign and its like
		return false
	}
	return !unicode.IsSpace(r) && unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}
