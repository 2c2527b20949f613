package markup

import (
	"fmt"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

func TestUnseen(t *testing.T) {
	testHTML(t, map[string]pagetest.BlocksTest{
		"hidden by style, attribute and class": {
			Page: "<p>a<span style='display:none'>x</span><b style='Visibility: Hidden'>x</b><i hidden>x</i><span class='x sr-only'>x</span>b<span style='display:block'>c</span>",
			Want: "p 1 abc\n",
		},
		"icons are not read aloud, other text that is not is seen": {
			Page: "<p>a<i aria-hidden=true>x</i><span class='material-icons' aria-hidden=true>info</span><span aria-hidden=true>b</span><span aria-hidden=false class=fa>c</span>", Want: "p 1 abc\n",
		},
		"hidden rows, cells, items and terms": {
			Page: "<table><tr hidden><td>x<tr><td hidden>x<td>a<tbody style='display:none'><tr><td>x</table><ul><li>b<li hidden>x</ul><dl><dt>c<dd hidden>x<dd>d<dt hidden>x</dl>",
			Want: "row 1:a\nitem \n  p 1 b\nitem c\n  p 1 d\n",
		},
		"what a click shows is read": {
			Page: "<div hidden role=tabpanel><table><tr><td>a</table></div><ul style='display:none'><li>b</ul><div hidden>x</div><p hidden=until-found>c</p>",
			Want: "row 1:a\nitem \n  p 1 b\np 1 c\n",
		},
		"buttons to copy, tooltips, readings of Japanese words": {
			Page: "<p>a<span class='btn copy-button'>Copy</span><span role=tooltip>x</span><span role=button>b</span><ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>", Want: "p 1 ab漢\n",
		},
		"links to the place itself": {
			Page: "<h3><code>E_5</code><span><a class=mark href=#e>#</a></span></h3><h2>a<a class=headerlink href=#a>¶</a></h2><h3><a href='/x#b'>#</a> b</h3><h4><a class=anchor href=#c>Permalink to this</a>c</h4><p>d <a href=#e>e</a> <a class=anchor href=#f>E_4</a> <a href=x>§</a>",
			Want: "h3 1 E_5\nh2 1 a\nh3 1 b\nh4 1 c\np 1 d e E_4 §\n",
		},
		"numbers of lines, and the lines of a listing": {
			Page: "<div class=fragment><div class=line><a id=l1></a><span class=lineno>    1</span>enum tide {</div>\n<div class=line><span class=lineno>    2</span>  LOW = 1,</div>\n<div class=ttc><div class=ttname>x</div></div></div><div class=line-block><div class=line>a</div></div>",
			Want: "pre 1 enum tide {\npre 1 \npre 2   LOW = 1,\np 3 a\n",
		},
		"a heading that is its link": {Page: "<h2><a class=header-anchor href=#a><span>a</span></a></h2><h3><a class=anchor href=#b></a><a href=#b>#</a></h3>", Want: "h2 1 a\nh3 1 #\n"},
	})
}

func TestHiddenRowsAreTold(t *testing.T) {
	p := &page.Page{}
	if err := FillHTML(p, "<table>\n<tr><td>E1\n<tr hidden><td>E2\n<tr style='display: none'><td>E3</table><span hidden>x</span>"); err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprint(p.Warnings); !strings.Contains(got, "3: rows, items or cells that the page hides are not read (2, the first here)") {
		t.Error(got)
	}
}

func TestPartsOfTables(t *testing.T) {
	testHTML(t, map[string]pagetest.BlocksTest{
		"a rowspan of 0 reaches to the end of its part": {
			Page: "<table><tr><th>g<th>h<tbody><tr><td rowspan=0>a<td>1<tr><td>2<tr><td>3<tbody><tr><td>b<td>4</table>",
			Want: "header 1:g | 1:h\nrow 1:a | 1:1\nrow 1:a″ | 1:2\nrow 1:a″ | 1:3\nrow 1:b | 1:4\n",
		},
		"no cell reaches out of its part": {
			Page: "<table><tbody><tr><td rowspan=9>a<td>1<tbody><tr><td>b<td>2</table>", Want: "row 1:a | 1:1\nrow 1:b | 1:2\n",
		},
		"the head behind the body": {
			Page: "<table><tbody><tr><td>a<td>1</tbody>\n<thead><tr><th>h<th>i</thead></table>", Want: "header 2:h | 2:i\nrow 1:a | 1:1\n",
		},
		"foot, body, head; only the first of each moves": {
			Page: "<table><tfoot><tr><td>f<tfoot><tr><td>g<tbody><tr><td>a<thead><tr><th>h<thead><tr><th>i<tbody><tr><td>b</table>",
			Want: "header 1:h\nrow 1:g\nrow 1:a\nheader 1:i\nrow 1:b\nrow 1:f\n",
		},
	})
}
