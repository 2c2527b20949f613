package tree

import (
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// TitlesColumns reports whether the first row is a header: short cells, no
// two alike, of which none has the form that the column below keeps to.
func TitlesColumns(rows []page.Row) bool {
	if len(rows) < 2 {
		return false
	}
	seen := map[string]bool{}
	symbols, counted := false, false // columns of symbols below a symbol, and of numbers below one
	for i := range rows[0].Cells {
		text := rows[0].Cells[i].Text()
		if text == "" {
			continue
		}
		repeats := repeatsBelow(rows, i, text)
		if seen[text] || len(text) > 60 || strings.HasSuffix(text, ".") || repeats && codeForm(text) != "symbol" {
			return false
		}
		seen[text], symbols = true, symbols || repeats
		counted = counted || vocab.Classify(text) != vocab.Number && i < len(rows[1].Cells) && repeatsBelow(rows, i, rows[1].Cells[i].Text()) && vocab.Classify(rows[1].Cells[i].Text()) == vocab.Number
	}
	return len(seen) > 0 && (counted || !symbols)
}

// repeatsBelow reports whether a text has the form of the cells below it. Words
// have every form, so that only codes and numbers count.
func repeatsBelow(rows []page.Row, column int, text string) bool {
	like, below := 0, 0
	own := codeForm(text)
	for _, row := range rows[1:min(len(rows), 50)] {
		if column < len(row.Cells) && len(row.Cells[column].Lines) > 0 {
			below++
			if codeForm(row.Cells[column].Text()) == own {
				like++
			}
		}
	}
	return own != "" && below > 0 && 2*like > below
}

// codeForm is the form of a cell that is a number or a code, "" of any other:
// of a symbol, only that it is one, since INVALID and INVALID_TOKEN stand in
// one column.
func codeForm(text string) string {
	switch kind := vocab.Classify(text); {
	case kind == vocab.Number:
		return vocab.Shape(text)
	case kind == vocab.Symbol && strings.ToUpper(text) == text:
		return "SYMBOL"
	case kind == vocab.Symbol && strings.ContainsAny(text, "_-.:/"):
		return "symbol"
	}
	return ""
}
