package charset

import (
	"bytes"
	"unicode/utf8"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
)

// fewBroken is how many broken characters are borne on a page that is worn,
// however short it is; on a longer one it is as many in a thousand bytes.
const fewBroken = 8

// bears reports whether the broken characters of what is UTF-8 else are few,
// and warns of them.
func (d *Decoded) bears(data []byte, line int) bool {
	broken := 0
	for rest := data[firstHigh(data):]; len(rest) > 0; {
		r, size := utf8.DecodeRune(rest)
		if r == utf8.RuneError && size == 1 {
			broken++
		}
		rest = rest[size:]
	}
	if !d.Worn || broken > fewBroken && broken > fewBroken*len(data)/1000 {
		return false
	}
	d.warn(line, "%s on the page outside of UTF-8, the first here: what stood there is lost", page.Count(broken, "byte"))
	return true
}

// bearNULs replaces a few NULs in UTF-8.
func (d *Decoded) bearNULs(data []byte) []byte {
	n := bytes.Count(data, []byte{0})
	if n == 0 || n > fewBroken || n > len(data)/8 || bytes.HasPrefix(data, []byte("\xfe\xff")) || !utf8.Valid(data) {
		return data
	}
	d.warn(lineOf(data, bytes.IndexByte(data, 0)), "%s on the page, the first here: what stood there is lost", page.Count(n, "NUL character"))
	return bytes.ReplaceAll(data, []byte{0}, []byte("\uFFFD"))
}

// cutCharacter is the error for a page whose last character is not whole.
func cutCharacter(line int, of string) error {
	return &page.Refusal{Reason: page.Truncated, Problem: &model.Problem{Line: line, Message: "the page ends inside a character" + of, Hint: page.FetchAgain}}
}
