package report

import (
	"fmt"
	"html/template"
	"strings"

	"github.com/spectab/spectab/model"
)

// anchors hands out the ids of a document. An id is that of a table, or of a
// table and a code, and depends on nothing else, so that links to it last.
type anchors struct {
	prefix string // of the source, where a document has several
	used   map[string]int
}

func newAnchors(prefix string) *anchors { return &anchors{prefix, map[string]int{}} }

// of is the id of an entry: Code-002-016. A name of a table has no hyphen, so
// that no two pairs of names and codes have the same one.
func (a *anchors) of(t *model.Table, id string) string {
	return a.unique(a.prefix + anchorText(t.Name) + "-" + anchorText(id))
}

func (a *anchors) ofTable(t *model.Table) string { return a.unique(a.prefix + anchorText(t.Name)) }

// unique adds to an id that is taken what no escape has.
func (a *anchors) unique(id string) string {
	a.used[id]++
	if n := a.used[id]; n > 1 {
		return fmt.Sprintf("%s~~%d", id, n)
	}
	return id
}

// anchorText writes every byte as ~XX that an id, a fragment of an address or
// a reader could take for something else. Equal results mean equal texts.
func anchorText(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		switch {
		case 'a' <= c|0x20 && c|0x20 <= 'z', '0' <= c && c <= '9', c == '-', c == '.', c == '_':
			b.WriteByte(c)
		default:
			fmt.Fprintf(&b, "~%02X", c)
		}
	}
	return b.String()
}

// fragment is the address of an id within its document. An id has nothing in
// it that an address would need escaped.
func fragment(id string) template.URL { return template.URL("#" + id) }
