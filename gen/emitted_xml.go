package gen

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// decodeXML reads a reply, behind which nothing but comments may stand.
func decodeXML(body []byte, reply any) bool {
	decoder := xml.NewDecoder(bytes.NewReader(body))
	decoder.CharsetReader = xmlLatin
	if decoder.Decode(reply) != nil {
		return false
	}
	for {
		token, err := decoder.Token()
		if err != nil {
			return err == io.EOF
		}
		text, isText := token.(xml.CharData)
		if _, isComment := token.(xml.Comment); !isComment && !isText || len(bytes.TrimSpace(text)) > 0 {
			return false
		}
	}
}

// xmlLatin reads the encodings that the WHATWG takes for windows-1252.
func xmlLatin(encoding string, body io.Reader) (io.Reader, error) {
	switch strings.ToLower(encoding) {
	case "windows-1252", "cp1252", "iso-8859-1", "iso_8859-1", "latin1", "us-ascii", "ascii":
	default:
		return nil, errors.ErrUnsupported
	}
	data, err := io.ReadAll(body)
	text := make([]rune, len(data))
	for i, c := range data {
		if text[i] = rune(c); 0x80 <= c && c < 0xA0 {
			text[i] = []rune("€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ")[c-0x80]
		}
	}
	return strings.NewReader(string(text)), err
}
