package gen

import (
	"fmt"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

// A hexStyle is how a page spells hexadecimal numbers; the zero value is that
// of a page which writes some in decimal.
type hexStyle struct {
	width int // fewest digits
	lower bool
}

// hexStyle finds the style of a table that writes all its codes in
// hexadecimal: the digits that all of them have, and their case.
func (g *goType) hexStyle() hexStyle {
	var style hexStyle
	for _, r := range g.rows {
		digits, isHex := cutHex(r.text)
		if !isHex || !g.isInteger() {
			return hexStyle{}
		}
		style.lower = style.lower || strings.ContainsAny(digits, "abcdef")
		if style.width == 0 || len(digits) < style.width {
			style.width = min(len(digits), 16) // what hexText has room for
		}
	}
	return style
}

// spelt is the receiver as the page spells numbers.
func (g *goType) spelt() *jen.Statement {
	r := jen.Id(g.receiver())
	unsigned := strings.HasPrefix(g.base, "u")
	switch {
	case g.hex.width > 0 && (unsigned || g.value.Wrap):
		if !unsigned {
			r = jen.Id("u" + g.base).Call(r)
		}
		g.plan.support.hex = true
		digits := "0123456789ABCDEF"
		if g.hex.lower {
			digits = strings.ToLower(digits)
		}
		return jen.Id("hexText").Call(jen.Uint64().Call(r), jen.Lit(g.hex.width), jen.Lit(digits))
	case unsigned:
		return jen.Qual("strconv", "FormatUint").Call(jen.Uint64().Call(r), jen.Lit(10))
	}
	return jen.Qual("strconv", "FormatInt").Call(jen.Int64().Call(r), jen.Lit(10))
}

// wrapped is the negative number that an unsigned one of so many bits stands
// for in two's complement.
func wrapped(value *big.Int, size string) *big.Int {
	n, _ := strconv.ParseUint(size, 10, 8) // of a Go type
	return value.Sub(value, new(big.Int).Lsh(big.NewInt(1), uint(n)))
}

// emitBits adds an accessor for each field of the bits.
func (g *goType) emitBits(f *jen.File) {
	for _, b := range g.value.Bits {
		unsigned := jen.Id(g.receiver())
		if !strings.HasPrefix(g.base, "u") {
			unsigned = jen.Id("u" + g.base).Call(unsigned)
		}
		if b.Low > 0 {
			unsigned = unsigned.Op(">>").Lit(b.Low)
		}
		mask := jen.Id(fmt.Sprintf("0x%X", uint64(1)<<(b.High-b.Low+1)-1))
		switch {
		case b.Flag:
			g.method(f, fmt.Sprintf("%s reports whether bit %d of %s is set.", b.Name, b.Low, g.receiver()), b.Name, jen.Bool(), jen.Return(unsigned.Op("&").Lit(1).Op("==").Lit(1)))
		case b.High-b.Low >= 31: // int may have 32 bits
			g.method(f, bitsDoc(b.Name, b.Low, b.High, g.receiver()), b.Name, jen.Uint64(), jen.Return(jen.Uint64().Call(unsigned.Op("&").Add(mask))))
		default:
			g.method(f, bitsDoc(b.Name, b.Low, b.High, g.receiver()), b.Name, jen.Int(), jen.Return(jen.Int().Call(unsigned.Op("&").Add(mask))))
		}
	}
}

func bitsDoc(name string, low, high int, receiver string) string {
	return fmt.Sprintf("%s returns bits %d to %d of %s.", name, low, high, receiver)
}

// emitReadCode declares n and ok: the value that a text from outside means. A
// symbol counts only where symbols tell values apart.
func (g *goType) emitReadCode(body *jen.Group, text string) {
	g.emitParseNumber(body, text)
	if !g.symbolsTell() {
		return
	}
	body.If(jen.Op("!").Id("ok")).Block(
		jen.If(jen.Id("i").Op(":=").Id(g.stem+"ByKey").Call(jen.Id(text)), jen.Id("i").Op(">=").Lit(0)).Block(
			jen.List(jen.Id("n"), jen.Id("ok")).Op("=").List(g.codeAt(jen.Id("i")), jen.True())))
}

// symbolsTell reports whether a symbol alone says which number is meant: each
// stands for one, and none could be taken for another number.
func (g *goType) symbolsTell() bool {
	return g.isInteger() && g.keys != nil && !g.keys.shares && !g.hasNumericSymbols()
}

// hasNumericSymbols reports whether a symbol reads as a number.
func (g *goType) hasNumericSymbols() bool {
	return slices.ContainsFunc(g.rows, func(r row) bool { _, _, ok := number(r.key); return ok })
}

// emitParseNumber adds what reads the number of a text: of a type that wraps,
// the unsigned spelling too.
func (g *goType) emitParseNumber(body *jen.Group, text string) {
	g.plan.support.number = true
	body.List(jen.Id("n"), jen.Id("ok")).Op(":=").Id("parseNumber").Types(jen.Id(g.name)).Call(jen.Id(text))
	if g.value.Wrap {
		body.If(jen.Op("!").Id("ok")).Block(
			jen.Var().Id("unsigned").Id("u"+g.base),
			jen.List(jen.Id("unsigned"), jen.Id("ok")).Op("=").Id("parseNumber").Types(jen.Id("u"+g.base)).Call(jen.Id(text)),
			jen.Id("n").Op("=").Id(g.name).Call(jen.Id("unsigned")))
	}
}
