package guess

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// typed gives a Go type to extra columns that hold yes and no alone, or whole
// numbers alone.
func typed(t *recipe.Table, entries []model.Entry) {
	cells := map[string][]string{}
	for i := range entries {
		for header, cell := range entries[i].Extra {
			cells[header] = append(cells[header], strings.TrimSpace(cell))
		}
	}
	t.Types = map[string]string{}
	for header, list := range cells {
		if typ := cellType(list, len(entries)); typ != "" && model.ValidIdentifier(model.SymbolName(header)) {
			t.Types[header] = typ
		}
	}
}

// fewestTyped is how many rows have to agree before they are believed.
const fewestTyped = 3

// cellType is the Go type of the cells of a column of n rows, "" for text. An
// empty cell says no, but no number.
func cellType(cells []string, n int) string {
	switch {
	case n < fewestTyped:
		return ""
	case areTruths(cells):
		return "bool"
	case len(cells) == n && !slices.ContainsFunc(cells, isNoInteger):
		return "int"
	}
	return ""
}

// areTruths reports whether cells say yes and no in words or signs, and yes at
// least once.
func areTruths(cells []string) bool {
	yes := false
	for _, cell := range cells {
		value, ok := model.Truth(cell)
		if !ok || cell == "0" || cell == "1" {
			return false
		}
		yes = yes || value
	}
	return yes
}

// isNoInteger reports whether a cell is none of 32 bits in its shortest form:
// 007 is more than a number.
func isNoInteger(cell string) bool {
	n, err := strconv.ParseInt(cell, 10, 32)
	return err != nil || strconv.FormatInt(n, 10) != cell
}
