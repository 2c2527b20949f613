package guess

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/recipe"
	"github.com/spectab/spectab/scrape/record"
	"github.com/spectab/spectab/scrape/vocab"
)

// doubtsOfAKind is how many warnings of one kind are spelt out for one table.
const doubtsOfAKind = 5

// Doubts are the warnings about a page and about the tables that were guessed
// on it: rows that give no code, and codes that the page gives several texts.
func Doubts(p *page.Page, guesses []Guess) model.Problems {
	doubts := slices.Clone(p.Warnings)
	for i := range guesses {
		g := &guesses[i]
		if g.Table.Confidence < 0.5 {
			continue
		}
		doubts = append(doubts, conflicts(p.File, &g.Table)...)
		if g.Form == "table" {
			doubts = append(doubts, lostRows(p, g)...)
		}
	}
	return doubts
}

// conflicts are the codes with several texts.
func conflicts(file string, t *model.Table) model.Problems {
	var found model.Problems
	for i := range t.Entries {
		if e := &t.Entries[i]; len(e.Also) > 0 {
			found.Add(file, e.Line, "", "%s has several texts: %q, %q", e.Code, recipe.Excerpt(e.Text), recipe.Excerpt(e.Also[0]))
		}
	}
	return atMost(found, "code", "with several texts")
}

// lostRows are the rows of a table that gave no entry though they hold
// something where the others have their code, or have nothing there and
// something beside it.
func lostRows(p *page.Page, g *Guess) model.Problems {
	code := slices.Index(g.Roles, "code")
	rows := guessedRows(p.Blocks, &g.Table, code)
	var found model.Problems
	for i := range rows {
		row := &rows[i]
		if row.Header || record.EqualTexts(record.CellTexts(row.Cells), g.Header) || code >= len(row.Cells) || row.Cells[code].Copied || besideOf(row, code) == nil {
			continue
		}
		cell := &row.Cells[code]
		text := cell.Text()
		if _, ok := vocab.ParsePhrasedCell(text); ok {
			continue
		}
		if text == "" {
			found.Add(p.File, besideOf(row, code).No, "", "this row has no code; it is left out")
		} else {
			found.Add(p.File, cell.No, foreignLetter(text), "%q is not read as a code; its row is left out", recipe.Excerpt(text))
		}
	}
	return atMost(found, "row", "without a code")
}

// besideOf is the first cell of a row with text, but for one column. A row
// that has none is a title.
func besideOf(row *page.Row, column int) *page.Cell {
	for i := range row.Cells {
		if c := &row.Cells[i]; i != column && !c.Copied && len(c.Lines) > 0 {
			return c
		}
	}
	return nil
}

// guessedRows is the rows of the table on the page that holds the first entry of a
// guess.
func guessedRows(blocks []page.Block, t *model.Table, code int) []page.Row {
	if code < 0 || len(t.Entries) == 0 {
		return nil
	}
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == page.Grid && slices.ContainsFunc(b.Rows, func(r page.Row) bool { return gives(&r, code, &t.Entries[0]) }) {
			return b.Rows
		}
		if rows := guessedRows(b.Blocks, t, code); rows != nil {
			return rows
		}
	}
	return nil
}

// gives reports whether an entry comes from a row.
func gives(row *page.Row, code int, e *model.Entry) bool {
	if code >= len(row.Cells) || row.Cells[code].No != e.Line {
		return false
	}
	cell, _ := vocab.ParsePhrasedCell(row.Cells[code].Text())
	return slices.Contains(cell.Numbers, e.Code) || slices.Contains(cell.Symbols, e.Code)
}

// foreignLetter says which letter of another alphabet a code holds that looks
// like one of the Latin alphabet.
func foreignLetter(text string) string {
	latin := strings.ContainsFunc(text, func(r rune) bool { return r < 0x80 && r > ' ' })
	for _, r := range text {
		if latin && unicode.In(r, unicode.Cyrillic, unicode.Greek, unicode.Cherokee) {
			return fmt.Sprintf("its letter %q is %U, which only looks like a Latin one", r, r)
		}
	}
	return ""
}

// atMost keeps the first problems of one kind, and counts the others.
func atMost(found model.Problems, noun, kind string) model.Problems {
	if len(found) <= doubtsOfAKind {
		return found
	}
	last := found[doubtsOfAKind]
	rest := &model.Problem{File: last.File, Line: last.Line, Message: page.Count(len(found)-doubtsOfAKind, "more "+noun) + " " + kind + " from here on"}
	return append(found[:doubtsOfAKind:doubtsOfAKind], rest)
}
