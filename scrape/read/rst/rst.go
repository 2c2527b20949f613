package rst

import (
	"regexp"
	"strings"

	"golang.org/x/text/width"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read/markup"
)

// Fill fills a page.
func Fill(p *page.Page, text string) error {
	r := &reader{page: p, targets: map[string]bool{}, substitutes: map[string]string{}}
	lines := split(text)
	for _, l := range lines {
		r.learn(l.text)
	}
	r.blocks(lines)
	blocks, err := r.f.Blocks()
	p.Blocks = blocks
	return err
}

// A line is a line of the page without the indentation of what it is part of.
type line struct {
	text string
	no   int
}

func (l line) blank() bool { return l.text == "" }

// indent is how many spaces a line begins with.
func (l line) indent() int { return len(l.text) - len(strings.TrimLeft(l.text, " ")) }

func split(text string) []line {
	rows := strings.Split(text, "\n")
	lines := make([]line, len(rows))
	for i, row := range rows {
		lines[i] = line{expand(strings.TrimRight(row, " \t\f\v")), i + 1}
	}
	return lines
}

// expand puts spaces in the place of tabs at the beginning of a line, each up
// to a multiple of 8.
func expand(row string) string {
	text := strings.TrimLeft(row, " \t")
	before := row[:len(row)-len(text)]
	if strings.IndexByte(before, '\t') < 0 || text == "" {
		return row
	}
	n := 0
	for _, c := range before {
		if n++; c == '\t' {
			n = (n + 7) / 8 * 8
		}
	}
	return strings.Repeat(" ", n) + text
}

type reader struct {
	f           markup.Fragment
	page        *page.Page
	targets     map[string]bool   // names that text may lead to
	substitutes map[string]string // what stands for |name|
	adornments  []string          // of titles, the highest level first
	depth       int
	objects     string // the kind of what is described in the list that is open
}

var (
	targetLine     = regexp.MustCompile("^\\s*\\.\\. _(?:`([^`]+)`|([^:`]+)):(?:\\s|$)")
	substituteLine = regexp.MustCompile(`^\s*\.\. \|([^|\s](?:[^|]*[^|\s])?)\| +(?:replace|unicode)::\s+(.*)$`)
)

// learn takes down what a line defines for the text of the page.
func (r *reader) learn(text string) {
	if !strings.Contains(text, ".. ") {
		return
	}
	if m := targetLine.FindStringSubmatch(text); m != nil {
		r.targets[strings.ToLower(m[1]+m[2])] = true
	}
	if m := substituteLine.FindStringSubmatch(text); m != nil {
		r.substitutes[strings.ToLower(m[1])] = m[2]
	}
}

// indented is how many lines are blank or indented by as much, without blank
// ones at their end.
func indented(lines []line, by int) int {
	n := 0
	for i, l := range lines {
		switch {
		case l.blank():
		case l.indent() < by:
			return n
		default:
			n = i + 1
		}
	}
	return n
}

// dedent takes as many spaces from the beginning of lines, all that they have
// in common where by is 0.
func dedent(lines []line, by int) []line {
	if by == 0 {
		by = 1 << 30
		for _, l := range lines {
			if !l.blank() {
				by = min(by, l.indent())
			}
		}
	}
	less := make([]line, len(lines))
	for i, l := range lines {
		less[i] = line{l.text[min(by, l.indent()):], l.no}
	}
	return less
}

func trimBlank(lines []line) []line {
	for len(lines) > 0 && lines[0].blank() {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1].blank() {
		lines = lines[:len(lines)-1]
	}
	return lines
}

// columns is how many columns of a terminal a text takes: letters of East Asia
// take two.
func columns(text string) int {
	n := 0
	for _, r := range text {
		n += runeColumns(r)
	}
	return n
}

func runeColumns(r rune) int {
	if r < 0x300 {
		return 1
	}
	if k := width.LookupRune(r).Kind(); k == width.EastAsianWide || k == width.EastAsianFullwidth {
		return 2
	}
	return 1
}
