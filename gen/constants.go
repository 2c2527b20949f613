package gen

import (
	"strings"

	"github.com/dave/jennifer/jen"
)

// emitConstants adds a const block for each section of the page. Each
// constant is set apart by a blank line, so that gofmt aligns none with its
// neighbours and a new one changes no other line.
func (g *goType) emitConstants(f *jen.File) {
	for _, block := range g.blocks() {
		f.Line()
		var title comment
		if title.text(block[0].group); len(title.lines) > 0 {
			f.Comment(title.String())
		}
		f.Const().DefsFunc(func(defs *jen.Group) {
			for i := range block {
				g.emitConstant(defs, &block[i], i == 0)
			}
		})
	}
}

// blocks are the constants by section, in the order in which the sections
// first appear.
func (g *goType) blocks() [][]constant {
	var blocks [][]constant
	number := map[string]int{}
	for _, c := range g.constants {
		n, ok := number[c.group]
		if !ok {
			n = len(blocks)
			number[c.group] = n
			blocks = append(blocks, nil)
		}
		blocks[n] = append(blocks[n], c)
	}
	return blocks
}

// emitConstant adds a constant and its aliases. One token a constant, with
// the comment indented: jennifer's tokens cost more than their text, and gofmt
// parses each comment that begins in column 1 anew.
func (g *goType) emitConstant(defs *jen.Group, c *constant, first bool) {
	var doc comment
	doc.text(c.text)
	doc.say(strings.TrimSpace(c.place + " " + c.facts))
	if c.sameAs != "" {
		doc.say("It has the same value as " + c.sameAs + ".")
	}
	if c.deprecated != "" {
		doc.say("Deprecated: " + c.deprecated)
	}
	var b strings.Builder
	if !first {
		b.WriteByte('\n')
	}
	doc.writeTo(&b, "\t//")
	b.WriteString("\n" + c.name)
	if c.sameAs != "" {
		b.WriteString(" = " + c.sameAs)
	} else {
		b.WriteString(" " + g.name + " = " + c.literal)
	}
	for _, alias := range c.aliases {
		b.WriteString("\n\n\t// Deprecated: renamed to " + c.name + ".\n" + alias + " = " + c.name)
	}
	defs.Id(b.String())
}
