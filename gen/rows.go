package gen

import (
	"fmt"
	"slices"
	"strings"
)

func (g *goType) rowsVar() string { return g.stem + "Rows" }

// writeData adds the rows and what the columns say of them, as gofmt would
// write it: formatting costs more than all the rest.
func (g *goType) writeData(b *strings.Builder) {
	names := make([]string, len(g.rows))
	for i := range g.rows {
		names[i] = g.rows[i].name
	}
	writeArray(b, g.rowsVar()+" are the values in the order of their constants.", g.rowsVar(), "[...]"+g.name, names)
	g.writeCarriers(b)
	for _, tr := range g.translations {
		doc := fmt.Sprintf("%s are the texts in %s by the place in %s.", tr.variable, shown(tr.language), g.rowsVar())
		writeArray(b, doc, tr.variable, "[len("+g.rowsVar()+")]string", tr.texts)
	}
	for i := range g.columns {
		if c := &g.columns[i]; c.isDense() {
			writeArray(b, c.variable+" is by the place in "+g.rowsVar()+".", c.variable, "[len("+g.rowsVar()+")]"+c.stored, c.cells)
		} else {
			g.writeCases(b, c)
		}
	}
}

// writeArray adds an array with an element a line, so that a change of the
// page reads as the same change here.
func writeArray(b *strings.Builder, doc, name, goType string, elements []string) {
	writeDoc(b, doc)
	fmt.Fprintf(b, "var %s = %s{", name, goType)
	if len(elements) > 0 {
		b.WriteString("\n\t" + strings.Join(elements, ",\n\t") + ",\n")
	}
	b.WriteString("}\n")
}

// quotation does what gofmt does to quotation marks of TeX in a comment.
var quotation = strings.NewReplacer("``", "“", "''", "”")

func writeDoc(b *strings.Builder, doc string) {
	var c comment
	c.say(quotation.Replace(doc))
	b.WriteByte('\n')
	c.writeTo(b, "//")
	b.WriteByte('\n')
}

// writeCases adds a function that says what a column has, by constant: of a
// column that few rows fill, and whose places would change with every new row.
func (g *goType) writeCases(b *strings.Builder, c *column) {
	r := g.receiver()
	if c.isList() {
		writeDoc(b, c.variable+" hands out "+c.doc+" one by one.")
		fmt.Fprintf(b, "func %s(%s %s, yield func(string) bool) {\n", c.variable, r, g.name)
	} else {
		writeDoc(b, c.variable+" is "+c.doc+`, "" where there is none.`)
		fmt.Fprintf(b, "func %s(%s %s) string {\n", c.variable, r, g.name)
	}
	if cases := g.cases(c); len(cases) > 0 {
		fmt.Fprintf(b, "\tswitch %s {\n%s\t}\n", r, strings.Join(cases, ""))
	}
	if !c.isList() {
		b.WriteString("\treturn \"\"\n")
	}
	b.WriteString("}\n")
}

func (g *goType) cases(c *column) []string {
	var cases []string
	for i := range g.rows {
		r := &g.rows[i]
		switch {
		case !r.decides() || c.isEmpty(i):
		case c.isList():
			yields := make([]string, len(c.lists[i]))
			for j, s := range c.lists[i] {
				yields[j] = "yield(" + quote(s) + ")"
			}
			cases = append(cases, fmt.Sprintf("\tcase %s:\n\t\t_ = %s\n", r.name, strings.Join(yields, " && ")))
		default:
			cases = append(cases, fmt.Sprintf("\tcase %s:\n\t\treturn %s\n", r.name, c.cells[i]))
		}
	}
	return cases
}

// numbersPerLine keeps the lines of a number table short.
const numbersPerLine = 16

// writeNumbers adds a table of numbers as a string, for packed to read.
func writeNumbers(b *strings.Builder, name, doc string, numbers []int) {
	width := packedBytes(numbers)
	writeDoc(b, name+" is "+doc+".")
	b.WriteString("const " + name + ` = ""`)
	for chunk := range slices.Chunk(numbers, numbersPerLine) {
		b.WriteString(" +\n\t\"")
		for _, c := range pack(chunk, width) {
			fmt.Fprintf(b, `\x%02x`, c)
		}
		b.WriteByte('"')
	}
	b.WriteByte('\n')
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
