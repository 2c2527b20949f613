package recipe

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
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
	found := rd.flow.candidates
	if line := rd.table.Line; line != nil {
		found = func(from, to int) []record.Candidate { return rd.flow.matching(from, to, rd.table.Form, line.find) }
	}
	for _, c := range found(rd.region.from, rd.region.to) {
		if rd.fits(&c) {
			fit = append(fit, c)
		}
	}
	rd.formedRows(fit)
	return len(fit) > 0
}

// fits reports whether a candidate has the form and the columns of the recipe
// and holds codes for the most part.
func (rd *reading) fits(c *record.Candidate) bool {
	if c.Form != rd.table.Form {
		return false
	}
	roles := rd.table.rolesIn(c)
	return roles != nil && rd.mostlyCodes(c, slices.Index(roles, "code"))
}

// formedRows makes rows of candidates that fit.
func (rd *reading) formedRows(fit []record.Candidate) {
	roles := make([][]string, len(fit))
	for i := range fit {
		roles[i] = rd.table.rolesIn(&fit[i])
	}
	rd.columnsFound(fit, roles)
	for i := range fit {
		c := &fit[i]
		at := placed{roles[i], slices.Index(roles[i], "code"), slices.Index(roles[i], "text"), c.Template != "", c.Form == "definitions"}
		uncoded, codedGroups := len(rd.uncodedRows), map[string]bool{}
		for _, r := range c.Rows {
			coded := len(rd.rows)
			if c.Header != nil && record.Says(r.Cells, c.Header) {
				continue // the header stands again between the rows
			}
			if r.Group == "" && len(fit) > 1 && rd.table.Each == "" {
				r.Group = c.Heading
			}
			rd.formedRow(r, at, c.Heading)
			codedGroups[r.Group] = codedGroups[r.Group] || len(rd.rows) > coded
		}
		if c.Template != "" {
			rd.otherLists(uncoded, codedGroups)
		}
	}
	rd.fewKeys()
}

// otherLists leaves out, with a warning each, lists that the page has beside
// that of the table, under headings of their own: no row of theirs has a code.
func (rd *reading) otherLists(from int, coded map[string]bool) {
	left := map[string]int{}
	var first []Uncoded
	rows := rd.uncodedRows[from:]
	rd.uncodedRows = slices.Concat(rd.uncodedRows[:from], slices.DeleteFunc(slices.Clone(rows), func(u Uncoded) bool {
		if coded[u.group] {
			return false
		}
		rd.left++
		if left[u.group]++; left[u.group] == 1 {
			first = append(first, u)
		}
		return true
	}))
	for _, u := range first {
		rd.warn(u.Line, "%s under %q left out, none has a code of the form: %q", page.Count(left[u.group], "row"), u.group, Excerpt(u.Row))
	}
}

// columnsFound reports columns of the recipe that none of the tables has. One
// table may lack what another has, but the code.
func (rd *reading) columnsFound(fit []record.Candidate, tables [][]string) {
	if len(tables) == 0 {
		return
	}
	for _, role := range slices.Sorted(maps.Keys(rd.table.Columns)) {
		if !slices.ContainsFunc(tables, func(roles []string) bool { return slices.Contains(roles, role) }) {
			if rd.tellRetitled(fit) {
				return
			}
			rd.recipeProblem(rd.table.line("columns"), "look up what the page calls it now", "no column of %s is the %s, %s", rd.file, role, rd.table.Columns[role])
			page.Guarded((*rd.problems)[len(*rd.problems)-1:], GuardColumns)
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
	for _, role := range slices.Sorted(maps.Keys(t.Columns)) {
		column := t.Columns[role]
		at := column.in(c)
		if at >= 0 && at < len(list) && (list[at] == "" || role == "code") {
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

// mostlyCodes reports whether at least half of the cells of a column can be
// read as codes: else a candidate of that form is another thing. Rows that the
// recipe declares to be none do not count.
func (rd *reading) mostlyCodes(c *record.Candidate, column int) bool {
	codes, others := 0, 0
	for _, r := range c.Rows {
		switch {
		case column < len(r.Cells) && len(rd.cellCodes(&r.Cells[column])) > 0:
			codes++
		case !rd.declared(r.Cells, column):
			others++
		}
	}
	return codes > 0 && codes >= others
}

// declared reports whether the recipe declares a row to be none.
func (rd *reading) declared(cells []page.Cell, column int) bool {
	code := ""
	if column < len(cells) {
		code = cells[column].Text()
	}
	return rd.table.skipOf(code, cells) >= 0
}

// firstLineOf is the line of the first text of a row.
func firstLineOf(cells []page.Cell) int {
	for i := range cells {
		if lines := cells[i].Lines; len(lines) > 0 {
			return lines[0].No
		}
	}
	return 0
}

// isBlank reports whether a row says nothing.
func isBlank(cells []page.Cell) bool {
	return !slices.ContainsFunc(cells, func(c page.Cell) bool { return c.Text() != "" })
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
// else as it stands: numbers, symbols, or a number beside its symbol. Each
// result holds the roles of one code; none means that there is no code.
func (rd *reading) codeCell(text string) []fields {
	form := rd.table.Code
	switch {
	case form == nil && rd.table.Split == nil:
		return guessedCodes(text)
	case form == nil && text != "", rd.table.Split != nil && rd.table.startsFixed(text):
		return []fields{{{"code", text}}}
	case form == nil:
		return nil
	}
	roles := form.roles(text)
	if roles == nil {
		text = unspaced(text)
		roles = form.roles(text)
	}
	if roles == nil && hyphened(text) != text {
		roles = form.roles(hyphened(text))
	}
	if roles != nil {
		return []fields{roles}
	}
	if vocab.IsRange(text) {
		return nil
	}
	code, remark, ok := model.PartCode(text, func(code string) bool { return form.roles(code) != nil })
	remarked := form.roles(code)
	if ok {
		remarked.put(remarkRole(remark), remark)
	}
	if ok && vocab.Deprecates(remark) {
		return []fields{remarked}
	}
	list := guessedCodes(text) // beside its symbol, or several
	for i := range list {
		roles := form.roles(list[i].of("code"))
		if roles == nil {
			list = nil
			break
		}
		for _, f := range roles {
			list[i].put(f.role, f.text)
		}
	}
	if list == nil && ok && !startsWord(remark) {
		return []fields{remarked}
	}
	return list
}

// roles are those of a code that has the form: itself, or the groups of the
// form; nil of any other text.
func (p *Pattern) roles(text string) fields {
	if p.has("code") {
		m := p.findWhole(text)
		if m == nil {
			return nil
		}
		roles := groups(p.whole, m)
		if note := roles.of("note"); note != "" {
			roles.put("note", "")
			roles.put(remarkRole(note), note)
		}
		return roles
	}
	if !p.MatchWhole(text) {
		return nil
	}
	roles := fields{{"code", text}}
	roles.put("key", vocab.Conversion(text))
	return roles
}

// guessedCodes reads a cell of codes as it stands.
func guessedCodes(text string) []fields {
	cell, ok := vocab.ParsePhrasedCell(text)
	if !ok || vocab.IsOpen(text) {
		return nil
	}
	key := cell.Remark
	if len(cell.Numbers) > 0 && len(cell.Symbols) > 0 {
		key, cell.Symbols = cell.Symbols[0], nil
	}
	var list []fields
	for _, code := range append(cell.Numbers, cell.Symbols...) {
		roles := fields{{"code", code}}
		roles.put("key", cmp.Or(key, vocab.Conversion(code)))
		if cell.Aside != "" {
			roles.put(remarkRole(cell.Aside), cell.Aside)
		}
		if cell.Optional {
			roles.put("note", strings.TrimSpace("optional "+roles.of("note")))
		}
		list = append(list, roles)
	}
	return list
}

// symbolIn is the symbol in a cell, or else the cell as it stands; "" where it
// only says that there is none.
func symbolIn(text string) string {
	if text == "" || strings.Contains(text, " ") && vocab.Capitals.MatchString(text) {
		return text
	}
	if k, ok := vocab.ParseCodeCell(text); ok && len(k.Symbols) > 0 {
		return k.Symbols[0]
	}
	if strings.Trim(text, "-–—/ ") == "" {
		return ""
	}
	return text
}

// placed are the roles of columns, where the code and the text are, whether all
// are parts of a text, and whether that is terms.
type placed struct {
	roles         []string
	code, text    int
	ofText, terms bool
}

// formedRow makes rows of the cells of one record, one for each of its codes.
func (rd *reading) formedRow(from record.CandidateRow, at placed, heading string) {
	roles, code := at.roles, at.code
	if at.terms {
		from = rd.withTerm(from, code)
	}
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
	base.cells.put("key", symbolIn(base.cells.of("key")))
	text := ""
	var codes []fields
	if code < len(from.Cells) {
		text, codes = from.Cells[code].Text(), rd.cellCodes(&from.Cells[code])
	}
	if isBlank(from.Cells) || code < len(from.Cells) && from.Cells[code].Copied || rd.skip(text, from.Cells) {
		return
	}
	if base.cells.of("group") == "" {
		base.set("group", from.Group)
	}
	if len(codes) == 0 {
		rd.uncoded(firstLineOf(from.Cells), text, rowText(from.Cells))
		last := &rd.uncodedRows[len(rd.uncodedRows)-1]
		last.heading, last.group, last.ofText = heading, from.Group, at.ofText
	}
	pairTexts(codes, &from, code, at.text)
	rd.codedRows(base, codes, cmp.Or(base.cells.of("group"), heading))
}

// withTerm puts a term that has the form of codes in the place of the code, where
// the line of the recipe does not know its shape. A plain word may be prose, and
// is told as that.
func (rd *reading) withTerm(r record.CandidateRow, code int) record.CandidateRow {
	at := slices.IndexFunc(r.Cells, func(c page.Cell) bool { return len(c.Lines) > 0 })
	if at <= code || code < 0 || rd.table.Code == nil {
		return r
	}
	term := page.Cell{No: r.Cells[at].No, Lines: r.Cells[at].Lines[:1]}
	if cell, ok := vocab.ParsePhrasedCell(term.Text()); !ok || cell.Weak || !rd.table.Code.MatchWhole(term.Text()) {
		return r
	}
	r.Cells = slices.Clone(r.Cells)
	r.Cells[code], r.Cells[at].Lines = term, r.Cells[at].Lines[1:]
	return r
}

// codedRows adds a row for each of the codes of a record, below a heading that
// may give the status of HTTP.
func (rd *reading) codedRows(base *row, codes []fields, heading string) {
	status := vocab.StatusOf(heading)
	for i, c := range codes {
		r := base
		if i < len(codes)-1 {
			r = base.clone()
		}
		r.parted = r.cells.of("code") == ""
		if status > 0 && r.cells.of("http") == "" && !vocab.IsStatus(c.of("code")) {
			r.set("http", strconv.Itoa(status))
		}
		for _, f := range c {
			switch {
			case f.role == "text":
				r.cells.put(f.role, f.text)
			case f.text == struckOut:
				r.strike()
			case f.role != "key" || r.cells.of("key") == "":
				r.set(f.role, f.text)
			}
		}
		rd.rows = append(rd.rows, r)
	}
}

// pairTexts gives each of several codes in one cell its own line of the text,
// where both cells have a line for each of them.
func pairTexts(codes []fields, r *record.CandidateRow, code, text int) {
	if len(codes) < 2 || text < 0 || text >= len(r.Cells) || len(r.Cells[code].Lines) != len(codes) || len(r.Cells[text].Lines) != len(codes) {
		return
	}
	for i := range codes {
		codes[i].put("text", r.Cells[text].Lines[i].Text)
	}
}
