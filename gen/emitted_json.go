package gen

import "encoding/json"

// A jsonReply is a body that should be JSON.
type jsonReply []byte

// text returns the string or number under a path of keys, "" where there is
// none or the reply is malformed.
func (r jsonReply) text(path ...string) string {
	raw := json.RawMessage(r)
	for _, key := range path {
		var object map[string]json.RawMessage
		if json.Unmarshal(raw, &object) != nil {
			return ""
		}
		raw = object[key]
	}
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	var number json.Number
	if json.Unmarshal(raw, &number) == nil {
		return number.String()
	}
	return ""
}
