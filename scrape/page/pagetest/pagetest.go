// Package pagetest describes blocks for the tests of what reads them.
package pagetest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
)

// Dump writes blocks as indented lines: kind, line of the page, text.
func Dump(blocks []page.Block) string {
	var b strings.Builder
	dumpTo(&b, blocks, "")
	return b.String()
}

func dumpTo(b *strings.Builder, blocks []page.Block, indent string) {
	lines := func(kind string, list []page.Line) {
		for _, l := range list {
			fmt.Fprintf(b, "%s%s %d %s\n", indent, kind, l.No, l.Text)
		}
	}
	for _, block := range blocks {
		switch block.Kind {
		case page.Heading:
			lines(fmt.Sprintf("h%d", block.Level), block.Lines)
		case page.Paragraph:
			lines("p", block.Lines)
		case page.Preformatted:
			lines("pre", block.Lines)
		case page.Section:
			fmt.Fprintf(b, "%ssection\n", indent)
			dumpTo(b, block.Blocks, indent+"  ")
		case page.List, page.Definitions:
			for _, item := range block.Items {
				fmt.Fprintf(b, "%sitem %s\n", indent, page.JoinLines(item.Term))
				dumpTo(b, item.Blocks, indent+"  ")
			}
		case page.Grid:
			for _, row := range block.Rows {
				kind := "row"
				if row.Header {
					kind = "header"
				}
				cells := make([]string, len(row.Cells))
				for i, c := range row.Cells {
					texts := make([]string, len(c.Lines))
					for j, l := range c.Lines {
						texts[j] = l.Text
					}
					cells[i] = fmt.Sprintf("%d:%s", c.No, strings.Join(texts, "⏎"))
					if c.Copied {
						cells[i] += "″"
					}
				}
				fmt.Fprintf(b, "%s%s %s\n", indent, kind, strings.Join(cells, " | "))
			}
		}
	}
}

// Same compares dumps; both may be indented in the test.
func Same(t *testing.T, got, want string) {
	t.Helper()
	want = strings.TrimPrefix(want, "\n")
	if got != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}

// A BlocksTest is a page and the dump of its blocks.
type BlocksTest struct{ Page, Want string }

// maxGrowth is how many times as many cells a page may have as it has bytes,
// at most; small tables may have copiesOfGrid more.
const maxGrowth = page.CopiesOfCell + 1

// CheckLines wants every line of the blocks to be one of the page and to be
// UTF-8, and rows of tables to have no more cells than spans may make.
func CheckLines(t *testing.T, text string, blocks []page.Block) {
	t.Helper()
	last, valid := strings.Count(text, "\n")+1, utf8.ValidString(text)
	page.EachLines(blocks, func(lines []page.Line) {
		for _, l := range lines {
			if l.No < 1 || l.No > last {
				t.Fatalf("line %d of %d: %q", l.No, last, l.Text)
			}
			if valid && !utf8.ValidString(l.Text) {
				t.Fatalf("line %d is no UTF-8: %q", l.No, l.Text)
			}
		}
	})
	checkGrids(t, last, blocks)
	if all, own := CountCells(blocks); all > page.CopiesOfGrid*(own+1)+maxGrowth*own || own > len(text)+1 {
		t.Fatalf("%d cells, %d of their own, of %d bytes", all, own, len(text))
	}
}

// checkGrids wants every cell to stand on a line of the page, no copy to stand
// for nothing, and no row to be without cells.
func checkGrids(t *testing.T, last int, blocks []page.Block) {
	t.Helper()
	for _, b := range blocks {
		for i, row := range b.Rows {
			if len(row.Cells) == 0 {
				t.Fatalf("row %d has no cells", i)
			}
			for j, cell := range row.Cells {
				if cell.No < 1 || cell.No > last || cell.Copied && i+j == 0 {
					t.Fatalf("cell %d of row %d: line %d of %d, copied %t", j, i, cell.No, last, cell.Copied)
				}
			}
		}
		for _, item := range b.Items {
			checkGrids(t, last, item.Blocks)
		}
		checkGrids(t, last, b.Blocks)
	}
}

func CountCells(blocks []page.Block) (all, own int) {
	for _, b := range blocks {
		for _, row := range b.Rows {
			all += len(row.Cells)
			for _, cell := range row.Cells {
				if !cell.Copied {
					own++
				}
			}
		}
		a, o := CountCells(b.Blocks)
		all, own = all+a, own+o
	}
	return all, own
}

// Problem is the problem that an error is; what says which line it must be on.
func Problem(t testing.TB, err error) *model.Problem {
	t.Helper()
	var p *model.Problem
	if !errors.As(err, &p) {
		t.Fatalf("got %v, want a problem", err)
	}
	return p
}

func Median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}

// Growth reports the time for ten times n as a ratio to that for n:
// medians, measured in turns.
func Growth(b *testing.B, work func(n int) func(), n int) {
	small, large := work(n), work(10*n)
	var times [2][]time.Duration
	for b.Loop() {
		for i, f := range []func(){small, large} {
			start := time.Now()
			f()
			times[i] = append(times[i], time.Since(start))
		}
	}
	b.ReportMetric(float64(Median(times[1]))/float64(Median(times[0])), "x-for-10-times")
}
