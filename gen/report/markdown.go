package report

import (
	"bytes"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/spectab/spectab/model"
)

// Markdown writes a section for each source and in it a table for each table,
// with those columns only that have a value somewhere in the table. It is
// GitHub's Markdown. Vendor text is plain text in it, and none leaves its cell.
func Markdown(w io.Writer, specs []*model.Spec) error {
	var b bytes.Buffer
	for i, s := range specs {
		if i > 0 {
			b.WriteByte('\n')
		}
		markdownSource(&b, s)
		for j := range s.Tables {
			markdownTable(&b, &s.Tables[j])
		}
	}
	_, err := w.Write(b.Bytes())
	return err
}

func markdownSource(b *bytes.Buffer, s *model.Spec) {
	title := s.Title
	if title == "" {
		title = s.Source
	}
	fmt.Fprintf(b, "## %s\n\n", link(title, s.URL))
	facts := []string{"Source " + codeSpan(s.Source)}
	for _, f := range []struct{ what, value string }{
		{"Go package ", codeSpan(s.Package)},
		{"language ", codeSpan(s.Language)},
		{"retrieved ", escape(s.Snapshot.Retrieved)},
		{"text by ", escape(s.Owner)},
		{"licence ", escape(s.License)},
	} {
		if f.value != "" {
			facts = append(facts, f.what+f.value)
		}
	}
	fmt.Fprintf(b, "%s.\n", strings.Join(facts, ", "))
}

func markdownTable(b *bytes.Buffer, t *model.Table) {
	fmt.Fprintf(b, "\n### %s (%s)\n\n", escape(t.Name), escape(string(t.Kind)))
	if t.Heading != "" {
		fmt.Fprintf(b, "Under “%s” on the page.\n\n", prose(t.Heading))
	}
	if len(t.Entries) == 0 {
		b.WriteString("No entries.\n")
		return
	}
	used := usedColumns(t)
	titles := make([]string, len(used))
	for i, c := range used {
		titles[i] = prose(c.title)
	}
	markdownRow(b, titles)
	b.WriteString("|" + strings.Repeat(" --- |", len(used)) + "\n")
	for i := range t.Entries {
		cells := make([]string, len(used))
		for j, c := range used {
			cells[j] = cell(c, c.values(&t.Entries[i]))
		}
		markdownRow(b, cells)
	}
}

func markdownRow(b *bytes.Buffer, cells []string) {
	b.WriteString("| " + strings.Join(cells, " | ") + " |\n")
}

// usedColumns are the columns that an entry of t has a value for. The page's
// columns without a role get one each.
func usedColumns(t *model.Table) []column {
	all := slices.DeleteFunc(slices.Clone(columns), func(c column) bool { return c.name == extraName })
	headers := map[string]bool{}
	for i := range t.Entries {
		for header := range t.Entries[i].Extra {
			headers[header] = true
		}
	}
	for _, header := range slices.Sorted(maps.Keys(headers)) {
		all = append(all, column{title: header, values: func(e *model.Entry) []string { return one(e.Extra[header]) }})
	}
	return slices.DeleteFunc(all, func(c column) bool {
		return !slices.ContainsFunc(t.Entries, func(e model.Entry) bool { return len(c.values(&e)) > 0 })
	})
}

func cell(c column, values []string) string {
	write, separator := prose, "<br>"
	if c.literal {
		write, separator = codeSpan, ", "
	}
	parts := make([]string, len(values))
	for i, v := range values {
		parts[i] = write(v)
	}
	return strings.Join(parts, separator)
}

// codeSpan marks s as code. Backticks would need a longer fence, which readers
// limit, and pipes would need an escape in cells only, so that both go into an
// element, in which Markdown's escapes hold.
func codeSpan(s string) string {
	switch {
	case s == "":
		return ""
	case strings.ContainsAny(s, "`|"):
		return "<code>" + escape(s) + "</code>"
	}
	s = visible(s)
	// Markdown takes one space away on both sides, but not if all is space.
	if strings.HasPrefix(s, " ") && strings.HasSuffix(s, " ") && strings.Trim(s, " ") != "" {
		s = " " + s + " "
	}
	return "`" + s + "`"
}

// prose keeps the line breaks of s and folds all other white space. An address
// becomes code, so that it leads nowhere and can be copied.
func prose(s string) string {
	lines := proseLines(s)
	for i, line := range lines {
		var b strings.Builder
		from := 0
		for _, at := range address.FindAllStringIndex(line, -1) {
			b.WriteString(escape(line[from:at[0]]))
			b.WriteString(codeSpan(line[at[0]:at[1]]))
			from = at[1]
		}
		b.WriteString(escape(line[from:]))
		lines[i] = b.String()
	}
	return strings.Join(lines, "<br>")
}

// address is what GitHub and GitLab make a link of by themselves.
var address = regexp.MustCompile(`(?i)\b[a-z][a-z0-9+.-]*://[^\s<>|\\` + "`" + `]+|\bwww\.[^\s<>|\\` + "`" + `]+|\b(?:mailto|xmpp):[^\s<>|\\` + "`" + `]+`)

// entity is an ampersand that HTML would take for a character reference.
// Others are left alone, since GitHub shows a backslash inside an address.
var entity = regexp.MustCompile(`&(#?[0-9A-Za-z]+;)`)

// alive is what GitHub and GitLab make a mention or a reference of, wherever it
// stands in text: @name, org/repo#3, !4, GH-5, %6, ~label, and what is left of
// an address. The first group is where it is parted.
var alive = regexp.MustCompile(`(@)[\pL\d_-]|([#!&%$~^])[\pL\d_"]|(?i:\bGH(-)\d)|(:)//|(?i:\bwww(\.))|(?i:\b(?:mailto|xmpp)(:))`)

// inert parts what is alive by a character of no width. It is put in behind
// the sign, as a reference that nothing on the way takes for white space.
func inert(s string) string {
	once := inertOnce(s)
	if once == s {
		return s
	}
	return inert(once) // what is alive may begin with the end of what was
}

func inertOnce(s string) string {
	return alive.ReplaceAllStringFunc(s, func(found string) string {
		for _, at := range alive.FindStringSubmatchIndex(found)[2:] {
			if at > 0 {
				return found[:at] + "\x00" + found[at:]
			}
		}
		return found
	})
}

// escape makes plain text of a line, in a cell and elsewhere.
func escape(s string) string {
	runes := []rune(inert(visible(s)))
	var b strings.Builder
	for i, r := range runes {
		between := i > 0 && i+1 < len(runes) && isWord(runes[i-1]) && isWord(runes[i+1])
		// Between letters _ means nothing, and addresses are full of it.
		if strings.ContainsRune("\\`*[]<>|~$", r) || r == '_' && !between {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return strings.ReplaceAll(entity.ReplaceAllString(b.String(), `\&$1`), "\x00", "&#8203;")
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// link is text that leads to an address, or only text where the address is
// none of the web.
func link(text, address string) string {
	text = prose(text)
	if address = webAddress(address); address == "" {
		return text
	}
	return "[" + text + "](" + linkTarget(address) + ")"
}

// linkTarget writes every byte as %XX that could end the link or mean
// something in it.
func linkTarget(address string) string {
	var b strings.Builder
	for _, c := range []byte(address) {
		switch {
		case c == '&':
			b.WriteString("&amp;")
		case 'a' <= c|0x20 && c|0x20 <= 'z', '0' <= c && c <= '9', strings.IndexByte("-._~:/?#@!$,;=+%", c) >= 0:
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
