package recipe

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
)

// struckOut is what is said of a code that the page strikes out.
const struckOut = "struck out"

// advice is what a page says against a code under a header that speaks of it: a
// version or a text, and the bare word where it says yes. It is "" where it says
// no.
func advice(cell string) string {
	switch against, ok := model.Truth(cell); {
	case !ok:
		return cell
	case against:
		return "deprecated"
	}
	return ""
}

// strike notes that the code or the text of a row is struck out.
func (r *row) strike() {
	if r.cells.of("deprecated") == "" {
		r.set("deprecated", struckOut)
	}
}

// cellCodes reads a cell of codes as codeCell does, without what is set beside
// them: labels, numbers of notes, and the bars through codes that are gone.
func (rd *reading) cellCodes(cell *page.Cell) []fields {
	marked := slices.ContainsFunc(cell.Lines, func(l page.Line) bool { return len(l.Marks) > 0 })
	if !marked {
		return rd.codeCell(cell.Text())
	}
	l := page.Join(cell.Lines)
	text, labels := besideCodes(&l)
	list := rd.codeCell(text)
	for i := range list {
		c := &list[i]
		for _, label := range labels {
			c.add(remarkRole(label), label)
		}
		if c.of("deprecated") == "" && strikes(&l, c.of("code")) {
			c.put("deprecated", struckOut)
		}
	}
	return list
}

// label adds labels that stand beside a code or a text.
func (r *row) label(labels []string) {
	for _, l := range labels {
		r.set(remarkRole(l), l)
	}
}

// besideCodes parts a line of codes from the labels in it.
func besideCodes(l *page.Line) (text string, labels []string) {
	text, taken := l.Without(page.Badge, page.Raised)
	for _, m := range taken {
		switch said := l.Marked(m); {
		case len(taken) == 1 && text == l.Text: // it is all there is
		case m.Kind == page.Badge:
			labels = append(labels, said)
		case page.IsPower(l.Text[:m.From], said):
			return l.Text[:m.From] + "^" + l.Text[m.From:], nil // and so no code, which is told
		}
	}
	return text, labels
}

// said is what a line of prose says without the numbers of notes, what is
// struck out, and the labels before or behind it.
func said(l *page.Line) (text string, labels []string) {
	if len(l.Marks) == 0 {
		return l.Text, nil
	}
	kept := page.Line{Text: l.Text}
	for _, m := range l.Marks {
		switch {
		case m.Kind == page.Badge && (m.From == 0 || int(m.To) == len(l.Text)) && m.To-m.From < int32(len(l.Text)):
			labels = append(labels, l.Marked(m))
		case m.Kind == page.Struck, l.IsNote(m):
		default:
			continue
		}
		kept.Marks = append(kept.Marks, m)
	}
	text, _ = kept.Without(page.Badge, page.Struck, page.Raised)
	if isStruck(l) { // what is struck out is all that is said
		kept.Marks = slices.DeleteFunc(kept.Marks, func(m page.Mark) bool { return m.Kind == page.Struck })
		text, _ = kept.Without(page.Badge, page.Raised)
	}
	return text, labels
}

// isStruck reports whether a line is struck out, but for a remark in brackets.
func isStruck(l *page.Line) bool {
	if l.WhollyMarked(page.Struck) {
		return true
	}
	rest, taken := l.Without(page.Struck)
	return len(taken) > 0 && bracketed.MatchString(rest)
}

// bracketed is a remark in brackets and nothing else.
var bracketed = regexp.MustCompile(`^[(（\[【][^()（）\[\]【】]*[)）\]】][.。]?$`)

// strikes reports whether a line strikes out a code.
func strikes(l *page.Line, code string) bool {
	return slices.ContainsFunc(l.Marks, func(m page.Mark) bool {
		return m.Kind == page.Struck && slices.Contains(strings.Fields(l.Marked(m)), code)
	})
}
