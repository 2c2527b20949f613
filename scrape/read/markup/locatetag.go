package markup

import "strings"

// unreadElements hold text that is neither markup nor read.
var unreadElements = []string{"script", "style", "noscript", "iframe", "noembed", "noframes"}

// tag returns the offset behind the tag, comment or unread element at pos. Where
// the source ends before that does, it is kept.
func (l *locator) tag(pos int) int {
	rest := l.src[pos:]
	end := 0
	switch {
	case strings.HasPrefix(rest, "<!--"):
		end = commentEnd(rest)
	case rest[1] == '!' || rest[1] == '?':
		end = strings.IndexByte(rest, '>') + 1
	default:
		end = tagEnd(rest)
		if raw := unreadElement(rest); raw != "" && end > 0 {
			end = rawEnd(rest, raw)
		}
	}
	if end == 0 {
		l.cut, end = rest, len(rest)
	}
	return pos + end
}

// commentEnd is the offset behind the comment at the beginning of s, or 0.
func commentEnd(s string) int {
	for _, short := range []string{"<!-->", "<!--->"} {
		if strings.HasPrefix(s, short) {
			return len(short)
		}
	}
	if i := strings.Index(s, "-->"); i >= 0 {
		return i + len("-->")
	}
	return 0
}

// unreadElement is the name of the unread element whose tag s begins with, or "".
func unreadElement(s string) string {
	if c := s[1] | 0x20; c != 's' && c != 'n' && c != 'i' {
		return "" // nearly always
	}
	for _, raw := range unreadElements {
		if len(s) > len(raw)+1 && strings.EqualFold(s[1:1+len(raw)], raw) && endsName(s[1+len(raw)]) {
			return raw
		}
	}
	return ""
}

func endsName(c byte) bool { return c == '>' || c == '/' || isSpace(c) }

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// rawEnd is the offset behind the end tag of a unread element, in letters of any
// case, or 0.
func rawEnd(s, name string) int {
	for at := 0; ; at += 2 {
		i := strings.Index(s[at:], "</")
		if i < 0 {
			return 0
		}
		at += i
		if rest := s[at+2:]; len(rest) >= len(name) && strings.EqualFold(rest[:len(name)], name) {
			if end := strings.IndexByte(rest, '>'); end >= 0 {
				return at + 2 + end + 1
			}
			return 0
		}
	}
}

// tagEnd returns the offset behind the tag at the beginning of s, or 0 where s
// ends before it does. Brackets in quoted values do not end it.
func tagEnd(s string) int {
	at := 2
	for at < len(s) && !endsName(s[at]) {
		at++
	}
	for at < len(s) {
		switch c := s[at]; {
		case c == '>':
			return at + 1
		case isSpace(c) || c == '/':
			at++
		default:
			at = attributeEnd(s, at)
		}
	}
	return 0
}

// attributeEnd is the offset behind the name, or the name and value, at an
// offset of a tag.
func attributeEnd(s string, at int) int {
	for at++; at < len(s) && s[at] != '=' && !endsName(s[at]); at++ {
	}
	value := at
	for value < len(s) && isSpace(s[value]) {
		value++
	}
	if value == len(s) || s[value] != '=' {
		return at
	}
	for value++; value < len(s) && isSpace(s[value]); value++ {
	}
	switch {
	case value == len(s):
	case s[value] == '"' || s[value] == '\'':
		end := strings.IndexByte(s[value+1:], s[value])
		if end < 0 {
			return len(s)
		}
		return value + 1 + end + 1
	default:
		for value < len(s) && s[value] != '>' && !isSpace(s[value]) {
			value++
		}
	}
	return value
}
