// Command others compares an emitted package with what stringer, enumer and
// go-enum make of the same codes:
//
//	go run ./gen/testdata/others
//
// It fetches those tools, and says so and ends where there is no network. It
// prints medians of five runs; none of what the tools write is kept.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/gen"
	"github.com/spectab/spectab/model"
)

const count = 3000

// A maker is a tool, and how its package is asked for a name and a code.
type maker struct {
	name  string
	tool  []string // of go run; nil for spectab
	parse string   // the expression that looks s up; "" where there is none
}

var makers = []maker{
	{"spectab", nil, "LookupCode(s)"},
	{"stringer", []string{"golang.org/x/tools/cmd/stringer@v0.52.0", "-type=Code"}, ""},
	{"enumer", []string{"github.com/dmarkham/enumer@v1.7.2", "-type=Code"}, "CodeString(s)"},
	{"goenum", []string{"github.com/abice/go-enum@v0.9.5", "-f=codes.go"}, "ParseCode(s)"},
}

func main() {
	dir, err := os.MkdirTemp("", "others")
	check(err)
	defer os.RemoveAll(dir)
	write(dir, "go.mod", "module example.com/others\n\ngo 1.23\n")
	for _, shape := range []struct {
		name string
		step int
	}{{"dense", 1}, {"sparse", 9973}} {
		fmt.Printf("%d %s codes\n%-10s %10s %10s %14s %12s\n", count, shape.name, "", "name", "lookup", "binary/entry", "at start")
		base := 0
		for _, m := range append([]maker{{name: "none"}}, makers...) {
			pkg := m.name + shape.name
			if m.name != "none" && !m.make(dir, pkg, shape.step) {
				fmt.Printf("%-10s could not be fetched\n", m.name)
				continue
			}
			binary := m.link(dir, pkg)
			if m.name == "none" {
				base = binary
				continue
			}
			name, lookup := m.measure(dir, pkg, shape.step)
			fmt.Printf("%-10s %10s %10s %8d bytes %12s\n", m.name, name, lookup, (binary-base)/count, m.starts(dir, pkg))
		}
	}
}

func number(i, step int) int64 { return int64(i*step + i*i%step) }

func symbol(i int) string { return fmt.Sprintf("EReason%d", i) }

// make writes the package of a tool, and reports whether the tool ran.
func (m maker) make(dir, pkg string, step int) bool {
	var b strings.Builder
	switch m.name {
	case "spectab":
		t := model.Table{Name: "Code", Kind: model.Codes, Value: model.Value{Type: "int32"}}
		for i := range count {
			t.Entries = append(t.Entries, model.Entry{Code: strconv.FormatInt(number(i, step), 10), Key: symbol(i), Name: symbol(i), Order: i + 1})
		}
		files, err := gen.Package(&model.Spec{Source: pkg, Package: pkg, Tables: []model.Table{t}})
		check(err)
		for _, f := range files {
			write(dir, f.Path, string(f.Content))
		}
		return true
	case "goenum":
		b.WriteString("package " + pkg + "\n\n// ENUM(\n")
		for i := range count {
			fmt.Fprintf(&b, "// %s = %d\n", symbol(i), number(i, step))
		}
		b.WriteString("// )\ntype Code int32\n")
	default:
		b.WriteString("package " + pkg + "\n\ntype Code int32\n\nconst (\n")
		for i := range count {
			fmt.Fprintf(&b, "\t%s Code = %d\n", symbol(i), number(i, step))
		}
		b.WriteString(")\n")
	}
	write(dir, pkg+"/codes.go", b.String())
	cmd := exec.Command("go", append([]string{"run"}, m.tool...)...)
	cmd.Dir = filepath.Join(dir, pkg)
	output, err := cmd.CombinedOutput()
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n%s", m.name, err, output)
	}
	return err == nil
}

// link returns the size of a program that prints the name of a code.
func (m maker) link(dir, pkg string) int {
	imported, call := "", ""
	if m.name != "none" {
		imported, call = strconv.Quote("example.com/others/"+pkg), "println("+pkg+".Code(len(os.Args)).String())"
	}
	write(dir, "cmd/"+pkg+"/main.go", "package main\n\nimport (\n\t_ \"errors\"\n\t_ \"fmt\"\n\t_ \"log/slog\"\n\t\"os\"\n\t"+imported+"\n)\n\nfunc main() {\n\t_ = os.Args\n\t"+call+"\n}\n")
	binary := filepath.Join(dir, pkg+".exe")
	run(dir, "build", "-ldflags=-s -w", "-o", binary, "./cmd/"+pkg)
	info, err := os.Stat(binary)
	check(err)
	return int(info.Size())
}

// starts says what the package does before main.
func (m maker) starts(dir, pkg string) string {
	cmd := exec.Command(filepath.Join(dir, pkg+".exe"))
	cmd.Env = append(os.Environ(), "GODEBUG=inittrace=1")
	output, _ := cmd.CombinedOutput()
	if found := regexp.MustCompile(`init example\.com/others/\S+ @\S+ ms, (\S+ ms) clock`).FindSubmatch(output); found != nil {
		return string(found[1])
	}
	return "nothing"
}

// measure benchmarks String and the way back.
func (m maker) measure(dir, pkg string, step int) (name, lookup string) {
	parse := ""
	if m.parse != "" {
		parse = `func BenchmarkLookup(b *testing.B) {
	i := 0
	for b.Loop() {
		s := names[i]
		_, _ = ` + pkg + "." + m.parse + `
		if i++; i == len(names) {
			i = 0
		}
	}
}
`
	}
	write(dir, pkg+"/bench_test.go", `package `+pkg+`_test

import (
	"fmt"
	"testing"

	"example.com/others/`+pkg+`"
)

var names []string
var codes []`+pkg+`.Code

func init() {
	for i := range `+strconv.Itoa(count)+` {
		i = i * 7919 % `+strconv.Itoa(count)+`
		names = append(names, fmt.Sprintf("EReason%d", i))
		codes = append(codes, `+pkg+`.Code(i*`+strconv.Itoa(step)+`+i*i%`+strconv.Itoa(step)+`))
	}
}

func BenchmarkName(b *testing.B) {
	i := 0
	for b.Loop() {
		if codes[i].String() == "" {
			b.Fatal(codes[i])
		}
		if i++; i == len(codes) {
			i = 0
		}
	}
}

`+parse)
	output := run(dir, "test", "-run=NONE", "-bench=.", "-benchtime=50ms", "-count=5", "./"+pkg)
	times := map[string][]float64{}
	for _, found := range regexp.MustCompile(`Benchmark(\w+?)(?:-\d+)?\s+\d+\s+([\d.]+) ns/op`).FindAllStringSubmatch(output, -1) {
		ns, _ := strconv.ParseFloat(found[2], 64)
		times[found[1]] = append(times[found[1]], ns)
	}
	return median(times["Name"]), median(times["Lookup"])
}

func median(list []float64) string {
	if len(list) == 0 {
		return "none"
	}
	slices.Sort(list)
	return fmt.Sprintf("%.1f ns", list[len(list)/2])
}

func run(dir string, args ...string) string {
	cmd := exec.Command("go", args...)
	cmd.Dir = dir
	output, err := cmd.CombinedOutput()
	if err != nil {
		fmt.Fprintf(os.Stderr, "go %v\n%s", args, output)
	}
	check(err)
	return string(output)
}

func write(dir, name, content string) {
	name = filepath.Join(dir, filepath.FromSlash(name))
	check(os.MkdirAll(filepath.Dir(name), 0o755))
	check(os.WriteFile(name, []byte(content), 0o644))
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
