package model

// A Ground is the file that a Spec was read from, as far as a comparison needs
// it: what its lines are, and what on it looks like data, whether anything
// read it or not.
type Ground struct {
	File  string   // of a snapshot of several files, as its entries name it; else ""
	Lines []uint64 // a digest of each line without its white space; 0 where it has nothing else
	Rows  []Row    // in the order of the file
}

// A Row is a piece of a page that looks like data: a row of a table, or an
// item, a heading or a line with something like a code in it.
type Row struct {
	From, To int    // lines, from 1
	Block    int    // rows of one table or list have the same number
	Key      string // its first cell or word
	Text     string // its cells, joined by " | "
	Loose    bool   // no row of a table: it may be part of what another row says
	Header   bool   // it says what the columns below it are
}

// Span makes the row reach to a line; 0 is none.
func (r *Row) Span(line int) {
	if line == 0 {
		return
	}
	if r.From == 0 || line < r.From {
		r.From = line
	}
	r.To = max(r.To, line)
}
