package naming

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"testing"
)

func anything(string) bool { return true }

// Three that clash pair by pair move on together; one that runs out is left.
func TestSettle(t *testing.T) {
	got := Settle([]Want{
		{ID: "1", Names: []string{"A", "B", "X"}},
		{ID: "2", Names: []string{"A", "C", "Y"}},
		{ID: "3", Names: []string{"B", "C", "Z"}},
		{ID: "4", Names: []string{"D", "A"}},
		{ID: "5", Names: []string{"", "bad", "Taken", "E"}},
		{ID: "6", Names: []string{"A"}},
		{ID: "x", Names: []string{"Own", "Other"}, Exact: []string{"Own"}},
		{ID: "y", Names: []string{"Own", "Last"}},
	}, func(name string) bool { return name != "Taken" })
	want := map[string]string{"1": "X", "2": "Y", "3": "Z", "4": "D", "5": "E", "x": "Own", "y": "Last"}
	if !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// The order of wants decides nothing, however they clash.
func TestSettleInAnyOrder(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 1))
		var wants []Want
		for i := range 12 {
			w := Want{ID: fmt.Sprint(i)}
			for range 4 {
				w.Names = append(w.Names, string(rune('A'+r.IntN(9))))
			}
			if r.IntN(3) == 0 {
				w.Exact = w.Names[:1]
			}
			wants = append(wants, w)
		}
		first := Settle(wants, anything)
		if n := len(slices.Compact(slices.Sorted(maps.Values(first)))); n != len(first) {
			t.Errorf("seed %d: %v has a name twice", seed, first)
		}
		r.Shuffle(len(wants), func(i, j int) { wants[i], wants[j] = wants[j], wants[i] })
		if again := Settle(wants, anything); !maps.Equal(again, first) {
			t.Errorf("seed %d: in another order %v, first %v", seed, again, first)
		}
	}
}

// Many that want one name, and a chain in which each pushes the next, cost a
// look at each of their names.
func TestSettleMany(t *testing.T) {
	const n = 10000
	for what, names := range map[string]func(i int) []string{
		"one name": func(i int) []string { return []string{"A", "B", "C", fmt.Sprint("D", i)} },
		"a chain": func(i int) []string {
			return []string{fmt.Sprint("A", max(0, i-1)), fmt.Sprint("A", i), fmt.Sprint("B", i)}
		},
	} {
		wants, all := make([]Want, n), 0
		for i := range wants {
			wants[i] = Want{ID: fmt.Sprint(i), Names: names(i)}
			all += len(wants[i].Names)
		}
		looks := 0
		got := Settle(wants, func(string) bool { looks++; return true })
		if len(got) != n || looks > all {
			t.Errorf("%s: %d of %d have a name, after %d looks at %d names", what, len(got), n, looks, all)
		}
	}
}
