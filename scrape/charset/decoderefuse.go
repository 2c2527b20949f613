package charset

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
)

// What to do about a page that is no text, or no whole one.
const (
	saveAsUTF8 = "save the page as UTF-8"
)

// magic is how files begin that are no pages, whatever their name says.
var magic = []struct{ begin, kind, hint string }{
	{"\x1f\x8b", "gzip", "unpack it first"},
	{"BZh9", "bzip2", "unpack it first"},
	{"\xfd7zXZ\x00", "xz", "unpack it first"},
	{"\x28\xb5\x2f\xfd", "Zstandard", "unpack it first"},
	{"PK\x03\x04", "a ZIP archive or an office document", "unpack it, or export it as HTML or CSV"},
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document", "export it as HTML or CSV"},
	{"%PDF-", "PDF", "look for the same page as HTML, or convert it to text"},
	{"{\\rtf", "RTF", "export it as HTML"},
	{"\x89PNG", "an image", ""},
	{"GIF8", "an image", ""},
	{"\xff\xd8\xff", "an image", ""},
	{"\x7fELF", "a program", ""},
	{"\xff\xfe\x00\x00", "UTF-32", saveAsUTF8},
	{"\x00\x00\xfe\xff", "UTF-32", saveAsUTF8},
}

// RefuseMagic is an error for bytes that begin as no page does.
func RefuseMagic(data []byte) error {
	for _, m := range magic {
		if bytes.HasPrefix(data, []byte(m.begin)) {
			return page.Refuse(page.Binary, m.hint, "this is "+m.kind+", not a page")
		}
	}
	return nil
}

// refuseBinary is an error for bytes that are no page in any character set.
func refuseBinary(data []byte) error {
	if err := RefuseMagic(data); err != nil {
		return err
	}
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return nil
	}
	first := bytes.IndexByte(data, 0)
	if first < 0 {
		return nil
	}
	switch n := bytes.Count(data, []byte{0}); {
	case looksUTF16(data, n):
		return &model.Problem{Message: "this looks like UTF-16 without a byte-order mark", Hint: saveAsUTF8}
	case n > 8 && n > len(data)/1000:
		return page.Refuse(page.Binary, "", "this is binary, not a page")
	default:
		return nulProblem(data, first, n)
	}
}

// looksUTF16 reports whether most of n NULs stand at even places, or at odd
// ones, each beside a character of ASCII.
func looksUTF16(data []byte, n int) bool {
	beside := [2]int{}
	for i := 0; i+1 < len(data); i += 2 {
		for j := range beside {
			if c := data[i+1-j]; data[i+j] == 0 && (' ' <= c && c < 0x7F || c == '\n' || c == '\r' || c == '\t') {
				beside[j]++
			}
		}
	}
	return n > 4 && n >= len(data)/8 && max(beside[0], beside[1])*10 > n*9
}

func nulProblem(data []byte, first, n int) error {
	return &model.Problem{
		Line:    lineOf(data, first),
		Message: fmt.Sprintf("a NUL character stands here (%d on the page): what it replaced is lost", n),
		Hint:    "fetch the page again, or take the NUL out of the snapshot",
	}
}

// refuseText is an error for text that is empty, or that nobody wrote.
func refuseText(data []byte) error {
	if len(bytes.TrimSpace(data)) == 0 {
		return page.Refuse(page.Empty, page.FetchAgain, "the page is empty")
	}
	if first := bytes.IndexByte(data, 0); first >= 0 {
		return nulProblem(data, first, bytes.Count(data, []byte{0}))
	}
	control := 0
	sample := data[:min(len(data), 4<<10)]
	for _, c := range sample {
		if c < ' ' && !bytes.ContainsRune([]byte("\t\n\r\f\b\x1b"), rune(c)) { // terminals overstrike, and set colours
			control++
		}
	}
	if control > 8 && control > len(sample)/20 {
		return page.Refuse(page.Binary, "", "this is binary, not a page")
	}
	return nil
}

// damagedUTF8 is an error for bytes that are UTF-8 but for a few: text in any
// other character set hardly ever forms characters of UTF-8.
func damagedUTF8(data []byte) *model.Problem {
	good, bad, first := 0, 0, -1
	for at := firstHigh(data); at < len(data); {
		r, size := utf8.DecodeRune(data[at:])
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
			if first < 0 {
				first = at
			}
		case size > 1:
			good++
		}
		at += size
	}
	if good <= 2*bad {
		return nil
	}
	return &model.Problem{Line: lineOf(data, first), Message: "a character here is broken UTF-8", Hint: saveAsUTF8}
}

// cutAt reports whether data is UTF-8 but for a character that its end cuts
// off.
func cutAt(data []byte) bool {
	for n := 1; n <= min(3, len(data)); n++ {
		if rest := data[len(data)-n:]; utf8.RuneStart(rest[0]) {
			return rest[0] >= utf8.RuneSelf && !utf8.FullRune(rest) && utf8.Valid(data[:len(data)-n])
		}
	}
	return false
}

func lineOf(data []byte, at int) int { return 1 + bytes.Count(data[:at], []byte("\n")) }

// firstHigh is the offset of the first byte that is not ASCII, or the length.
func firstHigh(data []byte) int { return asciiRun(data) }
