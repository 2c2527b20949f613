package pagetest

import (
	"strings"
	"testing"
	"time"

	"github.com/spectab/spectab/scrape/page"
)

// CheckGrowth wants the time of a reader to grow as the page does, for pages
// that repeat one part. Each is read at two sizes, the larger eight times as
// large; what takes less than a moment is not measured.
func CheckGrowth(t *testing.T, read func(text string) ([]page.Block, error), parts []string) {
	t.Helper()
	const small, moment, most = 16 << 10, 300 * time.Millisecond, 20
	timeOf := func(part string, size int) time.Duration {
		text := strings.Repeat(part, size/len(part))
		start := time.Now()
		blocks, _ := read(text) // too deep a page is an error
		took := time.Since(start)
		CheckLines(t, text, blocks)
		return took
	}
	ratioOf := func(part string) float64 {
		large := timeOf(part, 8*small)
		if large < moment {
			return 0
		}
		return float64(large) / float64(timeOf(part, small))
	}
	for _, part := range parts {
		ratio := ratioOf(part)
		for range 3 { // others may use the machine too
			if ratio > most {
				ratio = min(ratio, ratioOf(part))
			}
		}
		if ratio > most {
			t.Errorf("%q: a page of eight times the size takes %.0f times as long", part, ratio)
		}
	}
}
