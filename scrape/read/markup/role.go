package markup

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// tableRoles are the roles that WAI-ARIA gives the parts of tables which are made
// of other elements, and the elements of HTML that have them by themselves.
var tableRoles = map[string]atom.Atom{
	"rowgroup": atom.Tbody, "row": atom.Tr, "cell": atom.Td, "gridcell": atom.Td, "columnheader": atom.Th, "rowheader": atom.Th,
}

// roles makes a table of an element that says that it is one.
func (w *htmlWalker) roles(n *html.Node) {
	if n.DataAtom == atom.Table || len(n.Attr) == 0 {
		return
	}
	if role := attribute(n, "role"); role != "table" && role != "grid" {
		return
	}
	rows := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		rows += retag(c)
	}
	if rows > 0 {
		n.DataAtom, n.Data = atom.Table, "table"
	}
}

// retag gives the parts of a table their elements, and is how many rows it has.
func retag(n *html.Node) int {
	if n.Type != html.ElementNode {
		return 0
	}
	a, ok := tableRoles[attribute(n, "role")]
	if !ok {
		return 0 // what is in a cell is none of it
	}
	n.DataAtom, n.Data = a, a.String()
	rows := 0
	if a == atom.Tr {
		rows = 1
	}
	if a != atom.Td && a != atom.Th {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			rows += retag(c)
		}
	}
	return rows
}
