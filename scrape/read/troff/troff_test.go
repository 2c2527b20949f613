package troff

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/charset"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

func TestManualPages(t *testing.T) { pagetest.Files(t, Fill) }

// Macros and strings that define themselves end, and add no more than the page
// is long.
func TestTroffIsBounded(t *testing.T) {
	for name, text := range map[string]string{
		"a macro of itself":  ".de A\n.A x\n..\n.A\n",
		"two of each other":  ".de A\n.B\n.B\n..\n.de B\n.A\n.A\n..\n.A\n",
		"one that doubles":   ".de A\n\\$1\\$1\\$1\\$1\n..\n" + strings.Repeat(".A "+strings.Repeat("x", 1000)+"\n", 100),
		"a string of itself": ".ds a \\*a\\*a\\*a\n" + strings.Repeat("\\*a\n", 1000),
		"long strings":       ".ds a " + strings.Repeat("x", 1000) + "\n" + strings.Repeat("\\*a\n", 10000),
		"nesting":            strings.Repeat(".RS\n.TP\nx\n", 10000),
		"conditions":         strings.Repeat(".if n \\{\n", 10000),
	} {
		p := &page.Page{}
		Fill(p, text)
		size := 0
		for _, l := range page.LinesOf(p.Blocks) {
			size += len(l.Text)
		}
		if size > 3*len(text)+1<<13 {
			t.Errorf("%s: %d bytes of %d", name, size, len(text))
		}
	}
}

func TestTroffGrowsAsItShould(t *testing.T) {
	pagetest.CheckGrowth(t, func(text string) ([]page.Block, error) {
		p := &page.Page{}
		Fill(p, text)
		return p.Blocks, nil
	}, []string{
		".de A\n.A\n..\n.A\n", ".ds a \\*a\n\\*a\n", ".RS\n.TP\nx\n", ".RS\nx\n.RE\n", ".if n \\{\n", ".if t \\{\n", ".TS\nl l.\na\tb\n", ".TS\nl l.\nT{\na\nT}\tb\n", ".TS\nl,l,\n", ".Bl -column\n.It a Ta b\n", ".B \"\"\"\"\"\"\n", "a\\\n", "a\\c\n", "\\fBa\\fIb\\fR\n", ".Bq Bq Bq Bq Po\n", ".TP\na\n.TQ\nb\n", ".TS\nl l.\na\tb\n\\^\tc\n",
	})
}

func FuzzReadTroff(f *testing.F) {
	for _, text := range pagetest.Pages() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, data string) {
		text, err := charset.Decode([]byte(data), true)
		if err != nil {
			return
		}
		p := &page.Page{}
		Fill(p, text)
		pagetest.CheckLines(t, text, p.Blocks)
	})
}
