package pagetest

import (
	"strings"
	"testing"
	"time"

	"github.com/spectab/spectab/scrape/page"
)

// How large the pages of a test of growth are, what takes no time worth
// measuring, and how many times as long the larger may take: a little more than
// n^1.4, since other work on the machine shows even in the time of the processor.
const (
	smallPage = 16 << 10
	moment    = 300 * time.Millisecond
	mostTimes = 20
)

// CheckGrowth wants the time of a reader to grow as the page does, for pages
// that repeat one part. Each is read at two sizes, the larger eight times as
// large; the best of some tries counts. Short runs leave it out.
func CheckGrowth(t *testing.T, read func(text string) ([]page.Block, error), parts []string) {
	t.Helper()
	if testing.Short() {
		t.Skip("reads each part at two sizes")
	}
	timeOf := func(part string, size int) time.Duration {
		text := strings.Repeat(part, size/len(part))
		var blocks []page.Block
		took := Clocked(func() { blocks, _ = read(text) }) // too deep a page is an error
		CheckLines(t, text, blocks)
		return took
	}
	ratioOf := func(part string) float64 {
		large := timeOf(part, 8*smallPage)
		if large < moment {
			return 0
		}
		return float64(large) / float64(timeOf(part, smallPage))
	}
	for _, part := range parts {
		ratio := ratioOf(part)
		for range 3 {
			if ratio > mostTimes {
				ratio = min(ratio, ratioOf(part))
			}
		}
		if ratio > mostTimes {
			t.Errorf("%q: a page of eight times the size takes %.0f times as long", part, ratio)
		}
	}
}

// Clocked is how long the processor works.
func Clocked(work func()) time.Duration {
	start := processorTime()
	work()
	return processorTime() - start
}
