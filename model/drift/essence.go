package drift

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spectab/spectab/model/text"
)

// squeeze folds all white space of a text into single spaces.
func squeeze(s string) string {
	if isSqueezed(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// isSqueezed is a quick test: that there is no white space but single spaces
// between words in ASCII.
func isSqueezed(s string) bool {
	last := byte(' ')
	for i := range len(s) {
		if s[i] == ' ' && last == ' ' || s[i] < ' ' || s[i] >= utf8.RuneSelf {
			return false
		}
		last = s[i]
	}
	return s == "" || last != ' '
}

// unspaced drops all white space, and what takes no room at all. Pages in
// Chinese and Japanese put spaces beside Latin words or leave them out.
func unspaced(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || text.Invisible(r) {
			return -1
		}
		return r
	}, s)
}

// These are characters of one meaning.
const (
	quotes = "\"'`´‘’‚‛“”„‟«»‹›「」『』〝〞"
	dashes = "-‐‑‒–—―−﹣"
	stops  = ".。．｡"
	commas = ",、"
)

// asciiFolds and folds say what a character is folded to; -1 drops it.
var (
	asciiFolds = func() (table [128]rune) {
		for r := range rune(128) {
			table[r] = foldRune(r)
		}
		return table
	}()
	folds = func() map[rune]rune {
		table := map[rune]rune{}
		for to, from := range map[rune]string{'"': quotes, '-': dashes, '.': stops, ',': commas} {
			for _, r := range from {
				table[r] = to
			}
		}
		return table
	}()
)

// foldRune is the one form of characters that mean the same: of quotes and
// dashes, of letters of both cases, of letters and digits of both widths.
func foldRune(r rune) rune {
	if '\uFF01' <= r && r <= '\uFF5E' {
		r -= '\uFF01' - '!'
	}
	if to, ok := folds[r]; ok {
		return to
	}
	if unicode.IsSpace(r) || text.Invisible(r) {
		return -1
	}
	return unicode.ToLower(r)
}

// escapedLine is how Markdown writes an underscore.
var escapedLine = []byte(`\_`)

// essence is a text without what nobody means by it: the case of letters, the
// forms of quotes and dashes, the width of letters and digits, the full stop
// at the end, and white space.
func essence(s string) string {
	folded := make([]byte, 0, len(s))
	for _, r := range s {
		switch {
		case r == '…':
			folded = append(folded, "..."...)
			continue
		case r < 128:
			r = asciiFolds[r]
		default:
			r = foldRune(r)
		}
		if r >= 0 {
			folded = utf8.AppendRune(folded, r)
		}
	}
	if bytes.Contains(folded, escapedLine) {
		folded = bytes.ReplaceAll(folded, escapedLine, escapedLine[1:])
	}
	return string(bytes.TrimRight(folded, `."`))
}

var link = regexp.MustCompile(`(?i)\b(?:https?|ftp)://[^\s<>"'）)]+|\bwww\.[^\s<>"'）)]+|\[[^\]]*\]\([^)]*\)`)

// hasLinks is a quick test whether there may be any.
func hasLinks(s string) bool {
	return strings.Contains(s, "://") || strings.Contains(s, "](") || strings.Contains(strings.ToLower(s), "www.")
}

// withoutLinks drops addresses. Of a link in Markdown the text stays.
func withoutLinks(s string) string {
	return link.ReplaceAllStringFunc(s, func(found string) string {
		if strings.HasPrefix(found, "[") {
			return found[1:strings.Index(found, "]")]
		}
		return ""
	})
}
