package refresh

import (
	"fmt"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// givesForm reports whether the recipe says which form the codes of a table
// have.
func givesForm(by *recipe.Recipe, table string) bool {
	for i := range by.Tables {
		if t := &by.Tables[i]; t.Name == table {
			return t.Code != nil
		}
	}
	return false
}

// strangers is the refusal of codes that are new and have not the form of all
// that the table had. A form that the recipe gives the codes was asked for
// when the page was read.
func strangers(old, now *model.Table) []*Refusal {
	if old.Kind == model.Constants {
		return nil
	}
	var codes, others []string
	for i := range old.Entries {
		codes = append(codes, old.Entries[i].Code)
	}
	form := model.LearnForm(codes)
	for i := range now.Entries {
		e := &now.Entries[i]
		if old.Find(now.ID(e)) == nil && !form.Met(e.Code) {
			others = append(others, fmt.Sprintf("%q", shorten(e.Code)))
		}
	}
	if len(others) == 0 {
		return nil
	}
	return []*Refusal{{
		Guard: GuardCellForm, Table: old.Name, Seen: fmt.Sprintf("table %s has codes of another form: %s", old.Name, some(others)), Expected: fmt.Sprintf("codes such as %s, as before", form.Example),
		Hint: "look at the page; if they are codes, give the table a code: in the recipe, the form of them all\nif they are none, declare their rows under skip: with a why",
	}}
}
