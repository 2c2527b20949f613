package scrape

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// leadCode is a code at the beginning of a line of text, with what follows.
var leadCode = regexp.MustCompile(`^(\S{1,80}?)[:：.]?\s+(.+)$`)

// leadPair is a code with another spelling in brackets: NO_ERROR (0x0): text.
var leadPair = regexp.MustCompile(`^(\S{1,80}\s+\(\s*[\w-]{1,40}\s*\))[:：.]?\s+(.+)$`)

// leads parts a line into the code that it begins with and the rest.
func leads(text string) (code codeCell, head, rest string) {
	for _, form := range []*regexp.Regexp{leadPair, leadCode} {
		m := form.FindStringSubmatch(text)
		if m == nil {
			continue
		}
		if c, ok := parseCodeCell(m[1]); ok && !c.weak && (form != leadPair || len(c.numbers) == 1 && len(c.symbols) == 1) {
			return c, m[1], m[2]
		}
	}
	return codeCell{}, "", ""
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
func (s *search) lines(blocks []Block) {
	var paras []Line
	var groups []string
	group := ""
	for i := range blocks {
		b := &blocks[i]
		switch b.Kind {
		case Heading:
			group = joinLines(b.Lines)
			paras, groups = append(paras, Line{}), append(groups, "")
		case Paragraph:
			for _, l := range b.Lines {
				paras, groups = append(paras, l), append(groups, group)
			}
		default:
			paras, groups = append(paras, Line{}), append(groups, "")
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
func startSeries(paras []Line, groups []string) [][]start {
	series := map[string][]start{}
	for i, l := range paras {
		st := start{at: i}
		if !mayLead(l.Text) {
			continue
		}
		if c, ok := parseCodeCell(l.Text); ok && (!c.weak || len(c.numbers) > 0) {
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
		if groups[st.at] != group || max(headerSays(group, "under"), headerSays(group, "code")) < 0.6 {
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
	if kind := classify(strings.Trim(first, "()[]{}`*\"'“”‘’.,:;：#§¶")); kind == number || kind == symbol {
		return true
	}
	return len(withoutLead(text)) < len(text) || rest == "" && first != "" || strings.HasPrefix(rest, "(") && strings.HasSuffix(rest, ")") && !strings.Contains(rest, " ")
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
func seriesShape(c codeCell) string {
	if len(c.numbers) > 0 {
		form := shape(c.numbers[0])
		if form == "9" && len(c.numbers[0]) >= 3 && len(c.symbols) == 0 {
			form = strings.Repeat("9", len(c.numbers[0]))
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
func (s *search) records(paras []Line, groups []string, starts []start) {
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
	c := candidate{form: "lines", line: paras[starts[0].at].No}
	for i, st := range starts {
		end := recordEnd(paras, starts, i)
		no := paras[st.at].No
		row := candidateRow{group: groups[st.at], cells: []Cell{cellOf([]Line{{st.code, no}})}}
		if st.rest != "" {
			row.cells = append(row.cells, cellOf([]Line{{st.rest, no}}))
		}
		lines := paras[st.at+1 : end]
		if most*10 >= len(starts)*7 && usual <= 5 {
			for i := range lines[:min(len(lines), usual-1)] {
				own := lines[i : i+1]
				if i == usual-2 { // the last column has what is left
					own = lines[i:]
				}
				row.cells = append(row.cells, cellOf(own))
			}
		} else if len(lines) > 0 {
			if st.rest != "" {
				row.cells[1].Lines = append(row.cells[1].Lines, lines...)
			} else {
				row.cells = append(row.cells, cellOf(lines))
			}
		}
		c.rows = append(c.rows, row)
	}
	s.add(c)
}

// recordEnd is the index behind the record of start i: the next start, the
// next break, or the limit.
func recordEnd(paras []Line, starts []start, i int) int {
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
