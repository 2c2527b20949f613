package gen

import (
	"bytes"
	"encoding/json"
	"errors"
)

// decodeJSON reads a reply. What is of another kind than wanted is left out.
func decodeJSON(body []byte, reply any) bool {
	err := json.Unmarshal(bytes.TrimPrefix(body, []byte("\ufeff")), reply)
	var other *json.UnmarshalTypeError
	return err == nil || errors.As(err, &other)
}

// A jsonText is a string, or a number as it is written.
type jsonText string

func (t *jsonText) UnmarshalJSON(data []byte) error {
	switch c := data[0]; {
	case c == '"':
		return json.Unmarshal(data, (*string)(t))
	case c == '-' || '0' <= c && c <= '9':
		*t = jsonText(data)
	}
	return nil
}
