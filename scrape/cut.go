package scrape

// part returns the blocks of lines from to to-1 of the flow, lists and tables
// with those of their items and rows that begin there.
func (f *flow) part(from, to int) []Block {
	if from == 0 && to == len(f.lines) {
		return f.page
	}
	c := &cut{from: from, to: to}
	return c.blocks(f.page)
}

// candidates are those of a part of the page. They are kept, since the tables
// of a recipe often share one.
func (f *flow) candidates(from, to int) []candidate {
	key := [2]int{from, to}
	list, ok := f.found[key]
	if !ok {
		list = candidates(f.part(from, to))
		f.found[key] = list
	}
	return list
}

// A cut counts the lines of the flow while it walks the blocks that they were
// made of.
type cut struct {
	from, to int
	at       int
}

// holds counts n lines and reports whether the first of them is wanted.
func (c *cut) holds(n int) bool {
	first := c.at
	c.at += n
	return first >= c.from && first < c.to
}

func (c *cut) blocks(list []Block) []Block {
	var kept []Block
	for i := range list {
		if b, ok := c.block(&list[i]); ok {
			kept = append(kept, b)
		}
	}
	return kept
}

func (c *cut) block(b *Block) (Block, bool) {
	part := *b
	switch b.Kind {
	case Section:
		part.Blocks = c.blocks(b.Blocks)
		return part, len(part.Blocks) > 0
	case List, Definitions:
		part.Items = nil
		for i := range b.Items {
			if c.holds(b.Items[i].lineCount()) {
				part.Items = append(part.Items, b.Items[i])
			}
		}
		return part, len(part.Items) > 0
	case Grid:
		part.Rows = nil
		for i := range b.Rows {
			if c.holds(b.Rows[i].lineCount()) {
				part.Rows = append(part.Rows, b.Rows[i])
			}
		}
		return part, len(part.Rows) > 0
	}
	part.Lines = nil
	for _, l := range b.Lines {
		if c.holds(1) {
			part.Lines = append(part.Lines, l)
		}
	}
	return part, len(part.Lines) > 0
}

// lineCount is how many lines of the flow are made of an item.
func (item *Item) lineCount() int {
	n := len(item.Term)
	for i := range item.Blocks {
		n += item.Blocks[i].lineCount()
	}
	return n
}

func (r *Row) lineCount() int {
	n := 0
	for i := range r.Cells {
		if !r.Cells[i].Copied {
			n += len(r.Cells[i].Lines)
		}
	}
	return n
}

func (b *Block) lineCount() int {
	n := 0
	switch b.Kind {
	case Section:
		for i := range b.Blocks {
			n += b.Blocks[i].lineCount()
		}
	case List, Definitions:
		for i := range b.Items {
			n += b.Items[i].lineCount()
		}
	case Grid:
		for i := range b.Rows {
			n += b.Rows[i].lineCount()
		}
	default:
		n = len(b.Lines)
	}
	return n
}
