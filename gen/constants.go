package gen

import (
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
			for i, c := range block {
				if i > 0 {
					defs.Line()
				}
				g.emitConstant(defs, &c)
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

func (g *goType) emitConstant(defs *jen.Group, c *constant) {
	var doc comment
	doc.text(c.text)
	doc.say(c.place)
	if c.sameAs != "" {
		doc.say("It has the same value as " + c.sameAs + ".")
	}
	if c.deprecated != "" {
		doc.say("Deprecated: " + c.deprecated)
	}
	defs.Comment(doc.String())
	if c.sameAs != "" {
		defs.Id(c.name).Op("=").Id(c.sameAs)
	} else {
		defs.Id(c.name).Id(g.name).Op("=").Id(c.literal)
	}
	for _, alias := range c.aliases {
		defs.Line()
		defs.Comment("// Deprecated: renamed to " + c.name + ".")
		defs.Id(alias).Op("=").Id(c.name)
	}
}
