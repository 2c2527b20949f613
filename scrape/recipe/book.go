package recipe

import (
	"path"
	"sort"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read"
)

// A book is several pages that are read as one: the lines of each are counted
// on from those of the one before.
type book struct {
	files []string
	from  []int // what the lines of each file were shifted by
}

// bind reads pages and joins their blocks.
func bind(pages []PageFile) (*book, []page.Block, error) {
	b := &book{}
	var all []page.Block
	next := 0
	for _, p := range pages {
		page, err := read.Page(p.Name, p.Data)
		if err != nil {
			return nil, nil, err
		}
		shift(page.Blocks, next)
		b.files, b.from = append(b.files, p.Name), append(b.from, next)
		all = append(all, page.Blocks...)
		next += countLines(p.Data)
	}
	return b, all, nil
}

func countLines(data []byte) int {
	n := 1
	for _, c := range data {
		if c == '\n' || c == '\r' { // rather too many than too few
			n++
		}
	}
	return n
}

// shift moves blocks down by so many lines.
func shift(blocks []page.Block, by int) {
	if by == 0 {
		return
	}
	for i := range blocks {
		b := &blocks[i]
		shiftLines(b.Lines, by)
		for j := range b.Items {
			shiftLines(b.Items[j].Term, by)
			shift(b.Items[j].Blocks, by)
		}
		for j := range b.Rows {
			for k := range b.Rows[j].Cells {
				cell := &b.Rows[j].Cells[k]
				cell.No += by
				if !cell.Copied { // else the lines are those of another cell
					shiftLines(cell.Lines, by)
					shift(cell.Blocks, by)
				}
			}
		}
		shift(b.Blocks, by)
	}
}

func shiftLines(lines []page.Line, by int) {
	for i := range lines {
		lines[i].No += by
	}
}

// place is the file and the line of a line of the whole.
func (b *book) place(line int) (file string, no int) {
	i := sort.Search(len(b.from), func(i int) bool { return b.from[i] >= line }) - 1
	if i < 0 {
		return b.files[0], line
	}
	return b.files[i], line - b.from[i]
}

// settle gives entries and problems the places that they have in their files.
func (b *book) settle(spec *model.Spec, problems model.Problems) {
	for i := range spec.Tables {
		for j := range spec.Tables[i].Entries {
			e := &spec.Tables[i].Entries[j]
			e.File, e.Line = b.place(e.Line)
			e.File = path.Base(e.File)
		}
	}
	for _, p := range problems {
		if p.File == b.files[0] && p.Line > 0 {
			p.File, p.Line = b.place(p.Line)
		}
	}
}
