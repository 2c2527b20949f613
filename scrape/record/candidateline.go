package record

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// leadCode is a code at the beginning of a line of text, with what follows.
var leadCode = regexp.MustCompile(`^(\S{1,80}?)[:：.]?\s+(.+)$`)

// leadPair is a code with another spelling in brackets: NO_ERROR (0x0): text.
var leadPair = regexp.MustCompile(`^(\S{1,80}\s+\(\s*[\w-]{1,40}\s*\))[:：.]?\s+(.+)$`)

// leads parts a line into the code that it begins with and the rest.
func leads(text string) (code vocab.CodeCell, head, rest string) {
	for _, form := range []*regexp.Regexp{leadPair, leadCode} {
		m := form.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		if c, ok := vocab.ParseCodeCell(m[1]); ok && !c.Weak && (form != leadPair || len(c.Numbers) == 1 && len(c.Symbols) == 1) {
			return c, m[1], m[2]
		}
	}
	return vocab.CodeCell{}, "", ""
}

// A start is a line that may begin a record.
type start struct {
	at    int
	code  string
	rest  string
	shape string
}

// lines makes candidates of paragraphs that follow one another: where lines
// with a code of the same form recur, each begins a record of the lines up to
// the next. It reads renditions that lost their tables, and grids of div.
func (s *search) lines(blocks []page.Block) {
	var paras []page.Line
	var groups []string
	group := ""
	for i := range blocks {
		b := &blocks[i]
		switch b.Kind {
		case page.Heading:
			group = page.JoinLines(b.Lines)
			paras, groups = append(paras, page.Line{}), append(groups, "")
		case page.Paragraph:
			for _, l := range b.Lines {
				paras, groups = append(paras, l), append(groups, group)
			}
		default:
			paras, groups = append(paras, page.Line{}), append(groups, "")
		}
	}
	s.defines(paras)
	if len(paras) < 3 {
		return
	}
	for _, starts := range startSeries(paras, groups) {
		s.records(paras, groups, starts)
	}
}

// dashed is the shape of the lines that have a dash or an equals sign behind
// their code.
const dashed = "dashed"

var behindCode = regexp.MustCompile(`^(?:[-–—=]|->|=>|→)\s+`)

// startSeries collects the lines that begin with a code, by the form of the
// code and by whether it stands alone, and keeps the series that recur.
func startSeries(paras []page.Line, groups []string) [][]start {
	series := map[string][]start{}
	for i, l := range paras {
		st := start{at: i}
		if !mayLead(l.Text) {
			continue
		}
		if c, ok := vocab.ParseCodeCell(l.Text); ok && (!c.Weak || len(c.Numbers) > 0) {
			st.code, st.shape = l.Text, "alone "+seriesShape(c)
		} else if c, head, rest := leads(l.Text); head != "" {
			st.code, st.rest, st.shape = head, rest, "lead "+seriesShape(c)
			if m := behindCode.FindString(rest); m != "" {
				st.rest, st.shape = rest[len(m):], dashed
			}
		} else {
			continue
		}
		series[st.shape] = append(series[st.shape], st)
	}
	var kept [][]start
	for shape, starts := range series {
		starts = likeMost(starts)
		share := 2 // of five: numbers recur where a list stands twice
		if strings.HasSuffix(shape, " name") {
			share = 4 // names recur in prose
		}
		if (len(starts) >= 5 || areListed(starts, groups) || shape == dashed && areInARow(starts)) && distinct(starts)*5 >= len(starts)*share {
			kept = append(kept, starts)
		}
	}
	slices.SortFunc(kept, func(a, b []start) int {
		return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a[0].at, b[0].at))
	})
	return kept[:min(len(kept), 4)]
}

// areListed reports whether a few lines are all there is under a heading that
// promises codes, such as the exit statuses of a command.
func areListed(starts []start, groups []string) bool {
	if len(starts) < 2 {
		return false
	}
	group := groups[starts[0].at]
	for _, st := range starts {
		if groups[st.at] != group || max(vocab.HeaderSays(group, "under"), vocab.HeaderSays(group, "code")) < 0.6 {
			return false
		}
	}
	first := starts[0].at
	return first < 3 || groups[first-3] != group
}

// areInARow reports whether lines that have a dash or the like behind their
// code follow one another.
func areInARow(starts []start) bool {
	for i := range starts {
		if i > 0 && starts[i].at-starts[i-1].at > 2 {
			return false
		}
	}
	return len(starts) > 2
}

// mayLead is a quick test that a line may begin with a code: nearly all lines
// of prose begin with a word.
func mayLead(text string) bool {
	first, rest, _ := strings.Cut(text, " ")
	if kind := vocab.Classify(strings.Trim(first, "()[]{}`*\"'“”‘’.,:;：#§¶")); kind == vocab.Number || kind == vocab.Symbol {
		return true
	}
	return len(vocab.WithoutLead(text)) < len(text) || rest == "" && first != "" || strings.HasPrefix(rest, "(") && strings.HasSuffix(rest, ")") && !strings.Contains(rest, " ")
}

// likeMost drops the starts whose text begins in another case than that of
// most: numbers at the beginning of a broken line of prose.
func likeMost(starts []start) []start {
	lower := func(st start) bool { return st.rest != "" && unicode.IsLower([]rune(st.rest)[0]) }
	low := 0
	for _, st := range starts {
		if lower(st) {
			low++
		}
	}
	if low*3 > len(starts) {
		return starts
	}
	return slices.DeleteFunc(starts, lower)
}

// seriesShape is the form of the codes of a series: numbers of one length of
// digits, or names.
func seriesShape(c vocab.CodeCell) string {
	if len(c.Numbers) > 0 {
		form := vocab.Shape(c.Numbers[0])
		if form == "9" && len(c.Numbers[0]) >= 3 && len(c.Symbols) == 0 {
			form = strings.Repeat("9", len(c.Numbers[0]))
		}
		return form
	}
	return "name"
}

func distinct(starts []start) int {
	seen := map[string]bool{}
	for _, st := range starts {
		seen[st.code] = true
	}
	return len(seen)
}

// recordLimit is how many lines a record may have; what follows is prose.
const recordLimit = 12

// records cuts the lines into records. Where most records have the same small
// number of lines, each line is a column; else the lines are one text.
func (s *search) records(paras []page.Line, groups []string, starts []start) {
	lengths := map[int]int{}
	for i, st := range starts {
		lengths[recordEnd(paras, starts, i)-st.at]++
	}
	usual, most := 0, 0
	for n, count := range lengths {
		if count > most || count == most && n < usual {
			usual, most = n, count
		}
	}
	c := Candidate{Form: "lines", Line: paras[starts[0].at].No}
	for i, st := range starts {
		end := recordEnd(paras, starts, i)
		no := paras[st.at].No
		row := CandidateRow{Group: groups[st.at], Cells: []page.Cell{cellOf([]page.Line{{Text: st.code, No: no}})}}
		if st.rest != "" {
			row.Cells = append(row.Cells, cellOf([]page.Line{{Text: st.rest, No: no}}))
		}
		lines := paras[st.at+1 : end]
		if most*10 >= len(starts)*7 && usual <= 5 {
			for i := range lines[:min(len(lines), usual-1)] {
				own := lines[i : i+1]
				if i == usual-2 { // the last column has what is left
					own = lines[i:]
				}
				row.Cells = append(row.Cells, cellOf(own))
			}
		} else if len(lines) > 0 {
			if st.rest != "" {
				row.Cells[1].Lines = append(row.Cells[1].Lines, lines...)
			} else {
				row.Cells = append(row.Cells, cellOf(lines))
			}
		}
		c.Rows = append(c.Rows, row)
	}
	s.add(c)
}

// recordEnd is the index behind the record of start i: the next start, the
// next break, or the limit.
func recordEnd(paras []page.Line, starts []start, i int) int {
	end := min(len(paras), starts[i].at+recordLimit)
	if i+1 < len(starts) {
		end = min(end, starts[i+1].at)
	}
	for at := starts[i].at + 1; at < end; at++ {
		if paras[at].Text == "" {
			return at
		}
	}
	return end
}
