package catalog

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/spectab/spectab/scrape/page"
)

// section is the header of a part of an .ini file.
var section = regexp.MustCompile(`^\[+([^\[\]]+)\]+$`)

// assignment is an entry that is commented out.
var assignment = regexp.MustCompile(`^[#;!/\s]+(?:export\s+)?[A-Za-z_][\w.-]*\s*=`)

// properties reads the lines of a file of assignments.
func (r *reader) properties(format, text string) {
	inComment := false
	for no, rest, more := 1, text, true; more; {
		var line string
		from := no
		line, rest, more = cutLine(rest, &no, format == "properties")
		line = strings.TrimSpace(line)
		m := section.FindStringSubmatch(line)
		switch {
		case inComment || strings.HasPrefix(line, "/*"):
			inComment = !strings.Contains(line, "*/")
			r.comment(line, from)
		case line == "":
			r.blank()
		case assignment.MatchString(line):
		case strings.HasPrefix(line, "#") || line[0] == ';' || strings.HasPrefix(line, "//") || line[0] == '!' && format == "properties":
			r.comment(line, from)
		case m != nil && format != "properties":
			r.blank()
			if title := page.Clean(m[1]); title != "" {
				r.begin([]page.Line{{Text: title, No: from}}, 2)
			}
		default:
			r.assign(format, line, from)
		}
	}
}

// cutLine is the next line of a text; in some files a backslash at its end joins
// the line below.
func cutLine(text string, no *int, joins bool) (line, rest string, more bool) {
	var b strings.Builder
	for {
		line, rest, more = strings.Cut(text, "\n")
		*no++
		bare := strings.TrimRight(line, `\`)
		if !joins || !more || (len(line)-len(bare))%2 == 0 || b.Len() == 0 && isComment(line) {
			break
		}
		b.WriteString(line[:len(line)-1])
		text = strings.TrimLeft(rest, " \t")
	}
	if b.Len() == 0 {
		return line, rest, more
	}
	b.WriteString(line)
	return b.String(), rest, more
}

func isComment(line string) bool {
	line = strings.TrimSpace(line)
	return line == "" || line[0] == '#' || line[0] == '!'
}

// assign takes a key and its value.
func (r *reader) assign(format, line string, no int) {
	var key, value string
	if format == "properties" {
		key, value = cutProperty(line)
		key, value = unescape(key), unescape(value)
	} else {
		at := strings.IndexAny(quoteless(line), "=:")
		if at < 0 {
			at = len(line)
		}
		key, value = line[:at], line[min(at+1, len(line)):]
		key = unquote(strings.TrimPrefix(strings.TrimSpace(key), "export "), format)
		value = unquote(strings.TrimSuffix(strings.TrimSpace(value), semicolon(format)), format)
	}
	if key = page.Clean(key); key == "" {
		r.page.Warnings.Add("", no, "", "a line without a key is not read")
		return
	}
	r.add(entry{fields: []field{{"key", key, no}, {"message", value, no}}})
}

// semicolon is what ends an entry.
func semicolon(format string) string {
	if format == "strings" {
		return ";"
	}
	return ""
}

// cutProperty parts a property at the first equals sign, colon or blank that no
// backslash stands before.
func cutProperty(line string) (key, value string) {
	for i := 0; i < len(line); i++ {
		switch line[i] {
		case '\\':
			i++
		case '=', ':':
			return line[:i], strings.TrimLeft(line[i+1:], " \t\f")
		case ' ', '\t', '\f':
			value = strings.TrimLeft(line[i:], " \t\f")
			if value != "" && (value[0] == '=' || value[0] == ':') {
				value = strings.TrimLeft(value[1:], " \t\f")
			}
			return line[:i], value
		}
	}
	return line, ""
}

// quoteless is a line with everything inside a leading quoted key blanked.
func quoteless(line string) string {
	if line[0] != '"' {
		return line
	}
	end := closing(line)
	return strings.Repeat(" ", end) + line[end:]
}

// closing is the offset behind the quote that closes the one a text begins with,
// or its length.
func closing(s string) int {
	for i := 1; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case s[0]:
			return i + 1
		}
	}
	return len(s)
}

// unquote takes away the quotes around a text.
func unquote(s, format string) string {
	s = strings.TrimSpace(s)
	if len(s) < 2 || s[0] != '"' && s[0] != '\'' || closing(s) != len(s) || s[len(s)-1] != s[0] {
		return s
	}
	if s[0] == '\'' || format == "ini" || format == "cfg" {
		return s[1 : len(s)-1]
	}
	return unescape(s[1 : len(s)-1])
}

// unescape writes what stands behind backslashes as it is meant: \n, \t, \u00e9;
// any other character as itself.
func unescape(s string) string {
	if !strings.Contains(s, `\`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n', 'r':
			b.WriteByte('\n')
		case 't', 'f':
			b.WriteByte(' ')
		case 'u', 'U':
			var units []uint16
			for i++; ; i += 2 {
				n, err := strconv.ParseUint(s[i:min(i+4, len(s))], 16, 16)
				if err != nil || len(s) < i+4 {
					break
				}
				units = append(units, uint16(n))
				if i += 4; !strings.HasPrefix(s[i:], `\u`) && !strings.HasPrefix(s[i:], `\U`) {
					break
				}
			}
			b.WriteString(string(utf16.Decode(units)))
			i--
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}
