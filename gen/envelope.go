package gen

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/spectab/spectab/model"
)

// emitReply adds what reads a code out of the vendor's reply.
func (g *goType) emitReply(f *jen.File) {
	switch {
	case g.isReply:
		g.emitErrorStruct(f)
		g.emitParse(f, "ParseError", jen.Id("Error"))
	case len(g.replies) > 0:
		g.emitParse(f, "Parse"+g.name, jen.Id(g.name))
	}
	for i := range g.replies {
		g.emitReader(f, i)
	}
}

func (g *goType) emitErrorStruct(f *jen.File) {
	f.Line()
	f.Comment("// Error is a reply that carries " + article(g.noun) + " " + g.noun + ". It is a value, so that none is nil.")
	f.Type().Id("Error").StructFunc(func(fields *jen.Group) {
		fields.Id(g.name).Id(g.name)
		for _, member := range g.read() {
			field := fields.Id(member).String()
			if member == messageField {
				field.Comment("// as the reply has it, not the page")
			}
		}
	})
	doc := g.errorDoc()
	if hasMessage(g.replies) {
		doc = "Error returns the " + g.noun + " and the message of the reply; without one, that of the page."
	}
	describe(f, doc)
	f.Func().Params(jen.Id("e").Id("Error")).Id("Error").Params().String().BlockFunc(func(body *jen.Group) {
		if hasMessage(g.replies) {
			body.If(jen.Id("e").Dot("Message").Op("!=").Lit("")).Block(
				jen.Return(jen.Id("e").Dot(g.name).Dot("String").Call().Op("+").Lit(": ").Op("+").Id("e").Dot("Message")))
		}
		body.Return(jen.Id("e").Dot(g.name).Dot("Error").Call())
	})
	f.Line()
	f.Comment("// Unwrap returns the " + g.noun + ", so that errors.Is finds it.")
	f.Func().Params(jen.Id("e").Id("Error")).Id("Unwrap").Params().Error().Block(jen.Return(jen.Id("e").Dot(g.name)))
}

// messageField is the member of the Error struct that is the vendor's message.
const messageField = "Message"

// read are the members that a caller gets beside the code: of a type that is
// no error there are none.
func (g *goType) read() []string {
	var names []string
	if !g.isReply {
		return nil
	}
	if hasMessage(g.replies) {
		names = append(names, messageField)
	}
	for _, e := range g.replies {
		for _, m := range e.Extra {
			if !slices.Contains(names, m.Name) {
				names = append(names, m.Name)
			}
		}
	}
	return names
}

// pathOf is where an envelope has a member; nil where it has none.
func pathOf(e *model.Envelope, member string) []string {
	if member == messageField {
		return e.Message
	}
	for _, m := range e.Extra {
		if m.Name == member {
			return m.Path
		}
	}
	return nil
}

// emitParse adds ParseError, or ParseResult for a type that is no error.
func (g *goType) emitParse(f *jen.File, name string, result *jen.Statement) {
	describe(f, g.parseDoc(name))
	names := []jen.Code{jen.Id("code")}
	for _, member := range g.read() {
		names = append(names, jen.Id(unexported(member)))
	}
	f.Func().Id(name).Params(jen.Id("body").Index().Byte()).Params(result, jen.Bool()).BlockFunc(func(body *jen.Group) {
		for i := range g.replies {
			call := jen.Id(g.readerName(i)).Call(jen.Id("body"))
			if i == 0 {
				body.List(names...).Op(":=").Add(call)
				continue
			}
			body.If(jen.Id("code").Op("==").Lit("")).Block(jen.List(names...).Op("=").Add(call))
		}
		value := jen.Id(g.name).Call(jen.Id("code"))
		none := jen.Id("code").Op("==").Lit("")
		if g.isInteger() {
			g.emitReadCode(body, "code")
			value, none = jen.Id("n"), jen.Op("!").Id("ok")
		}
		if g.isReply {
			none = none.Op("||").Add(value.Clone()).Dot("Err").Call().Op("==").Nil()
		}
		body.If(none).Block(jen.Return(g.none(), jen.False()))
		body.Return(g.found(value), jen.True())
	})
}

func (g *goType) parseDoc(name string) string {
	doc := fmt.Sprintf("%s reads the %s", name, g.noun)
	if g.symbolsTell() {
		doc += ", its number or its symbol,"
	}
	doc += " out of a reply"
	if g.isReply && len(g.success) > 0 {
		doc += ", unless it means success"
	}
	doc += fmt.Sprintf(". %s %s that the page does not list is kept. It is false for a reply that is malformed or has none", upperFirst(article(g.noun)), g.noun)
	if g.isInteger() {
		doc += fmt.Sprintf(", and for a number that does not fit %s", g.base)
	}
	return doc + "."
}

// none is the zero value that goes with false.
func (g *goType) none() *jen.Statement {
	switch {
	case g.isReply:
		return jen.Id("Error").Values()
	case g.isInteger():
		return jen.Lit(0)
	}
	return jen.Lit("")
}

// found is the value that goes with true.
func (g *goType) found(value *jen.Statement) *jen.Statement {
	if !g.isReply {
		return value
	}
	return jen.Id("Error").ValuesFunc(func(fields *jen.Group) {
		fields.Id(g.name).Op(":").Add(value)
		for _, member := range g.read() {
			fields.Id(member).Op(":").Id(unexported(member))
		}
	})
}

// readerName is the function that reads one envelope.
func (g *goType) readerName(i int) string {
	name := g.stem + "InJSON"
	if g.replies[i].Format == "xml" {
		name = g.stem + "InXML"
	}
	n := 1
	for _, e := range g.replies[:i] {
		if e.Format == g.replies[i].Format {
			n++
		}
	}
	if n > 1 {
		name += strconv.Itoa(n)
	}
	return name
}

// emitReader adds the function that reads one envelope, by a struct of its
// form.
func (g *goType) emitReader(f *jen.File, i int) {
	e := &g.replies[i]
	results := []jen.Code{jen.Id("code")}
	for _, member := range g.read() {
		results = append(results, jen.Id(unexported(member)))
	}
	texts, goType := g.replyStruct(e)
	empty := make([]jen.Code, len(texts))
	for i := range empty {
		empty[i] = jen.Lit("")
	}
	decode := "decodeJSON"
	if e.Format == "xml" {
		decode = "decodeXML"
	}
	describe(f, fmt.Sprintf("%s reads the %s that stands under %s.", g.readerName(i), g.noun, shown(strings.Join(e.Code, "."))))
	f.Func().Id(g.readerName(i)).Params(jen.Id("body").Index().Byte()).Params(jen.List(results...).String()).Block(
		jen.Var().Id("reply").Id(goType),
		jen.If(jen.Op("!").Id(decode).Call(jen.Id("body"), jen.Op("&").Id("reply"))).Block(jen.Return(empty...)),
		jen.Return(texts...))
}

// replyStruct is the Go type of an envelope, and the expressions for the code
// and what else is read.
func (g *goType) replyStruct(e *model.Envelope) (texts []jen.Code, goType string) {
	root := &replyNode{}
	add := root.addJSON
	if e.Format == "xml" {
		add = root.addXML
	}
	paths := [][]string{e.Code}
	for _, member := range g.read() {
		paths = append(paths, pathOf(e, member))
	}
	for range 2 { // what has members is known once all have been added
		texts = nil
		for _, path := range paths {
			text := jen.Lit("")
			if path != nil {
				text = add(path)
			}
			texts = append(texts, text)
		}
	}
	if e.Format == "xml" {
		return texts, root.xmlType(true)
	}
	return texts, root.jsonType()
}
