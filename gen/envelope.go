package gen

import (
	"fmt"
	"slices"

	"github.com/dave/jennifer/jen"
	"github.com/spectab/spectab/model"
)

// emitReply adds what reads a code out of the vendor's reply.
func (g *goType) emitReply(f *jen.File) {
	switch {
	case g.isReply:
		g.emitErrorStruct(f)
		g.emitReplyLogValue(f)
		g.emitParse(f, "ParseError", jen.Op("*").Id("Error"))
	case len(g.replies) > 0:
		g.emitParse(f, "Parse"+g.name, jen.Id(g.name))
	}
}

func (g *goType) emitErrorStruct(f *jen.File) {
	f.Line()
	f.Comment("// Error is a reply that carries " + article(g.noun) + " " + g.noun + ".")
	f.Type().Id("Error").StructFunc(func(fields *jen.Group) {
		fields.Id(g.name).Id(g.name)
		if hasMessage(g.replies) {
			fields.Id("Message").String().Comment("// as the reply has it, not the page")
		}
	})
	f.Line()
	if hasMessage(g.replies) {
		f.Comment("// Error returns the " + g.noun + " and the message of the reply; without one, that of the page.")
	} else {
		f.Comment("// " + g.errorDoc())
	}
	f.Func().Params(jen.Id("e").Op("*").Id("Error")).Id("Error").Params().String().BlockFunc(func(body *jen.Group) {
		if hasMessage(g.replies) {
			body.If(jen.Id("e").Dot("Message").Op("!=").Lit("")).Block(
				jen.Return(jen.Id("e").Dot(g.name).Dot("String").Call().Op("+").Lit(": ").Op("+").Id("e").Dot("Message")))
		}
		body.Return(jen.Id("e").Dot(g.name).Dot("Error").Call())
	})
	f.Line()
	f.Comment("// Unwrap returns the " + g.noun + ", so that errors.Is finds it.")
	f.Func().Params(jen.Id("e").Op("*").Id("Error")).Id("Unwrap").Params().Error().Block(jen.Return(jen.Id("e").Dot(g.name)))
}

// emitParse adds ParseError, or ParseResult for a type that is no error.
func (g *goType) emitParse(f *jen.File, name string, result *jen.Statement) {
	describe(f, g.parseDoc(name))
	f.Func().Id(name).Params(jen.Id("body").Index().Byte()).Params(result, jen.Bool()).BlockFunc(func(body *jen.Group) {
		g.emitRead(body)
		subject := jen.Id("code")
		if g.isInteger() {
			subject = jen.Id("n")
			g.emitReadCode(body, "code")
		}
		body.If(g.isNone(subject)).Block(jen.Return(g.none(), jen.False()))
		body.Return(g.found(subject), jen.True())
	})
}

func (g *goType) parseDoc(name string) string {
	doc := fmt.Sprintf("%s reads the %s", name, g.noun)
	if g.symbolsTell() {
		doc += ", its number or its symbol,"
	}
	doc += " out of a reply"
	if len(g.success()) > 0 {
		doc += ", unless it means success"
	}
	doc += fmt.Sprintf(". A %s that the page does not list is kept. It is false for a reply that is malformed or has none", g.noun)
	if g.isInteger() {
		doc += fmt.Sprintf(", and for a number that does not fit %s", g.base)
	}
	return doc + "."
}

// emitRead declares code, and message where the reply has one.
func (g *goType) emitRead(body *jen.Group) {
	inJSON, inXML := g.repliesIn("json"), g.repliesIn("xml")
	switch {
	case len(inXML) == 0:
		g.readReply(body, jen.Id("jsonReply").Call(jen.Id("body")), inJSON, ":=")
	case len(inJSON) == 0:
		g.readReply(body, jen.Id("parseXML").Call(jen.Id("body")), inXML, ":=")
	default:
		names := jen.Id("code")
		if g.readsMessage() {
			names = jen.List(jen.Id("code"), jen.Id("message"))
		}
		body.Var().Add(names).String()
		body.If(jen.Id("isXML").Call(jen.Id("body"))).BlockFunc(func(then *jen.Group) {
			g.readReply(then, jen.Id("parseXML").Call(jen.Id("body")), inXML, "=")
		}).Else().BlockFunc(func(otherwise *jen.Group) {
			g.readReply(otherwise, jen.Id("jsonReply").Call(jen.Id("body")), inJSON, "=")
		})
	}
}

func (g *goType) repliesIn(format string) []model.Envelope {
	return slices.DeleteFunc(slices.Clone(g.replies), func(e model.Envelope) bool { return e.Format != format })
}

// readsMessage reports whether the parser returns a message at all.
func (g *goType) readsMessage() bool { return g.isReply && hasMessage(g.replies) }

func (g *goType) readReply(body *jen.Group, reply *jen.Statement, envelopes []model.Envelope, assign string) {
	body.Id("reply").Op(":=").Add(reply)
	var codes, messages [][]string
	for _, e := range envelopes {
		codes = append(codes, e.Code)
		if len(e.Message) > 0 {
			messages = append(messages, e.Message)
		}
	}
	body.Id("code").Op(assign).Add(firstOf(codes))
	switch {
	case !g.readsMessage():
	case len(messages) > 0:
		body.Id("message").Op(assign).Add(firstOf(messages))
	}
}

// firstOf is the text under the first path that has one.
func firstOf(paths [][]string) *jen.Statement {
	var texts []jen.Code
	for _, path := range paths {
		texts = append(texts, jen.Id("reply").Dot("text").CallFunc(func(args *jen.Group) {
			for _, name := range path {
				args.Id(quote(name))
			}
		}))
	}
	if len(texts) == 1 {
		return texts[0].(*jen.Statement)
	}
	return jen.Qual("cmp", "Or").Call(texts...)
}

// success are the codes that are no error, as literals.
func (g *goType) success() []string {
	var literals []string
	for _, e := range g.replies {
		for _, code := range e.Success {
			_, literal := g.literal(code, 0)
			if g.isReply && !slices.Contains(literals, literal) {
				literals = append(literals, literal)
			}
		}
	}
	return literals
}

// isNone is the condition under which a reply has no code.
func (g *goType) isNone(subject *jen.Statement) *jen.Statement {
	none := jen.Id("code").Op("==").Lit("")
	if g.isInteger() {
		none = jen.Op("!").Id("ok")
	}
	for _, literal := range g.success() {
		none = none.Op("||").Add(subject).Op("==").Id(literal)
	}
	return none
}

// none is the zero value that goes with false.
func (g *goType) none() *jen.Statement {
	switch {
	case g.isReply:
		return jen.Nil()
	case g.isInteger():
		return jen.Lit(0)
	}
	return jen.Lit("")
}

// found is the value that goes with true.
func (g *goType) found(subject *jen.Statement) *jen.Statement {
	value := jen.Add(subject)
	if !g.isInteger() {
		value = jen.Id(g.name).Call(subject)
	}
	if !g.isReply {
		return value
	}
	return jen.Op("&").Id("Error").ValuesFunc(func(fields *jen.Group) {
		fields.Id(g.name).Op(":").Add(value)
		if hasMessage(g.replies) {
			fields.Id("Message").Op(":").Id("message")
		}
	})
}
