package gen

import (
	"math/big"

	"github.com/dave/jennifer/jen"
	"github.com/spectab/spectab/model"
)

// leastFlags is the number of bits that make a list of numbers one of flags;
// three that are 1, 2 and 4 may as well be any numbers.
const leastFlags = 4

// findFlags finds out whether the values of a table are bits that are meant
// to be joined: most have one bit, and the others only bits of those.
func (g *goType) findFlags(t *model.Table) {
	if !g.isInteger() || t.Kind != model.Results {
		return
	}
	all, singles, others := new(big.Int), 0, 0
	for i := range g.rows {
		switch v := g.rows[i].value; {
		case !g.rows[i].decides() || v.Sign() == 0:
		case v.Sign() < 0:
			return
		case new(big.Int).And(v, new(big.Int).Sub(v, big.NewInt(1))).Sign() == 0:
			singles++
			all.Or(all, v)
		default:
			others++
		}
	}
	for i := range g.rows {
		if new(big.Int).AndNot(g.rows[i].value, all).Sign() != 0 {
			return
		}
	}
	g.isFlags = singles >= leastFlags && others*2 <= singles
}

// emitFlags adds what is asked of values that are joined.
func (g *goType) emitFlags(f *jen.File) {
	if !g.isFlags {
		return
	}
	r, i := g.receiver(), jen.Id("i")
	describe(f, "Has reports whether "+r+" has all bits of flag.")
	f.Func().Params(jen.Id(r).Id(g.name)).Id("Has").Params(jen.Id("flag").Id(g.name)).Bool().Block(
		jen.Return(jen.Id(r).Op("&").Id("flag").Op("==").Id("flag")))
	if g.column("Key") == nil {
		g.method(f, "String returns "+r+" as a number.", "String", jen.String(), jen.Return(g.spelt()))
		return
	}
	symbol := g.cell("Key", i)
	g.method(f, "String returns the vendor's symbols of the bits, joined by |, and what has none as a number.", "String", jen.String(),
		jen.If(jen.Id("i").Op(":=").Add(g.index()), jen.Id("i").Op(">=").Lit(0).Op("&&").Add(symbol).Op("!=").Lit("")).Block(jen.Return(symbol)),
		jen.Id("text").Op(":=").Lit(""),
		jen.For(jen.Id("i").Op(":=").Range().Id(g.rowsVar())).Block(
			jen.If(jen.Id("flag").Op(":=").Add(g.codeAt(i)), jen.Id("flag").Op("!=").Lit(0).Op("&&").Id(r).Dot("Has").Call(jen.Id("flag")).Op("&&").Add(symbol).Op("!=").Lit("")).Block(
				jen.Id("text").Op("+=").Add(symbol).Op("+").Lit("|"),
				jen.Id(r).Op("&^=").Id("flag"))),
		jen.If(jen.Id(r).Op("!=").Lit(0).Op("||").Id("text").Op("==").Lit("")).Block(jen.Return(jen.Id("text").Op("+").Add(g.spelt()))),
		jen.Return(jen.Id("text").Index(jen.Op(":").Len(jen.Id("text")).Op("-").Lit(1))))
}
