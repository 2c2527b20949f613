package drift

import (
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// A reader is an entry and the lines that it may have been read from.
type reader struct {
	table *model.Table
	entry *model.Entry
	end   int             // behind its last line
	words map[string]bool // all that it says; nil until somebody asks
}

// readers are those of one file, in the order of their lines.
type readers struct {
	byLine []*reader
	byCode map[string][]*reader
}

func readersOf(s *model.Spec, name string) *readers {
	r := &readers{byCode: map[string][]*reader{}}
	ends := map[*model.Entry]int{}
	endsOf(s, ends)
	for i := range s.Tables {
		t := &s.Tables[i]
		for j := range t.Entries {
			if e := &t.Entries[j]; e.File == name {
				by := &reader{table: t, entry: e, end: ends[e]}
				r.byLine, r.byCode[e.Code] = append(r.byLine, by), append(r.byCode[e.Code], by)
			}
		}
	}
	slices.SortStableFunc(r.byLine, func(a, b *reader) int { return a.entry.Line - b.entry.Line })
	return r
}

// at is the entry that begins in a row. Where rows share their lines, the row
// has to have its code.
func (r *readers) at(row *model.Row, shared bool) *reader {
	i, _ := slices.BinarySearchFunc(r.byLine, row.From, func(by *reader, line int) int { return by.entry.Line - line })
	for ; i < len(r.byLine) && r.byLine[i].entry.Line <= row.To; i++ {
		if by := r.byLine[i]; !shared || saysIt(row, []string{by.entry.Code, by.entry.Key}) {
			return by
		}
	}
	return nil
}

// around is the entry that says all that a row does which stands within it:
// the one that begins there, or for what is no row of a table the last before.
func (r *readers) around(row *model.Row, shared bool) *reader {
	if by := r.at(row, shared); by != nil && by.says(row) {
		return by
	}
	if row.Loose {
		i, _ := slices.BinarySearchFunc(r.byLine, row.From+1, func(by *reader, line int) int { return by.entry.Line - line })
		if i > 0 && r.byLine[i-1].says(row) {
			return r.byLine[i-1]
		}
	}
	return nil
}

// elsewhere is an entry of the same code that says all that a row does.
func (r *readers) elsewhere(row *model.Row) *reader {
	for _, by := range r.byCode[row.Key] {
		if by.says(row) {
			return by
		}
	}
	return nil
}

// says reports whether the entry has every word of a row.
func (by *reader) says(row *model.Row) bool {
	if by.words == nil {
		by.words = map[string]bool{}
		e := by.entry
		by.add(e.Code)
		for i := range columns {
			by.add(columns[i].get(e))
		}
		for _, text := range e.Texts {
			by.add(text)
		}
		for header, text := range e.Extra {
			by.add(header, text)
		}
	}
	return !slices.ContainsFunc(told(row.Text), func(w string) bool { return !by.words[w] })
}

func (by *reader) add(texts ...string) {
	for _, w := range told(strings.Join(texts, " ")) {
		by.words[w] = true
	}
}

// hasChangeIn reports whether a change stands on a line of an entry.
func hasChangeIn(by *reader, told map[int][]string) bool {
	for no := by.entry.Line; no < by.end; no++ {
		if told[no] != nil {
			return true
		}
	}
	return false
}
