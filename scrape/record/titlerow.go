package record

import (
	"maps"
	"unicode"
	"unicode/utf8"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// TitleRows are the rows of a table that title those below, by their index: one
// cell spans them, or, as formats without spans have it, the first cell stands
// alone above rows that are whole, and is none of the codes that these begin
// with.
func TitleRows(rows []page.Row) map[int]string {
	titles, alone := map[int]string{}, map[int]string{}
	for i := range rows {
		cells := rows[i].Cells
		if title, spans := spanning(cells); spans {
			titles[i] = title
		} else if i > 0 && !rows[i].Header && isFirstAlone(cells) && titlesNext(rows, i) {
			alone[i] = cells[0].Text()
		}
	}
	if len(alone) == 0 {
		return titles
	}
	whole, differs := beginnings(rows, titles, alone)
	for i, title := range alone {
		if !differs(title) {
			delete(alone, i)
		}
	}
	if whole >= 2*len(alone) { // else they are records
		maps.Copy(titles, alone)
	}
	return titles
}

// isFirstAlone reports whether the first of several cells is all that a row has.
func isFirstAlone(cells []page.Cell) bool {
	if len(cells) < 2 || cells[0].Copied || len(cells[0].Lines) == 0 {
		return false
	}
	for i := range cells[1:] {
		if c := &cells[1+i]; c.Copied || len(c.Lines) > 0 {
			return false
		}
	}
	return true
}

// titlesNext reports whether a whole row stands below row i.
func titlesNext(rows []page.Row, i int) bool {
	return i+1 < len(rows) && len(rows[i+1].Cells) == len(rows[i].Cells) && len(rows[i+1].Cells[0].Lines) > 0 && !isFirstAlone(rows[i+1].Cells)
}

// beginnings looks at what the rows begin with that are no titles, which are how
// many. Where that is codes, a word with a capital or more differs from them;
// where it is words in small letters, one with a capital does.
func beginnings(rows []page.Row, titles, alone map[int]string) (n int, differs func(string) bool) {
	codes, capitals := 0, 0
	for i := range rows {
		_, spans := titles[i]
		_, may := alone[i]
		if spans || may || rows[i].Header || len(rows[i].Cells) == 0 {
			continue
		}
		n++
		first := &rows[i].Cells[0]
		if isCode(*first) {
			codes++
		}
		if isCapitalized(first.Text()) {
			capitals++
		}
	}
	return n, func(text string) bool {
		form := cellForm(text)
		return (form == "prose" || form == "word" && isCapitalized(text)) && (codes*10 >= n*9 && !vocab.IsRest(text) || capitals == 0 && isCapitalized(text))
	}
}

func isCapitalized(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsUpper(r)
}
