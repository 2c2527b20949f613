package charset

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
)

// Decoded is a page as text, and what was found out on the way to it.
type Decoded struct {
	Text     string // UTF-8, NFC, lines ended by \n alone
	charset  string // its name in the WHATWG's Encoding Standard
	declared string // the label on the page, as it stands there
	Warnings model.Problems

	Markup bool
	Worn   bool // a few broken characters are borne
}

func (d *Decoded) warn(line int, format string, args ...any) {
	d.Warnings.Add("", line, "", format, args...)
}

// Decode turns the bytes of a page into text: UTF-8, NFC, lines ended by \n
// alone. An error is a *model.Problem that names no file.
func Decode(data []byte, markup bool) (string, error) {
	d, err := decodePage(data, markup)
	if err != nil {
		return "", err
	}
	return d.Text, nil
}

// decodePage is decode with the name of the character set and with warnings.
// The character set is that of a byte-order mark; else UTF-8 where the bytes
// are that, whatever the page says; else, on a page of markup, the one that
// it declares; else the one that the bytes look like. A declaration that the
// bytes contradict is an error: a guess would end up as codes in somebody's
// program.
func decodePage(data []byte, markup bool) (*Decoded, error) {
	d := &Decoded{Markup: markup}
	if err := d.Decode(data); err != nil {
		return nil, err
	}
	return d, nil
}

func (d *Decoded) Decode(data []byte) error {
	if d.Worn {
		data = d.bearNULs(data)
	}
	if err := refuseBinary(data); err != nil {
		return err
	}
	d.charset = "utf-8"
	if d.Markup {
		d.declared = declaredCharset(data)
	}
	data, err := d.transcode(data)
	if err != nil {
		return err
	}
	if err := refuseText(data); err != nil {
		return err
	}
	d.Text = normalText(data)
	return nil
}

// transcode makes UTF-8 of bytes.
func (d *Decoded) transcode(data []byte) ([]byte, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return d.utf8(data[3:], "its byte-order mark says so")
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		d.charset = "utf-16le"
		return d.decodeAs(data, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM))
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		d.charset = "utf-16be"
		return d.decodeAs(data, unicode.UTF16(unicode.BigEndian, unicode.UseBOM))
	case bytes.Contains(data, []byte("\x1b$B")), bytes.Contains(data, []byte("\x1b$@")):
		d.charset = "iso-2022-jp"
		return d.decodeAs(data, japanese.ISO2022JP)
	case utf8.Valid(data):
		d.compareDeclared(data)
		return data, nil
	}
	enc, name := charset.Lookup(d.declared)
	switch {
	case strings.HasPrefix(name, "utf-"):
		return d.utf8(data, "it declares so")
	case enc == nil, name == "replacement", name == "x-user-defined":
		return d.detected(data)
	}
	d.charset = name
	return d.legacy(data, enc)
}

// compareDeclared warns where valid UTF-8 declares to be something else. Text
// that is ASCII alone is the same in all that may be declared.
func (d *Decoded) compareDeclared(data []byte) {
	if n := bytes.Count(data, []byte("\uFFFD")); n > 0 && len(d.Warnings) == 0 {
		d.warn(lineOf(data, bytes.Index(data, []byte("\uFFFD"))), "%s on the page, the first here: what stood there is lost", page.Count(n, "replacement character"))
	}
	if d.declared == "" {
		return
	}
	enc, name := charset.Lookup(d.declared)
	switch {
	case enc == nil || name == "replacement":
		d.warn(0, "the page declares the character set %q, which is unknown or forbidden; it was read as UTF-8", d.declared)
	case !strings.HasPrefix(name, "utf-") && !isASCII(data):
		d.warn(0, "the page declares the character set %q, but its bytes are UTF-8", d.declared)
	}
}

// utf8 reads what claims to be UTF-8.
func (d *Decoded) utf8(data []byte, claim string) ([]byte, error) {
	if utf8.Valid(data) {
		return data, nil
	}
	out := bytes.ToValidUTF8(data, []byte("\uFFFD"))
	at := d.broken(out)
	if at < 0 {
		return out, nil
	}
	p := &model.Problem{Line: lineOf(out, at), Message: "this is not UTF-8, though " + claim, Hint: saveAsUTF8}
	if guess, err := detect(data); err == nil {
		p.Message += "; it reads as " + guess.name
	} else if cutAt(data) {
		return nil, cutCharacter(p.Line, "")
	} else if d.bears(data, p.Line) {
		return out, nil
	}
	return nil, p
}

// legacy decodes what the page declares, where the bytes bear that out.
func (d *Decoded) legacy(data []byte, enc encoding.Encoding) ([]byte, error) {
	if d.charset == "gbk" {
		enc = simplifiedchinese.GB18030 // the same, and characters of four bytes
	}
	if guess := unmask(data, d.charset); guess != nil {
		return nil, &model.Problem{
			Line:    lineOf(data, firstHigh(data)),
			Message: fmt.Sprintf("the page declares the character set %q, but its bytes read as %s", d.declared, guess.name),
			Hint:    saveAsUTF8,
		}
	}
	return d.decodeAs(data, enc)
}

// detected decodes what declares nothing that is known.
func (d *Decoded) detected(data []byte) ([]byte, error) {
	if p := damagedUTF8(data); p != nil {
		if cutAt(data) {
			return nil, cutCharacter(p.Line, "")
		}
		if d.bears(data, p.Line) {
			return bytes.ToValidUTF8(data, []byte("\uFFFD")), nil
		}
		return nil, p
	}
	guess, err := detect(data)
	if err != nil && d.Markup && isWestern(data) {
		d.charset = "windows-1252"
		d.warn(lineOf(data, firstHigh(data)), "the page does not say its character set; it was read as windows-1252, as browsers do")
		return d.decodeAs(data, charmap.Windows1252)
	}
	if err != nil {
		return nil, err
	}
	d.charset = guess.name
	d.warn(0, "the page does not say its character set; it reads as %s", guess.name)
	return d.decodeAs(data, guess.enc)
}

// isWestern reports whether bytes may be text of Western Europe that is too
// short for a language to show: few are not ASCII, none more than two in a
// row, and all are characters of windows-1252.
func isWestern(data []byte) bool {
	high, row := 0, 0
	for _, c := range data {
		if c < utf8.RuneSelf {
			row = 0
			continue
		}
		high++
		if row++; row > 2 || c < 0xa0 && bytes.IndexByte([]byte{0x81, 0x8d, 0x8f, 0x90, 0x9d}, c) >= 0 {
			return false
		}
	}
	return high*20 <= len(data)
}

// decodeAs decodes the whole page, and refuses what leaves broken characters.
func (d *Decoded) decodeAs(data []byte, enc encoding.Encoding) ([]byte, error) {
	out, err := decodeWith(data, enc, d.charset)
	if err != nil {
		return nil, &model.Problem{Message: fmt.Sprintf("the page is not %s: %v", d.charset, err), Hint: saveAsUTF8}
	}
	at := d.broken(out)
	switch {
	case at < 0:
		return out, nil
	case at+len("\uFFFD") == len(out):
		return nil, cutCharacter(lineOf(out, at), " of "+d.charset)
	}
	return nil, &model.Problem{Line: lineOf(out, at), Message: fmt.Sprintf("the page is %s, but a character here is broken", d.charset), Hint: saveAsUTF8}
}

// broken is the offset of the first replacement character that decoding left
// in the text, or -1. Inside tags there may be some, with a warning: servers
// cut the description of a page, which no reader looks at, by bytes.
func (d *Decoded) broken(out []byte) int {
	tag := 0
	for at := 0; ; at += len("\uFFFD") {
		next := bytes.Index(out[at:], []byte("\uFFFD"))
		if next < 0 {
			break
		}
		at += next
		if !d.Markup || bytes.LastIndexByte(out[:at], '<') <= bytes.LastIndexByte(out[:at], '>') {
			return at
		}
		tag++
	}
	if tag > 0 {
		d.warn(0, "%s of %s inside tags", page.Count(tag, "broken character"), d.charset)
	}
	return -1
}
