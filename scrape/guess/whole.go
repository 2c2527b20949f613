package guess

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/vocab"
)

// Codes that are all of their cell, though blanks part them.
var (
	switches = regexp.MustCompile(`^--?[A-Za-z?][^ ]*(?:[ ,/|]+\S.*)?$`) // --depth N, -h / --help
	spaced   = regexp.MustCompile(`^[A-Z]{1,4} \d{1,6}$`)                // BP 171
	short    = regexp.MustCompile(`^(?:[A-Z]{1,4}|[A-Z0-9]{1,6})$`)      // and what stands beside those
)

// shortLimit is the longest match of short.
const shortLimit = 6

// wholeForm is the form of the codes of a column whose cells are one code each,
// with what parts of it blanks part; none where codes are parted from what
// stands beside them.
func (c *subject) wholeForm(code int) codeForm {
	var options, parted, shorts, filled int
	var tokens, sampled int
	marks := map[string]int{}
	step := 1 + len(c.Rows)/sampleRows
	for i := range c.Rows {
		if code >= len(c.Rows[i].Cells) {
			continue
		}
		text := c.Rows[i].Cells[code].Text()
		if text == "" {
			continue
		}
		filled++
		switch {
		case text[0] == '-' && switches.MatchString(text):
			options++
		case len(text) > shortLimit && !strings.Contains(text, " "): // as most are
		case spaced.MatchString(text):
			parted++
			marks[strings.Fields(text)[0]]++
		case short.MatchString(text):
			shorts++
		}
		if i%step > 0 {
			continue
		}
		sampled++
		if _, ok := vocab.ParsePhrasedCell(text); ok {
			tokens++
		}
	}
	switch {
	case filled == 0:
	case options == filled && c.Form == "table":
		return codeForm{source: `(?P<code>--?[A-Za-z?]\S*(?:\s+[^\s(（]\S*)*)(?:\s+[(（](?P<note>[^()（）]+)[)）])?`}
	case parted > 1 && parted+shorts == filled && len(marks)*2 <= parted:
		return codeForm{source: `[A-Z0-9]+(?: \d+)?`}
	case tokens*2 < sampled:
		return codeForm{source: `\S.*`}
	}
	return codeForm{}
}

// phraseLength is the longest mean of the names of parameters, in bytes.
const phraseLength = 80

// holdsPhrases reports whether a column names parameters or limits by words: the
// header says so, or the page sets them as code, and each cell is filled and
// another.
func (s *stat) holdsPhrases() bool {
	return s.codes < 0.5 && (s.marked >= 0.95 || vocab.HeaderSays(s.header, "params") == 1) && s.filled >= 0.95 && s.distinct >= 0.95 && s.length <= phraseLength
}
