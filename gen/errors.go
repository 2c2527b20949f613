package gen

import (
	"slices"

	"github.com/dave/jennifer/jen"
	"github.com/spectab/spectab/model"
)

// findSuccess notes the values that the recipe, or an envelope, says are no
// error. They need not be on the page.
func (g *goType) findSuccess(t *model.Table) {
	if !g.isError {
		return
	}
	codes := slices.Clone(t.Success)
	for _, e := range g.replies {
		codes = append(codes, e.Success...)
	}
	for _, code := range codes {
		value, literal := g.literal(code, 0)
		if value != nil {
			code = value.String()
		}
		if name := g.first[code]; name != "" {
			literal = name
		}
		if !slices.Contains(g.success, literal) {
			g.success = append(g.success, literal)
		}
	}
}

func (g *goType) isSuccess(r *row) bool {
	name := r.name
	if !r.decides() {
		name = r.sameAs
	}
	return slices.Contains(g.success, name)
}

func (g *goType) emitError(f *jen.File) {
	text := jen.Return(jen.Id(g.receiver()).Dot("String").Call())
	if g.column("Message") == nil {
		g.method(f, g.errorDoc(), "Error", jen.String(), text)
		return
	}
	g.method(f, g.errorDoc(), "Error", jen.String(),
		jen.If(jen.Id("message").Op(":=").Id(g.receiver()).Dot("Message").Call(), jen.Id("message").Op("!=").Lit("")).Block(
			jen.Return(jen.Id(g.receiver()).Dot("String").Call().Op("+").Lit(": ").Op("+").Id("message"))),
		text)
}

// errorDoc says what the Error method of a value returns.
func (g *goType) errorDoc() string {
	if g.column("Message") == nil {
		return "Error returns the " + g.noun + "."
	}
	return "Error returns the " + g.noun + " and, where the page has one, its text."
}

// emitErr adds what a function returns that has such a value and wants an
// error: the values that mean success are none.
func (g *goType) emitErr(f *jen.File) {
	r := g.receiver()
	if len(g.success) == 0 {
		g.method(f, "Err returns "+r+" as an error.", "Err", jen.Error(), jen.Return(jen.Id(r)))
		return
	}
	cases := make([]jen.Code, len(g.success))
	for i, value := range g.success {
		cases[i] = jen.Id(value)
	}
	g.method(f, "Err returns "+r+" as an error, and nil where it means success.", "Err", jen.Error(),
		jen.Switch(jen.Id(r)).Block(jen.Case(cases...).Block(jen.Return(jen.Nil()))),
		jen.Return(jen.Id(r)))
}
