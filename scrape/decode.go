package scrape

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"
)

// decode turns the bytes of a page into text: UTF-8, NFC, lines ended by \n
// alone. The encoding is that of a byte-order mark, else UTF-8 where the bytes
// are that, else, on a page of markup, the one that its <meta> declares.
func decode(data []byte, markup bool) (string, error) {
	data, err := transcode(data, markup)
	if err != nil {
		return "", err
	}
	if !norm.NFC.IsNormal(data) {
		data = norm.NFC.Bytes(data)
	}
	text := string(data)
	if strings.Contains(text, "\r") {
		text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	}
	return text, nil
}

func transcode(data []byte, markup bool) ([]byte, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(data)
	}
	if utf8.Valid(data) {
		return data, nil
	}
	if markup {
		enc, name, _ := charset.DetermineEncoding(data, "")
		if name != "utf-8" {
			return enc.NewDecoder().Bytes(data)
		}
	}
	return nil, fmt.Errorf("line %d is not UTF-8", 1+bytes.Count(data[:invalidAt(data)], []byte("\n")))
}

// invalidAt is the offset of the first byte that is not UTF-8.
func invalidAt(data []byte) int {
	at := 0
	for at < len(data) {
		r, size := utf8.DecodeRune(data[at:])
		if r == utf8.RuneError && size <= 1 {
			break
		}
		at += size
	}
	return at
}
