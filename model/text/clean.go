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
	c := NewCleaner(b)
	c.Feed(len(b))
	return b[:c.n]
}

// A Cleaner is CleanBytes in steps, for who has to know what becomes of a place
// in the text.
type Cleaner struct {
	b     []byte
	i, n  int  // how much is read, and how much of that is kept
	space bool // the next character has a space before it
}

// NewCleaner cleans b in place.
func NewCleaner(b []byte) *Cleaner { return &Cleaner{b: b} }

// Kept is how many bytes there are so far.
func (c *Cleaner) Kept() int { return c.n }

// Space reports whether the next character has a space before it.
func (c *Cleaner) Space() bool { return c.space }

// Feed cleans the text up to an offset.
func (c *Cleaner) Feed(end int) {
	b, i, n, space := c.b[:end], c.i, c.n, c.space
	for i < end {
		ch := b[i]
		if ch > ' ' && ch < 0x7f && !space {
			b[n] = ch
			n, i = n+1, i+1
			continue
		}
		r, size := rune(ch), 1
		if ch >= utf8.RuneSelf {
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
	c.i, c.n, c.space = i, n, space
}

// isClean is the quick answer for text that is clean already, which most of a
// page is.
func isClean(s string) bool {
	afterSpace := true
	for i := 0; i < len(s); {
		c := s[i]
		if c > ' ' && c < 0x7f {
			afterSpace = false
			i++
			continue
		}
		r, size := rune(c), 1
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
