package scrape

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
)

// entries reads the rows by the roles of their columns. Rows whose code cell
// holds no code are none.
func (c *candidate) entries(roles []string, stats []stat) []model.Entry {
	entries := make([]model.Entry, 0, len(c.rows))
	at := make(map[string]int, len(c.rows))
	code, key := slices.Index(roles, "code"), slices.Index(roles, "key")
	for _, r := range c.rows {
		if code >= len(r.cells) {
			continue
		}
		cell, ok := parsePhrasedCell(r.cells[code].Text())
		if !ok || r.cells[code].Copied {
			continue
		}
		var base model.Entry
		base.Line, base.Group = r.cells[code].No, r.group
		c.fill(&base, r, roles, stats)
		if base.HTTP == 0 && !isStatus(r.cells[code].Text()) {
			base.HTTP = max(statusOf(r.group), statusOf(c.heading))
		}
		if key >= 0 && key < len(r.cells) {
			base.Key = symbolIn(r.cells[key].Text())
		}
		list := cell.entries(base)
		pairTexts(list, r, code, slices.Index(roles, "text"))
		for _, e := range list {
			if first, ok := at[e.Code]; ok {
				if e.Text != "" && e.Text != entries[first].Text {
					entries[first].Also = append(entries[first].Also, e.Text)
				}
				continue
			}
			at[e.Code] = len(entries)
			entries = append(entries, e)
		}
	}
	unqualify(entries)
	return entries
}

// symbolIn is the symbol in a cell, which may be of several words in capitals.
func symbolIn(text string) string {
	k, ok := parseCodeCell(text)
	switch {
	case capitals.MatchString(text):
		return text
	case ok && len(k.symbols) > 0:
		return k.symbols[0]
	}
	return ""
}

// pairTexts gives each of several codes in one cell its own line of the text,
// where both cells have a line for each of them.
func pairTexts(list []model.Entry, r candidateRow, code, text int) {
	if len(list) < 2 || text < 0 || text >= len(r.cells) || len(r.cells[code].Lines) != len(list) || len(r.cells[text].Lines) != len(list) {
		return
	}
	for i := range list {
		list[i].Line, list[i].Text = r.cells[code].Lines[i].No, r.cells[text].Lines[i].Text
	}
}

// unqualify drops the name of a module that all codes begin with:
// errno.EPERM.
func unqualify(entries []model.Entry) {
	if len(entries) < 2 {
		return
	}
	prefix, _, ok := strings.Cut(entries[0].Code, ".")
	if !ok || classify(prefix) == number {
		return
	}
	prefix += "."
	for i := range entries {
		rest, ok := strings.CutPrefix(entries[i].Code, prefix)
		if !ok || rest == "" || rest[0] >= '0' && rest[0] <= '9' {
			return
		}
	}
	for i := range entries {
		entries[i].Code = entries[i].Code[len(prefix):]
	}
}

// entries are those of one code cell: a number with its symbol, or each of
// several codes.
func (cell codeCell) entries(base model.Entry) []model.Entry {
	var list []model.Entry
	codes := cell.numbers
	if len(codes) == 0 {
		codes = cell.symbols
	} else if len(cell.symbols) > 0 {
		base.Key = cmp.Or(base.Key, cell.symbols[0])
	}
	base.Key = cmp.Or(base.Key, cell.remark)
	for _, code := range codes {
		e := base
		e.Code = code
		e.Key = cmp.Or(e.Key, conversion(code))
		list = append(list, e)
	}
	return list
}

func (c *candidate) fill(e *model.Entry, r candidateRow, roles []string, stats []stat) {
	for j := range min(len(r.cells), len(roles)) {
		text := r.cells[j].Text()
		switch roles[j] {
		case "code", "key":
		case "text":
			e.Text = text
		case "detail":
			e.Detail = text
		case "remedy":
			e.Remedy = text
		case "type":
			e.Type = text
		case "default":
			e.Default = text
		case "required":
			e.Required, _ = always(text)
		case "max":
			e.Max, _ = strconv.Atoi(text)
		case "http":
			e.HTTP = statusOf(text)
		case "values":
			e.Values = values(text)
		default:
			if h := stats[j].header; h != "" && text != "" {
				if e.Extra == nil {
					e.Extra = map[string]string{}
				}
				e.Extra[h] = text
			}
		}
	}
}
