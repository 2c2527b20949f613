package report

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"

	"github.com/spectab/spectab/model"
)

func TestMarkdown(t *testing.T) {
	var b bytes.Buffer
	if err := Markdown(&b, sample()); err != nil {
		t.Fatal(err)
	}
	golden(t, "sample.md", b.Bytes())
}

// rendered is the Markdown of specs as a browser would get it, raw HTML
// included.
func rendered(t testing.TB, specs ...*model.Spec) *goquery.Document {
	t.Helper()
	var source, page bytes.Buffer
	if err := Markdown(&source, specs); err != nil {
		t.Fatal(err)
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	if err := md.Convert(source.Bytes(), &page); err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(&page)
	if err != nil {
		t.Fatal(err)
	}
	doc.Find("br").ReplaceWithHtml("\n")
	return doc
}

func texts(s *goquery.Selection) []string {
	return s.Map(func(_ int, s *goquery.Selection) string { return strings.ReplaceAll(s.Text(), "\u200b", "") })
}

func TestMarkdownShowsHostileTextAsText(t *testing.T) {
	doc := rendered(t, hostile())
	if got := doc.Find("h2").Text(); got != "](javascript:alert(1)) | <b>\n# x" {
		t.Errorf("the title is %q", got)
	}
	if n := doc.Find("h2 a, script, em, strong, del, b").Length(); n > 0 {
		t.Errorf("%d elements came of vendor text", n)
	}
	got := texts(doc.Find("td"))
	want := []string{
		"`a|b``", "AB",
		"end |\n| new | row |\n</td><script>alert(1)</script> &lt; &amp;amp; $x$ *b* _i_ ~~s~~ `c` [l](http://x.example) \\| \\", "",
		`a\nb\x1b[2J`, "InvalidJwt",
		`\x1b]0;title\aclear\x1b[2J \u202eevil\u202c \u200b\u009b31m ` + "\uFFFD می\u200cخواهم", "=1+1",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the cells are\n%q, want\n%q", got, want)
	}
}

func TestMarkdownLinksTheTitle(t *testing.T) {
	got, _ := rendered(t, login()).Find("h2 a").Attr("href")
	if want := "https://acme.example/pt/login_%28v2%29?a=1&b=2"; got != want {
		t.Errorf("the link is %s, want %s", got, want)
	}
}

func TestMarkdownHasColumnsWithValuesOnly(t *testing.T) {
	want := []string{"Code", "Go name", "Text", "Type", "Required", "Default", "Values", "Max", "Line"}
	if got := texts(rendered(t, login()).Find("table").Last().Find("th")); !slices.Equal(got, want) {
		t.Errorf("the columns of Param are %q, want %q", got, want)
	}
}

// Whatever a page says, it stays in its cell and reads as it was.
func FuzzMarkdown(f *testing.F) {
	for _, s := range hostile().Tables[0].Entries {
		f.Add(s.Code, s.Text)
	}
	f.Add(" `` ", "| a |\\\n\n\n- b")
	f.Add("@octocat", "@octocat and @org/team see #1 GH-2 org/repo#3 !4 $5 ~bug &6 %7 Fixes #12 http://evil.example/ www.evil.example a@b.example mailto:x@y.example")
	f.Add("  ", "&#124; ![x](y) https://a.example/b_c_d?e=1&f=2;g www.a_b.example a@b.example")
	f.Fuzz(func(t *testing.T, code, text string) {
		doc := rendered(t, &model.Spec{Source: "s", Tables: []model.Table{{Name: "Code", Kind: model.Codes, Entries: []model.Entry{
			{Code: "x" + code, Name: "X", Text: text, Line: 1}, {Code: "y", Name: "Y", Text: "y", Line: 2},
		}}}})
		if n := doc.Find("td a").Length(); n > 0 {
			t.Errorf("%d links live", n)
		}
		doc.Find("td").Each(func(_ int, cell *goquery.Selection) {
			bare := cell.Clone()
			bare.Find("code").Remove()
			if found := alive.FindString(bare.Text()); found != "" {
				t.Errorf("%q lives in %q", found, bare.Text())
			}
		})
		got := texts(doc.Find("td"))
		want := []string{visible("x" + code), "X", visibleProse(text), "1", "y", "Y", "y", "2"}
		if !slices.Equal(got, want) {
			t.Errorf("the cells are\n%q, want\n%q", got, want)
		}
	})
}

func visibleProse(s string) string {
	lines := proseLines(s)
	for i := range lines {
		lines[i] = visible(lines[i])
	}
	return strings.Join(lines, "\n")
}
