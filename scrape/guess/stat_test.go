package guess

import "testing"

func TestOrder(t *testing.T) {
	for _, c := range []struct {
		values  []int64
		share   float64
		falling bool
	}{
		{nil, 1, false},
		{[]int64{7}, 1, false},
		{[]int64{1, 2, 3}, 1, false},
		{[]int64{-1, -2, -3}, 1, true},
		{[]int64{1, 5, 2}, 0.5, false},
		{[]int64{4, 4, 4}, 0, false},
	} {
		if share, falling := order(c.values); share != c.share || falling != c.falling {
			t.Errorf("%v: got %v, %v, want %v, %v", c.values, share, falling, c.share, c.falling)
		}
	}
}
