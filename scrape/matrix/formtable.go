package matrix

import (
	"fmt"
	"strings"
)

// Tables of formats that part cells by markup.
var tableForms = []form{
	{name: "html-table", extension: "html", dialect: "html", holds: tabular, table: htmlTable("th", "td")},
	{name: "html-table-plain", extension: "html", dialect: "html", holds: tabular, table: htmlTable("td", "td")},
	{name: "html-table-row-headers", extension: "html", dialect: "html", holds: tabular &^ merged, table: htmlTable("th", `th scope="row"`)},
	{name: "html-table-paragraphs", extension: "html", dialect: "html", holds: tabular, table: func(g *grid) string {
		return strings.NewReplacer("<td>", "<td><p>", "</td>", "</p></td>").Replace(htmlTable("th", "td")(g))
	}},
	{name: "html-table-transposed", extension: "html", dialect: "html", holds: wrapped, table: transposed},
	{name: "html-table-each", extension: "html", dialect: "html", holds: sections | wrapped, table: tableEach},
	{name: "html-table-abreast", extension: "html", dialect: "html", takes: keyless, holds: sections | wrapped | headless, table: abreast},
	{name: "html-grid", extension: "html", dialect: "html", holds: sections | wrapped | headless | numbered, table: divs(`<div class="table">`, `<div class="row">`, `<div class="cell">`, `<div class="cell head">`)},
	{name: "html-grid-roles", extension: "html", dialect: "html", holds: sections | wrapped | headless | numbered, table: divs(`<div role="table">`, `<div role="row">`, `<div role="cell">`, `<div role="columnheader">`)},
	{name: "html-grid-bare", extension: "html", dialect: "html", holds: sections | wrapped | headless | numbered, table: divs(`<div>`, `<div>`, `<div>`, `<div>`)},
	{name: "html-grid-styles", extension: "html", dialect: "html", holds: sections | wrapped | headless | numbered, table: divs(`<div class="css-1x2y3z">`, `<div class="css-0abcde">`, `<div class="css-9f8g7h">`, `<div class="css-9f8g7h">`)},

	{name: "md-table", extension: "md", dialect: "markdown", holds: unwrapped &^ headless, table: pipes("| ", " | ", " |", "---")},
	{name: "md-table-open", extension: "md", dialect: "markdown", holds: unwrapped &^ headless &^ merged, table: pipes("", "|", "", ":--")},
	{name: "md-table-html", extension: "md", dialect: "markdown-html", holds: tabular, table: htmlTable("th", "td")},
	{name: "md-table-yfm", extension: "md", dialect: "markdown", holds: sections | headless | numbered, table: lines("#|\n", "||\n", "\n|\n", "\n||\n", "|#\n\n", "")},
	{name: "mdx-table", extension: "mdx", dialect: "markdown", holds: unwrapped &^ headless, table: pipes("| ", " | ", " |", "---")},

	{name: "adoc-table", extension: "adoc", dialect: "asciidoc", holds: sections | headless | numbered, table: lines("|===\n", "| ", " | ", "\n", "|===\n\n", "\n")},
	{name: "adoc-table-lines", extension: "adoc", dialect: "asciidoc", holds: tabular, table: adocTable},
	{name: "adoc-table-csv", extension: "adoc", dialect: "asciidoc", holds: sections | numbered, table: func(g *grid) string { return "[%header,format=csv]\n|===\n" + separated(g, ",") + "|===\n\n" }},
	{name: "wiki-table", extension: "wiki", dialect: "wiki", holds: sections | headless | numbered, table: wikiTable(" || ", " !! ")},
	{name: "wiki-table-lines", extension: "wiki", dialect: "wiki", holds: tabular, table: wikiTable("\n| ", "\n! ")},
	{name: "rst-table-list", extension: "rst", dialect: "rst", holds: sections | wrapped | headless | numbered, table: listTable},
	{name: "rst-table-csv", extension: "rst", dialect: "rst", holds: sections | headless | numbered, table: csvTable},
	{name: "man-table", extension: "7", dialect: "man", holds: sections | headless | numbered, table: tbl("")},
	{name: "man-table-box", extension: "7", dialect: "man", holds: sections | headless | numbered, table: tbl("allbox ")},
	{name: "docbook-table", extension: "xml", dialect: "docbook", holds: tabular &^ spanning, table: docbookTable},
	{name: "csv", extension: "csv", dialect: "rows", holds: wrapped | headless | numbered, table: func(g *grid) string { return separated(g, ",") }},
	{name: "csv-semicolon", extension: "csv", dialect: "rows", holds: wrapped | headless | numbered, table: func(g *grid) string { return separated(g, ";") }},
	{name: "tsv", extension: "tsv", dialect: "rows", holds: headless | numbered, table: lines("", "", "\t", "\n", "", "")},
}

func htmlTable(head, first string) func(*grid) string {
	closing := func(tag string) string { name, _, _ := strings.Cut(tag, " "); return "</" + name + ">" }
	return func(g *grid) string {
		var b strings.Builder
		b.WriteString("<table class=\"docs\">\n")
		if g.head != nil {
			fmt.Fprintf(&b, "<tr><%s>%s%s</tr>\n", head, strings.Join(g.head, closing(head)+"<"+head+">"), closing(head))
		}
		for _, r := range g.rows {
			if r.title != "" {
				fmt.Fprintf(&b, "<tr><td colspan=\"%d\">%s</td></tr>\n", g.columns(), r.title)
				continue
			}
			b.WriteString("<tr>")
			for i, cell := range r.cells {
				tag := "td"
				if i == 0 {
					tag = first
				}
				switch {
				case i > 0 || r.first == 1:
					fmt.Fprintf(&b, "<%s>%s%s", tag, cell, closing(tag))
				case r.first > 1:
					fmt.Fprintf(&b, "<%s rowspan=\"%d\">%s%s", tag, r.first, cell, closing(tag))
				}
			}
			b.WriteString("</tr>\n")
		}
		return b.String() + "</table>\n\n"
	}
}

// transposed has a column for each record.
func transposed(g *grid) string {
	var b strings.Builder
	b.WriteString("<table>\n")
	for j, head := range g.head {
		fmt.Fprintf(&b, "<tr><th>%s</th>", head)
		for _, r := range g.rows {
			fmt.Fprintf(&b, "<td>%s</td>", r.cells[j])
		}
		b.WriteString("</tr>\n")
	}
	return b.String() + "</table>\n"
}

// tableEach has a table for each record, and a row for each of its fields.
func tableEach(g *grid) string {
	var b strings.Builder
	for _, r := range g.rows {
		b.WriteString("<table>\n")
		for j, head := range g.head {
			fmt.Fprintf(&b, "<tr><th>%s</th><td>%s</td></tr>\n", head, r.cells[j])
		}
		b.WriteString("</table>\n")
	}
	return b.String()
}

// abreast has two records in each row.
func abreast(g *grid) string {
	wide := &grid{}
	if g.head != nil {
		wide.head = append(append(wide.head, g.head...), g.head...)
	}
	for i := 0; i < len(g.rows); i += 2 {
		r := gridRow{first: 1, cells: append([]string(nil), g.rows[i].cells...)}
		beside := make([]string, g.columns())
		if i+1 < len(g.rows) {
			beside = g.rows[i+1].cells
		}
		r.cells = append(r.cells, beside...)
		wide.rows = append(wide.rows, r)
	}
	return htmlTable("th", "td")(wide)
}

func divs(table, row, cell, head string) func(*grid) string {
	return func(g *grid) string {
		var b strings.Builder
		b.WriteString(table + "\n")
		for i, r := range g.all() {
			tag := cell
			if i == 0 && g.head != nil {
				tag = head
			}
			b.WriteString(row + tag + strings.Join(r.cells, "</div>"+tag) + "</div></div>\n")
		}
		return b.String() + "</div>\n"
	}
}

// lines are rows of which each begins and ends, and so does the table; behind
// the header stands headEnd.
func lines(begin, rowBegin, between, rowEnd, end, headEnd string) func(*grid) string {
	return func(g *grid) string {
		var b strings.Builder
		b.WriteString(begin)
		for i, r := range g.all() {
			b.WriteString(rowBegin + strings.Join(r.cells, between) + rowEnd)
			if i == 0 && g.head != nil {
				b.WriteString(headEnd)
			}
		}
		return b.String() + end
	}
}

func pipes(begin, between, end, rule string) func(*grid) string {
	return func(g *grid) string {
		var b strings.Builder
		write := func(cells []string) { b.WriteString(begin + strings.Join(cells, between) + end + "\n") }
		write(g.head)
		write(strings.Split(strings.Repeat(rule+" ", g.columns()-1)+rule, " "))
		for _, r := range g.rows {
			write(g.flat(r))
		}
		return b.String() + "\n"
	}
}

func adocTable(g *grid) string {
	var b strings.Builder
	fmt.Fprintf(&b, "[cols=\"%d*\"]\n|===\n", g.columns())
	if g.head != nil {
		b.WriteString("|" + strings.Join(g.head, " |") + "\n\n")
	}
	for _, r := range g.rows {
		if r.title != "" {
			fmt.Fprintf(&b, "%d+|%s\n\n", g.columns(), r.title)
			continue
		}
		for i, cell := range r.cells {
			switch {
			case i > 0 || r.first == 1:
				b.WriteString("|" + cell + "\n")
			case r.first > 1:
				fmt.Fprintf(&b, ".%d+|%s\n", r.first, cell)
			}
		}
		b.WriteString("\n")
	}
	return b.String() + "|===\n\n"
}

func wikiTable(between, headBetween string) func(*grid) string {
	return func(g *grid) string {
		var b strings.Builder
		b.WriteString("{| class=\"wikitable\"\n")
		if g.head != nil {
			b.WriteString("! " + strings.Join(g.head, headBetween) + "\n")
		}
		for _, r := range g.rows {
			b.WriteString("|-\n")
			switch {
			case r.title != "":
				fmt.Fprintf(&b, "| colspan=\"%d\" | %s\n", g.columns(), r.title)
			case r.first > 1:
				fmt.Fprintf(&b, "| rowspan=\"%d\" | %s\n", r.first, strings.Join(r.cells, between))
			case r.first == 0:
				b.WriteString("| " + strings.Join(r.cells[1:], between) + "\n")
			default:
				b.WriteString("| " + strings.Join(r.cells, between) + "\n")
			}
		}
		return b.String() + "|}\n\n"
	}
}

func listTable(g *grid) string {
	var b strings.Builder
	b.WriteString(".. list-table::\n")
	if g.head != nil {
		b.WriteString("   :header-rows: 1\n")
	}
	b.WriteString("\n")
	for _, r := range g.all() {
		for i, cell := range r.cells {
			mark := "     - "
			if i == 0 {
				mark = "   * - "
			}
			b.WriteString(mark + strings.ReplaceAll(cell, "\n", "\n       ") + "\n")
		}
	}
	return b.String() + "\n"
}

func csvTable(g *grid) string {
	begin := ".. csv-table::\n"
	if g.head != nil {
		begin += "   :header-rows: 1\n"
	}
	return begin + "\n   " + strings.ReplaceAll(strings.TrimSuffix(separated(g, ", "), "\n"), "\n", "\n   ") + "\n\n"
}

// separated is a line a row, with quotes around cells that need them.
func separated(g *grid, comma string) string {
	var b strings.Builder
	for _, r := range g.all() {
		for i, cell := range r.cells {
			if i > 0 {
				b.WriteString(comma)
			}
			if strings.ContainsAny(cell, ",;\"\n") {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			b.WriteString(cell)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func tbl(options string) func(*grid) string {
	return func(g *grid) string {
		var b strings.Builder
		fmt.Fprintf(&b, ".TS\n%stab(@);\n", options)
		if g.head != nil {
			b.WriteString(strings.TrimSuffix(strings.Repeat("lb ", g.columns()), " ") + "\n")
		}
		b.WriteString(strings.Repeat("l ", g.columns()-1) + "l.\n")
		for _, r := range g.all() {
			last := len(r.cells) - 1
			b.WriteString(strings.Join(r.cells[:last], "@") + "@T{\n" + r.cells[last] + "\nT}\n")
		}
		return b.String() + ".TE\n"
	}
}

func docbookTable(g *grid) string {
	var b strings.Builder
	fmt.Fprintf(&b, "<informaltable><tgroup cols=\"%d\">\n", g.columns())
	if g.head != nil {
		b.WriteString("<thead><row><entry>" + strings.Join(g.head, "</entry><entry>") + "</entry></row></thead>\n")
	}
	b.WriteString("<tbody>\n")
	for _, r := range g.rows {
		b.WriteString("<row>")
		for i, cell := range r.cells {
			switch {
			case i > 0 || r.first == 1:
				b.WriteString("<entry>" + cell + "</entry>")
			case r.first > 1:
				fmt.Fprintf(&b, "<entry morerows=\"%d\">%s</entry>", r.first-1, cell)
			}
		}
		b.WriteString("</row>\n")
	}
	return b.String() + "</tbody></tgroup></informaltable>\n"
}
