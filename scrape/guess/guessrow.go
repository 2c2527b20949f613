package guess

import (
	"cmp"
	"slices"
	"strconv"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
	"github.com/spectab/spectab/scrape/record"
	"github.com/spectab/spectab/scrape/vocab"
)

// entries reads the rows by the roles of their columns. Rows whose code cell
// holds no code are none.
func (c *subject) entries(roles []string, stats []stat) []model.Entry {
	entries := make([]model.Entry, 0, len(c.Rows))
	at := make(map[string]int, len(c.Rows))
	code, key := slices.Index(roles, "code"), slices.Index(roles, "key")
	for _, r := range c.Rows {
		if code >= len(r.Cells) {
			continue
		}
		cell, ok := vocab.ParsePhrasedCell(r.Cells[code].Text())
		if !ok || r.Cells[code].Copied {
			continue
		}
		var base model.Entry
		base.Line, base.Group = r.Cells[code].No, r.Group
		c.fill(&base, r, roles, stats)
		if base.HTTP == 0 && !vocab.IsStatus(r.Cells[code].Text()) {
			base.HTTP = max(vocab.StatusOf(r.Group), vocab.StatusOf(c.Heading))
		}
		if key >= 0 && key < len(r.Cells) {
			base.Key = symbolIn(r.Cells[key].Text())
		}
		list := codeEntries(&cell, base)
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
	recipe.Unqualify(entries)
	return entries
}

// symbolIn is the symbol in a cell, which may be of several words in capitals.
func symbolIn(text string) string {
	k, ok := vocab.ParseCodeCell(text)
	switch {
	case vocab.Capitals.MatchString(text):
		return text
	case ok && len(k.Symbols) > 0:
		return k.Symbols[0]
	}
	return ""
}

// pairTexts gives each of several codes in one cell its own line of the text,
// where both cells have a line for each of them.
func pairTexts(list []model.Entry, r record.CandidateRow, code, text int) {
	if len(list) < 2 || text < 0 || text >= len(r.Cells) || len(r.Cells[code].Lines) != len(list) || len(r.Cells[text].Lines) != len(list) {
		return
	}
	for i := range list {
		list[i].Line, list[i].Text = r.Cells[code].Lines[i].No, r.Cells[text].Lines[i].Text
	}
}

// entries are those of one code cell: a number with its symbol, or each of
// several codes.
func codeEntries(cell *vocab.CodeCell, base model.Entry) []model.Entry {
	var list []model.Entry
	codes := cell.Numbers
	if len(codes) == 0 {
		codes = cell.Symbols
	} else if len(cell.Symbols) > 0 {
		base.Key = cmp.Or(base.Key, cell.Symbols[0])
	}
	base.Key = cmp.Or(base.Key, cell.Remark)
	for _, code := range codes {
		e := base
		e.Code = code
		e.Key = cmp.Or(e.Key, vocab.Conversion(code))
		list = append(list, e)
	}
	return list
}

func (c *subject) fill(e *model.Entry, r record.CandidateRow, roles []string, stats []stat) {
	for j := range min(len(r.Cells), len(roles)) {
		text := r.Cells[j].Text()
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
			e.Required, _ = recipe.Always(text)
		case "max":
			e.Max, _ = strconv.Atoi(text)
		case "http":
			e.HTTP = vocab.StatusOf(text)
		case "values":
			e.Values = recipe.Values(text)
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

// reads reports whether the cells of a column can be read in a role: what a
// recipe would refuse no guess gives it.
func (c *subject) reads(j int, role string) bool {
	var form func(text string) bool
	switch role {
	case "required":
		form = func(text string) bool { _, ok := recipe.Always(text); return ok }
	case "max":
		form = recipe.IsDigits
	default:
		return true
	}
	for i := range c.Rows {
		if cells := c.Rows[i].Cells; j < len(cells) && cells[j].Text() != "" && !form(cells[j].Text()) {
			return false
		}
	}
	return true
}
