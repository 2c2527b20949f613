package record

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// commentLine is a line of source code that is nothing but a comment.
var commentLine = regexp.MustCompile(`^\s*(?:///?[!<]*|/\*+[!<]*|\*+/?|--+(?:\s|$)|#+(?:\s|$)|;;+|\(\*)\s*(.*?)\s*\**/?$`)

// comment is what a line of nothing but a comment says.
func comment(text string) (string, bool) {
	if text = strings.TrimSpace(text); text == "" || !strings.Contains("/*-#;(", text[:1]) {
		return "", false
	}
	m := commentLine.FindStringSubmatch(text)
	if m == nil {
		return "", false
	}
	return m[1], true
}

// sourceEnd and sourceBegin are what a text of source code has around it:
// quotation marks, the end of a call, marks of comments.
var (
	sourceBegin = regexp.MustCompile(`^(?:(?://+|/\*+|#+)[!<]*\s*)?(?:L?")?`)
	sourceEnd   = regexp.MustCompile(`\s*"?\s*\)*\s*[,;]?\s*(?:\*+/)?$`)
)

// clean takes the marks of source code off the texts of records of code.
func (c *Candidate) clean() {
	if c.Form != "code" {
		return
	}
	for i := range c.Rows {
		for j := range c.Rows[i].Cells {
			cell := &c.Rows[i].Cells[j]
			lines := make([]page.Line, 0, len(cell.Lines))
			for n, l := range cell.Lines {
				bare := sourceBegin.ReplaceAllString(l.Text, "")
				if bare != l.Text || strings.Count(l.Text, "(") < strings.Count(l.Text, ")") || strings.HasSuffix(l.Text, "*/") || strings.HasSuffix(l.Text, ",") && n == len(cell.Lines)-1 {
					bare = sourceEnd.ReplaceAllString(bare, "")
				}
				if l.Text = bare; bare != "" {
					lines = append(lines, l)
				}
			}
			cell.Lines = lines
		}
	}
}
