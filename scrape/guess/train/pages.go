package main

import (
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/guess"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read"
)

// A known is a page and the rows that are wanted of it; none where it has no
// table that anybody would generate from.
type known struct {
	name   string
	vendor string // pages of one are left out together
	page   *page.Page
	rows   []row
}

// A row is one of the truth: its code, and the other names that it has.
type row struct {
	Code, Key, Sym, Hex, Value string
	Message                    string
	Optional                   bool
}

func (r *row) names() map[string]bool {
	names := map[string]bool{}
	for _, s := range []string{r.Code, r.Key, r.Sym, r.Hex, r.Value} {
		if s != "" {
			names[plain(s)] = true
		}
	}
	return names
}

// readPages reads all pages of a folder that a reader takes, in order.
func readPages(dir string) ([]*known, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*", "truth.json"))
	if err != nil {
		return nil, err
	}
	var list []*known
	for _, file := range files {
		k, err := readPage(filepath.Dir(file))
		if err != nil {
			return nil, err
		}
		if k.page != nil {
			list = append(list, k)
		}
	}
	return list, nil
}

// readOwn reads the pages of a folder that stand there beside files of their
// rows: page.md beside page.md.want, each row parted by tabs.
func readOwn(dir string) ([]*known, error) {
	files, err := filepath.Glob(filepath.Join(dir, "*.want"))
	if err != nil {
		return nil, err
	}
	var list []*known
	for _, file := range files {
		want, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		data, err := os.ReadFile(strings.TrimSuffix(file, ".want"))
		if err != nil {
			return nil, err
		}
		name := strings.TrimSuffix(filepath.Base(file), ".want")
		k := &known{name: name, vendor: name}
		for line := range strings.Lines(string(want)) {
			fields := append(strings.Split(strings.TrimSuffix(line, "\n"), "\t"), "", "")
			k.rows = append(k.rows, row{Code: fields[0], Key: fields[1], Message: fields[2]})
		}
		if k.page, err = read.Page(filepath.ToSlash(strings.TrimSuffix(file, ".want")), data); err != nil {
			return nil, err
		}
		list = append(list, k)
	}
	return list, nil
}

// readPage reads a page and its truth; the page is nil where no reader takes it.
func readPage(dir string) (*known, error) {
	data, err := os.ReadFile(filepath.Join(dir, "truth.json"))
	if err != nil {
		return nil, err
	}
	var truth struct{ Rows []row }
	if err := json.Unmarshal(data, &truth); err != nil {
		return nil, err
	}
	names, err := filepath.Glob(filepath.Join(dir, "page.*"))
	if err != nil || len(names) == 0 {
		return nil, err
	}
	if data, err = os.ReadFile(names[0]); err != nil {
		return nil, err
	}
	k := &known{name: filepath.Base(dir), rows: truth.Rows}
	k.vendor, _, _ = strings.Cut(strings.TrimPrefix(k.name, "neg_"), "_")
	k.vendor = strings.TrimRight(k.vendor, "0123456789")
	k.page, _ = read.Unseen(filepath.ToSlash(names[0]), data)
	return k, nil
}

var (
	invisible = regexp.MustCompile("[\\s\u00a0\u200b\u200e\u200f\ufeff]+")
	decimal   = regexp.MustCompile(`^[-+]?(?:0|[1-9]\d*)$`)
	hex       = regexp.MustCompile(`^[-+]?0[xX][0-9a-fA-F]+$`)
)

// plain is a name of a row as it is compared: numbers by their value.
func plain(s string) string {
	s = strings.Trim(strings.TrimSpace(invisible.ReplaceAllString(s, " ")), "`")
	if decimal.MatchString(s) || hex.MatchString(s) {
		if n, ok := new(big.Int).SetString(strings.TrimPrefix(s, "+"), 0); ok {
			return n.String()
		}
	}
	return s
}

// right is how many entries of a table are wanted rows.
func (k *known) right(t *model.Table) int {
	wanted := map[string]bool{}
	for i := range k.rows {
		for name := range k.rows[i].names() {
			wanted[name] = true
		}
	}
	n := 0
	for i := range t.Entries {
		if e := &t.Entries[i]; wanted[plain(e.Code)] || e.Key != "" && wanted[plain(e.Key)] {
			n++
		}
	}
	return n
}

// examples are the readings of a page: those of which most rows are wanted, and
// those of which next to none is. What lies between teaches nothing. A page
// counts for as much as another, however many tables it has.
func (k *known) examples(w guess.Weights) []example {
	var list []example
	for _, g := range w.Readings(k.page) {
		share := float64(k.right(&g.Table)) / float64(len(g.Table.Entries))
		if share >= 0.5 || share < 0.2 {
			list = append(list, example{values: g.Measures(), wanted: share >= 0.5})
		}
	}
	for i := range list {
		list[i].weight = weightOf(len(list))
	}
	return list
}
