package gen

import (
	"unicode/utf16"
	"unicode/utf8"
)

// A jsonReply is a body that should be JSON.
type jsonReply []byte

// text returns the string or number under a path of keys, "" where there is
// none or the reply is malformed.
func (r jsonReply) text(path ...string) string {
	s := jsonScanner{body: r}
	found := s.value(path, true, 0)
	if s.space(); s.bad || s.at < len(r) || len(found) == 0 {
		return ""
	}
	switch c := found[0]; {
	case c == '"':
		return jsonUnquote(found)
	case c == '-' || '0' <= c && c <= '9':
		return string(found)
	}
	return ""
}

// A jsonScanner checks all of a body, and copies nothing.
type jsonScanner struct {
	body []byte
	at   int
	bad  bool
}

// value reads a value and returns what is under a path in it, as it is
// written; nil where there is nothing, or nothing is wanted. Of equal keys the
// last counts.
func (s *jsonScanner) value(path []string, wanted bool, depth int) (found []byte) {
	s.space()
	start := s.at
	switch c := s.next(); {
	case depth > 1000:
		s.bad = true
	case c == '{':
		found = s.object(path, wanted, depth+1)
	case c == '[':
		s.array(depth + 1)
	case c == '"':
		s.text()
	case c == '-' || '0' <= c && c <= '9':
		s.at--
		s.number()
	default:
		s.at = start
		s.word()
	}
	if wanted && len(path) == 0 {
		return s.body[start:s.at]
	}
	return found
}

func (s *jsonScanner) object(path []string, wanted bool, depth int) (found []byte) {
	s.space()
	for more := !s.skip('}'); more && !s.bad; more = !s.ends('}') {
		s.space()
		start := s.at
		s.expect('"')
		s.text()
		key := s.body[start:s.at]
		s.space()
		s.expect(':')
		if wanted && len(path) > 0 && !s.bad && jsonIs(key, path[0]) {
			found = s.value(path[1:], true, depth)
		} else {
			s.value(nil, false, depth)
		}
	}
	return found
}

func (s *jsonScanner) array(depth int) {
	s.space()
	for more := !s.skip(']'); more && !s.bad; more = !s.ends(']') {
		s.value(nil, false, depth)
	}
}

// ends reports whether the list is over, and takes the comma where it is not.
func (s *jsonScanner) ends(with byte) bool {
	s.space()
	if s.skip(with) {
		return true
	}
	s.expect(',')
	return false
}

// text reads the rest of a string.
func (s *jsonScanner) text() {
	for !s.bad {
		switch c := s.next(); {
		case c == '"':
			return
		case c < ' ':
			s.bad = true
		case c == '\\':
			s.escape()
		}
	}
}

func (s *jsonScanner) escape() {
	switch s.next() {
	case '"', '\\', '/', 'b', 'f', 'n', 'r', 't':
	case 'u':
		for range 4 {
			s.bad = jsonHex(s.next()) > 15 || s.bad
		}
	default:
		s.bad = true
	}
}

func (s *jsonScanner) number() {
	s.skip('-')
	if !s.skip('0') {
		s.digits()
	}
	if s.skip('.') {
		s.digits()
	}
	if s.skip('e') || s.skip('E') {
		if !s.skip('+') {
			s.skip('-')
		}
		s.digits()
	}
}

// digits reads one or more.
func (s *jsonScanner) digits() {
	start := s.at
	for s.at < len(s.body) && '0' <= s.body[s.at] && s.body[s.at] <= '9' {
		s.at++
	}
	s.bad = s.bad || s.at == start
}

func (s *jsonScanner) word() {
	for _, word := range [...]string{"null", "true", "false"} {
		if rest := s.body[s.at:]; len(rest) >= len(word) && string(rest[:len(word)]) == word {
			s.at += len(word)
			return
		}
	}
	s.bad = true
}

func (s *jsonScanner) space() {
	for s.at < len(s.body) && (s.body[s.at] == ' ' || s.body[s.at] == '\n' || s.body[s.at] == '\t' || s.body[s.at] == '\r') {
		s.at++
	}
}

// next is the next byte, 0 where there is none.
func (s *jsonScanner) next() byte {
	if s.at == len(s.body) {
		s.bad = true
		return 0
	}
	s.at++
	return s.body[s.at-1]
}

func (s *jsonScanner) skip(c byte) bool {
	if s.at < len(s.body) && s.body[s.at] == c {
		s.at++
		return true
	}
	return false
}

func (s *jsonScanner) expect(c byte) { s.bad = !s.skip(c) || s.bad }

// jsonIs reports whether a string as it is written is text.
func jsonIs(written []byte, text string) bool {
	if inner := written[1 : len(written)-1]; jsonIsPlain(inner) {
		return string(inner) == text
	}
	return jsonUnquote(written) == text
}

// jsonIsPlain reports whether text stands for itself.
func jsonIsPlain(text []byte) bool {
	for _, c := range text {
		if c == '\\' || c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// jsonUnquote is a string without its quotes and escapes. What is no UTF-8
// becomes U+FFFD.
func jsonUnquote(written []byte) string {
	written = written[1 : len(written)-1]
	if jsonIsPlain(written) {
		return string(written)
	}
	text := make([]byte, 0, len(written))
	for len(written) > 0 {
		r, n := utf8.DecodeRune(written)
		if r == '\\' {
			r, n = jsonEscape(written)
		}
		text = utf8.AppendRune(text, r)
		written = written[n:]
	}
	return string(text)
}

// jsonEscape is the character of an escape, and the bytes that it takes.
func jsonEscape(written []byte) (r rune, n int) {
	switch written[1] {
	case 'b':
		return '\b', 2
	case 'f':
		return '\f', 2
	case 'n':
		return '\n', 2
	case 'r':
		return '\r', 2
	case 't':
		return '\t', 2
	case 'u':
		r = jsonUnit(written)
		if utf16.IsSurrogate(r) && len(written) >= 12 && written[6] == '\\' && written[7] == 'u' {
			if pair := utf16.DecodeRune(r, jsonUnit(written[6:])); pair != utf8.RuneError {
				return pair, 12
			}
		}
		return r, 6
	}
	return rune(written[1]), 2
}

// jsonUnit is the number in \uXXXX.
func jsonUnit(written []byte) (r rune) {
	for _, c := range written[2:6] {
		r = r<<4 | jsonHex(c)
	}
	return r
}

// jsonHex is the value of a digit, more than 15 for what is none.
func jsonHex(c byte) rune {
	switch {
	case '0' <= c && c <= '9':
		return rune(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return rune(c | 0x20 - 'a' + 10)
	}
	return 16
}
