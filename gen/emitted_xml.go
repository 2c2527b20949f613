package gen

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"unicode/utf8"
)

// An xmlReply is an element of a body that is XML; nil is one that is not
// there.
type xmlReply struct {
	XMLName    xml.Name
	Attributes []xml.Attr `xml:",any,attr"`
	Text       string     `xml:",chardata"`
	Children   []xmlReply `xml:",any"`
}

// parseXML returns the root element of a body, nil where it is malformed or
// something but comments follows.
func parseXML(body []byte) *xmlReply {
	root := new(xmlReply)
	decoder := xml.NewDecoder(bytes.NewReader(body))
	decoder.CharsetReader = xmlCharset
	if decoder.Decode(root) != nil {
		return nil
	}
	for {
		switch token, err := decoder.Token(); t := token.(type) {
		case nil:
			if err != io.EOF {
				return nil
			}
			return root
		case xml.StartElement:
			return nil
		case xml.CharData:
			if len(bytes.TrimSpace(t)) > 0 {
				return nil
			}
		}
	}
}

// text returns what stands under a path of names from the root, the last of
// which may be an attribute; "" where there is nothing.
func (r *xmlReply) text(path ...string) string {
	if r == nil || r.XMLName.Local != path[0] {
		return ""
	}
	if len(path) == 1 {
		return strings.TrimSpace(r.Text)
	}
	for _, a := range r.Attributes {
		if len(path) == 2 && a.Name.Local == path[1] && a.Name.Space != "xmlns" {
			return a.Value
		}
	}
	for i := range r.Children {
		if text := r.Children[i].text(path[1:]...); text != "" {
			return text
		}
	}
	return ""
}

// xmlCharset reads a body that declares an encoding of one byte a character.
// The WHATWG Encoding Standard takes all of these for windows-1252.
func xmlCharset(charset string, body io.Reader) (io.Reader, error) {
	switch strings.ToLower(charset) {
	case "windows-1252", "cp1252", "iso-8859-1", "iso_8859-1", "latin1", "us-ascii", "ascii":
	default:
		return nil, errors.ErrUnsupported
	}
	data, err := io.ReadAll(body)
	text := make([]byte, 0, len(data))
	for _, c := range data {
		r := rune(c)
		if 0x80 <= c && c <= 0x9F {
			r = xmlWindows[c-0x80]
		}
		text = utf8.AppendRune(text, r)
	}
	return bytes.NewReader(text), err
}

// xmlWindows are the bytes 0x80 to 0x9F of windows-1252; the others stand for
// the character of their number.
var xmlWindows = [...]rune{
	0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
	0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
}
