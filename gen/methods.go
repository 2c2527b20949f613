package gen

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"
)

// emit adds a type and all that belongs to it but the data.
func (g *goType) emit(f *jen.File) {
	f.Line()
	f.Comment(g.doc.String())
	f.Type().Id(g.name).Id(g.base)
	g.emitConstants(f)
	g.emitString(f)
	g.emitKnown(f)
	for i := range g.columns {
		g.emitColumn(f, &g.columns[i])
	}
	g.emitBits(f)
	g.emitMessageIn(f)
	g.emitCarried(f)
	g.emitLost(f)
	g.emitMembers(f)
	g.emitFlags(f)
	if g.isError {
		g.emitError(f)
		g.emitErr(f)
	}
	g.emitFormat(f)
	g.emitMarshal(f)
	g.emitLookup(f)
	g.emitIterator(f)
	g.emitReply(f)
	g.emitScan(f)
}

// receiver is the name of the receiver: the type's initial, unless a method
// has that name for something else.
func (g *goType) receiver() string {
	r := strings.ToLower(g.name[:1])
	if r < "a" || r > "z" || strings.Contains("himnosy", r) {
		return "v"
	}
	return r
}

// method adds a method without parameters.
func (g *goType) method(f *jen.File, doc, name string, result jen.Code, body ...jen.Code) {
	describe(f, doc)
	f.Func().Params(jen.Id(g.receiver()).Id(g.name)).Id(name).Params().Add(result).Block(body...)
}

// column is that of a method; nil where the type has none.
func (g *goType) column(method string) *column {
	for i := range g.columns {
		if g.columns[i].method == method {
			return &g.columns[i]
		}
	}
	return nil
}

func (g *goType) emitKnown(f *jen.File) {
	r := g.receiver()
	doc := fmt.Sprintf("Known reports whether the page lists %s: not so %s %s that is gone from it.", r, article(g.noun), g.noun)
	var gone []jen.Code
	for i := range g.rows {
		name := jen.Id(g.rows[i].name)
		switch {
		case !g.rows[i].isGone || !g.rows[i].decides():
		case len(gone) == 0:
			gone = append(gone, name)
		default:
			gone = append(gone, jen.Line().Add(name))
		}
	}
	body := []jen.Code{jen.Return(g.index().Op(">=").Lit(0))}
	if len(gone) > 0 {
		body = append([]jen.Code{jen.Switch(g.subject()).Block(jen.Case(gone...).Block(jen.Return(jen.False())))}, body...)
	}
	g.method(f, doc, "Known", jen.Bool(), body...)
}

// subject is the receiver as the page lists it: of a code that carries a
// number, what stands for it.
func (g *goType) subject() *jen.Statement {
	if g.carries {
		return jen.Id(g.receiver()).Dot("Base").Call()
	}
	return jen.Id(g.receiver())
}

func (g *goType) emitString(f *jen.File) {
	r := g.receiver()
	if g.isFlags {
		return // emitFlags joins them
	}
	if !g.isInteger() {
		g.method(f, "String returns "+g.wireText()+".", "String", jen.String(), jen.Return(jen.String().Call(jen.Id(r))))
		return
	}
	spelt := jen.Return(g.spelt())
	if g.column("Key") == nil {
		radix := map[bool]string{true: "hexadecimal, as the page does", false: "decimal"}[g.hex.width > 0]
		g.method(f, "String returns "+r+" in "+radix+".", "String", jen.String(), spelt)
		return
	}
	symbol := g.cell("Key", jen.Id("i"))
	found := jen.Id("i").Op(">=").Lit(0).Op("&&").Add(symbol).Op("!=").Lit("")
	g.method(f, "String returns the vendor's symbol, or the number where there is none.", "String", jen.String(),
		jen.If(jen.Id("i").Op(":=").Add(g.index()), found).Block(jen.Return(symbol)),
		spelt)
}

// wireText says what the text of a value is: no group is ever on the wire.
func (g *goType) wireText() string {
	if g.members != nil {
		return "the title of " + g.receiver()
	}
	return g.receiver() + " as it stands on the wire"
}

// emitColumn adds the method of one column.
func (g *goType) emitColumn(f *jen.File, c *column) {
	doc, result, none := c.method+" returns "+c.doc+`, "" where there is none.`, jen.Id(c.goType), jen.Id(c.zero())
	switch c.goType {
	case "":
		doc, result = c.method+" iterates over "+c.doc+".", jen.Qual("iter", "Seq").Types(jen.String())
	case "int":
		doc = c.method + " returns " + c.doc + ", 0 where there is none."
	case "bool":
		doc = c.method + " reports " + c.doc + "."
	}
	if c.isList() {
		g.method(f, doc, c.method, result, jen.Return(jen.Func().Params(jen.Id("yield").Func().Params(jen.String()).Bool()).Block(
			jen.Id(c.variable).Call(g.subject(), jen.Id("yield")))))
		return
	}
	if !c.isDense() {
		g.method(f, doc, c.method, result, jen.Return(jen.Id(c.variable).Call(g.subject())))
		return
	}
	cell := jen.Id(c.variable).Index(jen.Id("i"))
	if c.stored == "int64" {
		cell = jen.Id("min").Call(cell, jen.Qual("math", "MaxInt")) // an int may have 32 bits
	}
	if c.stored != c.goType {
		cell = jen.Id(c.goType).Call(cell)
	}
	g.method(f, doc, c.method, result,
		jen.If(jen.Id("i").Op(":=").Add(g.index()), jen.Id("i").Op(">=").Lit(0)).Block(jen.Return(cell)),
		jen.Return(none))
}

// function adds what looks something up for a value. It is no method, which
// the compiler would compile for pointers too.
func (g *goType) function(f *jen.File, doc, suffix string, result jen.Code, body ...jen.Code) {
	describe(f, doc)
	f.Func().Id(g.stem + suffix).Params(jen.Id(g.receiver()).Id(g.name)).Add(result).Block(body...)
}

func (g *goType) call(suffix string, argument jen.Code) *jen.Statement {
	return jen.Id(g.stem + suffix).Call(argument)
}

// index finds the row of the receiver.
func (g *goType) index() *jen.Statement { return g.call("Index", jen.Id(g.receiver())) }
