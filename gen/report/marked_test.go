package report

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

func TestMarked(t *testing.T) {
	tables := []model.Table{{Name: "Code", Kind: model.Codes, Line: 3, Confidence: 0.9, Entries: []model.Entry{
		{Code: "E1", Text: "The <b>door</b> is shut.", Line: 2}, {Code: "E2", Key: "GONE", Line: 3},
	}}}
	var b strings.Builder
	if err := Marked(&b, "Doors \u202e", "Codes\n<tr><td>E1<script>\nE2\tgone\nnothing\n", tables); err != nil {
		t.Fatal(err)
	}
	got := b.String()
	for _, want := range []string{
		`<tr id="L2" class="row"><td class="no">2</td><td class="text" dir="auto">&lt;tr&gt;&lt;td&gt;E1&lt;script&gt;</td>`,
		`<code>E1</code> The &lt;b&gt;door&lt;/b&gt; is shut.`, `<code>E2</code> <code>GONE</code>`,
		`<tr id="L4"><td class="no">4</td>`, `<li><a href="#L3">Code</a>, codes: 2 rows, confidence 0.90</li>`, `Doors \u202e`,
	} {
		if !strings.Contains(got, want) {
			t.Errorf("without %s", want)
		}
	}
	if strings.Count(got, `class="row"`) != 2 || strings.Contains(got, "<script>") || strings.Contains(got, "L5") {
		t.Errorf("other lines are marked, or something of the page is alive:\n%s", got)
	}
}
