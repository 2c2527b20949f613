package record

import (
	"cmp"
	"slices"
	"sort"
)

// choose is the set of runs that do not overlap and have the greatest weight
// in sum, and further ones in the gaps that these leave between their records:
// the exit statuses of a manual between two lists of its options.
func choose(runs []run) []run {
	runs = slices.DeleteFunc(runs, func(r run) bool { return r.weight <= 0 })
	chosen := heaviest(runs)
	between := slices.DeleteFunc(runs, func(r run) bool {
		return !slices.ContainsFunc(chosen, r.isBetween) || slices.ContainsFunc(chosen, func(c run) bool { return r.overlaps(&c) && !r.isBetween(c) })
	})
	return append(chosen, heaviest(between)...)
}

// overlaps reports whether two runs share pieces.
func (r *run) overlaps(other *run) bool { return r.from < other.to && other.from < r.to }

// isBetween reports whether a run is of the items, terms or headings that another
// one passes over between two of its records, in a list of their own.
func (r *run) isBetween(other run) bool {
	if r.of.form == "lines" || r.of.form == "code" || r.of.form != other.of.form || !r.overlaps(&other) {
		return false
	}
	behind, _ := slices.BinarySearchFunc(other.member, r.from, func(m member, at int) int { return cmp.Compare(other.of.list[m.at], at) })
	return behind > 0 && behind < len(other.member) && other.of.list[other.member[behind].at] >= r.to
}

// heaviest is the set of runs that do not overlap and have the greatest weight in
// sum.
func heaviest(runs []run) []run {
	slices.SortStableFunc(runs, func(a, b run) int { return cmp.Compare(a.to, b.to) })
	best := make([]float64, len(runs)+1) // of the first runs
	before := make([]int, len(runs))
	for i := range runs {
		before[i] = sort.Search(i, func(j int) bool { return runs[j].to > runs[i].from })
		best[i+1] = max(best[i], best[before[i]]+runs[i].weight)
	}
	var chosen []run
	for i := len(runs); i > 0; {
		if best[i] == best[i-1] {
			i--
			continue
		}
		chosen = append(chosen, runs[i-1])
		i = before[i-1]
	}
	slices.Reverse(chosen)
	return chosen
}
