package charset

import (
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// normalText makes NFC of UTF-8, and \n of every line end.
func normalText(data []byte) string {
	if !isNFC(data) {
		data = norm.NFC.Bytes(data)
	}
	text := string(data)
	if bytes.IndexByte(data, '\r') >= 0 {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	}
	return text
}

// asciiRun is how many bytes at the beginning of data are ASCII. It looks at
// eight bytes at a time.
func asciiRun(data []byte) int {
	n := 0
	for len(data)-n >= 8 && binary.LittleEndian.Uint64(data[n:])&0x8080808080808080 == 0 {
		n += 8
	}
	for n < len(data) && data[n] < utf8.RuneSelf {
		n++
	}
	return n
}

func isASCII(data []byte) bool { return asciiRun(data) == len(data) }

// isNFC reports whether valid UTF-8 is NFC. Most pages need no table for
// that: their characters neither decompose nor compose with what is before
// them, which their first byte or two tell.
func isNFC(data []byte) bool {
	for at := asciiRun(data); at < len(data); at += asciiRun(data[at:]) {
		size := inert(data[at:])
		if size == 0 {
			return norm.NFC.IsNormal(data)
		}
		at += size
	}
	return true
}

// inert is the length of the character at the beginning of data, which is not
// ASCII, or 0 where the tables of x/text have to be asked about it.
func inert(data []byte) int {
	switch c := data[0]; {
	case c < 0xCC: // below U+0300: Latin
		return 2
	case c == 0xD0, c == 0xD1: // U+0400 to U+047F: Cyrillic
		return 2
	case c >= 0xE4 && c <= 0xE9, c == 0xEB, c == 0xEC: // Han, Hangul
		return 3
	case c == 0xE2 && data[1] == 0x80 && data[2] > 0x81, // punctuation, without the quads
		c == 0xE3 && data[1] == 0x80 && data[2] < 0xAA,                     // CJK punctuation
		c == 0xE3 && (data[1] == 0x81 || data[1] == 0x83),                  // kana
		c == 0xE3 && data[1] == 0x82 && data[2] != 0x99 && data[2] != 0x9A, // kana, without the voiced marks
		c == 0xEF && (data[1] == 0xBC || data[1] == 0xBD):                  // full-width forms
		return 3
	}
	return 0
}

// decodeWith makes UTF-8 of bytes in another character set. Where a byte below
// 0x80 is ASCII, whatever is before it, but for the last bytes of characters,
// which are none below 0x30, runs of ASCII are copied and not decoded: they
// are most of a page, and decoders are slow.
func decodeWith(data []byte, enc encoding.Encoding, name string) ([]byte, error) {
	out := make([]byte, 0, len(data)+len(data)/2+16)
	decoder := enc.NewDecoder()
	if strings.HasPrefix(name, "utf-16") || name == "iso-2022-jp" {
		out, _, err := transform.Append(decoder, out, data)
		return out, err
	}
	for len(data) > 0 {
		n := asciiRun(data)
		out = append(out, data[:n]...)
		data = data[n:]
		end := 0
		for end < len(data) && data[end] >= 0x30 {
			end++
		}
		var err error
		if out, _, err = transform.Append(decoder, out, data[:end]); err != nil {
			return nil, err
		}
		data = data[end:]
	}
	return out, nil
}
