package markup

import "testing"

func TestReadWikitext(t *testing.T) { testBlocks(t, "testdata/wikitext/*.wiki", Wikitext) }

func TestWikitextCorpus(t *testing.T) { testCorpus(t, "page.wiki", Wikitext) }

func FuzzReadWikitext(f *testing.F) { fuzzReader(f, "testdata/wikitext/*.wiki", Wikitext) }

// BenchmarkWikitextRepeats is BenchmarkMarkdownRepeats for wikitext.
func BenchmarkWikitextRepeats(b *testing.B) {
	benchmarkRepeats(b, Wikitext, []string{
		"{{", "{{a|", "{{a|b}}", "[[", "[[a|", "[[a]]", "[http://a ", "<!--", "<ref>", "<nowiki>", "<pre>a</pre>", "</", "<a \"", "<td>",
		"<table>\n", "{|\n|", "{|\n", "|}\n", "*", "* a\n", ":a\n", ";a:b\n", "''", "=a=\n", "=", "&", "|", "{|\n!a\n|}\n", "{{a|\n}}",
		"{{a|b\n", "{|\n|-\n| rowspan=9 | b\n", "|a\n", "}}", "]]", " a\n", "{{{a|b}}}", "{{!}}",
	})
}

func TestWikitextMixtures(t *testing.T) {
	testMixtures(t, Wikitext, []string{
		"\n", "\n\n", "{|", "\n{|\n", "|}", "\n|}\n", "\n|-\n", "\n| ", "\n! ", "||", "!!", "|+", "|", "a", " ", "\n ", "{{", "}}", "{{{", "}}}", "{{!}}",
		"{{a|b}}", "[[", "]]", "[http://a ", "]", "<!--", "-->", "<!--x-->", "<nowiki>", "</nowiki>", "<pre>", "</pre>", "<ref>", "</ref>", "<br>", "<source>",
		"</source>", "<table>", "</table>", "<tr>", "<td>", "<div>", "\n=", "=", "== b ==", "\n*", "#", ";", ":", "\n----", "''", "'''", "&amp;", "&#x7c;",
		"rowspan=3 |", "colspan=2|", "\x00", "\x10", "\x0e", "\u200b", "é", "b=", "1=",
	})
}

// BenchmarkReadWikitext has no other parser to be measured against.
func BenchmarkReadWikitext(b *testing.B) {
	page := wikiBenchmark()
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := Wikitext(page); err != nil {
			b.Fatal(err)
		}
	}
}

func wikiBenchmark() string {
	page := []byte("== Errors ==\n{| class=\"wikitable\"\n! Code !! Message\n")
	for range 2000 {
		page = append(page, "|-\n| <code>E1</code> || The ''first'' [[Help:Code|error]] of {{tl|all}}, see <ref>x</ref>\n"...)
	}
	return string(append(page, "|}\n"...))
}
