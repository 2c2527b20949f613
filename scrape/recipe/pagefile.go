package recipe

import (
	"errors"
	"path"
	"strings"

	"golang.org/x/text/language"
)

// A PageFile is one file of a snapshot: page.<ext>, page.<language>.<ext>, or
// page-<part>.<ext> where the vendor spreads a source over several pages.
type PageFile struct {
	Name     string
	Part     string // "" of the first
	Language string // BCP 47; of the recipe where the name has none
	Data     []byte
}

// stem is the name without its extension.
func (p *PageFile) stem() string {
	name := "page"
	if p.Part != "" {
		name += "-" + p.Part
	}
	if p.Language != "" {
		name += "." + p.Language
	}
	return name
}

// ParsePageName parts "page-errors.pt-BR.html".
func ParsePageName(name string) (p PageFile, err error) {
	p.Name = name
	stem := strings.TrimSuffix(name, path.Ext(name))
	stem, p.Language, _ = strings.Cut(stem, ".")
	p.Part = strings.TrimPrefix(strings.TrimPrefix(stem, "page"), "-")
	if p.Language != "" {
		if _, err = language.Parse(p.Language); err != nil {
			err = errors.New("the name of the snapshot " + name + " has " + p.Language + " where a language is wanted: " + err.Error())
		}
	}
	return p, err
}
