package gen

import "bytes"

// isXML tells the two formats of a reply apart.
func isXML(body []byte) bool {
	return bytes.HasPrefix(bytes.TrimSpace(bytes.TrimPrefix(body, []byte("\ufeff"))), []byte("<"))
}
