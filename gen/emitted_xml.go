package gen

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
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
		if len(path) == 2 && a.Name.Local == path[1] {
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
