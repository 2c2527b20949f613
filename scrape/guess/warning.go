package guess

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/recipe"
)

// warningsOfAKind is how many warnings of one kind are spelt out for one table; the
// others are counted.
const warningsOfAKind = 1

// Warnings are the warnings about a page and about the tables that were guessed
// on it: rows that give no code, and codes that the page gives several texts.
func Warnings(p *page.Page, guesses []Guess) model.Problems {
	warnings := slices.Clone(p.Warnings)
	for i := range guesses {
		g := &guesses[i]
		if g.Table.Confidence < 0.5 {
			continue
		}
		warnings = append(warnings, conflicts(p.File, &g.Table)...)
		warnings = append(warnings, unkept(p.File, g.unkept)...)
		if g.Form == "table" || g.Form == "code" {
			warnings = append(warnings, lostRows(p.File, g.Uncoded)...)
		}
	}
	return warnings
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

// unkept is what is said of codes that have no place for it.
func unkept(file string, said model.Problems) model.Problems {
	var found model.Problems
	for _, w := range said {
		found.Add(file, w.Line, "", "%s", strings.TrimPrefix(w.Message, "table : "))
	}
	return atMost(found, "row", "of which something is left out")
}

// lostRows are the rows of a table that gave no entry though they hold
// something where the others have their code, or have nothing there and
// something beside it. A row with nothing beside is a title.
func lostRows(file string, rows []recipe.Uncoded) model.Problems {
	var found model.Problems
	for _, r := range rows {
		switch {
		case r.Cell == "":
			found.Add(file, r.Line, "", "this row has no code; it is left out")
		case r.Cell != r.Row:
			found.Add(file, r.Line, foreignLetter(r.Cell), "%q is not read as a code; its row is left out", recipe.Excerpt(r.Cell))
		}
	}
	return atMost(found, "row", "without a code")
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
	if len(found) <= warningsOfAKind {
		return found
	}
	last := found[warningsOfAKind]
	rest := &model.Problem{File: last.File, Line: last.Line, Message: page.Count(len(found)-warningsOfAKind, "more "+noun) + " " + kind + " from here on"}
	return append(found[:warningsOfAKind:warningsOfAKind], rest)
}
