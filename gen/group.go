package gen

import (
	"fmt"

	"github.com/dave/jennifer/jen"
	"github.com/spectab/spectab/model"
)

// addGroups plans the type of the sections that the codes of a table stand
// in.
func (p *plan) addGroups(t *model.Table, members *goType) {
	if t.Groups == nil {
		return
	}
	g := p.newType(t.Groups.Type, model.Value{}, "group", t)
	g.members = members
	members.groups = g
	what := "section of the page"
	if t.ByStatus {
		what = "class of HTTP statuses"
	}
	g.doc.say(fmt.Sprintf("%s is a %s, with %s in it.", g.name, what, model.Plural(t.Name)))
	for i, value := range t.GroupValues() {
		g.add(row{name: t.Groups.Names[i], text: value, order: t.Groups.Order(i), facts: g.called(value)})
	}
	g.addAllGone(t.Groups)
	g.finish()
}

// addAllGone adds the values of a set that are gone. Without orders of the lock
// they come last.
func (g *goType) addAllGone(set *model.ValueSet) {
	for i, gone := range set.Gone {
		if set.Orders == nil && len(set.Names) > 0 {
			gone.Order = len(set.Names) + i
		}
		g.addGone(gone)
	}
}

// emitMembers adds to a group the iteration over its codes, and to a code the
// question for its group.
func (g *goType) emitMembers(f *jen.File) {
	if of := g.groups; of != nil {
		describe(f, fmt.Sprintf("InGroup reports whether %s is in a group of the page.", g.receiver()))
		f.Func().Params(jen.Id(g.receiver()).Id(g.name)).Id("InGroup").Params(jen.Id("group").Id(of.name)).Bool().Block(
			jen.Return(jen.Id(g.receiver()).Dot("Group").Call().Op("==").Id("group")))
	}
	if members := g.members; members != nil {
		name := model.Plural(members.name)
		result := jen.Qual("iter", "Seq").Types(jen.Id(members.name))
		g.method(f, fmt.Sprintf("%s iterates over what the page lists in %s, in its order.", name, g.receiver()), name, result, members.inGroup(jen.Id(g.receiver())))
	}
}

// inGroup iterates over the rows of a group.
func (g *goType) inGroup(group *jen.Statement) jen.Code {
	if g.column("Group") == nil {
		return jen.Return(jen.Func().Params(jen.Func().Params(jen.Id(g.name)).Bool()).Block())
	}
	wanted := g.cell("Group", jen.Id("i")).Op("==").Add(group)
	for _, condition := range g.isListed() {
		wanted = wanted.Op("&&").Add(condition)
	}
	return jen.Return(jen.Func().Params(jen.Id("yield").Func().Params(jen.Id(g.name)).Bool()).Block(
		jen.For(jen.Id("i").Op(":=").Range().Id(g.rowsVar())).Block(
			jen.If(wanted.Op("&&").Op("!").Id("yield").Call(g.codeAt(jen.Id("i")))).Block(jen.Return()))))
}
