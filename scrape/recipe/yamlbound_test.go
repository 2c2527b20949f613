package recipe

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"time"
)

// bombs are small files that are large once they are expanded, or parsed.
func bombs() map[string]string {
	merge := "a: &a {x: 1}\nb0: &b0 {<<: [*a,*a]}\n"
	for i := range 20 {
		merge += fmt.Sprintf("b%d: &b%d {<<: [*b%d,*b%d]}\n", i+1, i+1, i, i)
	}
	laughs := "a: &a [x]\nb0: &b0 [*a,*a]\n"
	for i := range 30 {
		laughs += fmt.Sprintf("b%d: &b%d [*b%d,*b%d]\n", i+1, i+1, i, i)
	}
	tens := "a: &a " + strings.Repeat("x", 1000) + "\n" + "b0: &b0 [*a,*a,*a,*a,*a,*a,*a,*a]\nb1: &b1 [*b0,*b0,*b0,*b0,*b0,*b0,*b0,*b0]\nb2: &b2 [*b1,*b1,*b1,*b1,*b1,*b1,*b1,*b1]\nb3: [*b2,*b2,*b2,*b2]\n"
	steps := ""
	for i := range 500 {
		steps += strings.Repeat(" ", i) + "a:\n"
	}
	return map[string]string{
		"brackets": strings.Repeat("[", 200_000), "braces": strings.Repeat("{a: ", 50_000), "dashes": strings.Repeat("- ", 100_000),
		"questions": strings.Repeat("? ", 100_000), "steps": steps, "merge keys": merge, "laughs": laughs, "few laughs": tens,
		"parts": strings.Repeat("- a\n", 200_000), "size": strings.Repeat("# x\n", 400_000), "one line": strings.Repeat("a: ", 100_000),
		"tags": strings.Repeat("!!a ", 200_000), "anchors": strings.Repeat("&a ", 200_000),
	}
}

func TestBombs(t *testing.T) {
	for name, text := range bombs() {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		begin := time.Now()
		var v struct {
			A any `yaml:"a"`
		}
		_, problems := DecodeYAML("f.yaml", []byte(text), &v)
		took := time.Since(begin)
		runtime.ReadMemStats(&after)
		if len(problems) == 0 || took > 30*time.Second || after.TotalAlloc-before.TotalAlloc > 1<<30 {
			t.Errorf("%s: %v, after %s and %d MB", name, problems, took, (after.TotalAlloc-before.TotalAlloc)>>20)
		}
		t.Logf("%s: %s, %d MB: %.80v", name, took.Round(time.Millisecond), (after.TotalAlloc-before.TotalAlloc)>>20, problems)
	}
}

// The bounds leave what people write alone.
func TestBoundsOfRecipes(t *testing.T) {
	text := "a:\n" + strings.Repeat("  - {b: [1, 2, {c: d}], e: 'x'}\n", 2000) + "f: &f [1]\ng: *f\nh:\n  i:\n    - j:\n        - k\n"
	var v struct {
		A []map[string]any            `yaml:"a"`
		F []int                       `yaml:"f"`
		G []int                       `yaml:"g"`
		H map[string][]map[string]any `yaml:"h"`
	}
	if _, problems := DecodeYAML("f.yaml", []byte(text), &v); len(problems) > 0 || len(v.A) != 2000 || len(v.G) != 1 {
		t.Errorf("%v", problems)
	}
}
