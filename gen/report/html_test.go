package report

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"

	"github.com/spectab/spectab/model"
)

func htmlOf(t testing.TB, specs ...*model.Spec) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := HTML(&b, specs); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func parsed(t testing.TB, page []byte) *goquery.Document {
	t.Helper()
	doc, err := goquery.NewDocumentFromReader(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	doc.Find("br").ReplaceWithHtml("\n")
	return doc
}

// withGone is login with a tombstone of each form.
func withGone() *model.Spec {
	s := login()
	s.Tables[0].Gone = []model.Gone{{Code: "009-001", Name: "Lost", Since: "2026-10-01"}}
	s.Tables[2].Gone = []model.Gone{{Code: "attempts", Name: "Attempts", Since: "2026-10-02", Value: "5"}}
	return s
}

func TestHTML(t *testing.T) {
	golden(t, "sample.html", htmlOf(t, withGone(), hostile()))
}

func TestHTMLShowsHostileTextAsText(t *testing.T) {
	doc := parsed(t, htmlOf(t, hostile()))
	if got := doc.Find("h1").Text(); got != "](javascript:alert(1)) | <b> # x" {
		t.Errorf("the title is %q", got)
	}
	if n := doc.Find("script, b, [onclick], a:not([href^='#'])").Length(); n > 0 {
		t.Errorf("%d elements came of vendor text", n)
	}
	got := texts(doc.Find("tbody th, tbody td"))
	want := []string{
		"`a|b``", "hostile.AB",
		"end |\n| new | row |\n</td><script>alert(1)</script> &lt; &amp;amp; $x$ *b* _i_ ~~s~~ `c` [l](http://x.example) \\| \\", "",
		`a\nb\x1b[2J`, "hostile.InvalidJwt",
		`\x1b]0;title\aclear\x1b[2J \u202eevil\u202c \u200b\u009b31m ` + "\uFFFD می\u200cخواهم", "=1+1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the cells are\n%q, want\n%q", got, want)
	}
}

// A browser applies the styles only where they are those of the policy.
func TestHTMLPolicyIsThatOfItsStyles(t *testing.T) {
	doc := parsed(t, htmlOf(t, login()))
	hash := sha256.Sum256([]byte(doc.Find("style").Text()))
	policy, _ := doc.Find("meta[http-equiv=Content-Security-Policy]").Attr("content")
	if want := "'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'"; !strings.Contains(policy, want) || !strings.HasPrefix(policy, "default-src 'none'; ") {
		t.Errorf("the policy is %s, without %s", policy, want)
	}
}

func TestHTMLMarksLanguages(t *testing.T) {
	s := login()
	s.Language, s.Title = "ar", "أخطاء"
	s.Tables[0].Entries[0].Texts = map[string]string{"en": "Invalid JWT.", "zh-Hans": "无效", "fa": "نامعتبر"}
	doc := parsed(t, htmlOf(t, s))
	for _, test := range []struct{ selector, text, lang, dir string }{
		{"h1", "أخطاء", "ar", "rtl"},
		{"td[data-title='Text (en)']", "Invalid JWT.", "en", "ltr"},
		{"td[data-title='Text (zh-Hans)']", "无效", "zh-Hans", "ltr"},
		{"td[data-title='Text (fa)']", "نامعتبر", "fa", "rtl"},
		{"td[data-title=Text]", "No user $1", "", "auto"}, // in none of the languages
		{"td[data-title=Remedy]", "O usuário", "", "auto"},
		{"td[data-title=Type]", "string", "ar", "rtl"}, // no text says otherwise
	} {
		e := doc.Find(test.selector).First()
		lang, hasLang := e.Attr("lang")
		dir, _ := e.Attr("dir")
		if !strings.HasPrefix(e.Text(), test.text) || !hasLang || lang != test.lang || dir != test.dir {
			t.Errorf("%s is %q in %q %q, want %q in %q %q", test.selector, e.Text(), lang, dir, test.text, test.lang, test.dir)
		}
	}
}

func TestHTMLKeepsWhatIsGone(t *testing.T) {
	doc := parsed(t, htmlOf(t, withGone()))
	got := texts(doc.Find("tr.gone > *"))
	want := []string{
		"009-001", "acmelogin.Lost", "Gone: the page does not list it any more, since 2026-10-01.",
		"attempts", "acmelogin.Attempts", "Gone: the page does not list it any more, since 2026-10-02; it was last 5.",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the tombstones are %q", got)
	}
}

// Every link within a document leads to the one element that it names.
func TestHTMLAnchors(t *testing.T) {
	doc := parsed(t, htmlOf(t, withGone(), hostile()))
	ids := doc.Find("[id]").Map(func(_ int, s *goquery.Selection) string { return s.AttrOr("id", "") })
	sorted := slices.Sorted(slices.Values(ids))
	if unique := slices.Compact(slices.Clone(sorted)); len(unique) != len(ids) {
		t.Errorf("ids stand twice: %q", sorted)
	}
	for _, link := range doc.Find("a[href^='#']").Map(func(_ int, s *goquery.Selection) string { return s.AttrOr("href", "") }) {
		if !slices.Contains(ids, link[1:]) {
			t.Errorf("%s leads nowhere", link)
		}
	}
	for _, id := range []string{"acme-login", "acme-login:Code", "acme-login:Code-002-016", "acme-login:Code-009-001", "hostile:Code-a~0Ab~1B~5B2J"} {
		if !slices.Contains(ids, id) {
			t.Errorf("no element has the id %s; there are %q", id, ids)
		}
	}
}
