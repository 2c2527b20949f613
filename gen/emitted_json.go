package gen

// A jsonReply is a body that should be JSON.
type jsonReply []byte

// text returns the string or number under a path, "" where there is none or the
// reply is malformed. A step of digits is the place in an array, from 0; of an
// object it is a key like any other.
func (r jsonReply) text(path ...string) string {
	s := jsonScanner{body: r}
	if len(r) >= 3 && string(r[:3]) == "\ufeff" {
		s.at = 3 // some servers begin a body with a byte order mark
	}
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
		found = s.array(path, wanted, depth+1)
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

func (s *jsonScanner) array(path []string, wanted bool, depth int) (found []byte) {
	place := -1
	if wanted && len(path) > 0 {
		place = jsonPlace(path[0])
	}
	s.space()
	for more := !s.skip(']'); more && !s.bad; more = !s.ends(']') {
		if place == 0 {
			found = s.value(path[1:], true, depth)
		} else {
			s.value(nil, false, depth)
		}
		place--
	}
	return found
}

// jsonPlace is the place in an array that a step of a path means, -1 where it
// means none.
func jsonPlace(step string) (place int) {
	if step == "" || len(step) > 9 {
		return -1
	}
	for i := range len(step) {
		if step[i] < '0' || step[i] > '9' {
			return -1
		}
		place = place*10 + int(step[i]-'0')
	}
	return place
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
