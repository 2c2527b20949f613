package scrape

import (
	"bytes"
	"os"
	"path"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/spectab/spectab/scrape/charset"
	"github.com/spectab/spectab/scrape/page/pagetest"
	"github.com/spectab/spectab/scrape/read"
)

// BenchmarkReadPage reports the time of making blocks of a page of markup,
// charset and lines included, as a ratio to html.Parse of the same page:
// medians, measured in turns in the same run. BenchmarkRead adds the recipe:
// bytes to entries.
func BenchmarkReadPage(b *testing.B) {
	benchmarkPages(b, func(_ *Source, data []byte) error {
		_, err := read.Page("page.html", data)
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
			text, err := charset.Decode(data, true)
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
			b.ReportMetric(float64(pagetest.Median(reads))/float64(pagetest.Median(floors)), "x-html.Parse")
		})
	}
}
