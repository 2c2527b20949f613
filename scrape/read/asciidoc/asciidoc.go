package asciidoc

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read/markup"
)

// Fill fills a page.
func Fill(p *page.Page, text string) error {
	r := &reader{page: p, attributes: map[string]string{}, copies: len(text) - strings.Count(text, "|") - strings.Count(text, "!")}
	r.blocks(r.lines(text))
	blocks, err := r.f.Blocks()
	p.Blocks = blocks
	return err
}

// A line is a line of the page.
type line struct {
	text string
	no   int
}

func (l line) blank() bool { return l.text == "" }

type reader struct {
	f          markup.Fragment
	page       *page.Page
	attributes map[string]string // what stands for {name}
	depth      int
	copies     int             // bytes that copies of cells may still have: the page's own but for its bars
	next       blockAttributes // of the block that comes next
}

var (
	conditional = regexp.MustCompile(`^(?:ifdef|ifndef|ifeval|endif)::[^\[]*\[(.*)\]$`)
	inclusion   = regexp.MustCompile(`^include::([^\[]+)\[.*\]$`)
	attribute   = regexp.MustCompile(`^:(!?[\w][\w-]*!?):(?:[ \t]+(.*))?$`)
)

// lines are those of the page, without what decides which of them are shown.
// A condition may have its text in its line.
func (r *reader) lines(text string) []line {
	var lines []line
	for i, row := range strings.Split(text, "\n") {
		l := line{strings.TrimRight(row, " \t\r\f\v"), i + 1}
		if strings.Contains(l.text, "::") {
			if m := conditional.FindStringSubmatch(l.text); m != nil {
				if l.text = m[1]; l.text == "" || strings.HasPrefix(row, "ifeval") {
					continue
				}
			}
			if m := inclusion.FindStringSubmatch(l.text); m != nil {
				r.page.Warnings.Add("", l.no, "read that file too if it holds what is missing", "the page includes %q here, which is not read", m[1])
				continue
			}
		}
		if m := attribute.FindStringSubmatch(l.text); m != nil {
			r.attributes[m[1]] = m[2]
		}
		lines = append(lines, l)
	}
	return lines
}
