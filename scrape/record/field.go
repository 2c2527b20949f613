package record

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/scrape/vocab"
)

// field is how much field f looks like codes, and how distinct they are in
// their sections.
func (r *run) field(list []piece, f int) (like, distinct float64) {
	headings, source := r.of.form == "headings", r.of.form == "code" && !r.of.columns
	pascal := r.areNames(f)
	for _, m := range r.member {
		a := r.atom(m, f)
		if headings && vocab.HeaderSays(a.text, "section") == 1 {
			continue
		}
		switch {
		case a.kind == word && source:
			like += 0.6 // words of source code are names
		case a.kind == word && pascal && begins(a.text, upper):
			like += symbolLikeness("AnyName")
		default:
			like += likeness(a)
		}
	}
	inSections, everywhere := r.distinct(list, f)
	n := float64(len(r.member))
	like /= n
	if r.letters(f) {
		like = letterLikeness
	}
	if r.of.form == "headings" && f == 0 && (r.sectioned() || r.calls(list)) {
		like *= 0.2
	}
	if r.prefix.saysBefore(f, "reference") {
		like *= 0.2
	}
	if r.years(f) {
		like *= 0.3
	}
	if r.counts(f) {
		like *= 0.4
	}
	return like, inSections / n * (0.6 + 0.4*everywhere/n)
}

// areNames reports whether most of a field are names of several words with capitals:
// DoorOpen. A word with a capital is the name of one among them.
func (r *run) areNames(f int) bool {
	if r.of.form != "headings" && r.of.form != "definitions" {
		return false // elsewhere words are texts
	}
	n := 0
	for _, m := range r.member {
		if formOf(r.text(m, f)) == pascalForm {
			n++
		}
	}
	return n*2 > len(r.member)
}

// distinct is how many texts field f has, each section for itself, and on the
// whole.
func (r *run) distinct(list []piece, f int) (inSections, everywhere float64) {
	k := r.of.shelf
	k.n++
	k.keys = k.keys[:0]
	for _, m := range r.member {
		id := k.id(r.atom(m, f))
		if k.seen[id] != k.n {
			k.seen[id] = k.n
			everywhere++
		}
		k.keys = append(k.keys, uint64(list[r.of.list[m.at]].group+1)<<32|uint64(id))
	}
	if everywhere == 1 && len(r.member) > 2 {
		return 0, 1 // what all have tells none from the others
	}
	slices.Sort(k.keys)
	return float64(len(slices.Compact(k.keys))), everywhere
}

// labelSections is under how many headings labels recur at least.
const labelSections = 3

// areLabels reports whether the lines of a run begin with the same few words under
// each of several headings: what they say belongs to what the headings name, such as
// its cause and its solution.
func (r *run) areLabels(list []piece) bool {
	words, sections := map[string]int{}, map[int]bool{}
	for _, m := range r.member {
		text := r.text(m, r.code)
		if !isWord(text) {
			return false
		}
		words[text]++
		sections[list[r.of.list[m.at]].group] = true
	}
	return len(sections) >= labelSections && len(r.member) <= len(words)*len(sections) && len(r.member)*4 >= len(words)*len(sections)*3
}

// areTypes reports whether a run begins with the names of types, some of them
// again: what has them stands above.
func (r *run) areTypes() bool {
	again, types := false, map[string]bool{}
	for _, m := range r.member {
		text := r.text(m, r.code)
		if !vocab.IsType(text) {
			return false
		}
		again = again || types[text]
		types[text] = true
	}
	return again
}

// calls reports whether most lines are names of functions with their arguments. The
// name of a class has what it is derived from in brackets.
func (r *run) calls(list []piece) bool {
	if first := &r.prefix.elems[0]; first.kind == fixed && (first.lit == "class" || first.lit == "exception") {
		return false
	}
	n := 0
	for _, m := range r.member {
		text := list[r.of.list[m.at]].line.Text
		if callEnd.MatchString(text[r.atom(m, 0).to:]) || vocab.IsPrototype(text[r.atom(m, 0).from:]) {
			n++
		}
	}
	return n*2 > len(r.member)
}

// isOutline reports whether items at several depths are those of a table of
// contents: nothing but names, or numbers of which only some have points, 1 and 1.1.
func (r *run) isOutline() bool {
	if r.of.nested && r.prefix.end && r.prefix.fields() == 1 {
		return true
	}
	dotted := 0
	for _, m := range r.member {
		if a := r.atom(m, r.code); a.kind == number && strings.Contains(a.text, ".") {
			dotted++
		}
	}
	return r.of.nested && dotted > 0 && dotted < len(r.member)
}

// atOneDepth reports whether nine in ten of the items of a run at several depths
// have the same: the others hold them, or stand within their texts.
func (r *run) atOneDepth(list []piece) bool {
	if !r.of.nested {
		return false
	}
	depths, most := map[int]int{}, 0
	for _, m := range r.member {
		depth := list[r.of.list[m.at]].depth
		depths[depth]++
		most = max(most, depths[depth])
	}
	return most*10 >= len(r.member)*9
}

// sectioned reports whether the numbers of headings have points and count up:
// 4.1, 4.2, 5.1. Codes with points leave some out: 5.1.2, 5.2.2, 5.7.1.
func (r *run) sectioned() bool {
	n, steps, before := 0, 0, []string(nil)
	for _, m := range r.member {
		l := &r.of.lines[m.at]
		a := &l.atoms[0]
		if a.kind != number || !strings.Contains(a.text, ".") && !(len(l.sep) > 1 && strings.HasPrefix(l.sep[1], ".")) {
			continue
		}
		n++
		parts := strings.Split(strings.Trim(a.text, "."), ".")
		if before == nil || counted(before, parts) {
			steps++
		}
		before = parts
	}
	return n*2 > len(r.member) && (steps*2 > n || before != nil && len(before) < 3)
}

// counted reports whether the number of a section is the next one, or the first of
// its part: behind 4.1.2, 4.1.3 or 4.2.1 or 5.1.
func counted(before, next []string) bool {
	for i, part := range next {
		if i < len(before) && part == before[i] {
			continue
		}
		was, is := 0, 0
		if i < len(before) {
			was, _ = strconv.Atoi(before[i])
		}
		is, _ = strconv.Atoi(part)
		return is == was+1 && !slices.ContainsFunc(next[i+1:], func(p string) bool { return p != "1" && p != "0" })
	}
	return false
}

// years reports whether a field may be years.
func (r *run) years(f int) bool {
	n := 0
	for _, m := range r.member {
		if r.atom(m, f).kind != number {
			continue
		}
		if v, err := strconv.Atoi(r.text(m, f)); err == nil && v >= 1500 && v <= 2100 {
			n++
		}
	}
	return n*10 >= len(r.member)*9
}

// letterLikeness is how much letters look like codes that begin all lines.
const letterLikeness = 0.7

// letters reports whether lines begin with a letter that stands for something: D,
// R, S. In the order of the alphabet they count the lines.
func (r *run) letters(f int) bool {
	next := 0
	for i, m := range r.member {
		text := r.text(m, f)
		if f > 0 || formOf(text) != letterForm {
			return false
		}
		if i > 0 && text[0] == r.text(r.member[i-1], f)[0]+1 {
			next++
		}
	}
	return next*2 < len(r.member)
}

// counts reports whether a field numbers the records.
func (r *run) counts(f int) bool {
	if f != 0 || len(r.member) < 2 {
		return false
	}
	for i, m := range r.member {
		if r.text(m, 0) != strconv.Itoa(i+1) {
			return false
		}
	}
	return true
}
