package record

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	letters "github.com/spectab/spectab/model/text"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// A record may begin with more than a template knows, which was made of lines
// with one code each: the sign of a note behind its code, a second code, the
// end of a range. That is a part of the first field, for what reads cells of
// codes to part.
var (
	leadToken = regexp.MustCompile("^[\\s`\"]*" + `([^\s,;:：，；、()（）\[\]*†‡"` + "`" + `]*[\pL\pN_])`)
	leadNote  = regexp.MustCompile(`^(?:\*+|[†‡]+|\[\^?\w{1,3}\])`)
	leadMore  = regexp.MustCompile(`^(?:\s*[,/、，]\s*|\s+(?:-|–|—|~|…|\.\.\.?|to|through)\s+)`)
	leadEnd   = regexp.MustCompile(`^(?:\s*(?:[:：–—-]|$)|\s+\pL)`)
)

// leadLimit is how much of a line is looked at for them, and leadSigns what one
// of them has.
const (
	leadLimit = 120
	leadSigns = "*†‡[,/、，-–—~…."
)

func hasLeadSign(text string) bool {
	text = text[:min(len(text), leadLimit)]
	return strings.ContainsAny(text, leadSigns) || strings.Contains(text, " to ") || strings.Contains(text, " through ")
}

// leadOf is where the first code of a line ends, and where what belongs to it
// does; equal where that is nothing.
func leadOf(text string) (code, end int) {
	text = text[:min(len(text), leadLimit)]
	m := leadToken.FindStringSubmatchIndex(text)
	if m == nil {
		return 0, 0
	}
	first := text[m[2]:m[3]]
	code, end = m[3], m[3]
	if _, ok := vocab.ParseCodeCell(first); !ok {
		return code, end
	}
	if end += len(leadNote.FindString(text[end:])); formOf(first) >= letterForm {
		return code, end
	}
	for at := end; ; {
		more := leadMore.FindString(text[at:])
		next := leadToken.FindStringSubmatchIndex(text[at+len(more):])
		if more == "" || next == nil || next[2] != 0 {
			break
		}
		at += len(more) + next[3]
		if second := text[at-next[3] : at]; formOf(second) != formOf(first) || isRange(more) && len(second) < len(first) {
			break
		}
		if leadEnd.MatchString(text[at:]) {
			end = at
		}
	}
	return code, end
}

// isRange reports whether what stands between two codes means all between them.
func isRange(between string) bool { return !strings.ContainsAny(between, ",/、，") }

// record matches the template to the first line of a record. A number that
// goes on behind its first field is none of its codes: the year of a date.
func (f *finder) record(text string) []int {
	m := f.find(text)
	if len(m) > 3 && goesOn(text, m[3]) {
		m = nil
	}
	if !hasLeadSign(text) || codeGroups(f.whole) != 1 {
		return m
	}
	code, end := leadOf(text)
	if end == code || m != nil && m[3] > code {
		return m
	}
	short := f.find(text[:code] + text[end:])
	if short == nil || short[3] != code {
		return m
	}
	for i := range short {
		if i == 3 || i != 2 && short[i] >= code {
			short[i] += end - code
		}
	}
	return short
}

// codeGroups is how many groups of a template are codes.
func codeGroups(template *regexp.Regexp) int {
	n := 0
	for _, name := range template.SubexpNames()[1:] {
		if name == "" {
			n++
		}
	}
	return n
}

// goesOn reports whether a number goes on behind a place in it.
func goesOn(text string, at int) bool {
	if at < 1 || at >= len(text) || !isDigit(text[at-1]) {
		return false
	}
	r, size := utf8.DecodeRuneInString(text[at:])
	return strings.ContainsRune("-–—−.", r) && at+size < len(text) && isDigit(text[at+size])
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// gluedCode is a code of letters and figures that may begin a line.
var gluedCode = regexp.MustCompile(`^\s*[A-Z]{1,5}[-_]?\d{2,6}`)

// withGap parts a code that begins a line from the text behind it, which scripts
// that write no blanks leave to the eye: E101磁盘已满. Figures alone count
// something: 30天.
func withGap(l *page.Line) page.Line {
	end := len(gluedCode.FindString(l.Text))
	if r, _ := utf8.DecodeRuneInString(l.Text[end:]); end == 0 || !letters.Unspaced(r) || len(l.Marks) > 0 {
		return *l
	}
	return page.Line{Text: l.Text[:end] + " " + l.Text[end:], No: l.No, Indent: l.Indent}
}

// withPower is a line that begins with a power, written as one: else the
// exponent would be figures of the number before it.
func withPower(l *page.Line) page.Line {
	i := slices.IndexFunc(l.Marks, func(m page.Mark) bool { return m.Kind == page.Raised })
	if i < 0 {
		return *l
	}
	m := l.Marks[i]
	if !page.IsPower(l.Text[:m.From], l.Marked(m)) {
		return *l
	}
	power := page.Line{Text: l.Text[:m.From] + "^" + l.Text[m.From:], No: l.No, Indent: l.Indent}
	for _, o := range l.Marks {
		if o.To <= m.From {
			power.Marks = append(power.Marks, o)
		}
	}
	return power
}
