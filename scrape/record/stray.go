package record

import (
	"strconv"
	"strings"
)

// mixesWords reports whether a run has a few plain words among codes that figures or
// signs tell from words: Remarks, between E101 and E104; or words alone on their
// lines, which title those below. The codes are a run of their own.
func (r *run) mixesWords() bool {
	codes, signed, words, titles := 0, 0, 0, 0
	for _, m := range r.member {
		switch a := r.atom(m, r.code); a.kind {
		case word, marked:
			words++
			if l := &r.of.lines[m.at]; r.of.form == "lines" && l.whole && len(l.atoms) == 1 {
				titles++
			}
		case number, symbol:
			codes++
			if a.kind == number || strings.ContainsAny(a.text, "0123456789_$%./:") {
				signed++
			}
		}
	}
	few := words*4 <= codes || titles == words && words*3 <= codes
	return words > 0 && few && signed*10 >= codes*9
}

// mixesCounts reports whether the few numbers of a run count from 1 among symbols:
// numbered headings above those of settings, which are a run of their own.
func (r *run) mixesCounts() bool {
	numbers, symbols := 0, 0
	for _, m := range r.member {
		switch a := r.atom(m, r.code); a.kind {
		case symbol:
			symbols++
		case number:
			if numbers++; a.text != strconv.Itoa(numbers) {
				return false
			}
		}
	}
	return numbers > 1 && numbers*4 <= symbols
}

// ofTerms reports whether each line of a run is the first below a term of its own:
// what that says, and no record.
func (r *run) ofTerms(list []piece) bool {
	terms := map[string]bool{}
	for _, m := range r.member {
		at := r.of.list[m.at]
		if at == 0 || list[at-1].form != "definitions" || terms[list[at-1].line.Text] {
			return false
		}
		terms[list[at-1].line.Text] = true
	}
	return r.of.form == "lines"
}
