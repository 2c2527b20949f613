package gen

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"
)

// marshalNames are the methods of this file.
var marshalNames = []string{"UnmarshalText", "UnmarshalJSON", "Scan"}

// emitMarshal adds the standard interfaces through which numbers are read:
// those that write them, and all for text, the standard packages have for
// every integer and string.
func (g *goType) emitMarshal(f *jen.File) {
	if !g.isInteger() {
		return
	}
	g.emitUnmarshalText(f)
	r := g.receiver()
	g.unmarshal(f, "UnmarshalJSON takes a number, or what UnmarshalText does in quotes.", "UnmarshalJSON", "data", jen.Index().Byte(),
		jen.If(jen.String().Call(jen.Id("data")).Op("==").Lit("null")).Block(jen.Return(jen.Nil())),
		jen.If(jen.List(jen.Id("text"), jen.Err()).Op(":=").Qual("strconv", "Unquote").Call(jen.String().Call(jen.Id("data"))), jen.Err().Op("==").Nil()).Block(
			jen.Id("data").Op("=").Index().Byte().Call(jen.Id("text"))),
		jen.Return(jen.Id(r).Dot("UnmarshalText").Call(jen.Id("data"))))
	g.emitSQL(f)
}

// emitUnmarshalText adds the method for numbers.
func (g *goType) emitUnmarshalText(f *jen.File) {
	doc := "UnmarshalText takes "
	if g.symbolsTell() {
		doc += "a symbol of the page, or "
	}
	doc += fmt.Sprintf("any number, decimal or after 0x hexadecimal, with or without white space around it; %s %s that the page does not list is kept.", article(g.noun), g.noun)
	g.unmarshalFunc(f, doc, "UnmarshalText", "text", jen.Index().Byte(), func(body *jen.Group) {
		body.Id("s").Op(":=").String().Call(jen.Qual("bytes", "TrimSpace").Call(jen.Id("text")))
		g.emitReadCode(body, "s")
		body.If(jen.Op("!").Id("ok")).Block(jen.Return(jen.Qual("errors", "New").Call(
			jen.Lit(g.plan.spec.Package+": ").Op("+").Qual("strconv", "Quote").Call(jen.Id("s")).Op("+").Lit(" is no " + g.name))))
		body.Op("*").Id(g.receiver()).Op("=").Id("n")
		body.Return(jen.Nil())
	})
}

// emitSQL adds what package database/sql asks for a value from a column.
func (g *goType) emitSQL(f *jen.File) {
	r := g.receiver()
	fits := jen.Int64().Call(jen.Id("n")).Op("==").Id("scanned")
	switch {
	case g.base == "uint64":
		fits = jen.Id("scanned").Op(">=").Lit(0)
	case g.value.Wrap:
		fits = fits.Op("||").Int64().Call(jen.Id("u" + g.base).Call(jen.Id("n"))).Op("==").Id("scanned")
	}
	g.unmarshal(f, "Scan takes a number of a database, or what UnmarshalText does.", "Scan", "value", jen.Any(),
		jen.Switch(jen.Id("scanned").Op(":=").Id("value").Assert(jen.Type())).Block(
			jen.Case(jen.Int64()).Block(jen.If(jen.Id("n").Op(":=").Id(g.name).Call(jen.Id("scanned")), fits).Block(
				jen.Op("*").Id(r).Op("=").Id("n"), jen.Return(jen.Nil()))),
			jen.Case(jen.String()).Block(jen.Return(jen.Id(r).Dot("UnmarshalText").Call(jen.Index().Byte().Call(jen.Id("scanned"))))),
			jen.Case(jen.Index().Byte()).Block(jen.Return(jen.Id(r).Dot("UnmarshalText").Call(jen.Id("scanned"))))),
		jen.Return(jen.Qual("errors", "New").Call(jen.Lit(g.plan.spec.Package+": what was scanned is no "+g.name))))
}

// emitFormat adds the method that makes %x print a number that the page
// writes in hexadecimal: without it, package fmt takes the text for the
// value.
func (g *goType) emitFormat(f *jen.File) {
	if g.hex.width == 0 {
		return
	}
	r, unsigned := g.receiver(), jen.Uint64().Call(jen.Id(g.receiver()))
	if !strings.HasPrefix(g.base, "u") {
		unsigned = jen.Int64().Call(jen.Id(r))
	}
	text := jen.Id(r).Dot("String").Call()
	if g.isError {
		text = jen.Id(r).Dot("Error").Call()
	}
	describe(f, "Format prints the text for %v, %s and %q, and the number for all else: %x is hexadecimal.")
	f.Func().Params(jen.Id(r).Id(g.name)).Id("Format").Params(jen.Id("state").Qual("fmt", "State"), jen.Id("verb").Rune()).BlockFunc(func(body *jen.Group) {
		body.Var().Id("value").Any().Op("=").Add(unsigned)
		isText := jen.Id("verb").Op("==").LitRune('s').Op("||").Id("verb").Op("==").LitRune('q').Op("||").Id("verb").Op("==").LitRune('v').Op("&&").Op("!").Id("state").Dot("Flag").Call(jen.LitRune('#'))
		choice := body.If(isText).Block(jen.Id("value").Op("=").Add(text))
		if g.value.Wrap {
			choice.Else().If(jen.Id("verb").Op("==").LitRune('x').Op("||").Id("verb").Op("==").LitRune('X')).Block(
				jen.Id("value").Op("=").Id("u" + g.base).Call(jen.Id(r)))
		}
		body.Qual("fmt", "Fprintf").Call(jen.Id("state"), jen.Qual("fmt", "FormatString").Call(jen.Id("state"), jen.Id("verb")), jen.Id("value"))
	})
}

// unmarshal adds a method that sets the receiver.
func (g *goType) unmarshal(f *jen.File, doc, name, parameter string, of jen.Code, body ...jen.Code) {
	g.unmarshalFunc(f, doc, name, parameter, of, func(group *jen.Group) {
		for _, statement := range body {
			group.Add(statement)
		}
	})
}

func (g *goType) unmarshalFunc(f *jen.File, doc, name, parameter string, of jen.Code, body func(*jen.Group)) {
	describe(f, doc)
	f.Func().Params(jen.Id(g.receiver()).Op("*").Id(g.name)).Id(name).Params(jen.Id(parameter).Add(of)).Error().BlockFunc(body)
}
