package recipe

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
)

// Read reads a page by the recipe; the extension of file says its format. The
// entries of the Spec have no identifiers yet. The error is of type
// model.Problems and holds all that is wrong with the page.
func (r *Recipe) Read(file string, data []byte) (*model.Spec, error) {
	return r.ReadPages([]PageFile{{Name: file, Data: data}})
}

// ReadPages reads the parts of a source as one page.
func (r *Recipe) ReadPages(pages []PageFile) (*model.Spec, error) {
	var problems model.Problems
	bound, blocks, err := bind(pages)
	if err != nil {
		problems.Take(err)
		page.Guarded(problems, page.GuardUnreadable)
		return nil, problems.Err()
	}
	spec := r.readBlocks(pages[0].Name, Flatten(blocks), &problems)
	spec.Snapshot = r.snapshot(pages)
	if len(pages) > 1 || r.translation {
		bound.settle(spec, slices.Concat(problems, spec.Warnings))
	}
	return spec, problems.Err()
}

// snapshot says which files a Spec was read from.
func (r *Recipe) snapshot(pages []PageFile) model.Snapshot {
	list := make([]model.Snapshot, len(pages))
	for i, p := range pages {
		list[i] = model.Snapshot{File: p.Name, SHA256: digest(p.Data), Retrieved: r.Retrieved}
	}
	list[0].Further = list[1:]
	return list[0]
}

// readBlocks reads the tables of a page.
func (r *Recipe) readBlocks(file string, f *Flow, problems *model.Problems) *model.Spec {
	spec := &model.Spec{
		Source: r.Source, Title: r.Title, URL: r.URL, Language: r.Language, Package: r.Package,
		Owner: r.Owner, License: r.License,
		Snapshot: model.Snapshot{File: file, Retrieved: r.Retrieved},
	}
	var recipes []*Table // of each table of the Spec
	for i := range r.Tables {
		rd := r.reading(&r.Tables[i], f, file, problems)
		built := rd.read()
		rd.tellUncoded()
		spec.Tables = append(spec.Tables, built...)
		spec.Warnings = append(spec.Warnings, rd.warnings...)
		recipes = append(recipes, slices.Repeat([]*Table{&r.Tables[i]}, len(built))...)
	}
	r.finish(spec, recipes, problems)
	return spec
}

// reading begins to read a table.
func (r *Recipe) reading(t *Table, f *Flow, file string, problems *model.Problems) *reading {
	return &reading{recipe: r, table: t, file: file, flow: f, skipped: map[int]bool{}, holders: map[int]bool{}, problems: problems}
}

// read finds the rows of one table of the recipe and builds the entries: of
// one table, or of one for each section of the page.
func (rd *reading) read() []model.Table {
	t := rd.table
	built := model.Table{Name: t.Name, Kind: t.Kind, Doc: t.Doc, Value: t.value(), File: rd.recipe.file, Line: t.line("name")}
	if t.Gone != "" {
		return []model.Table{built}
	}
	missing := (*Pattern)(nil)
	rd.region, missing = rd.flow.region(t)
	if at := rd.renamedHeading(missing); at >= 0 {
		rd.followHeading(missing, at)
		missing = nil
	} else if missing != nil && t.isKnown() {
		rd.region.to = len(rd.flow.Lines) // it may stand under another heading now
	} else if missing != nil {
		rd.problem(0, rd.recipe.place(t, "under"), "the table is gone: nothing on the page reads %s", missing)
		page.Guarded((*rd.problems)[len(*rd.problems)-1:], GuardTableLost)
		return []model.Table{built}
	}
	built.Heading = rd.region.heading
	before := len(*rd.problems)
	rd.find()
	if missing != nil {
		built.Heading = rd.moved(missing)
	}
	rd.unbounded()
	page.Guarded((*rd.problems)[before:], GuardRowDropped)
	tables := rd.built(built)
	if len(rd.rows) > 0 || len(*rd.problems) == before {
		rd.checkCounts(tables) // of a table that is gone, one problem is enough
	}
	return tables
}

// built are the tables of the rows: one, or one for each section.
func (rd *reading) built(base model.Table) []model.Table {
	defer func(found int) { page.Guarded((*rd.problems)[found:], GuardCellForm) }(len(*rd.problems))
	if rd.table.Each != "" {
		return rd.sections(base)
	}
	base.Entries = rd.build(rd.rows)
	return []model.Table{base}
}

// hasRecords reports whether the recipe cuts records out of lines.
func (t *Table) hasRecords() bool {
	return t.Form == "" && (t.Line != nil || len(t.Lines) > 0 || t.Record != nil)
}

// unbounded reports an after or until that matches nothing: the rows are not
// bounded any more. A page that lays out as a table what its rendition has on
// lines needs no bounds, and a table that is known without them is told of.
func (rd *reading) unbounded() {
	t := rd.table
	if rd.laidOut && t.hasRecords() {
		return
	}
	for _, bound := range []struct {
		key   string
		p     *Pattern
		found bool
	}{{"after", t.After, rd.region.strict}, {"until", t.Until, rd.region.bounded}} {
		switch {
		case bound.p == nil || bound.found || rd.recipe.translation:
		case t.isKnown() && rd.laidOut:
			rd.warn(0, "no line reads %s any more, which is the %s of the table", bound.p, bound.key)
		default:
			rd.recipeProblem(bound.p.line, "look up how the page says it now, or drop it", "%s: %s matches nothing in %s", bound.key, bound.p, rd.file)
			page.Guarded((*rd.problems)[len(*rd.problems)-1:], GuardPatternLost)
		}
	}
}

// find gathers rows in every way that the recipe gives.
func (rd *reading) find() {
	t := rd.table
	before := len(*rd.problems)
	found := false
	switch {
	case t.Form != "":
		found = rd.formed() || rd.reformed()
	case len(t.Columns) > 0:
		found = rd.columns()
	}
	if rd.laidOut = found; !found && t.hasRecords() {
		found = rd.records()
	}
	if !found && len(t.Capture) == 0 && t.Example == "" && len(*rd.problems) == before {
		rd.tableGone()
	}
	captured := len(*rd.problems)
	rd.capture()
	page.Guarded((*rd.problems)[captured:], GuardPatternLost)
	if t.Example != "" {
		rd.example()
	}
	rd.inPageOrder()
	rd.unusedSkips()
}

// checkCounts compares the entries with what the recipe says must be there.
func (rd *reading) checkCounts(tables []model.Table) {
	n := 0
	for i := range tables {
		n += len(tables[i].Entries)
	}
	if n < rd.table.Min {
		rd.problem(0, "the page lost rows, or "+rd.recipe.place(rd.table, "min")+" is too high", "too few entries: %d, at least %d are wanted", n, rd.table.Min)
		page.Guarded((*rd.problems)[len(*rd.problems)-1:], GuardMin)
	}
	for _, code := range rd.table.Must {
		if !slices.ContainsFunc(tables, func(t model.Table) bool { return t.Find(string(code)) != nil }) {
			rd.recipeProblem(rd.table.line("must"), "take it out of must: if the vendor took it off the page, and its name stays for programs; or it is misspelt here", "%q must be there and is not in %s", code, rd.file)
			page.Guarded((*rd.problems)[len(*rd.problems)-1:], GuardCanary)
		}
	}
}

// finish adds to the Spec what the recipe says of naming and emission; recipes
// has that of each table.
func (r *Recipe) finish(spec *model.Spec, recipes []*Table, problems *model.Problems) {
	main := spec.Main()
	for i, t := range recipes {
		built := &spec.Tables[i]
		built.ByStatus = t.Groups != ""
		if t.Trim != nil {
			built.Trim = t.Trim.find
		}
		built.Namer, _ = t.namer() // checkStyle has refused what is none
		if t.Prefix != nil {
			built.Prefix = *t.Prefix
		}
		if t.Carries != nil {
			built.Carries = t.Carries.find
			t.checkCarries(built, r.file, problems)
		}
		if t.Gone == "" {
			built.Overrides = t.overrides(r.file)
		}
		if t.Each != "" {
			built.Overrides = slices.DeleteFunc(built.Overrides, func(o model.Override) bool { return built.Find(o.Code) == nil })
		}
		built.Columns = t.columnTypes(built)
		built.Success = t.success(built, r.file, problems)
	}
	for _, e := range r.Envelopes {
		table := e.Table
		if table == "" && main != nil {
			table = main.Name
		}
		if table != "" && spec.Table(table) == nil {
			problems.Add(r.file, e.line, Nearest(table, tableNames(spec)), "the envelope is for table %s, which is not there", table)
		}
		envelope := model.Envelope{Table: table, Format: e.Format, Code: strings.Split(e.Code, ".")}
		for _, code := range e.Success {
			envelope.Success = append(envelope.Success, string(code))
		}
		if e.Message != "" {
			envelope.Message = strings.Split(e.Message, ".")
		}
		for _, name := range slices.Sorted(maps.Keys(e.Extra)) {
			envelope.Extra = append(envelope.Extra, model.Member{Name: name, Path: strings.Split(e.Extra[name], ".")})
		}
		spec.Envelopes = append(spec.Envelopes, envelope)
	}
}

func tableNames(spec *model.Spec) []string {
	var names []string
	for i := range spec.Tables {
		names = append(names, spec.Tables[i].Name)
	}
	return names
}

func (t *Table) overrides(file string) []model.Override {
	var list []model.Override
	for code, n := range t.Names {
		list = append(list, model.Override{Code: code, Name: n.Name, Was: n.Was, Why: n.Why, File: file, Line: n.line, Values: n.Values})
	}
	slices.SortFunc(list, func(a, b model.Override) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), strings.Compare(a.Code, b.Code))
	})
	return list
}

// columnTypes are the extra columns of the entries, in order of appearance,
// with the Go name and type that the recipe gives them.
func (t *Table) columnTypes(built *model.Table) []model.Column {
	if t.Kind == model.Constants {
		return nil
	}
	var columns []model.Column
	seen := map[string]bool{}
	for i := range built.Entries {
		var headers []string
		for header := range built.Entries[i].Extra {
			if !seen[header] {
				headers = append(headers, header)
				seen[header] = true
			}
		}
		slices.Sort(headers)
		for _, header := range headers {
			columns = append(columns, model.Column{Header: header, Name: model.SymbolName(header), Type: cmp.Or(t.Types[header], "string")})
		}
	}
	return slices.DeleteFunc(columns, func(c model.Column) bool { return !model.ValidIdentifier(c.Name) })
}
