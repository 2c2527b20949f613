package source

import (
	"go/constant"
	gotoken "go/token"
	"slices"

	"github.com/spectab/spectab/scrape/page"
)

// A banner is a comment above definitions: the text of the one below it, or
// the title of several.
type banner struct {
	lines  []page.Line
	parted bool // a blank line stands below, or it says so: the text of none
	count  int  // of the definitions below, up to the next
}

// comment takes a comment: of the definition before it where that is on its
// line, or where it goes on with one that is; else it stands above what comes.
func (s *scanner) comment() {
	t := *s.peek(0)
	s.at++
	s.takes(t.no, t.end)
	if len(t.lines) == 0 {
		return
	}
	if last := s.last(); last != nil && s.trails(&t, last) {
		last.remarked(t.lines)
		return
	}
	if n := len(s.comments); n > 0 && s.comments[n-1].end+1 >= t.no && s.comments[n-1].doc == t.doc && t.end == t.no {
		above := &s.comments[n-1]
		above.lines, above.end = append(above.lines, t.lines...), t.end // no other token has them
		return
	}
	s.comments = append(s.comments, t)
}

// docstring takes the text that Python has below what it documents, in the same
// column.
func (s *scanner) docstring() bool {
	t, last := s.peek(0), s.last()
	if t.kind != stringToken || t.long == nil || !t.first || last == nil || max(last.end, last.no)+1 != t.no || last.documented {
		return false
	}
	s.at++
	s.takes(t.no, t.lines[len(t.lines)-1].No)
	last.documents(said(t.lines))
	return true
}

// last is the definition that was read last.
func (s *scanner) last() *definition {
	if n := len(s.groups); n > 0 && len(s.groups[n-1].list) > 0 {
		return s.groups[n-1].list[len(s.groups[n-1].list)-1]
	}
	return nil
}

// trails reports whether a comment stands behind the definition that was read
// last: on the line where it ends, or below one that does, where it begins in
// the same column.
func (s *scanner) trails(t *token, last *definition) bool {
	if !t.first {
		return max(last.end, last.no) == t.no
	}
	before := s.peek(-2)
	if before.kind == eolToken {
		before = s.peek(-3)
	}
	return before.kind == commentToken && !before.first && before.col == t.col && before.end+1 == t.no && len(s.comments) == 0
}

func (d *definition) remarked(lines []page.Line) {
	text, old := cutDeprecated(lines)
	d.deprecated = append(d.deprecated, old...)
	if d.documented {
		d.remark = append(d.remark, text...)
		return
	}
	d.text = append(d.text, text...)
}

// describe gives a definition the comments above it: the last as its text
// where it documents, the others as banners.
func (s *scanner) describe(d *definition) {
	comments := s.comments
	s.comments = nil
	for i := range comments {
		t := &comments[i]
		if t.doc && !t.titles && i+1 == len(comments) {
			d.documents(t.lines)
			continue
		}
		below := d.from
		if i+1 < len(comments) {
			below = comments[i+1].no
		}
		d.banner = &banner{lines: t.lines, parted: t.titles || below > t.end+1}
	}
}

// documents takes what a comment says that documents a definition.
func (d *definition) documents(lines []page.Line) {
	text, old := cutDeprecated(lines)
	d.deprecated = append(d.deprecated, old...)
	if d.said {
		d.remark = append(d.remark, text...)
		return
	}
	d.text, d.documented = text, len(text) > 0
}

// settle decides which banners of a group are titles: all, where most of them
// stand above several definitions; those that a blank line parts from what is
// below; none that stands alone above each.
func (g *group) settle() {
	g.raise()
	single, several := 0, 0
	var last *banner
	for _, d := range g.list {
		if b := d.banner; b != nil && b != last {
			last = b
			switch {
			case b.parted:
			case b.count == 1:
				single++
			default:
				several++
			}
		}
	}
	each := single > 2 && single*5 >= len(g.list)*4
	titles := several > single || g.kind == "define" && several > 0 && several == single
	if g.kind != "define" && several == 1 { // the first alone is documented
		titles = false
	}
	last = nil
	for _, d := range g.list {
		d.settle()
		b := d.banner
		if b == nil || b.parted || !each && titles {
			continue
		}
		if d.banner = nil; b != last {
			d.above(b.lines, each)
		}
		last = b
	}
}

// leastTitled is of how many definitions, with a text behind each, a comment
// above the first is the title.
const leastTitled = 3

// raise makes banners of the comments that document the first of several
// definitions alone, where a text stands behind each of them.
func (g *group) raise() {
	for i, d := range g.list {
		if !d.documented || d.said || len(d.remark) == 0 {
			continue
		}
		n := 1
		for i+n < len(g.list) && !g.list[i+n].documented && g.list[i+n].banner == d.banner && len(g.list[i+n].text) > 0 {
			n++
		}
		if n < leastTitled {
			continue
		}
		title := &banner{lines: d.text, count: n}
		d.text, d.remark, d.documented = d.remark, nil, false
		for _, below := range g.list[i : i+n] {
			below.banner = title
		}
	}
}

// settle drops the bare mark of what is deprecated where the page says more,
// and a comment that says the value again.
func (d *definition) settle() {
	if n := d.value.number; n != nil && len(d.text) == 1 {
		if said := constant.MakeFromLiteral(d.text[0].Text, gotoken.INT, 0); said.Kind() == constant.Int && constant.Compare(said, gotoken.EQL, n) {
			d.text = nil
		}
	}
	bare := func(l page.Line) bool { return l.Text == deprecated }
	if len(d.deprecated) > 1 && slices.ContainsFunc(d.deprecated, func(l page.Line) bool { return !bare(l) }) {
		d.deprecated = slices.DeleteFunc(d.deprecated, bare)
	}
}

// above makes a comment above a definition its text; one behind it stays,
// unless all have one above.
func (d *definition) above(lines []page.Line, each bool) {
	text, old := cutDeprecated(lines)
	d.deprecated = append(d.deprecated, old...)
	switch {
	case len(d.text) == 0:
		d.text = text
	case d.said:
		d.remark = append(text, d.remark...)
	case each:
		d.text, d.remark = text, append(d.text, d.remark...)
	}
}
