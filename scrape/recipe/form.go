package recipe

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/record"
	"github.com/spectab/spectab/scrape/vocab"
)

// Forms are the forms in which a page can write rows, as a recipe names them:
// tables; lists, an item a row; definition lists; headings with the text
// below; lines of prose that begin with codes; and preformatted text, with
// definitions in C or columns parted by white space.
func Forms() []string {
	return []string{"table", "list", "definitions", "headings", "lines", "code"}
}

// formed reads everything in the region that has the form and the columns of
// the recipe and holds codes for the most part, and reports whether there is
// anything.
func (rd *reading) formed() bool {
	var fit []record.Candidate
	var roles [][]string
	for _, c := range rd.flow.candidates(rd.region.from, rd.region.to) {
		if c.Form != rd.table.Form {
			continue
		}
		if r := rd.table.rolesIn(&c); r != nil && rd.mostlyCodes(&c, slices.Index(r, "code")) {
			fit, roles = append(fit, c), append(roles, r)
		}
	}
	rd.columnsFound(roles)
	for i := range fit {
		c := &fit[i]
		for _, r := range c.Rows {
			if r.Group == "" && len(fit) > 1 && rd.table.Each == "" {
				r.Group = c.Heading
			}
			rd.formedRow(r, roles[i], c.Heading)
		}
	}
	return len(fit) > 0
}

// columnsFound reports columns of the recipe that none of the tables has. One
// table may lack what another has, but the code.
func (rd *reading) columnsFound(tables [][]string) {
	if len(tables) == 0 {
		return
	}
	for _, role := range slices.Sorted(maps.Keys(rd.table.Columns)) {
		if !slices.ContainsFunc(tables, func(roles []string) bool { return slices.Contains(roles, role) }) {
			rd.recipeProblem(rd.table.line("columns"), "look up what the page calls it now", "no column of %s is the %s, %s", rd.file, role, strings.Join(rd.table.Columns[role], " or "))
		}
	}
}

// rolesIn gives each column of a candidate its role or the name of its extra
// column; nil where the column of the code is not there.
func (t *Table) rolesIn(c *record.Candidate) []string {
	width := 0
	for _, r := range c.Rows {
		width = max(width, len(r.Cells))
	}
	list := make([]string, max(width, len(c.Header)))
	for role, aliases := range t.Columns {
		at := columnAt(c, aliases)
		if at >= 0 && at < len(list) {
			list[at] = role
		} else if role == "code" {
			return nil
		}
	}
	for j, header := range c.Header {
		if list[j] == "" && header != "" {
			list[j] = extraName(header)
		}
	}
	return list
}

// column is the index of the column whose header is one of the aliases, or
// whose number is, counted from 1; -1 where there is none.
func columnAt(c *record.Candidate, aliases Aliases) int {
	for _, a := range aliases {
		at := slices.IndexFunc(c.Header, func(h string) bool { return strings.EqualFold(strings.TrimRight(h, " :："), a) })
		if at >= 0 {
			return at
		}
	}
	for _, a := range aliases {
		if n, err := strconv.Atoi(a); err == nil && n > 0 {
			return n - 1
		}
	}
	return -1
}

// mostlyCodes reports whether at least half of the cells of a column can be
// read as codes: else a candidate of that form is another thing. Rows that the
// recipe declares to be none do not count.
func (rd *reading) mostlyCodes(c *record.Candidate, column int) bool {
	codes, others := 0, 0
	for _, r := range c.Rows {
		switch {
		case column < len(r.Cells) && len(rd.codeCell(r.Cells[column].Text())) > 0:
			codes++
		case !rd.declared(rowText(r.Cells)):
			others++
		}
	}
	return codes > 0 && codes >= others
}

// rowText is a row as skip sees it.
func rowText(cells []page.Cell) string {
	var texts []string
	for i := range cells {
		if text := cells[i].Text(); text != "" {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, " | ")
}

// codeCell reads a cell of codes by the form that the recipe gives them, or
// else as inspect reads it: numbers, symbols, or a number beside its symbol.
// Each result holds the roles of one code; none means that there is no code.
func (rd *reading) codeCell(text string) []map[string]string {
	form := rd.table.Code
	switch {
	case form == nil && rd.table.Split == nil:
		return guessedCodes(text)
	case form == nil && text != "":
		return []map[string]string{{"code": text}}
	case form == nil:
		return nil
	case form.has("code"):
		if m := form.findWhole(text); m != nil {
			return []map[string]string{groups(form.whole, m)}
		}
	case form.matchWhole(text), rd.table.startsFixed(text):
		return []map[string]string{{"code": text}}
	}
	return nil
}

func guessedCodes(text string) []map[string]string {
	cell, ok := vocab.ParsePhrasedCell(text)
	if !ok {
		return nil
	}
	key := cell.Remark
	if len(cell.Numbers) > 0 && len(cell.Symbols) > 0 {
		key, cell.Symbols = cell.Symbols[0], nil
	}
	var list []map[string]string
	for _, code := range append(cell.Numbers, cell.Symbols...) {
		roles := map[string]string{"code": code}
		if key != "" {
			roles["key"] = key
		}
		list = append(list, roles)
	}
	return list
}

// formedRow makes rows of the cells of one record, one for each of its codes.
func (rd *reading) formedRow(from record.CandidateRow, roles []string, heading string) {
	code := slices.Index(roles, "code")
	base := newRow(0, 0)
	base.heading = heading
	for j := range from.Cells {
		c := &from.Cells[j]
		if base.line == 0 || j == code {
			base.line = c.No
		}
		if j != code && j < len(roles) {
			rd.cell(c, roles[j], base)
		}
	}
	all := rowText(from.Cells)
	if all == "" || rd.skip(all) {
		return
	}
	if base.cells["group"] == "" {
		base.set("group", from.Group)
	}
	var codes []map[string]string
	if code < len(from.Cells) {
		codes = rd.codeCell(from.Cells[code].Text())
	}
	if len(codes) == 0 {
		rd.uncoded(base.line, all)
	}
	status := vocab.StatusOf(cmp.Or(base.cells["group"], heading))
	for _, c := range codes {
		r := base.clone()
		if status > 0 && r.cells["http"] == "" && !vocab.IsStatus(c["code"]) {
			r.set("http", strconv.Itoa(status))
		}
		for role, text := range c {
			if role != "key" || r.cells["key"] == "" {
				r.set(role, text)
			}
		}
		rd.rows = append(rd.rows, r)
	}
}
