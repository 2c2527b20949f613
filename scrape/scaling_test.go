package scrape

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"golang.org/x/net/html"

	"github.com/spectab/spectab/scrape/guess"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
	"github.com/spectab/spectab/scrape/read"
)

// rowsPage is a page of n rows, the last of which is ZZ_LAST.
func rowsPage(n int) []byte {
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>Errors</title></head><body>\n<h1>Error codes</h1>\n<table>\n<tr><th>Code</th><th>Message</th></tr>\n")
	for i := range n - 1 {
		fmt.Fprintf(&b, "<tr><td>ERR_%06d</td><td>The operation number %d failed because the server said no to it.</td></tr>\n", i, i)
	}
	b.WriteString("<tr><td>ZZ_LAST</td><td>The last one of all.</td></tr>\n</table>\n</body></html>\n")
	return b.Bytes()
}

func look(tb testing.TB, data []byte) []guess.Guess {
	tb.Helper()
	p, err := read.Unseen("page.html", data)
	if err != nil {
		tb.Fatal(err)
	}
	return guess.Tables(p)
}

func TestALongPageIsReadToItsEnd(t *testing.T) {
	guesses := look(t, rowsPage(5_000))
	if len(guesses) != 1 || len(guesses[0].Table.Entries) != 5_000 {
		t.Fatalf("%d tables", len(guesses))
	}
	if last := guesses[0].Table.Entries[4_999]; last.Code != "ZZ_LAST" || last.Line != 5_005 {
		t.Errorf("the last entry is %+v", last)
	}
}

// BenchmarkScaling reports how much longer a page of 100,000 rows takes than
// one of 10,000, from bytes to tables and from bytes to blocks alone.
func BenchmarkScaling(b *testing.B) {
	b.Run("inspect", func(b *testing.B) {
		pagetest.Growth(b, func(n int) func() {
			data := rowsPage(n)
			return func() { look(b, data) }
		}, 10_000)
	})
	b.Run("read", func(b *testing.B) {
		pagetest.Growth(b, func(n int) func() {
			data := rowsPage(n)
			return func() { read.Unseen("page.html", data) }
		}, 10_000)
	})
}

// manualPage is a page of about 3 MB, as manuals are: prose with links under
// headings, lists, examples and a table here and there.
func manualPage() []byte {
	var b bytes.Buffer
	b.WriteString("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Manual</title></head><body>\n")
	for i := 0; b.Len() < 3<<20; i++ {
		fmt.Fprintf(&b, "<section class=\"sect2\" id=\"s-%d\"><h2 class=\"title\"><a name=\"a%d\"></a>The setting number %d</h2>\n", i, i, i)
		for j := range 6 {
			fmt.Fprintf(&b, "<p>It says how <code class=\"literal\">value_%d_%d</code> is used when the server starts, as in <a class=\"xref\" href=\"other.html#x%d\" title=\"Another section\">Section %d</a>, and &lt;nothing&gt; else is\nread from the file that was given before. It may be left out.</p>\n", i, j, j, j)
		}
		b.WriteString("<ul class=\"itemizedlist\">\n<li class=\"listitem\"><p>first of them</p></li>\n<li class=\"listitem\"><p>second of them</p></li>\n</ul>\n<pre class=\"programlisting\">\nset x to 1;\nshow <em>x</em>;\n</pre>\n")
		if i%8 == 0 {
			b.WriteString("<table class=\"table\" border=\"1\"><thead><tr><th>Name</th><th>Description</th></tr></thead>\n<tbody>\n")
			for j := range 12 {
				fmt.Fprintf(&b, "<tr><td><code>ITEM_%d_%d</code></td><td>what the item of that name does, in a few words</td></tr>\n", i, j)
			}
			b.WriteString("</tbody></table>\n")
		}
		b.WriteString("</section>\n")
	}
	b.WriteString("</body></html>\n")
	return b.Bytes()
}

// BenchmarkInspect reports the time of a page of 3 MB, and of long pages of the
// corpus where it is here, from bytes to tables, and from bytes to blocks, as
// ratios to html.Parse of it; and what is allocated for it, in times its size.
// Times are those of the processor, and the best of all turns counts, since
// other work on the machine only adds.
func BenchmarkInspect(b *testing.B) {
	b.Run("manual", func(b *testing.B) { benchmarkInspect(b, manualPage()) })
	for _, name := range []string{"java17_constants_divgrid_3400", "firebird30_errcodes_1200", "erlang25_inet_posix_bullets", "python311_errno"} {
		b.Run(name, func(b *testing.B) {
			data, err := os.ReadFile(filepath.Join(casesDir, name, "page.html"))
			if err != nil {
				b.Skip("the corpus is not here")
			}
			benchmarkInspect(b, data)
		})
	}
}

func benchmarkInspect(b *testing.B, data []byte) {
	floor, blocksOnly, all := time.Hour, time.Hour, time.Hour
	var before, after runtime.MemStats
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		floor = min(floor, pagetest.Clocked(func() { html.Parse(bytes.NewReader(data)) }))
		runtime.ReadMemStats(&before)
		var p *page.Page
		reading := pagetest.Clocked(func() { p, _ = read.Unseen("page.html", data) })
		blocksOnly = min(blocksOnly, reading)
		all = min(all, reading+pagetest.Clocked(func() { guess.Tables(p) }))
		runtime.ReadMemStats(&after)
	}
	b.ReportMetric(float64(blocksOnly)/float64(floor), "read-x-html.Parse")
	b.ReportMetric(float64(all)/float64(floor), "inspect-x-html.Parse")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(len(data)), "x-page-allocated")
}

// BenchmarkRows reports what a row of a long table costs from bytes to tables:
// how often memory is taken for it, and how much; and the time of all 500,000.
func BenchmarkRows(b *testing.B) {
	const rows = 500_000
	data := rowsPage(rows)
	var before, after runtime.MemStats
	best := time.Hour
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		runtime.ReadMemStats(&before)
		start := time.Now()
		look(b, data)
		best = min(best, time.Since(start))
		runtime.ReadMemStats(&after)
	}
	b.ReportMetric(best.Seconds(), "s-best")
	b.ReportMetric(float64(after.Mallocs-before.Mallocs)/rows, "allocs/row")
	b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/float64(len(data)), "x-page-allocated")
}

// The time of a look at a page grows as the page does, however many tables and
// columns it has.
func TestALookGrowsAsItsPage(t *testing.T) {
	for _, shape := range []struct{ file, before, part, behind string }{
		{"page.json", "[", `[{"a":1}],`, "1]"},
		{"page.json", "[", `{"a":1},`, "1]"},
		{"page.csv", "b", ",a", "\nb\nb\n"},
		{"page.wiki", "{|\n! ", "!!", "\n|}\n"},
		{"page.wiki", "{|\n| a", "||a", "\n|-\n| b\n|}\n"},
		{"page.html", "", "<h2>Errors</h2><table><tr><th>Code<th>Text<tr><td>E1<td>one<tr><td>E2<td>two</table>", ""},
	} {
		pagetest.CheckGrowth(t, func(text string) ([]page.Block, error) {
			p, err := read.Unseen(shape.file, []byte(shape.before+text+shape.behind))
			if err != nil {
				return nil, err
			}
			guess.Tables(p)
			return nil, nil
		}, []string{shape.part})
	}
}
