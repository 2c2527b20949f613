package scrape

import (
	"bytes"
	"os"
	"path"
	"slices"
	"testing"
	"time"

	"golang.org/x/net/html"
)

// BenchmarkReadPage reports the time of making blocks of a page of markup,
// charset and lines included, as a ratio to html.Parse of the same page:
// medians, measured in turns in the same run. BenchmarkRead adds the recipe:
// bytes to entries.
func BenchmarkReadPage(b *testing.B) {
	benchmarkPages(b, func(_ *Source, data []byte) error {
		_, err := ReadPage("page.html", data)
		return err
	})
}

func BenchmarkRead(b *testing.B) {
	benchmarkPages(b, func(s *Source, data []byte) error {
		_, err := s.Recipe.Read("page.html", data)
		return err
	})
}

func benchmarkPages(b *testing.B, read func(*Source, []byte) error) {
	for _, name := range sources {
		b.Run(name, func(b *testing.B) {
			s := openSource(b, name)
			data, err := os.ReadFile(path.Join("testdata/pages", name, "page.html"))
			if err != nil {
				b.Fatal(err)
			}
			text, err := decode(data, true)
			if err != nil {
				b.Fatal(err)
			}
			utf8 := []byte(text)
			var floors, reads []time.Duration
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				start := time.Now()
				if _, err := html.Parse(bytes.NewReader(utf8)); err != nil {
					b.Fatal(err)
				}
				half := time.Now()
				if err := read(s, data); err != nil {
					b.Fatal(err)
				}
				floors, reads = append(floors, half.Sub(start)), append(reads, time.Since(half))
			}
			b.ReportMetric(float64(median(reads))/float64(median(floors)), "x-html.Parse")
		})
	}
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}

// benchmarkGrowth reports the time for ten times n as a ratio to that for n:
// medians, measured in turns.
func benchmarkGrowth(b *testing.B, work func(n int) func(), n int) {
	small, large := work(n), work(10*n)
	var times [2][]time.Duration
	for b.Loop() {
		for i, f := range []func(){small, large} {
			start := time.Now()
			f()
			times[i] = append(times[i], time.Since(start))
		}
	}
	b.ReportMetric(float64(median(times[1]))/float64(median(times[0])), "x-for-10-times")
}
