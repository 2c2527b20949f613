package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
	"github.com/spectab/spectab/scrape/page/pagetest"
	"github.com/spectab/spectab/scrape/recipe"
)

// BenchmarkGen makes the five packages anew each time; nothing is written
// after the first.
func BenchmarkGen(b *testing.B) { benchmarkCommand(b, "gen") }

// BenchmarkCheck compares them with the files, without a memo of the last
// time.
func BenchmarkCheck(b *testing.B) { benchmarkCommand(b, "check") }

func benchmarkCommand(b *testing.B, verb string) {
	b.Chdir(b.TempDir())
	noCache(b)
	if code := run([]string{"gen"}, nil, io.Discard, io.Discard); code != exitClean {
		b.Fatalf("gen: exit code %d", code)
	}
	for b.Loop() {
		if code := run([]string{verb}, nil, io.Discard, io.Discard); code != exitClean {
			b.Fatalf("%s: exit code %d", verb, code)
		}
	}
}

// noCache makes the user's cache a place that cannot be written.
func noCache(b *testing.B) {
	if err := os.WriteFile("cache", nil, 0o600); err != nil {
		b.Fatal(err)
	}
	for _, name := range []string{"XDG_CACHE_HOME", "HOME", "LocalAppData"} {
		b.Setenv(name, filepath.Join(".", "cache"))
	}
}

// BenchmarkUnchanged checks and compares 1,000 sources that are what they
// were, and reports the time against that of reading all of them.
func BenchmarkUnchanged(b *testing.B) {
	b.Chdir(b.TempDir())
	b.Setenv("XDG_CACHE_HOME", b.TempDir())
	for i := range 1000 {
		writeSource(b, fmt.Sprintf("s%04d", i), rowsOf(40, 0, 30))
	}
	start := time.Now()
	if code := run([]string{"gen"}, nil, io.Discard, os.Stderr); code != exitClean {
		b.Fatalf("gen: exit code %d", code)
	}
	floor := time.Since(start)
	if err := os.CopyFS("before", os.DirFS("specs")); err != nil {
		b.Fatal(err)
	}
	for _, args := range [][]string{{"check"}, {"diff", "--against", "before"}} {
		b.Run(args[0], func(b *testing.B) {
			for b.Loop() {
				if code := run(args, nil, io.Discard, os.Stderr); code != exitClean {
					b.Fatalf("%s: exit code %d", args[0], code)
				}
			}
			b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(floor), "of-gen")
		})
	}
}

// BenchmarkDiff compares 3,000 entries with 3,000, a tenth or all of which
// changed, or all of whose texts did, and reports the time against that of reading one of the two pages.
func BenchmarkDiff(b *testing.B) {
	b.Run("tenth", func(b *testing.B) { benchmarkDiff(b, 30) })
	b.Run("all", func(b *testing.B) { benchmarkDiff(b, 3) })
	b.Run("texts", func(b *testing.B) { benchmarkDiff(b, 1) })
}

func benchmarkDiff(b *testing.B, every int) {
	var specs [2]*model.Spec
	var reads, compares []time.Duration
	for i := range specs {
		recipe, err := recipe.Parse("source.yaml", []byte(recipeOf("shop")))
		if err != nil {
			b.Fatal(err)
		}
		page := rowsOf(3000, i, every)
		for range 5 {
			start := time.Now()
			if specs[i], err = recipe.Read("page.html", page); err != nil {
				b.Fatal(err)
			}
			reads = append(reads, time.Since(start))
		}
	}
	if n := len(drift.Compare(specs[0], specs[1])); n < 300 {
		b.Fatalf("%d changes", n)
	}
	for b.Loop() {
		start := time.Now()
		drift.Compare(specs[0], specs[1])
		compares = append(compares, time.Since(start))
	}
	b.ReportMetric(float64(pagetest.Median(compares))/float64(pagetest.Median(reads)), "of-reading")
}

func recipeOf(name string) string {
	return fmt.Sprintf("source: %s\ntitle: Errors\nurl: https://shop.example/errors\nlanguage: en\npackage: %[1]s\nretrieved: 2026-11-22\n"+
		"tables:\n  - {name: Code, kind: codes, columns: {code: Code, text: Meaning, remedy: What to do}}\n", name)
}

func writeSource(b *testing.B, name string, page []byte) {
	for file, data := range map[string][]byte{"source.yaml": []byte(recipeOf(name)), "page.html": page} {
		path := filepath.Join("specs", name, file)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			b.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o600); err != nil {
			b.Fatal(err)
		}
	}
}

// rowsOf is a page of n rows in its state number edition: of so many rows, one
// is another, and two are reworded.
func rowsOf(n, edition, every int) []byte {
	var s strings.Builder
	s.WriteString("<h1>Errors</h1><table><tr><th>Code</th><th>Meaning</th><th>What to do</th></tr>\n")
	for i := range n {
		code, word := i, "closed"
		switch {
		case i%every == 1:
			code += edition * n
		case i%every == 2 && edition > 0:
			word = "shut"
		case i%every == 3%every && edition > 0:
			word = "not open"
		}
		fmt.Fprintf(&s, "<tr><td>E-%05d</td><td>Order %d of the customer is %s at this time of the day.</td><td>Ask the customer for another order than %[2]d.</td></tr>\n", code, i, word)
	}
	s.WriteString("</table>\n")
	return []byte(s.String())
}
