package matrix

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
)

// An openList is what of the matrix is not read right yet.
type openList struct {
	fails map[string]string // how, by page
	why   map[string]string // by page
	cells map[string]string // why, by form and variant
}

func readOpen(t *testing.T, pages []*Page) openList {
	t.Helper()
	data, err := os.ReadFile(openFile)
	if err != nil {
		t.Fatal(err)
	}
	list := openList{map[string]string{}, map[string]string{}, map[string]string{}}
	of := tablesOf(pages)
	why := ""
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if after, ok := strings.CutPrefix(line, "# "); ok {
			why = after
		} else if name, tables, ok := strings.Cut(line, ": "); ok {
			words := strings.Fields(name)
			for _, variant := range words[2:] {
				list.add(words[0], words[1]+"/"+variant, tables, of, why)
			}
		}
	}
	return list
}

func (list *openList) add(fails, cell, tables string, of map[string][]string, why string) {
	names := strings.Fields(tables)
	if tables == "*" {
		names = of[cell]
	}
	list.cells[cell] = why
	for _, table := range names {
		list.fails[cell+"/"+table], list.why[cell+"/"+table] = fails, why
	}
}

// tablesOf are the tables of each form and variant.
func tablesOf(pages []*Page) map[string][]string {
	of := map[string][]string{}
	for _, p := range pages {
		of[p.cell()] = append(of[p.cell()], p.Table)
	}
	return of
}

func (p *Page) cell() string { return p.Form + "/" + p.Variant }

// unseen is why something fails that nobody has looked into.
const unseen = "not looked into yet"

// write keeps what is listed below why it is. Variants of a form that fail on
// the same tables share a line.
func (list *openList) write(t *testing.T, pages []*Page, fails []string) {
	t.Helper()
	failing := map[string][]string{} // tables, by why, how, form and variant
	for i, p := range pages {
		if fails[i] == "" {
			continue
		}
		why := unseen
		for _, known := range []string{list.cells[p.cell()], list.why[p.String()]} {
			if known != "" {
				why = known
			}
		}
		key := strings.Join([]string{why, fails[i], p.Form, p.Variant}, "\t")
		failing[key] = append(failing[key], p.Table)
	}
	of := tablesOf(pages)
	merged := map[string][]string{} // variants, by why, how, form and tables
	for _, key := range slices.Sorted(maps.Keys(failing)) {
		parts := strings.Split(key, "\t")
		tables := strings.Join(failing[key], " ")
		if len(failing[key]) == len(of[parts[2]+"/"+parts[3]]) {
			tables = "*"
		}
		key = strings.Join([]string{parts[0], parts[2], parts[1], tables}, "\t")
		merged[key] = append(merged[key], parts[3])
	}
	var b strings.Builder
	last := ""
	for _, key := range slices.Sorted(maps.Keys(merged)) {
		parts := strings.Split(key, "\t")
		if parts[0] != last {
			fmt.Fprintf(&b, "# %s\n", parts[0])
			last = parts[0]
		}
		fmt.Fprintf(&b, "%s %s %s: %s\n", parts[2], parts[1], strings.Join(merged[key], " "), parts[3])
	}
	if err := os.WriteFile(openFile, []byte(b.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}
