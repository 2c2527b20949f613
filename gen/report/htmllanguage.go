package report

import (
	"html/template"
	"slices"

	"golang.org/x/text/language"

	"github.com/spectab/spectab/model"
)

// rightToLeft are the scripts that are written so, by ISO 15924.
var rightToLeft = []string{"Adlm", "Arab", "Aran", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}

// languageAttributes are lang and dir for a text in a language. Of a text
// whose language is not known HTML wants an empty lang, so that nobody takes it
// for one in the language around it, and the text itself shows its direction.
func languageAttributes(tag string) template.HTMLAttr {
	parsed, err := language.Parse(tag)
	if err != nil || parsed == language.Und {
		return `lang="" dir="auto"`
	}
	dir := "ltr"
	if script, _ := parsed.Script(); slices.Contains(rightToLeft, script.String()) {
		dir = "rtl"
	}
	return template.HTMLAttr(`lang="` + parsed.String() + `" dir="` + dir + `"`)
}

// proseLanguage is that of what a page says beside the texts of a table: of
// remedies and details. Where the texts are in another language than the page,
// these can be in either, so that it is not known.
func proseLanguage(s *model.Spec, t *model.Table) string {
	if languages := t.Languages(); len(languages) == 0 || slices.Contains(languages, s.Language) {
		return s.Language
	}
	return ""
}
