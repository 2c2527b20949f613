package gen

import (
	"fmt"
	"testing"
)

func TestHexText(t *testing.T) {
	for _, n := range []uint64{0, 9, 10, 0x80070005, 1<<64 - 1} {
		for width := 1; width <= 16; width++ {
			if got, want := hexText(n, width, "0123456789ABCDEF"), fmt.Sprintf("0x%0*X", width, n); got != want {
				t.Errorf("got %s, want %s", got, want)
			}
		}
	}
}
