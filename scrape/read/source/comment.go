package source

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

func (l *lexer) lineComment(rest string, mark int, first bool) {
	no := l.lines[l.row].No
	l.comment(token{no: no, col: int32(l.col), first: first, long: &long{
		end:    no,
		doc:    strings.HasPrefix(rest, "///") && !strings.HasPrefix(rest, "////") || strings.HasPrefix(rest, "//!") || strings.HasPrefix(rest, "#:"),
		titles: titled.MatchString(rest[mark:]),
		lines:  said([]page.Line{{Text: rest[mark:], No: no}}),
	}})
	l.col += len(rest)
}

func (l *lexer) blockComment(first bool) {
	t := token{no: l.lines[l.row].No, col: int32(l.col), first: first, long: &long{
		doc: strings.HasPrefix(l.rest(), "/**") && !strings.HasPrefix(l.rest(), "/***") || strings.HasPrefix(l.rest(), "/*!"),
	}}
	l.col += 2
	lines := l.until("*/")
	t.end = lines[len(lines)-1].No
	t.titles = slices.ContainsFunc(lines, func(line page.Line) bool { return titled.MatchString(line.Text) })
	t.lines = said(lines)
	l.comment(t)
}

func (l *lexer) comment(t token) {
	t.kind = commentToken
	l.tokens = append(l.tokens, t)
}

var (
	// frame is what draws a comment: stars before its lines, marks of those
	// that document, rules.
	frame = regexp.MustCompile(`^[\s*/!#-]*(?:<(?:\s+|$))?:?|[\s*/=#-]+$|\\$`)
	// tagged are commands of Doxygen and Javadoc before a text, and elements
	// of C#.
	tagged = regexp.MustCompile(`^[@\\](?:brief|short|details|name|par|note)\s+|\{@\w+\s+([^}]*)\}|</?(?:summary|remarks|para|value|c|see|paramref)\b[^>]*>`)
	// fence opens and closes a group.
	fence = regexp.MustCompile(`[@\\][{}]|[@\\](?:defgroup|addtogroup|ingroup|anchor|since|version|see|sa|file|author)\b.*$`)
	// atDeprecated is where a comment says that nobody should use it.
	atDeprecated = regexp.MustCompile(`(?i)^(?:[@\\]deprecated|deprecated[:.])\s*`)
	// titled is a comment that names the group below.
	titled = regexp.MustCompile(`^\s*[*/!<]*\s*[@\\](?:name|defgroup\s+\w+)\s+\S`)
)

// said is what a comment says, without what draws it.
func said(lines []page.Line) []page.Line {
	var out []page.Line
	for _, l := range lines {
		text := frame.ReplaceAllString(l.Text, "")
		if isRule(l.Text) {
			continue
		}
		text = tagged.ReplaceAllString(fence.ReplaceAllString(text, ""), "$1")
		if text = page.Clean(text); text != "" {
			out = append(out, page.Line{Text: text, No: l.No})
		}
	}
	return out
}

// isRule reports whether a line of a comment says nothing.
func isRule(text string) bool { return strings.Trim(text, " \t*/=-#~_+.<>!\\|") == "" }

// deprecated is what is said of a definition that is marked so without a word.
const deprecated = "deprecated"

// cutDeprecated parts what a comment says of a deprecation from the rest.
func cutDeprecated(lines []page.Line) (text, old []page.Line) {
	for i, l := range lines {
		if m := atDeprecated.FindString(l.Text); m != "" {
			first := page.Line{Text: cmp.Or(l.Text[len(m):], deprecated), No: l.No}
			return lines[:i], append([]page.Line{first}, lines[i+1:]...)
		}
	}
	return lines, nil
}
