package record

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// texts finds the regions of records that are no tables: of all ways to read
// the page, those that explain most of it.
func texts(list []piece, told map[string]bool) []Candidate {
	var runs []run
	for _, s := range scannedSiblings(list) {
		for _, p := range s.prefixes() {
			if len(p.members) < 2 {
				continue
			}
			for _, r := range s.runs(list, p) {
				if r.weigh(list, told); r.weight > 0 {
					runs = append(runs, r)
				}
			}
		}
	}
	chosen := choose(runs)
	begun := begunBy(chosen)
	regions := make([]*Candidate, len(chosen))
	var finders finders
	AtOnce(len(chosen), func(i int) { regions[i] = chosen[i].candidate(list, &finders, begun) })
	parts := partsOf(chosen)
	var found []Candidate
	for i, c := range regions {
		if c != nil && !parts[i] {
			found = append(found, *c)
		}
	}
	return found
}

// partsOf are the runs, by their place, of which another of their kin found all.
func partsOf(runs []run) map[int]bool {
	var order []int
	for i := range runs {
		if len(runs[i].found.at) > 0 {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &runs[a], &runs[b]
		return cmp.Or(cmp.Compare(x.kin(), y.kin()), cmp.Compare(x.found.from, y.found.from), cmp.Compare(y.found.to, x.found.to), cmp.Compare(len(y.found.at), len(x.found.at)))
	})
	parts := map[int]bool{}
	var whole *run
	for _, i := range order {
		r := &runs[i]
		if whole != nil && whole.kin() == r.kin() && r.found.to <= whole.found.to && whole.found.holds(&r.found) {
			parts[i] = true
		} else {
			whole = r
		}
	}
	return parts
}

// begunBy are the pieces with which the records of some runs begin, by the kin
// of the runs.
func begunBy(runs []run) map[string]map[int]bool {
	AtOnce(len(runs), func(i int) { runs[i].narrow, runs[i].ofWords = runs[i].templates() })
	begun := map[string]map[int]bool{}
	for i := range runs {
		r := &runs[i]
		own := begun[r.kin()]
		if own == nil {
			own = map[int]bool{}
			begun[r.kin()] = own
		}
		for _, m := range r.member {
			own[r.of.list[m.at]] = true
		}
	}
	return begun
}

// kin is what runs have in common of which one may be a part of the list of the
// other, written in another way: terms are, whatever they look like, and else
// what has the same template.
func (r *run) kin() string {
	if r.of.form == "definitions" {
		return r.of.form
	}
	return r.narrow
}

// candidate is the region of a run; nil where its template finds nothing, or
// much else, even if it is only looked for where the run stands.
func (r *run) candidate(list []piece, finders *finders, begun map[string]map[int]bool) *Candidate {
	template := finders.of(r.narrow)
	groups := map[int]bool{}
	for _, m := range r.member {
		groups[list[r.of.list[m.at]].group] = true
	}
	// Those of a list below another heading are none of its own.
	own := func(at int) bool { return begun[r.kin()][at] && groups[list[at].group] }
	m := r.match(list, template)
	if m.others(own) > len(r.member) {
		m = r.within(list, template)
	}
	if m == nil || m.others(own) > len(r.member) {
		return nil
	}
	r.found = extent{m.from, m.to, m.at}
	if m.form == "definitions" {
		m.addWords(list, finders.of(r.ofWords), r.code)
	}
	c := m.region(list)
	c.Wide, c.Template, c.Weight, c.Code, c.Sampled = widened(r.ofWords, m.form), r.narrow, r.weight, r.code, m.sampled(list, r.code)
	if m.outlined {
		c.Code = max(0, c.Code-1)
	}
	return &c
}

// addWords takes terms of one word for names, among names that begin with small
// letters as it does: host among host_name and host_port. No sentence does, and
// none goes on with a bracket or a colon.
func (m *match) addWords(list []piece, ofWords *finder, code int) {
	group := 2 * m.fieldGroup(code)
	name := func(i int, groups []int) (rest string, ok bool) {
		if group == 0 || group >= len(groups) || groups[group] < 0 {
			return "", false
		}
		text := list[m.at[i]].line.Text
		return text[groups[group+1]:], begins(text[groups[group]:], lower)
	}
	names := 0
	for i, groups := range m.groups {
		if _, ok := name(i, groups); ok {
			names++
		}
	}
	if names*2 <= len(m.at) {
		return
	}
	for i, groups := range m.groups {
		if groups != nil {
			continue
		}
		found := ofWords.record(list[m.at[i]].line.Text)
		if rest, ok := name(i, found); ok && !begins(strings.TrimSpace(rest), alnum) {
			m.groups[i] = found
		}
	}
}

// others is how many of the pieces found are none of a run's own.
func (m *match) others(own func(at int) bool) int {
	if m == nil {
		return 0
	}
	n := 0
	for _, at := range m.at {
		if !own(at) {
			n++
		}
	}
	return n
}

// Find reads the records of one form whose first line matches a template.
func Find(blocks []page.Block, form string, template *regexp.Regexp) []Candidate {
	list := pieces(blocks, drawings{})
	var runs []run
	all := map[*siblings][]*match{}
	for _, s := range allSiblings(list, form) {
		for _, m := range s.matches(list, &finder{whole: template}) {
			all[s] = append(all[s], m)
			n := float64(len(m.at))
			runs = append(runs, run{of: s, code: len(all[s]) - 1, from: m.from, to: m.to, weight: n * max(0.2, n/float64(m.last-m.first+1))})
		}
	}
	var found []Candidate
	for _, r := range choose(runs) {
		c := all[r.of][r.code].region(list)
		c.Template, c.Weight = template.String(), r.weight
		found = append(found, c)
	}
	return found
}

// templates are the regular expressions by which the records of a run are found
// again: with the forms that their codes have, and with any word in the place of
// the code.
func (r *run) templates() (narrow, ofWords string) {
	further, fields := r.further()
	if further == nil {
		fields = make([][]string, r.prefix.fields())
		for _, m := range r.member {
			for f := range fields {
				fields[f] = append(fields[f], r.text(m, f))
			}
		}
	}
	if r.of.form == "lines" {
		fields[0] = named(fields[0])
	}
	aside := r.asideIsField()
	form := func(anyWord int) string {
		form := r.prefix.form(fields, further, anyWord)
		if aside {
			form = strings.Replace(form, asideForm, fieldForm, 1)
		}
		return form
	}
	return form(-1), form(r.code)
}

// asideIsField reports whether what is in brackets behind the first field is a
// code too in most of the lines.
func (r *run) asideIsField() bool {
	n := 0
	for _, m := range r.member {
		l, first := &r.of.lines[m.at], int(m.atoms[0])
		if first+2 < len(l.sep) && l.sep[first+1] == "(" && strings.HasPrefix(l.sep[first+2], ")") && l.atoms[first+1].kind != word {
			n++
		}
	}
	return n*2 > len(r.member)
}

// further is the longest prefix that goes on from that of the run and holds
// for enough of its lines to be a part of the form.
func (r *run) further() (*prefix, [][]string) {
	if r.prefix.end {
		return nil, nil
	}
	w := r.of.waysOf(strings.TrimSuffix(r.prefix.key, ">"+r.prefix.after), func(elems []elem, after string, end bool) bool {
		phrase := after != "" && elems[len(elems)-1].kind == text
		return !end && (after == "" || phrase) && len(elems) > len(r.prefix.elems) && (r.prefix.after == "" || elems[len(r.prefix.elems)].sep == r.prefix.after)
	})
	for _, m := range r.member {
		w.add(r.of, m.at)
	}
	var best *prefix
	for _, p := range w.order {
		n := float64(len(p.members))
		longer := run{of: r.of, prefix: p, member: p.members}
		if n < 0.3*float64(len(r.member)) || n < 2 || p.after == "" && longer.likeness()/n < 0.6 || p.after != "" && n < 0.7*float64(len(r.member)) || longer.takesWords() {
			continue
		}
		if best == nil || cmp.Or(cmp.Compare(len(p.elems), len(best.elems)), cmp.Compare(len(p.members), len(best.members)), cmp.Compare(best.key, p.key)) > 0 {
			best = p
		}
	}
	if best == nil {
		return nil, nil
	}
	texts := make([][]string, best.fields())
	for f := range texts {
		members := best.members
		if f < r.prefix.fields() { // the fields that all have
			members = r.member
		}
		texts[f] = make([]string, len(members))
		for i, m := range members {
			texts[f][i] = r.text(m, f)
		}
	}
	return best, texts
}

// likeness is how much the last fields look like codes, in sum.
func (r *run) likeness() float64 {
	sum := 0.0
	for _, m := range r.member {
		sum += likeness(r.atom(m, r.prefix.fields()-1))
	}
	return sum
}

// A match is pieces near one another whose lines match a template.
type match struct {
	form        string
	first, last int // among the siblings
	at          []int
	groups      [][]int
	names       []string
	heads       []int // of each record
	from, to    int   // pieces
	outlined    bool  // the first field counted the headings, and was dropped
	apart       bool  // what stands below a first line is no more of what is left of it
}

// match is the lines that match a template where the run stands.
func (r *run) match(list []piece, template *finder) *match {
	return r.of.match(list, template, int(r.member[0].at), int(r.member[len(r.member)-1].at))
}

// within is the same without those near it.
func (r *run) within(list []piece, template *finder) *match {
	s := r.of
	first, last := int(r.member[0].at), int(r.member[len(r.member)-1].at)
	alone := siblings{form: s.form, list: s.list[first : last+1]}
	return alone.match(list, template, 0, last-first)
}

// match is the lines that match a template between two siblings, and those
// near them.
func (s *siblings) match(list []piece, template *finder, first, last int) *match {
	var at []int
	found := map[int][]int{}
	try := func(i int) bool {
		m := template.record(list[s.list[i]].line.Text)
		if m != nil {
			found[i] = m
			at = append(at, i)
		}
		return m != nil
	}
	for i, low := first-1, first; i >= 0 && s.near(list, i, low); i-- {
		if try(i) {
			low = i
		}
	}
	slices.Reverse(at)
	for i := first; i <= last; i++ {
		try(i)
	}
	if len(at) == 0 {
		return nil
	}
	for i, high := last+1, last; i < len(s.list) && s.near(list, high, i); i++ {
		if try(i) {
			high = i
		}
	}
	return s.matchOf(list, template, at, found)
}

// matches are the lines that match a template, by runs.
func (s *siblings) matches(list []piece, template *finder) []*match {
	var all []*match
	var at []int
	found := map[int][]int{}
	for i := range s.list {
		m := template.record(list[s.list[i]].line.Text)
		if m == nil {
			continue
		}
		if len(at) > 0 && !s.near(list, at[len(at)-1], i) {
			all, at = append(all, s.matchOf(list, template, at, found)), nil
		}
		found[i] = m
		at = append(at, i)
	}
	if len(at) > 0 {
		all = append(all, s.matchOf(list, template, at, found))
	}
	return all
}

func (s *siblings) matchOf(list []piece, template *finder, at []int, found map[int][]int) *match {
	if template.takesWords() {
		at = s.withoutProse(list, at, found)
	}
	at = s.others(list, at)
	m := &match{form: s.form, first: at[0], last: at[len(at)-1], at: s.at(at), names: template.whole.SubexpNames()}
	for _, i := range at {
		m.groups = append(m.groups, found[i])
	}
	m.from, m.to = m.at[0], list[m.at[len(m.at)-1]].own
	return m
}

// at are the pieces of some siblings.
func (s *siblings) at(ordinals []int) []int {
	list := make([]int, len(ordinals))
	for i, o := range ordinals {
		list[i] = s.list[o]
	}
	return list
}

// others adds to items and terms those of the same list that do not match, if
// they are few: they are rows that lack their code.
func (s *siblings) others(list []piece, at []int) []int {
	if s.form != "list" && s.form != "definitions" {
		return at
	}
	var all []int
	for i, a := range at {
		from := 0
		if i > 0 {
			from = at[i-1] + 1
		}
		low := a
		for low > from && s.joined(list, low-1, low) {
			low--
		}
		high := a
		for end := s.until(at, i); high+1 < end && s.joined(list, high, high+1); {
			high++
		}
		if len(all) > 0 {
			low = max(low, all[len(all)-1]+1)
		}
		for ; low <= high; low++ {
			all = append(all, low)
		}
	}
	if (len(all)-len(at))*4 > len(all)+3 {
		return at
	}
	return all
}

// until is the sibling before which those behind record i end.
func (s *siblings) until(at []int, i int) int {
	if i+1 < len(at) {
		return at[i+1]
	}
	return len(s.list)
}
