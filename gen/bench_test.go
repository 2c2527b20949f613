package gen

import (
	"fmt"
	"go/format"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/spectab/spectab/model"
)

// BenchmarkPackage reports how many times as long as gofmt alone emission
// takes.
func BenchmarkPackage(b *testing.B) {
	spec := manyCodes("many", 2703)
	files := mustPackage(b, spec)
	var emission, formatting time.Duration
	for b.Loop() {
		start := time.Now()
		mustPackage(b, spec)
		emission += time.Since(start)
		start = time.Now()
		for _, file := range files {
			if _, err := format.Source(file.Content); err != nil {
				b.Fatal(err)
			}
		}
		formatting += time.Since(start)
	}
	b.ReportMetric(float64(emission)/float64(formatting), "times-gofmt")
}

// BenchmarkLookup reports how many times as long as a Go map literal a lookup
// takes: in an emitted package, with the go command, in a module of its own.
// A text is two lookups, LookupCode and Message, against one in the map.
func BenchmarkLookup(b *testing.B) {
	files := map[string]string{}
	var specs []*model.Spec
	for _, n := range []int{13, 83, 600, 3000} {
		spec := manyCodes("many"+strconv.Itoa(n), n)
		specs = append(specs, spec)
		files["bench"+strconv.Itoa(n)+"_test.go"] = lookupBenchmark(spec, n)
	}
	for name, spec := range map[string]*model.Spec{"Dense": manyNumbers("dense", 3000, 1), "Sparse": manyNumbers("sparse", 3000, 9973)} {
		specs = append(specs, spec)
		files[spec.Package+"_test.go"] = nameBenchmark(spec, name)
	}
	dir := newModule(b, specs)
	for name, content := range files {
		writeFile(b, filepath.Join(dir, name), []byte(content))
	}
	for b.Loop() {
		report(b, string(goTool(b, dir, "test", "-run=NONE", "-bench=.", "-benchtime="+benchTime(), "-count=5", ".")))
	}
}

// manyNumbers are symbols and texts of numbers, step apart in the mean.
func manyNumbers(name string, n, step int) *model.Spec {
	t := model.Table{Name: "Code", Kind: model.Codes, Value: model.Value{Type: "uint32"}}
	for i := range n {
		t.Entries = append(t.Entries, model.Entry{
			Code: fmt.Sprintf("0x%08X", 0x80000000+i*step+i*i%step), Key: fmt.Sprintf("E_SOMETHING_%d", i), Name: fmt.Sprintf("Code%d", i), Order: i + 1, Line: i + 10,
			Text: fmt.Sprintf("Something went wrong with the object of kind %d.", i),
		})
	}
	return newSpec(name, t)
}

// nameBenchmark is a test file that takes the names of numbers from a package
// and from its twin, a map literal.
func nameBenchmark(spec *model.Spec, name string) string {
	var literal strings.Builder
	for _, e := range spec.Tables[0].Entries {
		fmt.Fprintf(&literal, "\t%s: %q,\n", e.Code, e.Key)
	}
	return strings.NewReplacer("PACKAGE", spec.Package, "NAME", name, "LITERAL", literal.String()).Replace(`package emitted_test

import (
	"testing"

	"example.com/emitted/PACKAGE"
)

var mapNAME = map[PACKAGE.Code]string{
LITERAL}

func runNAME(b *testing.B, offset PACKAGE.Code, name func(PACKAGE.Code) string) {
	var codes []PACKAGE.Code
	for code := range PACKAGE.Codes() {
		codes = append(codes, code + offset)
	}
	for i := range codes { // an order that no cache foresees
		j := i * 7919 % len(codes)
		codes[i], codes[j] = codes[j], codes[i]
	}
	i := 0
	for b.Loop() {
		if (name(codes[i]) == "") != (offset != 0) {
			b.Fatal(codes[i])
		}
		if i++; i == len(codes) {
			i = 0
		}
	}
}

func fromMapNAME(c PACKAGE.Code) string { return mapNAME[c] }

func BenchmarkEmittedNameNAME(b *testing.B) { runNAME(b, 0, PACKAGE.Code.Key) }
func BenchmarkMapNameNAME(b *testing.B) { runNAME(b, 0, fromMapNAME) }
func BenchmarkEmittedStringNAME(b *testing.B) { runNAME(b, 0, PACKAGE.Code.String) }
func BenchmarkMapStringNAME(b *testing.B) { runNAME(b, 0, fromMapNAME) }
func BenchmarkEmittedNameMissNAME(b *testing.B) { runNAME(b, 1<<30, PACKAGE.Code.Key) }
func BenchmarkMapNameMissNAME(b *testing.B) { runNAME(b, 1<<30, fromMapNAME) }
`)
}

func benchTime() string {
	if s := os.Getenv("SPECTAB_BENCHTIME"); s != "" {
		return s
	}
	return "50ms"
}

// report gives the ratio of the medians of twins.
func report(b *testing.B, output string) {
	runs := map[string][]float64{}
	for _, m := range regexp.MustCompile(`(?m)^Benchmark(\S+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns/op`).FindAllStringSubmatch(output, -1) {
		ns, _ := strconv.ParseFloat(m[2], 64)
		runs[m[1]] = append(runs[m[1]], ns)
	}
	if len(runs) == 0 {
		b.Fatalf("no benchmarks in\n%s", output)
	}
	median := map[string]float64{}
	for name, list := range runs {
		slices.Sort(list)
		median[name] = list[len(list)/2]
	}
	b.Logf("%v", median)
	for name, ns := range median {
		if base, ok := strings.CutPrefix(name, "Emitted"); ok {
			b.ReportMetric(ns/median["Map"+base], strings.ToLower(base)+"-of-map")
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

func messageFromMapSIZE(s string) (PACKAGE.Code, string) {
	row := mapSIZE[s]
	return row.code, row.message
}

func messageFromPackageSIZE(s string) (PACKAGE.Code, string) {
	code, _ := PACKAGE.LookupCode(s)
	return code, code.Message()
}

func runTextSIZE(b *testing.B, texts []string, lookup func(string) (PACKAGE.Code, string)) {
	i := 0
	for b.Loop() {
		if code, message := lookup(texts[i]); code == "" || message == "" {
			b.Fatal(texts[i])
		}
		if i++; i == len(texts) {
			i = 0
		}
	}
}

func BenchmarkEmittedTextSIZE(b *testing.B) { hits, _ := textsSIZE(); runTextSIZE(b, hits, messageFromPackageSIZE) }
func BenchmarkMapTextSIZE(b *testing.B) { hits, _ := textsSIZE(); runTextSIZE(b, hits, messageFromMapSIZE) }
func BenchmarkEmittedHitSIZE(b *testing.B) { hits, _ := textsSIZE(); runSIZE(b, hits, PACKAGE.LookupCode, true) }
func BenchmarkMapHitSIZE(b *testing.B) { hits, _ := textsSIZE(); runSIZE(b, hits, fromMapSIZE, true) }
func BenchmarkEmittedMissSIZE(b *testing.B) { _, misses := textsSIZE(); runSIZE(b, misses, PACKAGE.LookupCode, false) }
func BenchmarkMapMissSIZE(b *testing.B) { _, misses := textsSIZE(); runSIZE(b, misses, fromMapSIZE, false) }
`)
}
