package recipe

import "testing"

// Tables that no code tells apart are told apart by their headings, of which a
// part may change.
func TestHeadingThatIsNearlyTheSame(t *testing.T) {
	const recipe = columnsHead + `  - fields: Get
    form: table
    under: 'Get order at /v1/orders/list'
    columns: {code: Field, text: Text}
    code: '[a-z]+'
    must: [wait]
  - fields: Put
    form: table
    under: 'Put order at /v1/orders/list'
    columns: {code: Field, text: Text}
    code: '[a-z]+'
    must: [wait]
`
	page := func(get, put string) string {
		rows := func(text string) string {
			return "<table><tr><th>Field<th>Text<tr><td>wait<td>" + text + "<tr><td>more<td>of it</table>"
		}
		return "<h2>" + get + "</h2>" + rows("gets") + "<h2>" + put + "</h2>" + rows("puts")
	}
	for name, c := range map[string]struct{ page, warning, err string }{
		"as they were":   {page("Get order at /v1/orders/list", "Put order at /v1/orders/list"), "", ""},
		"a part of each": {page("Get order at /v2/orders/list", "Put order at /v2/orders/list"), "under: Get order at /v1/orders/list|Get order at /v2/orders/list", ""},

		"too much of it":     {page("Fetch orders", "Send orders"), "", "the table is gone"},
		"two that are alike": {page("Get order at /v2/orders/list", "Get order at /v3/orders/list"), "", "the table is gone"},
	} {
		t.Run(name, func(t *testing.T) {
			spec := readMoved(t, recipe, c.page, c.warning, c.err)
			if spec == nil {
				return
			}
			if got := spec.Table("Get").Entries[0].Text; got != "gets" {
				t.Errorf("the first table %s", got)
			}
		})
	}
}
