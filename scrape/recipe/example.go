package recipe

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/vocab"
)

// example adds the keys that the examples of the region have below the
// table's path: one row a key, at its first appearance, with the value as the
// extra column Example.
func (rd *reading) example() {
	path := strings.Split(rd.table.Example, ".")
	found := map[string]bool{}
	for i := rd.region.from; i < rd.region.to; {
		if rd.flow.Lines[i].place != inPre {
			i++
			continue
		}
		end := i
		for end < rd.region.to && rd.flow.Lines[end].place == inPre && rd.flow.Lines[end].unit == rd.flow.Lines[i].unit {
			end++
		}
		for _, m := range members(rd.flow.Lines[i:end], path) {
			if found[m.key] {
				continue
			}
			found[m.key] = true
			r := newRow(rd.flow.Lines[i+m.line].No, i+m.line)
			r.set("code", m.key)
			r.set("Example", m.value)
			rd.rows = append(rd.rows, r)
		}
		i = end
	}
	if len(found) == 0 {
		rd.recipeProblem(rd.table.line("example"), "look up how the examples nest now", "no example in %s has keys below %s", rd.file, rd.table.Example)
	}
}

// A member is a key of an object or element of an example.
type member struct {
	key   string
	value string // of a scalar; "" of anything deeper
	line  int    // of the example, from 0
}

// members parses an example, with or without numbered lines, as JSON or XML
// and returns the members at a path. An example that is neither has none.
func members(lines []FlowLine, path []string) []member {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = strings.TrimSpace(l.Text)
	}
	blankHTTP(texts)
	text := []byte(strings.Join(texts, "\n"))
	if numbered(texts) {
		for i := range texts {
			texts[i] = vocab.LineNumber.ReplaceAllString(texts[i], "")
		}
		text = []byte(strings.Join(texts, "\n"))
	}
	if bytes.HasPrefix(bytes.TrimSpace(text), []byte("<")) {
		return xmlMembers(text, path)
	}
	return jsonMembers(text, path)
}

// blankHTTP blanks the status line and the headers of a reply, which stand in
// one block with its body on some pages.
func blankHTTP(texts []string) {
	if !vocab.HTTPStart.MatchString(texts[0]) {
		return
	}
	for i := range texts {
		if strings.HasPrefix(texts[i], "{") || strings.HasPrefix(texts[i], "[") || strings.HasPrefix(texts[i], "<") {
			return
		}
		texts[i] = ""
	}
}

// numbered reports whether every line begins with its own number.
func numbered(texts []string) bool {
	return len(texts) > 1 && strings.HasPrefix(texts[0], "1") && strings.HasPrefix(texts[1], "2")
}

func lineAt(text []byte, offset int64) int {
	return bytes.Count(text[:offset], []byte("\n"))
}

// jsonMembers walks the tokens, since a map would lose the order of keys.
func jsonMembers(text []byte, path []string) []member {
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.UseNumber()
	var found []member
	if err := jsonObject(dec, text, path, &found); err != nil {
		return nil
	}
	return found
}

func jsonObject(dec *json.Decoder, text []byte, path []string, found *[]member) error {
	open, err := dec.Token()
	if err != nil || open != json.Delim('{') {
		return errors.Join(err, skipRest(dec, open))
	}
	for dec.More() {
		name, err := dec.Token()
		if err != nil {
			return err
		}
		key, _ := name.(string)
		line := lineAt(text, dec.InputOffset())
		switch {
		case len(path) > 0 && path[0] == key:
			err = jsonObject(dec, text, path[1:], found)
		case len(path) > 0:
			_, err = jsonValue(dec)
		default:
			var value string
			value, err = jsonValue(dec)
			*found = append(*found, member{key, value, line})
		}
		if err != nil {
			return err
		}
	}
	_, err = dec.Token()
	return err
}

// jsonValue reads one value and returns it where it is a scalar.
func jsonValue(dec *json.Decoder) (string, error) {
	var raw json.RawMessage
	if err := dec.Decode(&raw); err != nil {
		return "", err
	}
	var s string
	switch {
	case json.Unmarshal(raw, &s) == nil:
		return s, nil
	case raw[0] == '{' || raw[0] == '[':
		return "", nil
	}
	return string(raw), nil
}

// skipRest passes over the rest of an array that stands where an object was
// looked for.
func skipRest(dec *json.Decoder, open json.Token) error {
	if open != json.Delim('[') {
		return nil
	}
	for dec.More() {
		if _, err := jsonValue(dec); err != nil {
			return err
		}
	}
	_, err := dec.Token()
	return err
}

// xmlMembers returns the attributes and child elements of the elements at a
// path.
func xmlMembers(text []byte, path []string) []member {
	dec := xml.NewDecoder(bytes.NewReader(text))
	dec.Strict = false
	// Whatever the example declares, it is a part of a page that is decoded.
	dec.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	var stack []string
	var found []member
	for {
		token, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return found
		}
		if err != nil {
			return nil
		}
		switch tok := token.(type) {
		case xml.StartElement:
			stack = append(stack, tok.Name.Local)
			end := dec.InputOffset()
			begin := int64(bytes.LastIndexByte(text[:end], '<'))
			if len(stack) == len(path)+1 && slices.Equal(stack[:len(path)], path) {
				found = append(found, member{key: tok.Name.Local, line: lineAt(text, begin)})
			}
			if slices.Equal(stack, path) {
				found = append(found, attributes(tok, text, begin)...)
			}
		case xml.EndElement:
			stack = stack[:max(0, len(stack)-1)]
		}
	}
}

func attributes(e xml.StartElement, text []byte, begin int64) []member {
	var found []member
	for _, a := range e.Attr {
		offset := begin + int64(max(0, bytes.Index(text[begin:], []byte(a.Name.Local+"="))))
		found = append(found, member{a.Name.Local, a.Value, lineAt(text, offset)})
	}
	return found
}
