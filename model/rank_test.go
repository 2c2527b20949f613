package model

import (
	"math/rand/v2"
	"slices"
	"testing"
)

func TestRanksBetween(t *testing.T) {
	r := func(s string) *rank {
		if s == "" {
			return nil
		}
		parsed, ok := parseRank(s)
		if !ok || parsed.String() != s {
			t.Fatal(s)
		}
		return &parsed
	}
	for _, test := range []struct {
		low, high string
		n         int
		want      string
	}{
		{"", "", 3, "1 2 3 "},
		{"7", "", 2, "8 9 "},
		{"7.5", "", 1, "8 "},
		{"", "1", 2, "-1 0 "},
		{"", "-3.5", 1, "-4 "},
		{"1", "2", 1, "1.5 "},
		{"1", "2", 2, "1.3 1.6 "},
		{"1.5", "2", 1, "1.7 "},
		{"1", "1.1", 1, "1.05 "},
		{"1", "9", 1, "5 "},
		{"1.9", "2.1", 1, "2 "},
		{"-1", "0", 1, "-1.5 "},
	} {
		var got string
		for _, rank := range ranksBetween(r(test.low), r(test.high), test.n) {
			got += rank.String() + " "
		}
		if got != test.want {
			t.Errorf("%d between %s and %s: %s, want %s", test.n, test.low, test.high, got, test.want)
		}
	}
	for _, bad := range []string{"", "x", "1.", "1.x", ".5", "1e3", "1.-5", "9999999999"} {
		if _, ok := parseRank(bad); ok {
			t.Errorf("%q is a rank", bad)
		}
	}
}

// However rows come, their ranks stay in order and short.
func TestRanksStayInOrder(t *testing.T) {
	dice := rand.New(rand.NewPCG(1, 1))
	list := ranksBetween(nil, nil, 5)
	for range 400 {
		at, n := dice.IntN(len(list)+1), 1+dice.IntN(3)
		var low, high *rank
		if at > 0 {
			low = &list[at-1]
		}
		if at < len(list) {
			high = &list[at]
		}
		list = slices.Insert(list, at, ranksBetween(low, high, n)...)
	}
	for i := range list[1:] {
		if list[i].compare(list[i+1]) >= 0 || len(list[i].part) > 12 {
			t.Errorf("%s before %s", list[i], list[i+1])
		}
	}
}
