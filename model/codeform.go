package model

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A CodeForm is what the codes of one column have in common, as far as that
// can be learnt from the codes themselves: digits and letters, what stands
// between them, and how wide numbers are that are padded with zeros.
type CodeForm struct {
	main    string          // the shape of nearly all
	shapes  map[string]bool // of all
	width   int             // of codes that are letters and digits in any mixture; 0 for others
	padded  map[int]bool    // runs of digits, by their place, of one width
	Example string          // a code of the form
}

// How many codes it takes to learn a form, and which share of them has to have
// one shape, in percent: a list of few, or of many shapes, has none.
const (
	formCodes = 5
	formShare = 90
)

// SymbolForm and WordForm are the forms, as regular expressions, that lists of
// names in capitals and in small letters grow into: a name that is new may hold
// a digit, and words in other letters behind its first, as E2BIG and
// CURL_SSLVERSION_TLSv1_3 do, and pageSize among parameters of one word.
const (
	SymbolForm = `[A-Z][A-Z0-9]*(?:_[A-Za-z0-9]+)*`
	WordForm   = `[a-z][A-Za-z0-9]*(?:[_.-][A-Za-z0-9]+)*`
)

// grown are those forms by the shape of the codes.
var grown = map[string]*regexp.Regexp{
	"A": regexp.MustCompile(`^(?:` + SymbolForm + `)$`),
	"a": regexp.MustCompile(`^(?:` + WordForm + `)$`),
}

// LearnForm is the form of codes, or nil where they have none in common.
func LearnForm(codes []string) *CodeForm {
	if len(codes) < formCodes {
		return nil
	}
	f := &CodeForm{shapes: map[string]bool{}, padded: paddedRuns(codes)}
	counts := map[string]int{}
	for _, code := range codes {
		counts[f.shape(code)]++
	}
	most := ""
	for shape, n := range counts {
		f.shapes[shape] = true
		if n > counts[most] || n == counts[most] && shape < most {
			most = shape
		}
	}
	for _, code := range codes {
		if f.shape(code) == most {
			f.Example = code
			break
		}
	}
	if f.main = most; counts[most]*100 >= len(codes)*formShare {
		return f
	}
	return mixedForm(codes)
}

// mixedForm is the form of codes such as the 42P01 of SQLSTATE, which have
// nothing in common but that they are as long as one another.
func mixedForm(codes []string) *CodeForm {
	width := len(codes[0])
	for _, code := range codes {
		if len(code) != width || width < 4 || strings.IndexFunc(code, func(r rune) bool { return !isCapitalOrDigit(r) }) >= 0 {
			return nil
		}
	}
	return &CodeForm{width: width, Example: codes[0]}
}

func isCapitalOrDigit(r rune) bool { return '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' }

// Fits reports whether a code has the form that nearly all have. Every code has
// a form that could not be learnt.
func (f *CodeForm) Fits(code string) bool {
	switch {
	case f == nil:
		return true
	case f.width > 0:
		return len(code) == f.width && strings.IndexFunc(code, func(r rune) bool { return !isCapitalOrDigit(r) }) < 0
	case grown[f.main] != nil:
		return grown[f.main].MatchString(code)
	}
	return f.shape(code) == f.main
}

// Met reports whether a code has the form, or the shape of one of the few that
// had not.
func (f *CodeForm) Met(code string) bool { return f.Fits(code) || f.shapes[f.shape(code)] }

// PartCode parts a cell that fits no form of codes into the code that it begins
// with and what is said of it behind: "005-029 Deprecated", "011-071 (new)",
// "E1*". A cell with a second code in it is no such cell.
func PartCode(cell string, fits func(code string) bool) (code, remark string, ok bool) {
	if cell == "" || fits(cell) {
		return "", "", false
	}
	end := partAt(cell)
	if end <= 0 || !fits(cell[:end]) {
		return "", "", false
	}
	remark = strings.TrimSpace(cell[end:])
	if to := strings.TrimLeft(remark, "-–—~… "); to != remark && fits(to) {
		return "", "", false // all between two codes
	}
	for _, word := range strings.FieldsFunc(remark, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("/,;|()[]", r) }) {
		if fits(word) && strings.ContainsAny(cell[:end], "0123456789_") {
			return "", "", false
		}
	}
	for _, pair := range []string{"()", "[]", "{}", "<>"} {
		if inner, ok := strings.CutPrefix(remark, pair[:1]); ok && inner != "" && strings.IndexByte(inner, pair[1]) == len(inner)-1 {
			remark = inner[:len(inner)-1]
		}
	}
	return cell[:end], strings.TrimSpace(remark), true
}

// partAt is where a remark may begin behind a code, -1 where none does. What
// stands behind a joint, or goes on without a space, is a part of the code: the
// star of E_* and E*OK, the word in brackets of branch.<name>.merge, an index
// of a path.
func partAt(cell string) int {
	for at, r := range cell {
		switch {
		case at > 0 && strings.ContainsRune("._:-/", rune(cell[at-1])) && !unicode.IsSpace(r):
			// it goes on
		case r == '*':
			if next, _ := utf8.DecodeRuneInString(cell[at+1:]); !unicode.IsLetter(next) {
				return at
			}
		case r == '<' && !strings.HasSuffix(cell, ">"):
			return -1
		case r == '[' && pathIndex.MatchString(cell[at:]):
		case unicode.IsSpace(r) || strings.ContainsRune("([{<†‡§¶", r) || isSuperscript(r):
			return at
		}
	}
	return -1
}

// pathIndex is an index within a path, or one of all elements: items[].id,
// items[0].id, tags[], filter[name].
var pathIndex = regexp.MustCompile(`^\[(?:\*?\]|\w+\](?:[.\[\w])|[A-Za-z_][\w-]*\]$)`)

func hasLetters(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

func isSuperscript(r rune) bool {
	return r == '¹' || r == '²' || r == '³' || '⁰' <= r && r <= 'ⁿ'
}

// shape writes a code with d for a run of digits, and A, a or X for words in
// capitals, in small letters or in both; words joined in one way are one.
func (f *CodeForm) shape(code string) string {
	var b strings.Builder
	place := 0
	for _, run := range runsOf(code) {
		switch first := rune(run[0]); {
		case isFigure(first):
			b.WriteByte('d')
			if f.padded[place] {
				b.WriteString(strconv.Itoa(len(run)))
			}
			place++
		case strings.ToUpper(run) == run && hasLetters(run):
			b.WriteByte('A')
		case strings.ToLower(run) == run && hasLetters(run):
			b.WriteByte('a')
		case hasLetters(run):
			b.WriteByte('X')
		default:
			b.WriteString(run)
		}
	}
	shape := b.String()
	for _, word := range []string{"A", "a", "X"} {
		for _, joint := range []string{"_", "-", ".", ""} {
			for twice := word + joint + word; strings.Contains(shape, twice); {
				shape = strings.ReplaceAll(shape, twice, word)
			}
		}
	}
	return shape
}

func isFigure(r rune) bool { return '0' <= r && r <= '9' }

// runsOf parts a code into runs of digits, runs of letters, and single other
// characters.
func runsOf(code string) []string {
	var list []string
	kind, from := 0, 0
	for at, r := range code {
		now := 0
		switch {
		case isFigure(r):
			now = 1
		case unicode.IsLetter(r):
			now = 2
		}
		if at > from && (now != kind || now == 0) {
			list = append(list, code[from:at])
			from = at
		}
		kind = now
	}
	if from < len(code) {
		list = append(list, code[from:])
	}
	return list
}

// paddedRuns are the runs of digits that are equally wide in all codes that
// have them, and padded with zeros in some.
func paddedRuns(codes []string) map[int]bool {
	widths, zeros, loose := map[int]int{}, map[int]bool{}, map[int]bool{}
	for _, code := range codes {
		place := 0
		for _, run := range runsOf(code) {
			if !isFigure(rune(run[0])) {
				continue
			}
			if w := widths[place]; w != 0 && w != len(run) {
				loose[place] = true
			}
			widths[place] = len(run)
			zeros[place] = zeros[place] || len(run) > 1 && run[0] == '0'
			place++
		}
	}
	padded := map[int]bool{}
	for place := range widths {
		padded[place] = zeros[place] && !loose[place]
	}
	return padded
}
