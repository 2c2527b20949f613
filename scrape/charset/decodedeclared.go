package charset

import (
	"bytes"
	"strings"
)

// declaredWithin is how far into a page its declaration is looked for. The
// standard says 1,024 bytes, browsers look further, and so do publishers who
// put their scripts first.
const declaredWithin = 8 << 10

// declaredCharset is the label in the XML declaration or in the first <meta>
// that has one, "" where there is none.
func declaredCharset(data []byte) string {
	head := data[:min(len(data), declaredWithin)]
	for at := 0; ; at++ {
		next := bytes.IndexByte(head[at:], '<')
		if next < 0 {
			return ""
		}
		at += next
		rest := head[at:]
		switch {
		case bytes.HasPrefix(rest, []byte("<!--")):
			if end := bytes.Index(rest, []byte("-->")); end > 0 {
				at += end
			}
		case bytes.HasPrefix(rest, []byte("<?xml")):
			if label := labelAfter(tagText(rest), "encoding"); label != "" {
				return label
			}
		case len(rest) > 5 && bytes.EqualFold(rest[:5], []byte("<meta")):
			if label := metaCharset(tagText(rest)); label != "" {
				return label
			}
		}
	}
}

// tagText is the tag at the beginning of s, in small letters.
func tagText(s []byte) string {
	end := bytes.IndexByte(s, '>')
	if end < 0 {
		end = len(s)
	}
	return strings.ToLower(string(s[:end]))
}

// metaCharset is the label of <meta charset=…> or of <meta
// http-equiv="Content-Type" content="…; charset=…">; other contents may speak
// of character sets as they like.
func metaCharset(tag string) string {
	at := strings.Index(tag, "charset")
	if at < 0 {
		return ""
	}
	if strings.ContainsAny(tag[at-1:at], " \t\n\r\f/\"'") && !strings.Contains(tag[:at], "content") || strings.Contains(tag, "http-equiv") {
		return labelAfter(tag[at:], "charset")
	}
	return ""
}

// labelAfter is the value behind a name and an equals sign.
func labelAfter(tag, name string) string {
	_, rest, ok := strings.Cut(tag, name)
	if !ok {
		return ""
	}
	rest, ok = strings.CutPrefix(strings.TrimLeft(rest, " \t\n\r\f"), "=")
	if !ok {
		return ""
	}
	rest = strings.TrimLeft(rest, " \t\n\r\f\"'")
	if end := strings.IndexAny(rest, "\"'; \t\n\r\f?/"); end >= 0 {
		rest = rest[:end]
	}
	return rest
}
