package record

import "slices"

// runCost is what a run has to outweigh: records in one region are likelier
// than in several.
const runCost = 1.5

// weigh says how good a run is, and which of its fields is the code.
func (r *run) weigh(list []piece, told map[string]bool) {
	n := len(r.member)
	fields := r.prefix.fields()
	first, last := int(r.member[0].at), int(r.member[n-1].at)
	coverage := float64(n) / float64(r.between(list, first, last))
	coverage = max(coverage, r.regular())
	if coverage < 0.5 && (!r.prefix.end || fields > 1) {
		return
	}
	best, like := 0.0, 0.0
	for f := range fields {
		l, d := r.field(list, f)
		if best >= nameBefore && r.prefix.saysBefore(f, "code") {
			l = max(l, calledCode)
		}
		if l*d > best {
			best, like, r.code = l*d, l, f
		}
	}
	if f := r.toldField(told); f >= 0 && like < knownLikeness {
		best, like, r.code = knownLikeness, knownLikeness, f
	}
	alone := r.prefix.end && fields == 1 && like >= 0.6
	enough := 3
	if like >= 0.8 && r.of.form != "lines" {
		enough = 2
	}
	if n < enough || coverage < 0.5 && !alone || r.prefix.elems[0].kind == text && float64(n) < behindCoverage*float64(r.inSections(list)) {
		return
	}
	if alone {
		coverage = max(coverage, 0.9)
	}
	r.weight = float64(n)*best*coverage - runCost - strayCost*float64(r.strays())
	switch {
	case r.alternates():
		r.weight /= 3
	case r.changes(list):
		r.weight /= 2
	case alone && r.second(0.8), !alone && r.of.form == "lines" && r.second(1):
		r.weight *= 0.9
	case r.prefix.after != "":
		r.weight *= 1.05
	}
	if r.weight < 0.8 && n > 2 {
		r.weight = 0
		return
	}
	known := false
	for m := range told {
		if r.holds(m) {
			known, r.weight = true, r.weight*1.5
		}
	}
	if !known && (r.isOutline() || r.atOneDepth(list) || r.isSample(list) || r.takesWords() || r.mixesWords() || r.mixesCounts() || r.ofTerms(list) || r.areLabels(list) || r.areTypes()) {
		r.weight = 0
		return
	}
	r.from = r.of.list[first]
	r.to = list[r.of.list[last]].own
}

// calledCode is how much a field looks like codes whose line calls it one, behind
// a name: NAME (value: "name"). nameBefore is how much the name looks like a code
// at least, and differs: in HTTP Status-Code 404: Not Found none is.
const (
	calledCode = 1.1
	nameBefore = 0.5
)

// behindCoverage is the least share of the siblings under their headings that end
// with codes behind their texts: where others end with words, the numbers are
// amounts of something.
const behindCoverage = 0.9

// sectionReach is how many siblings around a run are looked at on each side.
const sectionReach = 64

// inSections is how many siblings stand between the headings around the run, of
// those near it.
func (r *run) inSections(list []piece) int {
	first, last := int(r.member[0].at), int(r.member[len(r.member)-1].at)
	from, to := max(0, first-sectionReach), min(len(r.of.list)-1, last+sectionReach)
	group := func(at int) int { return list[r.of.list[at]].group }
	for first > from && group(first-1) == group(first) {
		first--
	}
	for last < to && group(last+1) == group(last) {
		last++
	}
	return last - first + 1
}

// strayCost is what a plain word costs that is alone on its line among codes of
// other forms: it may be a text of one word.
const strayCost = 0.3

// strays is how many members are plain words on lines of their own, where most
// are none.
func (r *run) strays() int {
	if r.of.form != "lines" || !r.prefix.end || r.prefix.fields() > 1 || r.prefix.elems[0].kind != 'a' {
		return 0
	}
	n := 0
	for _, m := range r.member {
		if r.atom(m, 0).kind == word {
			n++
		}
	}
	if n*2 > len(r.member) {
		return 0
	}
	return n
}

// knownLikeness is how much a field looks like codes that holds what a person
// tells, such as plain words.
const knownLikeness = 0.8

// toldField is the first field that holds one of the values told, or -1.
func (r *run) toldField(told map[string]bool) int {
	for f := range r.prefix.fields() {
		if len(told) > 0 && !r.prefix.isText(f) && slices.ContainsFunc(r.member, func(m member) bool { return told[r.text(m, f)] }) {
			return f
		}
	}
	return -1
}

// alternates reports whether the lines are the first and the second of one
// record in turn: a number and its name below.
func (r *run) alternates() bool {
	if e := r.prefix.elems[0].kind; e != either && e != 'a' || r.areNames(0) {
		return false
	}
	kind := func(i int) byte { return r.of.lines[r.member[i].at].atoms[0].written() }
	turns := 0
	for i := 1; i < len(r.member); i++ {
		if kind(i) != kind(i-1) {
			turns++
		}
	}
	return turns*10 >= (len(r.member)-1)*8
}

// changes reports whether the codes of one section are words, and those of another
// symbols or numbers: then they are two lists, of arguments and of errors.
func (r *run) changes(list []piece) bool {
	if e := r.prefix.elems[0].kind; e != either && e != 'a' {
		return false
	}
	kinds := map[int]map[byte]int{}
	for _, m := range r.member {
		group := list[r.of.list[m.at]].group
		if kinds[group] == nil {
			kinds[group] = map[byte]int{}
		}
		kinds[group][r.of.lines[m.at].atoms[0].written()]++
	}
	first := byte(0)
	for _, counts := range kinds {
		for kind, n := range counts {
			if all := counts[word] + counts[symbol] + counts[number] + counts[text]; n < 2 || n*10 < all*9 {
				continue
			}
			if first != 0 && kind != first {
				return true
			}
			first = kind
		}
	}
	return false
}

// regularLimit is how many lines a record may have whose lines are counted.
const regularLimit = 6

// regular is the share of the records that are of one length, where that is a
// few lines; then each of these is a part.
func (r *run) regular() float64 {
	var count [regularLimit + 1]int
	most := 0
	for i := 1; i < len(r.member); i++ {
		if d := int(r.member[i].at - r.member[i-1].at); d <= regularLimit {
			count[d]++
			most = max(most, count[d])
		}
	}
	share := float64(most) / float64(len(r.member)-1)
	if len(r.member) < 3 || len(r.member) == 3 && share < 1 || share < 0.8 {
		return 0
	}
	return 0.95 * share
}

// second reports whether for a share of the records the line before is nothing but a
// code too: then that begins the record.
func (r *run) second(share float64) bool {
	n := 0
	for _, m := range r.member {
		if m.at == 0 {
			continue
		}
		if before := &r.of.lines[m.at-1]; len(before.atoms) == 1 && before.whole && before.atoms[0].kind != word {
			n++
		}
	}
	return float64(n) >= share*float64(len(r.member))
}

func (r *run) holds(value string) bool {
	for _, m := range r.member {
		if r.text(m, r.code) == value {
			return true
		}
	}
	return false
}

func (r *run) text(m member, field int) string { return r.atom(m, field).text }

func (r *run) atom(m member, field int) *atom {
	return &r.of.lines[m.at].atoms[m.atoms[field]]
}

// between counts the siblings that could begin a record where the run stands:
// of lines only the first of their paragraph, where the records begin there; of
// items at several depths none that only holds others.
func (r *run) between(list []piece, first, last int) int {
	if r.of.nested {
		return last - first + 1 - r.holders(list, first, last)
	}
	if r.of.form != "lines" || !r.mostlyFirst(list) {
		return last - first + 1
	}
	n := 0
	for _, at := range r.of.list[first : last+1] {
		if list[at].first {
			n++
		}
	}
	return max(n, 1)
}

// holders are how many siblings that are none of the run hold others.
func (r *run) holders(list []piece, first, last int) int {
	n, member := 0, 0
	for i := first; i < last; i++ {
		if int(r.member[member].at) == i {
			member++
		} else if list[r.of.list[i]].own > r.of.list[i+1] {
			n++
		}
	}
	return n
}

func (r *run) mostlyFirst(list []piece) bool {
	return mostlyFirst(list, len(r.member), func(i int) int { return r.of.list[r.member[i].at] })
}

// mostlyFirst reports whether nine in ten of n pieces begin a paragraph.
func mostlyFirst(list []piece, n int, at func(int) int) bool {
	first := 0
	for i := range n {
		if list[at(i)].first {
			first++
		}
	}
	return first*10 >= n*9
}
