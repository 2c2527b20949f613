package gen

import (
	"fmt"
	"slices"

	"github.com/dave/jennifer/jen"
	"github.com/spectab/spectab/model"
)

// codeAt is the code of row i.
func (g *goType) codeAt(i jen.Code) *jen.Statement { return jen.Id(g.rowsVar()).Index(i) }

// cell is what row i has in a column.
func (g *goType) cell(method string, i jen.Code) *jen.Statement {
	return jen.Id(g.column(method).variable).Index(i)
}

// emitLookup adds LookupCode.
func (g *goType) emitLookup(f *jen.File) {
	describe(f, g.lookupDoc())
	found := func(i *jen.Statement) jen.Code {
		return jen.If(jen.Id("i").Op(":=").Add(i), jen.Id("i").Op(">=").Lit(0)).Block(jen.Return(g.codeAt(jen.Id("i")), jen.True()))
	}
	f.Func().Id("Lookup"+g.name).Params(jen.Id("s").String()).Params(jen.Id(g.name), jen.Bool()).BlockFunc(func(body *jen.Group) {
		byKey := func() {
			if g.keys != nil {
				body.Add(found(jen.Id(g.stem + "ByKey").Call(jen.Id("s"))))
			}
		}
		if !g.isInteger() {
			body.Add(found(g.call("Index", jen.Id(g.name).Call(jen.Id("s")))))
			byKey()
			body.Return(jen.Lit(""), jen.False())
			return
		}
		// Who asks by text mostly has a symbol; but one that reads as a number
		// is not to stand before the number itself.
		isAmbiguous := g.hasNumericSymbols()
		if !isAmbiguous {
			byKey()
		}
		g.emitParseNumber(body, "s")
		body.If(jen.Id("ok").Op("&&").Add(g.call("Index", jen.Id("n"))).Op(">=").Lit(0)).Block(jen.Return(jen.Id("n"), jen.True()))
		if isAmbiguous {
			byKey()
		}
		body.Return(jen.Lit(0), jen.False())
	})
}

func (g *goType) lookupDoc() string {
	by := "by its text on the wire"
	switch {
	case g.isInteger():
		by = "by its number, decimal or after 0x hexadecimal"
	case g.members != nil:
		by = "by its title"
	}
	doc := fmt.Sprintf("Lookup%s finds %s %s of the page %s", g.name, article(g.noun), g.noun, by)
	if g.keys != nil {
		doc += ", or by the vendor's symbol"
		if g.keys.shares {
			doc += fmt.Sprintf(", unless several %s share it", model.Plural(g.noun))
		}
	}
	return doc + ". What is gone from the page is found too."
}

// emitIterator adds Codes.
func (g *goType) emitIterator(f *jen.File) {
	name := model.Plural(g.name)
	describe(f, fmt.Sprintf("%s iterates over what the page lists, in the order of the constants.", name))
	wanted := jen.Op("!").Id("yield").Call(g.codeAt(jen.Id("i")))
	for _, condition := range slices.Backward(g.isListed()) {
		wanted = condition.Op("&&").Add(wanted)
	}
	f.Func().Id(name).Params().Qual("iter", "Seq").Types(jen.Id(g.name)).Block(jen.Return(jen.Func().Params(jen.Id("yield").Func().Params(jen.Id(g.name)).Bool()).Block(
		jen.For(jen.Id("i").Op(":=").Range().Id(g.rowsVar())).Block(
			jen.If(wanted).Block(jen.Return())))))
}

// isListed are the conditions under which row i is one that iteration shows.
func (g *goType) isListed() []*jen.Statement {
	var conditions []*jen.Statement
	if g.repeats() {
		index := "Index"
		if g.carries {
			index = "Exact"
		}
		conditions = append(conditions, g.call(index, g.codeAt(jen.Id("i"))).Op("==").Id("i"))
	}
	if g.hasGone() {
		conditions = append(conditions, g.codeAt(jen.Id("i")).Dot("Known").Call())
	}
	return conditions
}
