package gen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

func (g *goType) rowsVar() string { return g.stem + "Rows" }

func (g *goType) listVar(c *column) string { return g.stem + c.method }

// hasRowType is false for a type whose rows are nothing but their values.
func (g *goType) hasRowType() bool { return len(g.columns) > 0 }

// emitRowType adds the struct of a row, and the method that finds it.
func (g *goType) emitRowType(f *jen.File) {
	if !g.hasRowType() {
		return
	}
	rowType := g.stem + "Row"
	if slices.ContainsFunc(g.columns, func(c column) bool { return !c.isList() }) {
		unlisted := g.stem + "Unlisted"
		g.method(f, "row returns what the page says of "+g.receiver()+".", "row", jen.Op("*").Id(rowType),
			jen.If(jen.Id("i").Op(":=").Add(g.index()), jen.Id("i").Op(">=").Lit(0)).Block(
				jen.Return(jen.Op("&").Id(g.rowsVar()).Index(jen.Id("i")))),
			jen.Return(jen.Op("&").Id(unlisted)))
		f.Line()
		f.Comment("// " + unlisted + " is what the page says of a value that it does not list.")
		f.Var().Id(unlisted).Id(rowType)
	}
	f.Line()
	f.Type().Id(rowType).StructFunc(func(fields *jen.Group) {
		fields.Id("code").Id(g.name)
		for i := range g.columns {
			if c := &g.columns[i]; !c.isList() {
				fields.Id(c.field).Id(c.stored)
			}
		}
	})
}

// emitData adds the rows and the tables that lead to them.
func (g *goType) emitData(f *jen.File) {
	g.emitRows(f)
	g.emitCarriers(f)
	g.emitTranslations(f)
	for i := range g.columns {
		if c := &g.columns[i]; c.isList() {
			g.emitLists(f, c)
		}
	}
	for _, s := range []*search{g.code, g.keys} {
		switch {
		case s == nil:
		case s.hashes != nil:
			emitNumbers(f, g.stem+"Steps"+s.by, "the step of each bucket of hashes", s.hashes.steps)
			emitNumbers(f, g.stem+"Slots"+s.by, "the row in each slot", s.hashes.slots)
		case s.dense != nil && !s.inOrder():
			emitNumbers(f, g.stem+"Slots", fmt.Sprintf("one more than the row of each number from %s on", s.least), s.dense)
		}
	}
}

// emitRows writes a row a line, in page order, so that a change of the page
// reads as the same change here.
func (g *goType) emitRows(f *jen.File) {
	lines := make([]jen.Code, len(g.rows))
	for i, r := range g.rows {
		if !g.hasRowType() {
			lines[i] = jen.Id(r.literal)
			continue
		}
		cells := []string{r.literal}
		for j := range g.columns {
			if c := &g.columns[j]; !c.isList() {
				cells = append(cells, c.cells[i])
			}
		}
		lines[i] = jen.Id("{" + strings.Join(cells, ", ") + "}")
	}
	element := g.name
	if g.hasRowType() {
		element = g.stem + "Row"
	}
	f.Line()
	f.Var().Id(g.rowsVar()).Op("=").Index(jen.Op("...")).Id(element).Custom(lined, lines...)
}

// lined is a composite literal with an element a line.
var lined = jen.Options{Open: "{", Close: "}", Separator: ",", Multi: true}

// emitLists writes the lists of one column, those that are empty left out.
func (g *goType) emitLists(f *jen.File, c *column) {
	var lines []jen.Code
	for i, list := range c.lists {
		if len(list) == 0 {
			continue
		}
		quoted := make([]string, len(list))
		for j, s := range list {
			quoted[j] = quote(s)
		}
		lines = append(lines, jen.Id(fmt.Sprintf("%d: {%s}", i, strings.Join(quoted, ", "))))
	}
	f.Line()
	f.Comment(fmt.Sprintf("// %s is by the place in %s.", g.listVar(c), g.rowsVar()))
	f.Var().Id(g.listVar(c)).Op("=").Index(jen.Len(jen.Id(g.rowsVar()))).Index().String().Custom(lined, lines...)
}

// numbersPerLine keeps the lines of a number table short.
const numbersPerLine = 16

func emitNumbers(f *jen.File, name, doc string, numbers []int) {
	var lines []jen.Code
	for chunk := range slices.Chunk(numbers, numbersPerLine) {
		texts := make([]string, len(chunk))
		for i, n := range chunk {
			texts[i] = strconv.Itoa(n)
		}
		lines = append(lines, jen.Id(strings.Join(texts, ", ")))
	}
	f.Line()
	f.Comment("// " + name + " is " + doc + ".")
	f.Var().Id(name).Op("=").Index(jen.Op("...")).Id(unsignedFor(slices.Max(numbers))).Custom(lined, lines...)
}

// unsignedFor is the smallest type that holds n.
func unsignedFor(n int) string {
	switch {
	case n < 1<<8:
		return "uint8"
	case n < 1<<16:
		return "uint16"
	}
	return "uint32"
}
