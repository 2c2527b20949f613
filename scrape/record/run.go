package record

import "slices"

// A run is lines with one prefix near one another.
type run struct {
	of      *siblings
	prefix  *prefix
	member  []member
	from    int // pieces
	to      int
	code    int // the field that is the code
	weight  float64
	narrow  string // its template
	found   extent // by that
	ofWords string // the template with any word for the code
}

// An extent is what a template finds: from and to which piece, and the pieces with
// which the records begin.
type extent struct {
	from, to int
	at       []int
}

// holds reports whether all records of another are among those of this one.
func (e *extent) holds(other *extent) bool {
	for _, at := range other.at {
		if _, is := slices.BinarySearch(e.at, at); !is {
			return false
		}
	}
	return true
}

// siblingGap and pieceGap are how many siblings, and pieces behind a record,
// end a run.
const (
	siblingGap = 6
	pieceGap   = 30
)

// runs parts the lines of a prefix at gaps.
func (s *siblings) runs(list []piece, p *prefix) []run {
	var runs []run
	begin := 0
	for i := 1; i <= len(p.members); i++ {
		if i < len(p.members) && s.near(list, int(p.members[i-1].at), int(p.members[i].at)) {
			continue
		}
		if i-begin < 2 {
			begin = i // one line is no run
			continue
		}
		runs = append(runs, run{of: s, prefix: p, member: p.members[begin:i]})
		begin = i
	}
	return runs
}

func (s *siblings) near(list []piece, a, b int) bool {
	if b-a > siblingGap {
		return false
	}
	if s.form == "code" && list[s.list[a]].bound != list[s.list[b]].bound && list[s.list[a]].group != list[s.list[b]].group {
		return false
	}
	if s.nested && slices.ContainsFunc(list[s.list[a]:s.list[b]], func(p piece) bool { return p.depth == 0 }) {
		return false // of another list
	}
	limit := pieceGap
	if s.joined(list, a, b) { // each between them may hold as much
		limit *= b - a
	}
	return s.form == "headings" || s.list[b]-list[s.list[a]].own <= limit
}

// joined reports whether siblings from a to b are items or terms of one list.
func (s *siblings) joined(list []piece, a, b int) bool {
	for ; a < b; a++ {
		if p, next := &list[s.list[a]], s.list[a+1]; p.own != next || p.depth != list[next].depth {
			return false
		}
	}
	return s.form == "list" || s.form == "definitions"
}
