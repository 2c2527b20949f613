package record

import (
	"cmp"
	"slices"
	"sort"
)

// choose is the set of runs that do not overlap and have the greatest weight
// in sum.
func choose(runs []run) []run {
	runs = slices.DeleteFunc(runs, func(r run) bool { return r.weight <= 0 })
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
