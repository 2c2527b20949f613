package plain

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
)

func TestRuledTables(t *testing.T) {
	for name, c := range map[string]struct {
		page string
		want string // rows, cells parted by bars; a header begins with !
	}{
		"a box": {
			page: "+---+------+\n| A | B    |\n+===+======+\n| 1 | one  |\n+---+------+\n| 2 | two, |\n|   | too  |\n+---+------+\n",
			want: "!A|B\n1|one\n2|two, too\n",
		},
		"a box with rules around the header only": {
			page: "+---+-----+\n| A | B   |\n+---+-----+\n| 1 | one |\n| 2 | two |\n|   | too |\n+---+-----+\nbehind\n",
			want: "!A|B\n1|one\n2|two too\n",
		},
		"a box without a header": {
			page: "+---+-----+\n| 1 | one |\n| 2 | two |\n+---+-----+\n",
			want: "1|one\n2|two\n",
		},
		"a box that is not closed": {page: "+---+\n| A |\nbehind\n", want: ""},
		"columns below rules": {
			page: "====  =======\nCode  Meaning\n====  =======\n0     all good\n1     no\n      memory\n====  =======\n\nbehind\n",
			want: "!Code|Meaning\n0|all good\n1|no memory\n",
		},
		"columns without a header": {
			page: "===  ===\n0    ok\n1    ko\n===  ===\n\nbehind\n",
			want: "0|ok\n1|ko\n",
		},
		"a rule that underlines": {page: "== ==\nno table\n", want: ""},
	} {
		t.Run(name, func(t *testing.T) {
			var got strings.Builder
			for _, b := range Text(c.page) {
				for _, row := range b.Rows {
					if row.Header {
						got.WriteByte('!')
					}
					got.WriteString(strings.Join(textsOf(row.Cells), "|") + "\n")
				}
			}
			if got.String() != c.want {
				t.Errorf("got\n%swant\n%s", got.String(), c.want)
			}
		})
	}
}

func TestManualHeading(t *testing.T) {
	blocks := Text("NAME\n       fopen - open\n\nRETURN VALUE\n       a stream\n\nNOT ONE\n\n       since there is a gap\n")
	var got []string
	for _, b := range blocks {
		if b.Kind == page.Heading {
			got = append(got, b.Lines[0].Text)
		}
	}
	if strings.Join(got, "; ") != "NAME; RETURN VALUE" {
		t.Errorf("headings %q", got)
	}
}

func textsOf(cells []page.Cell) []string {
	var texts []string
	for i := range cells {
		texts = append(texts, cells[i].Text())
	}
	return texts
}
