package gen

import (
	"fmt"
	"strings"

	"github.com/dave/jennifer/jen"
)

// marshalNames are the methods of this file.
var marshalNames = []string{"MarshalText", "UnmarshalText", "MarshalJSON", "UnmarshalJSON", "LogValue"}

// emitMarshal adds the standard interfaces through which values are read and
// written. Package database/sql needs none of them: it knows strings and
// integers by their kind.
func (g *goType) emitMarshal(f *jen.File) {
	if !g.isInteger() {
		g.emitTextMarshal(f)
	} else {
		g.emitNumberMarshal(f)
	}
	if g.isError {
		g.emitLogValue(f)
	}
}

func (g *goType) emitTextMarshal(f *jen.File) {
	r := g.receiver()
	g.method(f, "MarshalText returns "+g.wireText()+".", "MarshalText", errorOr(jen.Index().Byte()),
		jen.Return(jen.Index().Byte().Call(jen.Id(r)), jen.Nil()))
	g.unmarshal(f, "UnmarshalText takes any text: a "+g.noun+" that the page does not list is kept.", "UnmarshalText", "text",
		jen.Op("*").Id(r).Op("=").Id(g.name).Call(jen.Id("text")),
		jen.Return(jen.Nil()))
}

func (g *goType) emitNumberMarshal(f *jen.File) {
	r := g.receiver()
	doc := "MarshalText returns the number."
	if g.column("Key") != nil {
		doc = "MarshalText returns the number, not the symbol: what was stored can be read for ever, even where the vendor renames or drops a symbol."
	}
	g.method(f, doc, "MarshalText", errorOr(jen.Index().Byte()), jen.Return(jen.Index().Byte().Call(g.spelt()), jen.Nil()))
	g.emitUnmarshalText(f)
	format, wide := "AppendInt", jen.Int64()
	if strings.HasPrefix(g.base, "u") {
		format, wide = "AppendUint", jen.Uint64()
	}
	g.method(f, "MarshalJSON returns the number.", "MarshalJSON", errorOr(jen.Index().Byte()),
		jen.Return(jen.Qual("strconv", format).Call(jen.Nil(), wide.Call(jen.Id(r)), jen.Lit(10)), jen.Nil()))
	g.plan.support.unquote = true
	last := jen.Len(jen.Id("data")).Op("-").Lit(1)
	g.unmarshal(f, "UnmarshalJSON takes a number, or what UnmarshalText does in quotes.", "UnmarshalJSON", "data",
		jen.Id("data").Op("=").Qual("bytes", "TrimSpace").Call(jen.Id("data")),
		jen.If(jen.String().Call(jen.Id("data")).Op("==").Lit("null")).Block(jen.Return(jen.Nil())),
		jen.If(jen.Len(jen.Id("data")).Op(">").Lit(1).Op("&&").Id("data").Index(jen.Lit(0)).Op("==").Id(`'"'`).Op("&&").Id("data").Index(last).Op("==").Id(`'"'`)).Block(
			jen.Id("data").Op("=").Index().Byte().Call(jen.Id("jsonUnquote").Call(jen.Id("data")))),
		jen.Return(jen.Id(r).Dot("UnmarshalText").Call(jen.Id("data"))))
}

// emitUnmarshalText adds the method for numbers.
func (g *goType) emitUnmarshalText(f *jen.File) {
	doc := "UnmarshalText takes "
	if g.symbolsTell() {
		doc += "a symbol of the page, or "
	}
	doc += fmt.Sprintf("any number, decimal or after 0x hexadecimal, with or without white space around it; a %s that the page does not list is kept.", g.noun)
	g.unmarshalFunc(f, doc, "UnmarshalText", "text", func(body *jen.Group) {
		body.Id("s").Op(":=").String().Call(jen.Qual("bytes", "TrimSpace").Call(jen.Id("text")))
		g.emitReadCode(body, "s")
		body.If(jen.Op("!").Id("ok")).Block(jen.Return(jen.Qual("errors", "New").Call(
			jen.Lit(g.plan.spec.Package+": ").Op("+").Qual("strconv", "Quote").Call(jen.Id("s")).Op("+").Lit(" is no " + g.name))))
		body.Op("*").Id(g.receiver()).Op("=").Id("n")
		body.Return(jen.Nil())
	})
}

// emitLogValue adds what package log/slog prints.
func (g *goType) emitLogValue(f *jen.File) {
	r := g.receiver()
	code := jen.Qual("log/slog", "String").Call(jen.Lit(g.noun), jen.Id(r).Dot("String").Call())
	if g.column("Message") == nil {
		g.method(f, g.logDoc(), "LogValue", jen.Qual("log/slog", "Value"),
			jen.Return(jen.Qual("log/slog", "StringValue").Call(jen.Id(r).Dot("String").Call())))
		return
	}
	g.method(f, g.logDoc(), "LogValue", jen.Qual("log/slog", "Value"),
		jen.Id("message").Op(":=").Id(r).Dot("Message").Call(),
		jen.If(jen.Id("message").Op("==").Lit("")).Block(jen.Return(jen.Qual("log/slog", "GroupValue").Call(code))),
		jen.Return(jen.Qual("log/slog", "GroupValue").Call(code, jen.Qual("log/slog", "String").Call(jen.Lit("message"), jen.Id("message")))))
}

// logDoc says what the LogValue method of a value returns.
func (g *goType) logDoc() string {
	if g.column("Message") == nil {
		return "LogValue returns the " + g.noun + ", for log/slog."
	}
	return "LogValue returns the " + g.noun + " and, where the page has one, its text, for log/slog."
}

// emitReplyLogValue adds the same for the Error struct: the message of the
// reply, else that of the page.
func (g *goType) emitReplyLogValue(f *jen.File) {
	if !hasMessage(g.replies) {
		describe(f, g.logDoc())
		f.Func().Params(jen.Id("e").Op("*").Id("Error")).Id("LogValue").Params().Qual("log/slog", "Value").Block(
			jen.Return(jen.Id("e").Dot(g.name).Dot("LogValue").Call()))
		return
	}
	describe(f, "LogValue returns the "+g.noun+" and the message, for log/slog.")
	f.Func().Params(jen.Id("e").Op("*").Id("Error")).Id("LogValue").Params().Qual("log/slog", "Value").Block(
		jen.If(jen.Id("e").Dot("Message").Op("==").Lit("")).Block(jen.Return(jen.Id("e").Dot(g.name).Dot("LogValue").Call())),
		jen.Return(jen.Qual("log/slog", "GroupValue").Call(
			jen.Qual("log/slog", "String").Call(jen.Lit(g.noun), jen.Id("e").Dot(g.name).Dot("String").Call()),
			jen.Qual("log/slog", "String").Call(jen.Lit("message"), jen.Id("e").Dot("Message")))))
}

// unmarshal adds a method that sets the receiver from bytes.
func (g *goType) unmarshal(f *jen.File, doc, name, parameter string, body ...jen.Code) {
	g.unmarshalFunc(f, doc, name, parameter, func(group *jen.Group) {
		for _, statement := range body {
			group.Add(statement)
		}
	})
}

func (g *goType) unmarshalFunc(f *jen.File, doc, name, parameter string, body func(*jen.Group)) {
	describe(f, doc)
	f.Func().Params(jen.Id(g.receiver()).Op("*").Id(g.name)).Id(name).Params(jen.Id(parameter).Index().Byte()).Error().BlockFunc(body)
}

// errorOr are the results of a method that may fail.
func errorOr(result jen.Code) jen.Code { return jen.Params(result, jen.Error()) }
