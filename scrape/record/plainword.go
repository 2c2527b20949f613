package record

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
