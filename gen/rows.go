package gen

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"
)

func (g *goType) rowsVar() string { return g.stem + "Rows" }

// emitData adds the rows and the tables that lead to them.
func (g *goType) emitData(f *jen.File) {
	g.emitRows(f)
	g.emitCarriers(f)
	g.emitTranslations(f)
	for i := range g.columns {
		g.emitCells(f, &g.columns[i])
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

// emitRows writes a value a line, in page order, so that a change of the page
// reads as the same change here.
func (g *goType) emitRows(f *jen.File) {
	lines := make([]jen.Code, len(g.rows))
	for i, r := range g.rows {
		lines[i] = jen.Id(r.literal)
	}
	f.Line()
	f.Comment("// " + g.rowsVar() + " are the values of the page, in its order.")
	f.Var().Id(g.rowsVar()).Op("=").Index(jen.Op("...")).Id(g.name).Custom(lined, lines...)
}

// lined is a composite literal with an element a line.
var lined = jen.Options{Open: "{", Close: "}", Separator: ",", Multi: true}

// emitCells writes a column as the rows are: a cell a line, and of lists only
// those that hold something.
func (g *goType) emitCells(f *jen.File, c *column) {
	element := jen.Id(c.stored)
	var lines []jen.Code
	for _, cell := range c.cells {
		lines = append(lines, jen.Id(cell))
	}
	if c.isList() {
		element = jen.Index().String()
	}
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
	f.Comment(fmt.Sprintf("// %s is by the place in %s.", c.variable, g.rowsVar()))
	f.Var().Id(c.variable).Op("=").Index(jen.Len(jen.Id(g.rowsVar()))).Add(element).Custom(lined, lines...)
}

// numbersPerLine keeps the lines of a number table short.
const numbersPerLine = 16

// emitNumbers adds a table of numbers as a string, for packed to read.
func emitNumbers(f *jen.File, name, doc string, numbers []int) {
	width := packedBytes(numbers)
	var lines []string
	for chunk := range slices.Chunk(numbers, numbersPerLine) {
		var line strings.Builder
		for _, b := range pack(chunk, width) {
			fmt.Fprintf(&line, `\x%02x`, b)
		}
		lines = append(lines, `"`+line.String()+`"`)
	}
	f.Line()
	f.Comment("// " + name + " is " + doc + ".")
	f.Const().Id(name).Op("=").Lit("").Op("+").Line().Id(strings.Join(lines, " +\n"))
}

// pack holds numbers in so many bytes each, as packed reads them.
func pack(numbers []int, width int) []byte {
	var data []byte
	for _, n := range numbers {
		for i := range width {
			data = append(data, byte(n>>(8*i)))
		}
	}
	return data
}

// numberAt reads one of the numbers of emitNumbers.
func (g *goType) numberAt(name string, numbers []int, i jen.Code) *jen.Statement {
	g.plan.support.packed = true
	return jen.Id("packed").Call(jen.Id(name), jen.Lit(packedBytes(numbers)), i)
}

// packedBytes is the bytes that each of the numbers needs.
func packedBytes(numbers []int) int {
	switch greatest := slices.Max(numbers); {
	case greatest < 1<<8:
		return 1
	case greatest < 1<<16:
		return 2
	}
	return 4
}
