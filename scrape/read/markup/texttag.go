package markup

import "strings"

// unreadElements hold text that is neither markup nor read.
var unreadElements = []string{"script", "style", "noscript", "iframe", "noembed", "noframes"}

// tag returns the offset behind the tag, comment or unread element at pos. Where
// the source ends before that does, it is kept.
func (l *lineFinder) tag(pos int) int {
	rest := l.src[pos:]
	end := 0
	switch {
	case strings.HasPrefix(rest, "<!--"):
		end = commentEnd(rest)
	case rest[1] == '!' || rest[1] == '?':
		end = strings.IndexByte(rest, '>') + 1
	default:
		end = tagEnd(rest)
		l.notice(rest, pos, end)
		if raw := unreadElement(rest); raw != "" && end > 0 && l.foreign == 0 {
			end = rawEnd(rest, raw)
		}
	}
	if end == 0 {
		l.unclosed, end = rest, len(rest)
	}
	return pos + end
}

// notice takes down what a tag means for those behind it: in a textarea, tags
// are text, and in svg and math, nothing is.
func (l *lineFinder) notice(rest string, pos, end int) {
	switch rest[1] | 0x20 {
	case 't':
		if end > 0 && l.foreign == 0 && isElement(rest[1:], "textarea") {
			l.rawFrom, l.rawTo = pos+end, pos+end+textEnd(rest[end:], "textarea")
		}
	case 's', 'm':
		if (isElement(rest[1:], "svg") || isElement(rest[1:], "math")) && end > 1 && rest[end-2] != '/' {
			l.foreign++
		}
	case '/' | 0x20:
		if l.foreign > 0 && (isElement(rest[2:], "svg") || isElement(rest[2:], "math")) {
			l.foreign--
		}
	}
}

// isElement reports whether a tag is that of an element.
func isElement(tag, name string) bool {
	return len(tag) > len(name) && strings.EqualFold(tag[:len(name)], name) && endsName(tag[len(name)])
}

// commentEnd is the offset behind the comment at the beginning of s, or 0.
func commentEnd(s string) int {
	for _, short := range []string{"<!-->", "<!--->"} {
		if strings.HasPrefix(s, short) {
			return len(short)
		}
	}
	for at := len("<!--"); ; {
		i := strings.Index(s[at:], "--")
		if i < 0 {
			return 0
		}
		at += i + len("--")
		rest := strings.TrimLeft(s[at:], "-")
		at = len(s) - len(rest)
		switch {
		case strings.HasPrefix(rest, ">"):
			return at + 1
		case strings.HasPrefix(rest, "!>"):
			return at + 2
		}
	}
}

// unreadElement is the name of the unread element whose tag s begins with, or "".
func unreadElement(s string) string {
	if c := s[1] | 0x20; c != 's' && c != 'n' && c != 'i' {
		return "" // nearly always
	}
	for _, raw := range unreadElements {
		if isElement(s[1:], raw) {
			return raw
		}
	}
	return ""
}

func endsName(c byte) bool { return c == '>' || c == '/' || isSpace(c) }

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

// rawEnd is the offset behind the end tag of an unread element, in letters of
// any case, or 0.
func rawEnd(s, name string) int {
	at := textEnd(s, name)
	if end := strings.IndexByte(s[at:], '>'); end >= 0 {
		return at + end + 1
	}
	return 0
}

// textEnd is the offset of the end tag of an element in which tags are none,
// and the length of s where there is none.
func textEnd(s, name string) int {
	for at := 0; ; at += 2 {
		i := strings.Index(s[at:], "</")
		if i < 0 {
			return len(s)
		}
		at += i
		if rest := s[at+2:]; len(rest) >= len(name) && strings.EqualFold(rest[:len(name)], name) {
			return at
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
