package gen

import (
	"math"
	"strconv"
	"testing"
)

func TestCarriedNumber(t *testing.T) {
	for _, test := range []struct {
		s, prefix, suffix string
		want              int // -1 where it carries none
	}{
		{"FLOOD_WAIT_42", "FLOOD_WAIT_", "", 42},
		{"FLOOD_WAIT_007", "FLOOD_WAIT_", "", 7},
		{"FILE_PART_3_MISSING", "FILE_PART_", "_MISSING", 3},
		{"FILE_PART_MISSING", "FILE_PART_", "_MISSING", -1},
		{"FLOOD_WAIT_", "FLOOD_WAIT_", "", -1},
		{"FLOOD_WAIT_X", "FLOOD_WAIT_", "", -1},
		{"FLOOD_WAIT_-1", "FLOOD_WAIT_", "", -1},
		{"FLOOD_WAIT_4 2", "FLOOD_WAIT_", "", -1},
		{strconv.Itoa(math.MaxInt) + "X", "", "X", math.MaxInt},
		{strconv.Itoa(math.MaxInt) + "0X", "", "X", -1},
		{"9999999999999999999X", "", "X", -1},
		{"aXa", "aXa", "aXa", -1},
	} {
		if n, ok := carriedNumber(test.s, test.prefix, test.suffix); ok != (test.want >= 0) || ok && n != test.want {
			t.Errorf("%+v: %d, %v", test, n, ok)
		}
	}
}
