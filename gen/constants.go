package gen

import (
	"cmp"
	"regexp"
	"strings"

	"github.com/dave/jennifer/jen"
)

// emitConstants adds a const block for each section of the page, under its
// title: of a block without, golint wants to see each comment begin with the
// name. Each
// constant is set apart by a blank line, so that gofmt aligns none with its
// neighbours and a new one changes no other line.
func (g *goType) emitConstants(f *jen.File) {
	for _, block := range g.blocks() {
		f.Line()
		var title comment
		if title.text(block[0].section); len(title.lines) == 0 {
			title.say("Values of " + g.name + ".")
		}
		f.Comment(title.String())
		var b strings.Builder
		for i, r := range block {
			if i > 0 {
				b.WriteString("\n\n")
			}
			g.writeConstant(&b, r)
		}
		f.Const().Defs(jen.Id(b.String()))
	}
}

// blocks are the rows by section, in the order in which the sections first
// appear.
func (g *goType) blocks() [][]*row {
	var blocks [][]*row
	number := map[string]int{}
	for i := range g.rows {
		r := &g.rows[i]
		n, ok := number[r.section]
		if !ok {
			n = len(blocks)
			number[r.section] = n
			blocks = append(blocks, nil)
		}
		blocks[n] = append(blocks[n], r)
	}
	return blocks
}

// writeConstant adds a constant and its aliases. All of a block is one token:
// those of jennifer cost more than their text, and gofmt parses each comment
// that begins in column 1 anew.
func (g *goType) writeConstant(b *strings.Builder, r *row) {
	doc := g.constantDoc(r)
	doc.writeTo(b, "\t//")
	b.WriteString("\n" + r.name)
	if r.decides() {
		b.WriteString(" " + g.name + " = " + r.literal)
	} else {
		b.WriteString(" = " + r.sameAs)
	}
	for _, alias := range r.aliases {
		b.WriteString("\n\n\t// Deprecated: renamed to " + r.name + ".\n" + alias + " = " + r.name)
	}
}

func (g *goType) constantDoc(r *row) comment {
	var doc comment
	if r.doc != r.deprecated {
		doc.text(r.doc)
	}
	if r.facts != "" {
		doc.say(r.facts)
	}
	if r.sameAs != "" {
		doc.say("It has the same value as " + r.sameAs + ".")
	}
	if g.isSuccess(r) {
		doc.say("It means success: Err returns nil.")
	}
	if r.deprecated != "" {
		doc.say(deprecation(r.deprecated))
	}
	return doc
}

// deprecation is what is said against a value behind the word that tools look
// for, and which the page may have said as well.
func deprecation(said string) string {
	return "Deprecated: " + cmp.Or(deprecatedWord.ReplaceAllString(said, ""), "the page says so.")
}

var deprecatedWord = regexp.MustCompile(`^(?i:deprecated)\b[\s:.,;–—-]*`)
