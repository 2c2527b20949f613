package markup

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
)

// markNames stand for the kinds of marks in tests.
var markNames = [...]string{"", "code", "strong", "em", "struck", "raised", "link", "badge"}

// showMarks writes down each line and what is marked in it.
func showMarks(blocks []page.Block) string {
	var b strings.Builder
	page.EachLines(blocks, func(lines []page.Line) {
		for _, l := range lines {
			b.WriteString(l.Text)
			for _, m := range l.Marks {
				b.WriteString(" | " + markNames[m.Kind] + " " + l.Marked(m))
			}
			b.WriteString("\n")
		}
	})
	return b.String()
}

func TestMarksOfEveryMarkup(t *testing.T) {
	for page, want := range map[string]string{
		"html <p>a <code> b </code><strong>c</strong> <del>d</del> e<sup>2</sup> <a href=x>f</a> <a name=y>g</a>": "a b c d e2 f g | code b | strong c | struck d | raised 2 | link f\n",
		"html <p><b>a<br>b</b> c":                               "a | strong a\nb c | strong b\n",
		"html <b><p>a<p>b</b>c":                                 "a | strong a\nbc | strong b\n",
		"html <td><code><a href=x>E1</a></code>":                "E1 | code E1 | link E1\n",
		"html <p>E1 <span class='badge badge-new'>New</span> x": "E1 New x | badge New\n",
		"html <p>E1<span class=since>1.2.0</span>":              "E11.2.0 | badge 1.2.0\n",
		"html <p><span class=label>ERR_A</span> <span class='label label-danger'>404</span> <span class=label>Name:</span> x": "ERR_A 404 Name: x\n",
		"html <div class=label>Name</div><div class=stab>Nightly only.</div>":                                                 "Name\nNightly only. | badge Nightly only.\n",
		"html <p>402 <abbr title=Experimental>🧪</abbr> <abbr title=x>HTTP</abbr>":                                             "402 🧪 HTTP | badge 🧪\n",
		"html <p><span class='docutils literal'>E1</span> x":                                                                  "E1 x | code E1\n",
		"html <p><span style='text-decoration: line-through'>E1</span> x":                                                     "E1 x | struck E1\n",
		"md a `b` **c *d*** ~~e~~ [f](g)":                                                                                     "a b c d e f | code b | strong c d | em d | struck e | link f\n",
		"md | a | b |\n|---|---|\n| `x` | **y** z<br>`w` |":                                                                   "a\nb\nx | code x\ny z | strong y\nw | code w\n",
		"md E1 <del>x</del> <sup>2</sup> `y` **z** [v](w)":                                                                    "E1 x 2 y z v | struck x | raised 2 | code y | strong z | link v\n",
		"md <div>\nE1 **b c** <i>d</i> `e` <u>f</u>\n</div>":                                                                  "E1 b c d e f | strong b c | em d | code e\n",
		"md # `a` b {#c}": "a b | code a\n",
		"wiki a <code>b</code> '''c''' ''d'' <s>e</s><sup>2</sup>": "a b c d e2 | code b | strong c | em d | struck e | raised 2\n",
		"wiki '''''a''' b'' c\n\n'''d\n\ne":                        "a b c | strong a | em a b\nd | strong d\ne\n",
		"wiki {|\n| <code>a\n| b '''c'''\n|}":                      "a | code a\nb c | strong c\n",
	} {
		format, text, _ := strings.Cut(page, " ")
		blocks, err := map[string]reader{"html": HTML, "md": readMarkdown, "wiki": Wikitext}[format](text)
		if err != nil {
			t.Fatal(err)
		}
		if got := showMarks(blocks); got != want {
			t.Errorf("%s\ngot  %swant %s", page, got, want)
		}
	}
}

type reader = func(string) ([]page.Block, error)

func TestBlocksKeepTheirClass(t *testing.T) {
	blocks, err := HTML("<div class=all><div class=row><p>a</p><p class=x>b</p></div><div class=row><p>c</p></div><h2 class=y>d</h2><ul class=z><li>e</ul></div>")
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, b := range blocks[0].Blocks {
		got = append(got, b.Class)
	}
	if strings.Join(got, " ") != "row row y z" || blocks[0].Blocks[0].Blocks[1].Class != "x" {
		t.Error(got)
	}
}
