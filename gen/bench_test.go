package gen

import (
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/spectab/spectab/model"
)

// BenchmarkPackage reports how many times as long as gofmt alone emission
// takes.
func BenchmarkPackage(b *testing.B) {
	spec := manyCodes("many", 84)
	source := mustPackage(b, spec)[0].Content
	var emission, formatting time.Duration
	for b.Loop() {
		start := time.Now()
		mustPackage(b, spec)
		emission += time.Since(start)
		start = time.Now()
		if _, err := format.Source(source); err != nil {
			b.Fatal(err)
		}
		formatting += time.Since(start)
	}
	b.ReportMetric(float64(emission)/float64(formatting), "times-gofmt")
}

// BenchmarkLookup reports how many times as long as a Go map literal a lookup
// takes: in an emitted package, with the go command, in a module of its own.
func BenchmarkLookup(b *testing.B) {
	sizes := []int{13, 83, 600, 3000}
	var specs []*model.Spec
	for _, n := range sizes {
		specs = append(specs, manyCodes("many"+strconv.Itoa(n), n))
	}
	dir := newModule(b, specs)
	for i, spec := range specs {
		writeFile(b, filepath.Join(dir, "bench"+strconv.Itoa(sizes[i])+"_test.go"), []byte(lookupBenchmark(spec, sizes[i])))
	}
	for b.Loop() {
		report(b, string(goTool(b, dir, "test", "-run=NONE", "-bench=.", "-benchtime="+benchTime(), "-count=5", ".")))
	}
}

func benchTime() string {
	if s := os.Getenv("SPECTAB_BENCHTIME"); s != "" {
		return s
	}
	return "50ms"
}

// report takes the best of each benchmark, which other work on the machine
// disturbed least.
func report(b *testing.B, output string) {
	best := map[string]float64{}
	for _, m := range regexp.MustCompile(`(?m)^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns/op`).FindAllStringSubmatch(output, -1) {
		ns, _ := strconv.ParseFloat(m[2], 64)
		if old, ok := best[m[1]]; !ok || ns < old {
			best[m[1]] = ns
		}
	}
	if len(best) == 0 {
		b.Fatalf("no benchmarks in\n%s", output)
	}
	b.Logf("%v", best)
	for name, ns := range best {
		if base, ok := strings.CutPrefix(name, "Emitted"); ok {
			b.ReportMetric(ns/best["Map"+base], strings.ToLower(base)+"-of-map")
		}
	}
}

// lookupBenchmark is a test file with a map literal that is the twin of a
// package, and the same lookups in both. The texts that are looked up are
// copies, as they would be out of a reply.
func lookupBenchmark(spec *model.Spec, n int) string {
	var literal strings.Builder
	for _, e := range spec.Tables[0].Entries {
		fmt.Fprintf(&literal, "\t%q: {%q, %q, %d},\n", e.Code, e.Code, e.Text, e.HTTP)
	}
	return strings.NewReplacer("PACKAGE", spec.Package, "SIZE", strconv.Itoa(n), "LITERAL", literal.String()).Replace(`package emitted_test

import (
	"strings"
	"testing"

	"example.com/emitted/PACKAGE"
)

type rowSIZE struct {
	code    PACKAGE.Code
	message string
	http    int
}

var mapSIZE = map[string]rowSIZE{
LITERAL}

func textsSIZE() (hits, misses []string) {
	i := 0
	for code := range PACKAGE.Codes() {
		hits = append(hits, strings.Clone(string(code)))
		misses = append(misses, "9"+string(code[1:]))
		i++
	}
	for i := range hits { // an order that no cache foresees
		j := i * 7919 % len(hits)
		hits[i], hits[j] = hits[j], hits[i]
	}
	return hits, misses
}

func runSIZE(b *testing.B, texts []string, lookup func(string) (PACKAGE.Code, bool), want bool) {
	i := 0
	for b.Loop() {
		if _, ok := lookup(texts[i]); ok != want {
			b.Fatal(texts[i])
		}
		if i++; i == len(texts) {
			i = 0
		}
	}
}

func fromMapSIZE(s string) (PACKAGE.Code, bool) {
	row, ok := mapSIZE[s]
	return row.code, ok
}

func BenchmarkEmittedHitSIZE(b *testing.B) { hits, _ := textsSIZE(); runSIZE(b, hits, PACKAGE.LookupCode, true) }
func BenchmarkMapHitSIZE(b *testing.B) { hits, _ := textsSIZE(); runSIZE(b, hits, fromMapSIZE, true) }
func BenchmarkEmittedMissSIZE(b *testing.B) { _, misses := textsSIZE(); runSIZE(b, misses, PACKAGE.LookupCode, false) }
func BenchmarkMapMissSIZE(b *testing.B) { _, misses := textsSIZE(); runSIZE(b, misses, fromMapSIZE, false) }
`)
}
