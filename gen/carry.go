package gen

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/spectab/spectab/model"
)

// carriedNames are the methods of codes that carry numbers.
var carriedNames = []string{"Value", "Base", "Is"}

// A carrier is a code that stands for many, each with a number in it:
// FLOOD_WAIT_X.
type carrier struct {
	prefix, suffix string
	name           string // of the constant
}

// findCarriers plans the codes of a table that carry numbers, the longest
// first, so that the most exact one is found.
func (g *goType) findCarriers(t *model.Table) {
	if g.carries = t.Carries != nil && !g.isInteger(); !g.carries {
		return
	}
	for i := range g.rows {
		e := g.rows[i].entry
		at := t.Carries.FindStringIndex(e.Code)
		switch {
		case at == nil:
		case at[0] == 0 && at[1] == len(e.Code):
			g.plan.problem(e.Line, "all of code %q of %s would be a number", e.Code, g.name)
		default:
			g.carriers = append(g.carriers, carrier{e.Code[:at[0]], e.Code[at[1]:], e.Name})
		}
	}
	slices.SortStableFunc(g.carriers, func(a, b carrier) int {
		return cmp.Compare(len(b.prefix)+len(b.suffix), len(a.prefix)+len(a.suffix))
	})
}

// emitIndexOfCarriers wraps the search for exact codes.
func (g *goType) emitIndexOfCarriers(f *jen.File) {
	r := g.receiver()
	g.function(f, fmt.Sprintf("%sIndex returns the place of %s in %s, or -1: of what carries a number, that of the %s which stands for it.", g.stem, r, g.rowsVar(), g.noun), "Index", jen.Int(),
		jen.Id("i").Op(":=").Add(g.call("Exact", jen.Id(r))),
		jen.If(jen.Id("i").Op("<").Lit(0)).Block(jen.List(jen.Id("i"), jen.Id("_")).Op("=").Add(g.call("Carried", jen.Id(r)))),
		jen.Return(jen.Id("i")))
	table := g.stem + "Carriers"
	at := jen.Id(table).Index(jen.Id("i"))
	g.function(f, fmt.Sprintf("%sCarried finds what stands for %s, and the number that it carries.", g.stem, r), "Carried", jen.Params(jen.Id("row"), jen.Id("number").Int()),
		jen.For(jen.Id("i").Op(":=").Range().Id(table)).Block(
			jen.If(
				jen.List(jen.Id("n"), jen.Id("ok")).Op(":=").Id("carriedNumber").Call(jen.String().Call(jen.Id(r)), at.Clone().Dot("prefix"), at.Clone().Dot("suffix")),
				jen.Id("ok"),
			).Block(jen.Return(g.call("Exact", at.Clone().Dot("code")), jen.Id("n")))),
		jen.Return(jen.Lit(-1), jen.Lit(0)))
	g.plan.support.carried = true
}

// emitCarried adds what a caller asks of a code that carries a number.
func (g *goType) emitCarried(f *jen.File) {
	if !g.carries {
		return
	}
	r := g.receiver()
	doc := fmt.Sprintf("Value returns the number that %s carries.", r)
	if n := len(g.carriers); n > 0 {
		doc = fmt.Sprintf("Value returns the number that %s carries: 42 of %s.", r, shown(g.carriers[n-1].prefix+"42"+g.carriers[n-1].suffix))
	}
	g.method(f, doc, "Value", jen.Params(jen.Int(), jen.Bool()),
		jen.If(g.call("Exact", jen.Id(r)).Op(">=").Lit(0)).Block(jen.Return(jen.Lit(0), jen.False())),
		jen.List(jen.Id("row"), jen.Id("n")).Op(":=").Add(g.call("Carried", jen.Id(r))),
		jen.Return(jen.Id("n"), jen.Id("row").Op(">=").Lit(0)))
	doc = fmt.Sprintf("Base returns the %s of the page that stands for %s, to switch on, and %s itself where there is none.", g.noun, r, r)
	g.method(f, doc, "Base", jen.Id(g.name),
		jen.If(jen.Id("i").Op(":=").Add(g.index()), jen.Id("i").Op(">=").Lit(0)).Block(jen.Return(g.codeAt(jen.Id("i")))),
		jen.Return(jen.Id(r)))
	if !g.isError {
		return
	}
	f.Line()
	f.Comment(fmt.Sprintf("// Is reports whether target stands for %s, for errors.Is.", r))
	f.Func().Params(jen.Id(r).Id(g.name)).Id("Is").Params(jen.Id("target").Error()).Bool().Block(
		jen.Id("i").Op(":=").Add(g.index()),
		jen.Return(jen.Id("i").Op(">=").Lit(0).Op("&&").Error().Call(g.codeAt(jen.Id("i"))).Op("==").Id("target")))
}

// writeCarriers adds the table.
func (g *goType) writeCarriers(b *strings.Builder) {
	if !g.carries {
		return
	}
	writeDoc(b, g.stem+"Carriers are what stands before and behind a number.")
	fmt.Fprintf(b, "var %sCarriers = [...]struct {\n\tprefix, suffix string\n\tcode           %s\n}{", g.stem, g.name)
	for _, c := range g.carriers {
		fmt.Fprintf(b, "\n\t{%s, %s, %s},", quote(c.prefix), quote(c.suffix), c.name)
	}
	if len(g.carriers) > 0 {
		b.WriteByte('\n')
	}
	b.WriteString("}\n")
}
