package record

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	letters "github.com/spectab/spectab/model/text"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// What an atom of a line may be.
const (
	number = 'n'
	symbol = 's'
	marked = 'm' // a plain word that is set as code, or begins the line in bold
	word   = 'w'
	text   = 't' // several words between wide gaps, or before a strong separator
	option = 'o' // a symbol that is an option of a command
	either = 'c' // a number or a symbol
	fixed  = 'l' // a word that recurs
)

// An atom is what stands between blanks and punctuation.
type atom struct {
	text      string
	from, to  int32
	id        int32 // of its text, 0 until somebody asks
	kind      byte
	bracketed bool // a number in brackets, which say no more than a blank
	asCode    bool // set as code, or a word in bold
}

// A scanned line: sep[i] stands before atom i, the last behind all. Of a long
// line only the beginning is scanned.
type scanned struct {
	atoms []atom
	sep   []string
	whole bool
}

// scanLimit and atomLimit are how much of a line can be the beginning of a
// record: codes and what parts them stand within a few words.
const (
	scanLimit = 240
	atomLimit = 16
)

// scan parts a line at blanks and punctuation.
func scan(s string) scanned {
	var sc scanned
	sc.scan(s)
	return sc
}

// scan is scan in the place of another line.
func (sc *scanned) scan(s string) {
	sc.atoms, sc.sep, sc.whole = sc.atoms[:0], sc.sep[:0], len(s) <= scanLimit
	if !sc.whole {
		s = s[:scanLimit]
	}
	for at := 0; ; {
		end := sepEnd(s, at)
		sc.sep = append(sc.sep, foldSep(s[at:end]))
		if end == len(s) || len(sc.atoms) == atomLimit {
			sc.whole = sc.whole && end == len(s)
			sc.sep[0] = strings.TrimSpace(sc.sep[0])
			sc.merge(s)
			return
		}
		at = atomEnd(s, end)
		sc.atoms = append(sc.atoms, atom{text: s[end:at], kind: kindOf(s[end:at]), from: int32(end), to: int32(at)})
	}
}

// merge makes one atom of what stands in quotes, and of several codes that
// commas or slashes part.
func (sc *scanned) merge(s string) {
	sc.titles()
	sc.unbracket()
	for i := 0; i < len(sc.atoms); i++ {
		end := i
		if strings.HasSuffix(sc.sep[i], `"`) {
			if end = sc.quoted(i); end > i || i > 0 && sc.atoms[i].kind == word && strings.HasPrefix(sc.sep[i+1], `"`) {
				sc.join(s, i, end, text)
				continue
			}
		}
		for end = i; end+1 < len(sc.atoms) && (sc.sep[end+1] == "," || sc.sep[end+1] == "/") && sc.listed(i, end+1); end++ {
		}
		if end > i {
			sc.join(s, i, end, sc.atoms[i].kind)
		}
	}
}

// mark tells plain words that are set apart, or have a type in brackets behind
// them, and symbols that are set as code, from others.
func (sc *scanned) mark(l *page.Line) {
	if len(sc.atoms) > 1 && sc.atoms[0].kind == word && sc.sep[1] == "(" && vocab.IsType(sc.atoms[1].text) {
		sc.atoms[0].kind, sc.atoms[0].asCode = marked, true
	}
	for i := range sc.atoms {
		switch a := &sc.atoms[i]; {
		case a.kind == symbol:
			a.asCode = isMarked(l, int(a.from), int(a.to))
		case a.kind == word && isSet(l, int(a.from), int(a.to)):
			a.kind, a.asCode = marked, true
		}
	}
}

// written is the kind of an atom, however it is set: a word set as code is a
// symbol.
func (a *atom) written() byte {
	if a.kind == marked {
		return symbol
	}
	return a.kind
}

// isSet reports whether a part of a line is set as code, or a first one in bold.
func isSet(l *page.Line, from, to int) bool {
	return isMarked(l, from, to) || from == 0 && slices.Contains(l.Marks, page.Mark{Kind: page.Strong, To: int32(to)})
}

// isMarked reports whether a part of a line, and no more, is set as code.
func isMarked(l *page.Line, from, to int) bool {
	return slices.Contains(l.Marks, page.Mark{Kind: page.Code, From: int32(from), To: int32(to)})
}

// unbracket takes a number in brackets behind something else for the number
// alone: X_OK (0).
func (sc *scanned) unbracket() {
	for i := range sc.atoms {
		if i > 0 && sc.atoms[i].kind == number && sc.sep[i] == "(" && strings.HasPrefix(sc.sep[i+1], ")") {
			sc.sep[i], sc.sep[i+1], sc.atoms[i].bracketed = " ", sc.sep[i+1][1:], true
			if sc.sep[i+1] == "" && i+1 < len(sc.atoms) {
				sc.sep[i+1] = " "
			}
		}
	}
}

// titles takes words in capitals that follow one another for words: EXIT
// STATUS.
func (sc *scanned) titles() {
	capitals := func(a *atom) bool {
		return a.kind == symbol && len(a.text) > 1 && span(a.text, upper) == len(a.text)
	}
	before := false
	for i := range sc.atoms {
		is := capitals(&sc.atoms[i])
		if i == 0 && len(sc.atoms) == 2 && is && abbreviates(sc.atoms[0].text, sc.atoms[1].text) {
			return
		}
		if next := i + 1; is && (before && sc.sep[i] == " " || next < len(sc.atoms) && sc.sep[next] == " " && capitals(&sc.atoms[next])) {
			sc.atoms[i].kind = word
		}
		before = is
	}
}

// abbreviates reports whether a name is made of letters of another: CD of
// COMPLETED.
func abbreviates(short, long string) bool {
	if len(short)*2 > len(long) || short[0] != long[0] {
		return false
	}
	for i := range len(short) {
		at := strings.IndexByte(long, short[i])
		if at < 0 {
			return false
		}
		long = long[at+1:]
	}
	return true
}

// quoted is the last atom before the quotation mark that closes what begins
// with atom i.
func (sc *scanned) quoted(i int) int {
	for end := i; end < len(sc.atoms); end++ {
		if strings.HasPrefix(sc.sep[end+1], `"`) {
			return end
		}
	}
	return i
}

// listed reports whether two atoms can be codes of one list: words only where
// the line is nothing else.
func (sc *scanned) listed(a, b int) bool {
	if sc.atoms[a].kind != word && sc.atoms[b].kind != word {
		return sc.atoms[a].kind == sc.atoms[b].kind
	}
	for i := range sc.atoms {
		if i > 0 && sc.sep[i] != "," && sc.sep[i] != "/" {
			return false
		}
	}
	return sc.whole && len(sc.atoms) <= 4
}

func (sc *scanned) join(s string, from, to int, kind byte) {
	a := &sc.atoms[from]
	a.to, a.kind = sc.atoms[to].to, kind
	a.text = s[a.from:a.to]
	sc.atoms = append(sc.atoms[:from+1], sc.atoms[to+1:]...)
	sc.sep = append(sc.sep[:from+1], sc.sep[to+1:]...)
}

// columns parts a line at its wide gaps; inner is for the scan of the parts.
func columns(s string, inner *scanned) (scanned, bool) {
	s = strings.TrimSpace(s)
	if len(s) > 4*scanLimit {
		return scanned{}, false
	}
	parts := atGaps(s)
	if len(parts) < 2 {
		return scanned{}, false
	}
	sc := scanned{whole: true, sep: []string{""}}
	for i, part := range parts {
		if i == atomLimit {
			sc.whole = false
			break
		}
		kind := byte(text)
		if inner.scan(part); len(inner.atoms) == 1 && inner.sep[0] == "" && inner.sep[1] == "" {
			kind = inner.atoms[0].kind
		}
		sc.atoms, sc.sep = append(sc.atoms, atom{text: part, kind: kind}), append(sc.sep, wide)
	}
	sc.sep[len(sc.sep)-1] = ""
	return sc, true
}

const wide = "\t"

// atGaps parts a text where columns are apart: at several blanks, or a tab.
func atGaps(s string) []string {
	var parts []string
	from := 0
	for at := 0; at < len(s); {
		end := at
		for end < len(s) && strings.IndexByte(" \t\n\f\r", s[end]) >= 0 {
			end++
		}
		if end-at > 1 || end > at && s[at] == '\t' {
			parts, from = append(parts, s[from:at]), end
		}
		at = max(end, at+1)
	}
	return append(parts, s[from:])
}

func isAtomRune(r rune) bool {
	if r < utf8.RuneSelf {
		return class[r] != 0
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r)
}

// sepEnd is the end of the blanks and punctuation at at.
func sepEnd(s string, at int) int {
	for at < len(s) {
		if s[at] == ' ' {
			at++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[at:])
		if isAtomRune(r) || leadsAtom(s[at:], r, size) {
			return at
		}
		at += size
	}
	return at
}

// leadsAtom reports whether a mark begins the code behind it: -1000, --depth,
// $name, %h, #NUM!, @since, +0.
func leadsAtom(s string, r rune, size int) bool {
	if !strings.ContainsRune("-+−$%#@.", r) {
		return false
	}
	rest := s[size:]
	switch r {
	case '%':
		return formats.MatchString(s)
	case '-':
		if rest = strings.TrimLeft(rest, "-<>{"); len(s)-size-len(rest) > 1 || strings.HasPrefix(s[size:], "<") {
			return false
		}
	}
	return rest != "" && class[rest[0]] != 0
}

// formats are directives such as %h and %{name}i.
var formats = regexp.MustCompile(`^%(?:[^\s,;]*[A-Za-z]|%)`)

// atomEnd is the end of the atom at at. Letters of scripts that write no
// blanks part from others.
func atomEnd(s string, at int) int {
	start := at
	if s[at] == '%' {
		if m := formats.FindString(s[at:]); m != "" {
			return at + len(m)
		}
	}
	before, size := utf8.DecodeRuneInString(s[at:])
	at += size
	for at < len(s) {
		r, size := rune(s[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(s[at:])
		}
		switch {
		case isAtomRune(r):
			if letters.Unspaced(r) != letters.Unspaced(before) && isAtomRune(before) {
				return at
			}
		case !joins(s[at+size:], r, before) && (r != '!' || s[start] != '#'):
			return at
		}
		at, before = at+size, r
	}
	return at
}

// joins reports whether a mark between a rune and the rest of the line is
// inside of an atom.
func joins(rest string, r, before rune) bool {
	if rest == "" || !strings.ContainsRune("-./:'’\\+@$*%&~", r) {
		return false
	}
	next, _ := utf8.DecodeRuneInString(rest)
	if next == r || before == r {
		if r == ':' || r == '-' || r == '.' {
			return isAtomRune(before) || isAtomRune(next)
		}
	}
	return (isAtomRune(before) || strings.ContainsRune("-%<>", before)) && isAtomRune(next) && !letters.Unspaced(next) ||
		r == '*' && isAtomRune(before) && isAtomRune(next)
}

// fold writes punctuation of one meaning alike.
var fold = strings.NewReplacer("：", ":", "（", "(", "）", ")", "，", ",", "、", ",", "；", ";", "–", "-", "—", "-", "−", "-", "“", `"`, "”", `"`,
	"‘", `"`, "’", `"`, "'", `"`, "`", `"`, "「", `"`, "」", `"`, "【", "[", "】", "]", "。", ".", "→", "->", "\u00a0", " ")

// foldSep is a separator without its blanks, or one blank where it has nothing
// else.
func foldSep(s string) string {
	if s == "" || s == " " {
		return s
	}
	if strings.ContainsFunc(s, func(r rune) bool { return r >= utf8.RuneSelf || r == '\'' || r == '`' }) {
		s = fold.Replace(s)
	}
	s = strings.TrimSpace(s)
	if strings.ContainsFunc(s, unicode.IsSpace) {
		s = strings.Join(strings.Fields(s), "")
	}
	switch s {
	case "":
		return " "
	case "-":
		return ":" // a dash parts as a colon does, on one page both
	}
	return s
}

func kindOf(s string) byte {
	switch f := formOf(s); {
	case f < numberForms, f == countedForm && isLettered(s):
		return number
	case f == wordForm, f == letterForm:
		return word
	}
	return symbol
}

// isLettered reports whether a number is one of several figures with capitals
// among them, as the codes of one list may be beside others of figures alone:
// 22P02 beside 22012.
func isLettered(s string) bool {
	return len(s) > 3 && len(s) <= 8 && span(s, digit|upper) == len(s)
}

// likeness is how much an atom looks like a code, from 0 to 1.
func likeness(a *atom) float64 {
	s := a.text
	switch a.kind {
	case number:
		switch {
		case strings.Contains(s, "."):
			return 0.5
		case len(s) >= 3:
			return 1
		}
		return 0.8
	case symbol, marked:
		if a.asCode {
			return max(markedLikeness, symbolLikeness(s))
		}
		return symbolLikeness(s)
	case word:
		return 0.35
	case text:
		return 0.05
	}
	return 0
}

// markedLikeness is the least of what is set as code.
const markedLikeness = 0.8

func symbolLikeness(s string) float64 {
	lower, upper, other := 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z':
			lower++
		case c >= 'A' && c <= 'Z':
			upper++
		case c == '_' || c >= '0' && c <= '9' || c == '%' || c == '$':
			other++
		}
	}
	switch {
	case len(s) == 1:
		return 0.3
	case strings.Contains(s, "_"), s[0] == '-', s[0] == '%':
		return 1
	case upper > 0 && other > 0, upper == len(s) && len(s) > 4:
		return 1
	case upper == len(s):
		return 0.7
	case strings.Contains(s, "::"), upper > 1 && lower > 0 && upper+lower == len(s), upper > 0 && s[0] >= 'a' && upper+lower+other == len(s):
		return 0.85
	case strings.ContainsAny(s, "./"):
		return 0.6
	}
	return 0.5
}
