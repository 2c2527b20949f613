package gen

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"
	"github.com/spectab/spectab/model"
)

// A translation is the texts of a table in another language than Message.
type translation struct {
	language string
	variable string
	texts    []string // by row, as literals
}

// addTranslations plans MessageIn.
func (g *goType) addTranslations(t *model.Table) {
	languages := t.Languages()
	if len(languages) < 2 {
		return
	}
	g.language = languages[0]
	for _, language := range languages[1:] {
		tr := translation{language: language, variable: g.plan.variable(g.stem + "MessagesIn" + languageName(language))}
		for i := range g.rows {
			tr.texts = append(tr.texts, quote(g.rows[i].entry.Texts[language]))
		}
		g.translations = append(g.translations, tr)
	}
}

// languageName is a tag as part of an identifier: PtBR for pt-BR.
func languageName(tag string) string {
	var b strings.Builder
	for _, subtag := range strings.FieldsFunc(tag, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		b.WriteString(upperFirst(subtag))
	}
	return b.String()
}

func (g *goType) emitMessageIn(f *jen.File) {
	if len(g.translations) == 0 {
		return
	}
	r := g.receiver()
	g.plan.support.language = true
	languages := []jen.Code{jen.Id("language"), jen.Id(quote(g.language))}
	var texts []jen.Code
	if g.column("Message") != nil {
		texts = append(texts, g.cell("Message", jen.Id("i")))
	}
	list := []string{shown(g.language)}
	for _, tr := range g.translations {
		languages = append(languages, jen.Id(quote(tr.language)))
		texts = append(texts, jen.Id(tr.variable).Index(jen.Id("i")))
		list = append(list, shown(tr.language))
	}
	var doc comment
	last := len(list) - 1
	doc.say(fmt.Sprintf("MessageIn returns the vendor's text in the language nearest to language, a BCP 47 tag. The page has texts in %s and %s; where one is missing, that of another language takes its place.", strings.Join(list[:last], ", "), list[last]))
	f.Line()
	f.Comment(doc.String())
	f.Func().Params(jen.Id(r).Id(g.name)).Id("MessageIn").Params(jen.Id("language").String()).String().Block(
		jen.Id("i").Op(":=").Add(g.index()),
		jen.If(jen.Id("i").Op("<").Lit(0)).Block(jen.Return(jen.Lit(""))),
		jen.Id("text").Op(":=").Lit(""),
		jen.Switch(jen.Id("nearestLanguage").Call(languages...)).BlockFunc(func(cases *jen.Group) {
			for i, tr := range g.translations {
				cases.Case(jen.Lit(i + 1)).Block(jen.Id("text").Op("=").Id(tr.variable).Index(jen.Id("i")))
			}
		}),
		jen.Return(jen.Qual("cmp", "Or").Call(append([]jen.Code{jen.Id("text")}, texts...)...)))
}
