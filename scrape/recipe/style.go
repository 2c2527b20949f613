package recipe

import "github.com/spectab/spectab/model/naming"

// styles are the ways to name that style: may ask for; "" is Go's.
var styles = []string{"", "verbatim"}

// namer is how the symbols of the table become identifiers, nil where they do
// as most.
func (t *Table) namer() (*naming.Namer, error) {
	if t.Style == "" && len(t.Initialisms) == 0 {
		return nil, nil
	}
	return naming.New(t.Style == "verbatim", t.Initialisms)
}

// checkStyle reports what is wrong with how the table wants to name.
func (t *Table) checkStyle(add adder) {
	if t.Style != "" && t.Style != "verbatim" {
		add(t.line("style"), Nearest(t.Style, styles[1:]), "there is no style %q", t.Style)
	}
	if _, err := t.namer(); err != nil {
		add(t.line("initialisms"), "one word that begins with a capital, such as SASL", "%v", err)
	}
}
