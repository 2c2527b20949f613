package gen

import (
	"bytes"
	"debug/elf"
	"fmt"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spectab/spectab/model"
)

// The benchmarks of this file measure what a package costs who imports it,
// each as a ratio to a twin in the same run.

// TestNothingAtStart holds that a program with thousands of codes does nothing
// for them before main, and has neither a column nor a reader of replies that
// it does not ask for.
func TestNothingAtStart(t *testing.T) {
	if testing.Short() {
		t.Skip("links Go programs")
	}
	dir := newModule(t, []*model.Spec{withEnvelope(manyCodes("many", 3000)), manyNumbers("dense", 3000, 1)})
	binary := buildProgram(t, dir, "many", "dense")
	symbols := goTool(t, dir, "tool", "nm", binary)
	for _, line := range strings.Split(string(symbols), "\n") {
		if strings.Contains(line, "example.com/emitted") && strings.Contains(line, "inittask") {
			t.Errorf("an init task: %s", line)
		}
	}
	for variable, want := range map[string]bool{"codeRows": true, "messageOfCode": true, "httpStatusOfCode": false, "codeInJSON": false} {
		if linked := bytes.Contains(symbols, []byte("example.com/emitted/many."+variable)); linked != want {
			t.Errorf("the program has %s: %v, want %v", variable, linked, want)
		}
	}
}

func withEnvelope(s *model.Spec) *model.Spec {
	s.Envelopes = []model.Envelope{{Table: s.Tables[0].Name, Format: "json", Code: []string{"error", "code"}, Message: []string{"error", "description"}}}
	return s
}

// buildProgram links a program that asks packages for a code and its text; it
// has everything that packages import, whether they are many or none.
func buildProgram(t testing.TB, dir string, packages ...string) string {
	t.Helper()
	name := "with" + strings.Join(packages, "")
	var imports, calls strings.Builder
	for _, pkg := range packages {
		fmt.Fprintf(&imports, "\t%q\n", "example.com/emitted/"+pkg)
		fmt.Fprintf(&calls, "\tif code, ok := %s.LookupCode(os.Args[0]); ok {\n\t\tprintln(code.String(), code.Message())\n\t}\n", pkg)
	}
	writeFile(t, filepath.Join(dir, "cmd", name, "main.go"), []byte(`package main

import (
	_ "encoding/json"
	_ "errors"
	_ "iter"
	"os"
	_ "slices"
	_ "strconv"
`+imports.String()+`)

func main() {
`+calls.String()+`	println(len(os.Args))
}
`))
	binary := filepath.Join(dir, name)
	goTool(t, dir, "build", "-ldflags=-w", "-o", binary, "./cmd/"+name)
	return binary
}

// BenchmarkSize reports the bytes of the binary for each of 3,000 entries
// beyond their texts: those of a program with them, less those of one with 84
// entries. It counts sections, since a file is filled up to whole pages, which
// are more than a byte an entry.
func BenchmarkSize(b *testing.B) {
	many, one := manyCodes("many", 3000), manyCodes("one", 84)
	for _, s := range []*model.Spec{many, one} {
		for i := range s.Tables[0].Entries {
			s.Tables[0].Entries[i].HTTP = 0 // texts alone
		}
	}
	dir := newModule(b, []*model.Spec{many, one})
	for b.Loop() {
		difference := loadedSize(b, buildProgram(b, dir, "many")) - loadedSize(b, buildProgram(b, dir, "one")) - rawTexts(many) + rawTexts(one)
		b.ReportMetric(float64(difference)/(3000-84), "bytes-an-entry")
	}
}

func rawTexts(s *model.Spec) int {
	n := 0
	for _, e := range s.Tables[0].Entries {
		n += len(e.Code) + len(e.Text)
	}
	return n
}

// loadedSize is how many bytes of a program are loaded when it runs.
func loadedSize(t testing.TB, binary string) int {
	t.Helper()
	f, err := elf.Open(binary)
	if err != nil {
		t.Skip("programs of this system are no ELF files")
	}
	defer f.Close()
	sum := 0
	for _, section := range f.Sections {
		if section.Flags&elf.SHF_ALLOC != 0 && section.Type != elf.SHT_NOBITS {
			sum += int(section.Size)
		}
	}
	return sum
}

// BenchmarkStart reports how long a program with 3,000 codes runs in relation
// to one without.
func BenchmarkStart(b *testing.B) {
	dir := newModule(b, []*model.Spec{manyCodes("many", 3000)})
	with, without := buildProgram(b, dir, "many"), buildProgram(b, dir)
	var times [2][]float64
	for b.Loop() {
		for range 50 {
			for i, binary := range []string{with, without} {
				start := time.Now()
				if err := exec.Command(binary).Run(); err != nil {
					b.Fatal(err)
				}
				times[i] = append(times[i], float64(time.Since(start)))
			}
		}
	}
	b.ReportMetric(medianOf(times[0])/medianOf(times[1]), "times-without")
}

func medianOf(list []float64) float64 {
	slices.Sort(list)
	return list[len(list)/2]
}

// BenchmarkCompile reports how long the compiler takes for a package of 3,000
// codes in relation to the same rows as an array literal, with the constants
// and without.
func BenchmarkCompile(b *testing.B) {
	spec := manyCodes("many", 3000)
	dir := newModule(b, []*model.Spec{spec})
	var rows, constants strings.Builder
	for _, e := range spec.Tables[0].Entries {
		fmt.Fprintf(&rows, "\t{%q, %q, %d},\n", e.Code, e.Text, e.HTTP)
		fmt.Fprintf(&constants, "const %s Code = %q\n", e.Name, e.Code)
	}
	plain := "package plain\n\ntype Code string\n\nvar Rows = [...]struct {\n\tcode Code\n\tmessage string\n\thttp int\n}{\n" + rows.String() + "}\n"
	writeFile(b, filepath.Join(dir, "plain", "plain.go"), []byte(plain))
	writeFile(b, filepath.Join(dir, "withconstants", "plain.go"), []byte(plain+constants.String()))
	list := goTool(b, dir, "list", "-export", "-deps", "-f", "{{if .Export}}packagefile {{.ImportPath}}={{.Export}}{{end}}", "./many")
	config := filepath.Join(dir, "importcfg")
	writeFile(b, config, list)
	packages := []string{"many", "plain", "withconstants"}
	times := make([][]float64, len(packages))
	for b.Loop() {
		for range 7 {
			for i, pkg := range packages {
				files, _ := filepath.Glob(filepath.Join(dir, pkg, "*.go"))
				files = slices.DeleteFunc(files, func(f string) bool { return strings.HasSuffix(f, "_test.go") })
				start := time.Now()
				goTool(b, dir, append([]string{"tool", "compile", "-p", pkg, "-importcfg", config, "-o", filepath.Join(dir, "out.a")}, files...)...)
				times[i] = append(times[i], float64(time.Since(start)))
			}
		}
	}
	emitted := medianOf(times[0])
	b.ReportMetric(emitted/medianOf(times[1]), "times-array")
	b.ReportMetric(emitted/medianOf(times[2]), "times-array-and-constants")
	b.ReportMetric(emitted/1e6, "ms")
}

// BenchmarkParseError reports how long a reply of 200 bytes takes in relation
// to encoding/json and a hand-written struct, and the allocations of both.
func BenchmarkParseError(b *testing.B) {
	dir := newModule(b, []*model.Spec{withEnvelope(manyCodes("many", 600))})
	writeFile(b, filepath.Join(dir, "parse_test.go"), []byte(parseBenchmark))
	for b.Loop() {
		output := goTool(b, dir, "test", "-run=NONE", "-bench=.", "-benchmem", "-benchtime="+benchTime(), "-count=5", ".")
		report(b, string(output))
		b.Logf("%s", output)
	}
}

const parseBenchmark = `package emitted_test

import (
	"encoding/json"
	"testing"

	"example.com/emitted/many"
)

var body = []byte(` + "`" + `{"error":{"code":"003-035","description":"Something went wrong with the object of kind 85, and nobody knows why.","details":[{"field":"id","value":42}]},"request_id":"7d3f3f8a-55e1-4b46-9b52-21d2bdc0cbd0"}` + "`" + `)

type reply struct {
	Error struct {
		Code        string ` + "`json:\"code\"`" + `
		Description string ` + "`json:\"description\"`" + `
	} ` + "`json:\"error\"`" + `
}

func BenchmarkEmittedParse(b *testing.B) {
	for b.Loop() {
		if err, ok := many.ParseError(body); !ok || err.Code == "" || err.Message == "" {
			b.Fatal(err)
		}
	}
}

func BenchmarkMapParse(b *testing.B) {
	for b.Loop() {
		r := new(reply)
		if err := json.Unmarshal(body, r); err != nil || r.Error.Code == "" {
			b.Fatal(err)
		}
	}
}
`
