package markup

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
)

// A button is text where it is the title of what it unfolds, and nothing
// elsewhere.
func TestButtons(t *testing.T) {
	for source, want := range map[string]string{
		`<h3><button>E1 - Broken</button></h3><p>below</p>`:                           "E1 - Broken below",
		`<h3><span><button>E1 - Broken</button></span></h3><p>below</p>`:              "E1 - Broken below",
		`<h3>E1 <button>Copy link</button></h3><p>below</p>`:                          "E1 below",
		`<button aria-expanded="false">E1 - Broken</button><p>below</p>`:              "E1 - Broken below",
		`<button aria-controls="p1">E1 - Broken</button><p>below</p>`:                 "E1 - Broken below",
		`<button data-bs-toggle="collapse">E1 - Broken</button><p>below</p>`:          "E1 - Broken below",
		`<button data-bs-toggle="tooltip">Copy</button><p>below</p>`:                  "below",
		`<button class="accordion-button">E1 - Broken</button><div>below</div>`:       "E1 - Broken below",
		`<button class="btn">Try it</button><p>below</p>`:                             "below",
		`<pre>code</pre><button>Copy</button><p>below</p>`:                            "code below",
		`<div><button class="collapsible">One</button><div>of it</div></div><p>x</p>`: "One of it x",
	} {
		p := &page.Page{}
		if err := FillHTML(p, source); err != nil {
			t.Fatal(err)
		}
		var texts []string
		for _, l := range page.LinesOf(p.Blocks) {
			texts = append(texts, l.Text)
		}
		if got := strings.Join(texts, " "); got != want {
			t.Errorf("%s: %q, want %q", source, got, want)
		}
	}
}
