package record

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// What a declaration says behind the name: the number or the text of a constant,
// or a type of one word, with what it is a list of.
var (
	declaredValue = regexp.MustCompile(`^-?\d[\w.]*$`)
	declaredText  = regexp.MustCompile(`^"([^"]+)"$`)
	declaredType  = regexp.MustCompile(`^[A-Za-z][\w.]*(?:<[\w., ]+>)?(?:\[\])*\??$`)
)

// declared is the heading of what the line below declares, as documentation made
// of source code has it, with the value or the type beside the name:
//
//	### width
//	> `optional` **width**: `number`
//
// A line that is a type and little else declares it, too. A text has a line of its
// own. There are no lines for any other line below.
func declared(heading *page.Line, below *page.Block) []page.Line {
	name := strings.TrimRight(heading.Text, "?()")
	if name == "" || below.Kind != page.Paragraph || len(below.Lines) != 1 || !isOneName(name) {
		return nil
	}
	l := &below.Lines[0]
	if len(l.Marks) > 0 && l.Marks[0].From == 0 && vocab.IsType(l.Text[:l.Marks[0].To]) && vocab.IsType(l.Text) && !strings.ContainsAny(l.Text, "()") {
		line := headingOf(heading, name)
		line.Text += " (" + strings.ReplaceAll(l.Text, " |", ",") + ")"
		return []page.Line{line}
	}
	for _, m := range l.Marks {
		if m.Kind != page.Strong && m.Kind != page.Code || l.Text[m.From:m.To] != name {
			continue
		}
		said, ok := strings.CutPrefix(strings.TrimLeft(l.Text[m.To:], "?"), ":")
		said, _, _ = strings.Cut(said, " = ")
		line := headingOf(heading, name)
		switch said = strings.TrimSpace(said); {
		case !ok || said == "":
			return nil
		case declaredValue.MatchString(said):
			line.Text += " = " + said
		case declaredText.MatchString(said):
			value := *l
			value.Text, value.Marks = "Value: "+said[1:len(said)-1], nil
			return []page.Line{line, value}
		case declaredType.MatchString(said):
			line.Text += " (" + said + ")"
		case strings.Contains(said, " ") && !strings.ContainsAny(said, "<>|=()[]{}"):
			return nil // prose
		}
		return []page.Line{line}
	}
	return nil
}

// headingOf is a heading of which a name is set as code.
func headingOf(heading *page.Line, name string) page.Line {
	line := *heading
	line.Text, line.Marks = name, []page.Mark{{Kind: page.Code, To: int32(len(name))}}
	return line
}
