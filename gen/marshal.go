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
	byName := g.column("Key") != nil && g.namesAreUnique()
	doc, text := "MarshalText returns the number.", g.spelt()
	if byName {
		doc, text = "MarshalText returns String.", jen.Id(r).Dot("String").Call()
	}
	g.method(f, doc, "MarshalText", errorOr(jen.Index().Byte()), jen.Return(jen.Index().Byte().Call(text), jen.Nil()))
	g.emitUnmarshalText(f, byName)
	format, wide := "AppendInt", jen.Int64()
	if strings.HasPrefix(g.base, "u") {
		format, wide = "AppendUint", jen.Uint64()
	}
	g.method(f, "MarshalJSON returns the number.", "MarshalJSON", errorOr(jen.Index().Byte()),
		jen.Return(jen.Qual("strconv", format).Call(jen.Nil(), wide.Call(jen.Id(r)), jen.Lit(10)), jen.Nil()))
	g.unmarshal(f, "UnmarshalJSON takes a number, or what UnmarshalText does in quotes.", "UnmarshalJSON", "data",
		jen.If(jen.String().Call(jen.Id("data")).Op("==").Lit("null")).Block(jen.Return(jen.Nil())),
		jen.If(jen.Id("n").Op(":=").Len(jen.Id("data")), jen.Id("n").Op(">").Lit(1).Op("&&").Id("data").Index(jen.Lit(0)).Op("==").Id(`'"'`)).Block(
			jen.Id("data").Op("=").Id("data").Index(jen.Lit(1).Op(":").Id("n").Op("-").Lit(1))),
		jen.Return(jen.Id(r).Dot("UnmarshalText").Call(jen.Id("data"))))
}

// emitUnmarshalText adds the method for numbers. What MarshalText writes it
// reads back, so it looks at symbols only where those tell values apart.
func (g *goType) emitUnmarshalText(f *jen.File, byName bool) {
	doc := "UnmarshalText takes "
	if byName {
		doc += "a symbol of the page, or "
	}
	doc += fmt.Sprintf("any number, decimal or after 0x hexadecimal; a %s that the page does not list is kept.", g.noun)
	g.unmarshalFunc(f, doc, "UnmarshalText", "text", func(body *jen.Group) {
		body.Id("s").Op(":=").String().Call(jen.Id("text"))
		if byName {
			body.If(jen.Id("i").Op(":=").Id(g.stem+"ByKey").Call(jen.Id("s")), jen.Id("i").Op(">=").Lit(0)).Block(
				jen.Op("*").Id(g.receiver()).Op("=").Add(g.codeAt(jen.Id("i"))),
				jen.Return(jen.Nil()))
		}
		g.emitParseNumber(body, "s")
		body.If(jen.Op("!").Id("ok")).Block(jen.Return(jen.Qual("errors", "New").Call(
			jen.Lit(g.plan.spec.Package+": ").Op("+").Qual("strconv", "Quote").Call(jen.Id("s")).Op("+").Lit(" is no " + g.name))))
		body.Op("*").Id(g.receiver()).Op("=").Id("n")
		body.Return(jen.Nil())
	})
}

// namesAreUnique reports whether each symbol stands for one value, and none
// could be taken for a number.
func (g *goType) namesAreUnique() bool {
	values := map[string]string{}
	for _, r := range g.rows {
		if r.key == "" {
			continue
		}
		if held, ok := values[r.key]; ok && held != r.value.String() {
			return false
		}
		if _, _, isNumber := number(r.key); isNumber {
			return false
		}
		values[r.key] = r.value.String()
	}
	return true
}

// emitLogValue adds what package log/slog prints.
func (g *goType) emitLogValue(f *jen.File) {
	r := g.receiver()
	code := jen.Qual("log/slog", "String").Call(jen.Lit(g.noun), jen.Id(r).Dot("String").Call())
	if g.column("Message") == nil {
		g.method(f, "LogValue returns String, for log/slog.", "LogValue", jen.Qual("log/slog", "Value"),
			jen.Return(jen.Qual("log/slog", "StringValue").Call(jen.Id(r).Dot("String").Call())))
		return
	}
	g.method(f, "LogValue returns the "+g.noun+" and its text, for log/slog.", "LogValue", jen.Qual("log/slog", "Value"),
		jen.Id("message").Op(":=").Id(r).Dot("Message").Call(),
		jen.If(jen.Id("message").Op("==").Lit("")).Block(jen.Return(jen.Qual("log/slog", "GroupValue").Call(code))),
		jen.Return(jen.Qual("log/slog", "GroupValue").Call(code, jen.Qual("log/slog", "String").Call(jen.Lit("message"), jen.Id("message")))))
}

// emitReplyLogValue adds the same for the Error struct: the message of the
// reply, else that of the page.
func (g *goType) emitReplyLogValue(f *jen.File) {
	f.Line()
	if !hasMessage(g.replies) {
		f.Comment("// LogValue returns what that of the " + g.noun + " does.")
		f.Func().Params(jen.Id("e").Op("*").Id("Error")).Id("LogValue").Params().Qual("log/slog", "Value").Block(
			jen.Return(jen.Id("e").Dot(g.name).Dot("LogValue").Call()))
		return
	}
	f.Comment("// LogValue returns the " + g.noun + " and the message, for log/slog.")
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
	f.Line()
	var c comment
	c.say(doc)
	f.Comment(c.String())
	f.Func().Params(jen.Id(g.receiver()).Op("*").Id(g.name)).Id(name).Params(jen.Id(parameter).Index().Byte()).Error().BlockFunc(body)
}

// errorOr are the results of a method that may fail.
func errorOr(result jen.Code) jen.Code { return jen.Params(result, jen.Error()) }
