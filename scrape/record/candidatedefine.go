package record

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// Definitions of constants, as C and the languages that took after it write
// them: each gives a name, a value and the comment behind it.
var (
	defineLine = regexp.MustCompile(`^\s*(?:\d+\s*)?#\s*define\s+([A-Za-z_]\w*)\s+\(?(-?\w+)\)?\s*` + comment)
	enumLine   = regexp.MustCompile(`^\s*(?:\d+\s+)?(?:(?:pub|public|static|final|const|int|long|let|var|export)\s+)*([A-Z][A-Z0-9_]+)\s*=\s*(-?\w+)\s*[,;]?\s*` + comment)
	memberLine = regexp.MustCompile(`^\s*([A-Za-z_]\w+)\s*=\s*(-?\d\w*)\s*[,;]?\s*` + comment)
	calledLine = regexp.MustCompile(`^\s*([A-Z][A-Z0-9_]*)\(\s*"?(-?\w+)"?\s*,\s*"([^"]*)"\s*\)`)
	macroLine  = regexp.MustCompile(`^\s*[A-Za-z_]\w*\(\s*"?([A-Za-z_]\w*)"?\s*,\s*(0[xX][0-9A-Fa-f]+|-?\d+)\s*(?:,\s*L?"([^"]*)"|,)?`)
	quotedLine = regexp.MustCompile(`^\s*L?"([^"]*)"\s*\)?[,;]?\s*$`)
	aboveLine  = regexp.MustCompile(`^\s*(?://+|/\*+|\*+|#)[<!]*\s?(.*?)\s*(?:\*/)?$`)
)

const comment = `(?:(?:/[/*]+|#+)[<!]*\s*(.*?)\s*(?:\*/)?)?$`

// defines makes a candidate of lines that define constants, and reports
// whether there were any.
func (s *search) defines(lines []page.Line) bool {
	var rows []CandidateRow
	for _, l := range lines {
		if !strings.Contains(l.Text, "define") && !strings.Contains(l.Text, "=") {
			continue // a quick test: nearly all lines are prose
		}
		m := defineLine.FindStringSubmatch(l.Text)
		if m == nil {
			m = enumLine.FindStringSubmatch(l.Text)
		}
		if m != nil {
			rows = append(rows, lineRow(l.No, m[1:]))
		}
	}
	return s.addDefinitions(rows, 1)
}

// declares is defines for preformatted lines, where more is a definition: the
// members of an enumeration, and what a macro or a constructor is called with.
// The text may be the comment above, if all have one there.
func (s *search) declares(lines []page.Line) bool {
	var rows, commented []CandidateRow
	var above []string
	inEnum := false
	for i, l := range lines {
		inEnum = inEnum || strings.Contains(l.Text, "enum ")
		m := definition(lines, i, inEnum)
		if m == nil {
			if c := aboveLine.FindStringSubmatch(l.Text); c != nil && c[1] != "" {
				above = append(above, c[1])
			} else if strings.TrimSpace(l.Text) == "" {
				above = nil
			}
			continue
		}
		rows = append(rows, lineRow(l.No, m[1:]))
		if m[3] == "" && len(above) > 0 {
			m[3] = strings.Join(above, " ")
			commented = append(commented, lineRow(l.No, m[1:]))
		}
		above = nil
	}
	if len(commented) == len(rows) {
		rows = commented
	}
	return s.addDefinitions(rows, 2)
}

// definition is the name, the value and the text of the definition on line i;
// nil where there is none.
func definition(lines []page.Line, i int, inEnum bool) []string {
	text := lines[i].Text
	forms := []*regexp.Regexp{defineLine, enumLine, calledLine, macroLine}
	if inEnum {
		forms = append(forms, memberLine)
	}
	for _, form := range forms {
		m := form.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		if form == macroLine && m[3] == "" && i+1 < len(lines) {
			if next := quotedLine.FindStringSubmatch(lines[i+1].Text); next != nil {
				m[3] = next[1]
			}
		}
		return m
	}
	return nil
}

// addDefinitions makes a candidate of definitions, if there are enough.
func (s *search) addDefinitions(rows []CandidateRow, enough int) bool {
	if len(rows) < enough {
		return false
	}
	s.add(Candidate{Form: "code", Line: rows[0].Cells[0].No, Rows: rows})
	return true
}
