package gen

import (
	"errors"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

var (
	tableRow  = regexp.MustCompile(`(?is)<tr[^>]*>(.*?)</tr>`)
	tableCell = regexp.MustCompile(`(?is)<td[^>]*>(.*?)</td>`)
)

// TestHostilePages makes packages of the cells of hostile pages, as they are:
// the readers would have refused or cleaned much of it.
func TestHostilePages(t *testing.T) {
	pages, err := filepath.Glob(filepath.Join("..", "..", "shared", "corpus", "hostile", "*.html"))
	if err != nil {
		t.Fatal(err)
	}
	if len(pages) == 0 {
		t.Skip("the corpus is not here")
	}
	var emitted []string
	for _, page := range pages {
		data, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		if len(data) > 200_000 {
			continue
		}
		t.Run(filepath.Base(page), func(t *testing.T) {
			if emitHostile(t, string(data)) {
				emitted = append(emitted, filepath.Base(page))
			}
		})
	}
	for _, page := range []string{"12_nul_bytes.html", "13_bidi_zero_width.html", "14_go_directives.html", "15_comment_breakout.html", "17_invalid_utf8.html", "20_go_names.html", "21_same_identifier_300.html", "22c_unicode_line_seps.html"} {
		if !slices.Contains(emitted, page) {
			t.Errorf("no package came of %s", page)
		}
	}
}

// emitHostile reports whether a package came of a page, and was harmless.
func emitHostile(t *testing.T, page string) bool {
	table := model.Table{Name: "Code", Kind: model.Codes}
	seen := map[string]bool{}
	for i, row := range tableRow.FindAllStringSubmatch(page, -1) {
		var cells []string
		for _, cell := range tableCell.FindAllStringSubmatch(row[1], -1) {
			cells = append(cells, html.UnescapeString(cell[1]))
		}
		if len(cells) == 0 || seen[cells[0]] {
			continue
		}
		seen[cells[0]] = true
		table.Entries = append(table.Entries, model.Entry{
			Code: cells[0], Text: strings.Join(cells[1:], " "), Remedy: row[1], Group: cells[len(cells)-1], Line: i + 1,
		})
	}
	if len(table.Entries) == 0 {
		return false
	}
	spec := newSpec("random", table)
	_, err := model.NewLock(model.LockFile).Assign(spec)
	var problems model.Problems
	if errors.As(err, &problems) {
		t.Logf("refused: %v", problems[0])
		return false
	}
	checkPackage(t, spec)
	return true
}
