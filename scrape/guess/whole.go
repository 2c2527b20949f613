package guess

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/vocab"
)

// Codes that are all of their cell, though blanks part them.
var (
	switches = regexp.MustCompile(`^--?[A-Za-z?][^ ]*(?:[ ,/|]+\S.*)?$`)                   // --depth N, -h / --help
	spaced   = regexp.MustCompile(`^[A-Z]{1,4} \d{1,6}$`)                                  // BP 171
	phrase   = regexp.MustCompile(`^\p{L}[\p{L}\p{N}/&'’-]*(?: [\p{L}\p{N}/&'’-]+){1,3}$`) // return pending
	short    = regexp.MustCompile(`^(?:[A-Z]{1,4}|[A-Z0-9]{1,6})$`)                        // and what stands beside those
)

// shortLimit is the longest match of short.
const shortLimit = 6

// wholeForm is the form of the codes of a column whose cells are one code each,
// with what parts of it blanks part; none where codes are parted from what
// stands beside them.
func (c *subject) wholeForm(code int) codeForm {
	var options, parted, shorts, filled int
	var tokens, words, phrases, sampled int
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
		if parsed, ok := vocab.ParsePhrasedCell(text); ok {
			tokens++
			words += int(indicator(parsed.Weak))
		} else if phrase.MatchString(text) {
			phrases++
		}
	}
	if form := c.hexForm(code); form.source != "" {
		return form
	}
	switch {
	case filled == 0:
	case options == filled && c.Form == "table":
		return codeForm{source: `(?P<code>--?[A-Za-z?]\S*(?:\s+[^\s(（]\S*)*)(?:\s+[(（](?P<note>[^()（）]+)[)）])?`}
	case parted > 1 && parted+shorts == filled && len(marks)*2 <= parted:
		return codeForm{source: `[A-Z0-9]+(?: \d+)?`}
	case tokens*2 < sampled, (tokens-words)*2 < sampled && tokens*4 < sampled*3, // one word, too, may name something
		c.Header != nil && c.Form == "table" && phrases > 0 && (tokens-words)*2 < sampled && tokens+phrases == sampled:
		return codeForm{source: `\S.*`}
	}
	return codeForm{}
}

var hexadecimal = regexp.MustCompile(`^(?:[0-9A-F]{2,8}|[0-9a-f]{2,8})$`)

// hexWidths are, of each member of a family, how many digits the codes of a
// column have, where all are hexadecimal numbers that nothing marks as such, 0
// else: 09, 0a, 1f. Some have both figures and letters, a figure first, and most
// have a figure.
func (c *subject) hexWidths(code int) []int {
	type digits struct {
		width, filled, figures int
		both, other            bool
	}
	var of []digits
	for i := range c.Rows {
		r := &c.Rows[i]
		for r.Of >= len(of) {
			of = append(of, digits{})
		}
		d := &of[r.Of]
		if d.other || code >= len(r.Cells) {
			continue
		}
		text := r.Cells[code].Text()
		if text == "" {
			continue
		}
		d.filled++
		d.width = cmp.Or(d.width, len(text))
		d.other = len(text) != d.width || !hexadecimal.MatchString(text)
		if strings.ContainsAny(text, "0123456789") {
			d.figures++
			d.both = d.both || text[0] <= '9' && strings.ContainsAny(text, "ABCDEFabcdef")
		}
	}
	widths := make([]int, len(of))
	for i, d := range of {
		if d.both && !d.other && d.figures*2 >= d.filled {
			widths[i] = d.width
		}
	}
	return widths
}

// hexForm is the form of the codes of a column of hexadecimal numbers.
func (c *subject) hexForm(code int) codeForm {
	widths := c.hexWidths(code)
	if len(widths) == 0 || slices.Min(widths) == 0 || slices.Min(widths) != slices.Max(widths) {
		return codeForm{}
	}
	return codeForm{source: fmt.Sprintf(`[0-9A-Fa-f]{%d}`, widths[0])}
}

// phraseLength is the longest mean of the names of parameters, in bytes.
const phraseLength = 80

// holdsPhrases reports whether a column names parameters or limits by words: the
// header says so, or that of a limit does, or the page sets them as code, and each
// cell is filled and another.
func (s *stat) holdsPhrases(limits bool) bool {
	if !limits && s.marked < 0.95 && vocab.HeaderSays(s.header, "params") < 1 {
		return false
	}
	codes := s.codes
	if limits {
		codes -= s.weak
	}
	return codes < 0.5 && s.filled >= 0.95 && s.distinct >= 0.95 && s.length <= phraseLength
}
