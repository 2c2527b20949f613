package record

import "strings"

// takesWords reports whether the template of a run would take plain words too for
// what is a code only by how it is set: the template knows the words alone. A
// sentence may begin with a word set as code.
func (r *run) takesWords() bool {
	for f := range r.prefix.fields() {
		set := 0
		for _, m := range r.member {
			if r.atom(m, f).kind == marked {
				set++
			}
		}
		if set > 0 && r.plainWords(f)*2 > set {
			return true
		}
	}
	return false
}

// plainWords is how many lines between the members of a run, and as far behind
// the last, have a plain word where these have field f, with the same before it
// and behind.
func (r *run) plainWords(f int) int {
	n, next := 0, 0
	like, atom := &r.of.lines[r.member[0].at], int(r.member[0].atoms[f])
	first, last := int(r.member[0].at), int(r.member[len(r.member)-1].at)
	end := last + (last-first)/max(1, len(r.member)-1)
	for at := first; at <= min(end, len(r.of.lines)-1); at++ {
		if next < len(r.member) && at == int(r.member[next].at) {
			next++
		} else if l := &r.of.lines[at]; len(l.atoms) > atom && l.atoms[atom].kind == word && r.prefix.goesWith(l, like, atom) {
			n++
		}
	}
	return n
}

// goesWith reports whether what parts the atoms of a line up to one is what does
// in another.
func (p *prefix) goesWith(l, like *scanned, atom int) bool {
	for i := range atom + 1 {
		if l.sep[i] != like.sep[i] {
			return false
		}
	}
	return !p.end && p.after == "" || l.sep[atom+1] == like.sep[atom+1] && (!p.end || len(l.atoms) == len(like.atoms))
}

// takesWords reports whether what finds records takes plain words for codes.
func (f *finder) takesWords() bool {
	template := f.whole.String()
	return strings.Contains(template, forms[wordForm].expr) || strings.Contains(template, wordClass)
}

// withoutProse drops from the ends of a match what only looks like its records
// since these begin with plain words: lines whose first word is not set apart, as
// most are; and under other headings words alone, such as a menu, where the others
// say more.
func (s *siblings) withoutProse(list []piece, at []int, found map[int][]int) []int {
	set, words := 0, 0
	for _, i := range at {
		if s.beginsWithWord(list, i, found) {
			words++
			if s.beginsSet(list, i, found) {
				set++
			}
		}
	}
	if set*2 > words {
		at = trimmed(at, func(i int) bool { return s.beginsWithWord(list, i, found) && !s.beginsSet(list, i, found) })
	}
	group := func(i int) int {
		if p := &list[s.list[i]]; p.level == 0 {
			return p.group
		}
		return list[s.list[i]].over
	}
	says := map[int]int{} // how many records below a heading say more than a word
	for _, i := range at {
		if !s.beginsWithWord(list, i, found) || !s.isBare(list, i, found) {
			says[group(i)]++
		}
	}
	inner := trimmed(at, func(i int) bool { return says[group(i)] == 0 })
	told := 0
	for _, n := range says {
		told += n
	}
	if told == 0 || told*2 < len(inner) {
		return at
	}
	return inner
}

// trimmed is a list without what is to go at its ends.
func trimmed(at []int, goes func(int) bool) []int {
	for len(at) > 0 && goes(at[0]) {
		at = at[1:]
	}
	for len(at) > 0 && goes(at[len(at)-1]) {
		at = at[:len(at)-1]
	}
	return at
}

// beginsWithWord reports whether the first field of a line is a plain word.
func (s *siblings) beginsWithWord(list []piece, i int, found map[int][]int) bool {
	m := found[i]
	if len(m) < 4 || m[2] < 0 {
		return false
	}
	text := list[s.list[i]].line.Text[m[2]:m[3]]
	return formOf(text) == wordForm && isWord(text) // and no list of codes
}

// beginsSet reports whether the first field of a line is set apart.
func (s *siblings) beginsSet(list []piece, i int, found map[int][]int) bool {
	return isSet(&list[s.list[i]].line, found[i][2], found[i][3])
}

// isBare reports whether a record is its first field and nothing else.
func (s *siblings) isBare(list []piece, i int, found map[int][]int) bool {
	p := &list[s.list[i]]
	return found[i][3] == len(p.line.Text) && p.own == s.list[i]+1
}
