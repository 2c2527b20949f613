package pagetest

import (
	"math"
	"strings"
	"testing"
	"time"
)

// Grows wants the time of a reader to grow as its page does: each shape is
// repeated to a size and to four times that. What takes no time at all at the
// larger size is fine. Other work on the machine shows even in the time of
// the processor, so that the best of some tries counts, and a little more than
// n^1.1 is borne.
func Grows(t *testing.T, shapes map[string]string, read func(string)) {
	t.Helper()
	for name, shape := range shapes {
		const size = 1 << 15
		small, large := strings.Repeat(shape, size/len(shape)+1), strings.Repeat(shape, 4*size/len(shape)+1)
		worst := 2.0
		for try := 0; try < 4 && worst > 1.3; try++ {
			many := clocked(func() { read(large) })
			if many < 100*time.Millisecond {
				worst = 1
				break
			}
			few := min(clocked(func() { read(small) }), clocked(func() { read(small) }))
			worst = math.Log(float64(many)/float64(few)) / math.Log(4)
		}
		if worst > 1.3 {
			t.Errorf("%s: the time grows with the size to the power of %.1f", name, worst)
		}
	}
}

func clocked(work func()) time.Duration {
	start := processorTime()
	work()
	return processorTime() - start
}
