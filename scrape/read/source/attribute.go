package source

import (
	"regexp"
	"slices"

	"github.com/spectab/spectab/scrape/page"
)

// Marks of members, by the names that languages and their libraries give them.
var (
	marksDeprecated = regexp.MustCompile(`(?i)^(?:deprecated|obsolete)$`)
	marksText       = regexp.MustCompile(`(?i)^(?:description|display|error|doc|help|summary)$`)
	marksValue      = regexp.MustCompile(`^(?:EnumMember|JsonProperty|SerializedName|JsonPropertyName|XmlEnum|serde|SerialName|EnumValue|wire)$`)
)

// attributes reads the marks that stand here: #[a], [a], [[a]], @a, @a(b).
func (s *scanner) attributes(d *definition) {
	for {
		t := s.peek(0)
		switch {
		case t.is("#") && s.peek(1).is("["):
			s.at += 2
			s.attribute(d, "]")
		case t.is("["):
			s.at++
			s.attribute(d, "]")
		case t.is("@") && s.peek(1).kind == identToken:
			s.at++
			if s.peek(1).is("(") {
				s.attribute(d, ")")
				continue
			}
			s.mark(d, s.tokens[s.at:s.at+1])
			s.at++
		case t.kind == identToken && slices.Contains(macrosOfMarks, t.text):
			s.mark(d, []token{{kind: identToken, text: deprecated, no: t.no}})
			s.at++
		default:
			return
		}
	}
}

// macrosOfMarks are macros that mark a member of C as deprecated.
var macrosOfMarks = []string{"G_GNUC_DEPRECATED", "DEPRECATED", "__deprecated", "Q_DECL_DEPRECATED"}

// attribute reads one up to the bracket that closes it; of C++ and C# there
// may be a bracket around it.
func (s *scanner) attribute(d *definition, close string) {
	from := s.at
	depth := 0
	for ; s.at < len(s.tokens); s.at++ {
		switch t := s.peek(0); {
		case t.is("("), t.is("["):
			depth++
		case t.is(")"), t.is("]"):
			if depth--; depth < 0 || close == ")" && depth == 0 {
				s.mark(d, s.tokens[from:s.at])
				s.at++
				return
			}
		case t.is(";"), t.is("}"):
			s.mark(d, s.tokens[from:s.at])
			return
		}
	}
}

// mark reads what an attribute says of a member.
func (s *scanner) mark(d *definition, tokens []token) {
	no, yes := false, &token{}
	var name string
	for i := range tokens {
		t := &tokens[i]
		switch {
		case t.kind == identToken && (marksDeprecated.MatchString(t.text) || marksText.MatchString(t.text) || marksValue.MatchString(t.text)):
			name, yes = t.text, t
		case t.word("false"):
			no = true
		case t.kind == stringToken && name != "":
			s.marked(d, name, t)
			name = ""
		}
	}
	if marksDeprecated.MatchString(name) && !no {
		d.deprecated = append(d.deprecated, page.Line{Text: deprecated, No: yes.no})
	}
}

func (s *scanner) marked(d *definition, name string, t *token) {
	switch {
	case marksDeprecated.MatchString(name):
		d.deprecated = append(d.deprecated, textOf(t)...)
	case marksText.MatchString(name):
		d.text, d.documented = append(d.text, textOf(t)...), true
	default:
		d.expr, d.implicit = []token{*t}, false
	}
}

// textOf is what a string says, as lines; a long one has its own.
func textOf(t *token) []page.Line {
	lines := []page.Line{{Text: t.text, No: t.no}}
	if t.long != nil {
		lines = t.lines
	}
	var out []page.Line
	for _, l := range lines {
		if text := page.Clean(l.Text); text != "" {
			out = append(out, page.Line{Text: text, No: l.No})
		}
	}
	return out
}
