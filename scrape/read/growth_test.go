package read

import (
	"fmt"
	"strings"
	"testing"
	"time"
)

// shapes are pages that cost the square of their size where something is
// looked for from each line anew, or nests as often as it is written.
var shapes = map[string]func(n int) string{
	"boxes.txt":   func(n int) string { return strings.Repeat("+--+--+\n", n/8) },
	"tags.txt":    func(n int) string { return strings.Repeat("<?xml?>\n", n/8) },
	"columns.txt": func(n int) string { return strings.Repeat("Code  Message\n", n/14) + strings.Repeat("x", 24) + "\n" },
	"quotes.md":   func(n int) string { return strings.Repeat("> ", n/2) + "\n" },
	"numbers.md":  func(n int) string { return strings.Repeat("1) ", n/3) + "\n" },
	"wide.md": func(n int) string {
		return strings.Repeat("|Code", n/10) + "|\n" + strings.Repeat("|---", n/10) + "|\n" + strings.Repeat("|E1\n", n/40)
	},
	"brackets.md":   func(n int) string { return strings.Repeat("[a]\n", n/4) },
	"comments.wiki": func(n int) string { return "x" + strings.Repeat(" ", n/2) + strings.Repeat("<!---->", n/14) },
}

func TestGrowth(t *testing.T) {
	if testing.Short() {
		t.Skip("reads large pages")
	}
	const size = 512 << 10 // the square of which takes minutes
	for name, make := range shapes {
		begin := time.Now()
		_, err := Page(name, []byte(make(size)))
		if took := time.Since(begin); took > 30*time.Second {
			t.Errorf("%s took %s: %v", name, took, err)
		}
	}
}

// What is bounded is what no page has: wide tables and deep lists are read.
func TestBoundsLeavePagesAlone(t *testing.T) {
	var table, list strings.Builder
	for _, cell := range []string{"h", "---"} {
		table.WriteString(strings.Repeat("|"+cell, 40) + "|\n")
	}
	for i := range 300 {
		fmt.Fprintf(&table, "%s|\n", strings.Repeat(fmt.Sprintf("|c%d", i), 40))
	}
	p, err := Page("page.md", []byte(table.String()))
	if err != nil || len(p.Blocks) != 1 || len(p.Blocks[0].Rows) != 301 || len(p.Blocks[0].Rows[300].Cells) != 40 {
		t.Errorf("the wide table: %v, %d blocks", err, len(p.Blocks))
	}
	for i := range 30 {
		list.WriteString(strings.Repeat("  ", i) + "- item\n")
	}
	if p, err = Page("page.md", []byte(list.String())); err != nil || len(p.Blocks) != 1 {
		t.Errorf("the deep list: %v, %v", p, err)
	}
	if p, err = Page("page.md", []byte(strings.Repeat("* ", 200)+"\n\ntext [a] and [b](https://vendor.example)\n")); err != nil || len(p.Blocks) != 1 || p.Blocks[0].Lines[0].Text != "text [a] and b" {
		t.Errorf("a break and links: %v, %v", p, err)
	}
	if p, err = Page("page.md", []byte(strings.Repeat("> ", 100)+"deep\n")); err != nil || len(p.Blocks) == 0 {
		t.Errorf("deep quotes: %v, %v", p, err)
	}
}
