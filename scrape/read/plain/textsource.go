package plain

import (
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read/source"
)

// definitions reads constants that source code defines, in a run of lines that
// begins with one: they and what stands around them are a section.
func (r *textReader) definitions() (page.Block, bool) {
	if r.at > 0 && !r.lines[r.at-1].blank() || !source.Begins(r.lines[r.at].text) {
		return page.Block{}, false
	}
	end := r.at
	for end < len(r.lines) && !r.lines[end].blank() {
		end++
	}
	blocks, unread := source.Definitions(plainLines(r.lines[r.at:end]), "")
	if source.Rows(blocks) < 2 || len(unread) > 0 {
		return page.Block{}, false
	}
	r.at = end
	return page.Block{Kind: page.Section, Blocks: blocks}, true
}

func plainLines(lines []textLine) []page.Line {
	out := make([]page.Line, len(lines))
	for i, l := range lines {
		out[i] = page.Line{Text: l.text, No: l.no}
	}
	return out
}
