package recipe

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/text"
	"github.com/spectab/spectab/scrape/vocab"
)

var spaced = regexp.MustCompile(`([0-9])\s+-\s+([0-9])`)

// unspaced takes away white space around a hyphen between figures, and what
// parts thousands, which no code has on the wire.
func unspaced(code string) string { return text.Plain(spaced.ReplaceAllString(code, "$1-$2")) }

// hyphened is a code with the hyphens that the wire has, in place of those that
// a page is set in.
func hyphened(code string) string { return hyphens.Replace(code) }

var hyphens = strings.NewReplacer("\u2010", "-", "\u2011", "-", "\u2012", "-", "–", "-")

// partRemarks takes from the cells of codes what is said of a code beside it:
// "005-029 Deprecated", "011-071 (new)", "E1*". A cell is parted where it has
// not the form of codes and what it begins with has: the form that the recipe
// gives them, or else the one that nearly all of them have.
func (rd *reading) partRemarks(rows []*row) {
	t := rd.table
	if t.Kind == model.Constants || t.Form != "" || t.Split != nil || t.Code.has("code") {
		return
	}
	var codes []string
	for _, r := range rows {
		if code := r.cells.of("code"); code != "" {
			r.cells.put("code", unspaced(code))
			codes = append(codes, r.cells.of("code"))
		}
	}
	fits := rd.allFit
	if t.Code == nil {
		fits = model.LearnForm(codes).Fits
	}
	for _, r := range rows {
		code, remark, ok := model.PartCode(r.cells.of("code"), fits)
		if ok && (r.cells.of("text") != "" || !startsWord(remark) || vocab.Deprecates(remark)) { // else a row without bars between its cells
			r.cells.put("code", code)
			r.set(remarkRole(remark), remark)
		}
	}
}

// allFit reports whether a cell is a code of the recipe's form, or several.
func (rd *reading) allFit(raw string) bool {
	if rd.table.Code.MatchWhole(raw) {
		return true
	}
	for _, part := range defaultSplit.Split(raw, -1) {
		if !rd.table.Code.MatchWhole(part) {
			return false
		}
	}
	return true
}

// remarkRole is what a remark beside a code says of it.
func remarkRole(remark string) string {
	switch {
	case vocab.Deprecates(remark):
		return "deprecated"
	case vocab.IsType(remark):
		return "type"
	}
	return "note"
}

func startsWord(remark string) bool {
	r, _ := utf8.DecodeRuneInString(remark)
	return unicode.IsLetter(r)
}

// fewKeys takes plain words beside codes for remarks, and not for symbols, where
// most of the codes have none: E103 (new).
func (rd *reading) fewKeys() {
	keys := 0
	for _, r := range rd.rows {
		if r.cells.of("key") != "" {
			keys++
		}
	}
	if rd.table.has("key") || keys*2 >= len(rd.rows) {
		return
	}
	for _, r := range rd.rows {
		if cell, ok := vocab.ParseCodeCell(r.cells.of("key")); ok && cell.Weak {
			r.set(remarkRole(r.cells.of("key")), r.cells.of("key"))
			r.cells.put("key", "")
		}
	}
}
