package gen

import (
	"slices"

	"github.com/dave/jennifer/jen"
	"github.com/spectab/spectab/model"
)

// addLost plans the methods whose columns are gone. They stay, so that who
// calls them still compiles, and say nothing of any value.
func (g *goType) addLost(t *model.Table) {
	for _, lost := range t.Lost {
		if lost.Name != "MessageIn" && slices.Contains(methodNames, lost.Name) || slices.Contains(marshalNames, lost.Name) || g.column(lost.Name) != nil || g.hasInstead(t, lost.Name) {
			continue
		}
		if lost.Name == "Group" && t.Groups != nil {
			lost.Type = t.Groups.Type
		}
		g.lost = append(g.lost, lost)
	}
}

// hasInstead reports whether the recipe put another method in the place of one
// whose column is gone: a field of bits, or the number that a code carries.
func (g *goType) hasInstead(t *model.Table, method string) bool {
	isBits := slices.ContainsFunc(t.Value.Bits, func(b model.Bits) bool { return b.Name == method })
	return isBits || t.Carries != nil && slices.Contains(carriedNames, method)
}

func (g *goType) emitLost(f *jen.File) {
	for _, lost := range g.lost {
		if lost.Type == "texts" {
			g.emitLostLanguages(f, lost)
			continue
		}
		result, value := jen.Id(lost.Type), jen.Lit("")
		switch lost.Type {
		case "bool":
			value = jen.False()
		case "int":
			value = jen.Lit(0)
		case "list":
			result, value = jen.Qual("iter", "Seq").Types(jen.String()), jen.Func().Params(jen.Func().Params(jen.String()).Bool()).Block()
		}
		describe(f, lost.Name+" returns nothing any more.", since("Deprecated: the page has no such column", lost.Since))
		f.Func().Params(jen.Id(g.name)).Id(lost.Name).Params().Add(result).Block(jen.Return(value))
	}
}

// emitLostLanguages keeps MessageIn where the page is in one language again.
func (g *goType) emitLostLanguages(f *jen.File, lost model.LostColumn) {
	r, message := g.receiver(), jen.Lit("")
	if g.column("Message") != nil {
		message = jen.Id(g.receiver()).Dot("Message").Call()
	}
	describe(f, lost.Name+" returns the one text that there is, in whatever language.", since("Deprecated: the page is in one language", lost.Since))
	f.Func().Params(jen.Id(r).Id(g.name)).Id(lost.Name).Params(jen.String()).String().Block(jen.Return(message))
}
