package scrape

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// A vendorPage is a list of codes as a vendor keeps it, whatever the layout
// that it is published in.
type vendorPage struct {
	style         string // of the codes
	heading       string
	header        [2]string
	columns       []string // behind the code and the text
	rows          []vendorRow
	sections      []vendorSection
	textFirst     bool
	around        string // codes: "code", "strong", "a", or "anchor" behind them
	before, after []string
	appendix      string
}

type vendorSection struct {
	from    int // row
	heading string
}

// A vendorRow is a record, and how it is shown where that is more.
type vendorRow struct {
	code, text  string
	shown, said string
	more        []string
}

// vendorTexts are what codes mean, no two alike.
var vendorTexts = strings.Split("The token has expired|No such user|The password is wrong|Too many requests were sent|The signature does not match|"+
	"The account is locked|The amount exceeds the limit|The currency is not supported|The card was declined by the bank|The session was closed|"+
	"The request body is malformed|A required field is missing|The file is too large|The upload was interrupted|The service is overloaded|"+
	"The address is not valid|The order does not exist|The refund is already done|The webhook cannot be reached|The key has no permission|"+
	"The region is not available|The version is no longer supported|The name is taken already|The invitation was withdrawn|The group is full", "|")

// vendorStyles number codes.
var vendorStyles = map[string]func(int) string{
	"small":        func(i int) string { return fmt.Sprint(i + 1) },
	"three digits": func(i int) string { return fmt.Sprint(961 + i*3) }, // soon four
	"negative":     func(i int) string { return fmt.Sprint(-32000 - i) },
	"hexadecimal":  func(i int) string { return fmt.Sprintf("0x8007%04X", i*5+1) },
	"letter":       func(i int) string { return fmt.Sprintf("E%03d", i*2+1) },
	"dashed":       func(i int) string { return fmt.Sprintf("%03d-%03d", i/5+1, i+1) },
	"prefixed":     func(i int) string { return fmt.Sprintf("%s-%d", []string{"AUTH", "PAY", "NET"}[i/4%3], 1001+i) },
	"capitals":     func(i int) string { return "ERR_" + strings.ToUpper(inWords(i, "_")) },
	"underscores":  func(i int) string { return strings.ToLower(inWords(i, "_")) },
	"camels":       func(i int) string { return inWords(i, "") },
}

// inWords is the text of a code as a name.
func inWords(i int, by string) string {
	var words []string
	for _, w := range strings.Fields(vendorTexts[i%len(vendorTexts)])[1:] {
		words = append(words, strings.ToUpper(w[:1])+w[1:])
	}
	return strings.Join(append(words, slices.Repeat([]string{"Again"}, i/len(vendorTexts))...), by)
}

func newVendorPage(style string) *vendorPage {
	p := &vendorPage{
		style: style, heading: "Error codes", header: [2]string{"Code", "Description"},
		before: []string{"When a request fails, the reply has an error code."}, after: []string{"Write to us if a code is missing here."},
	}
	for range 12 {
		p.rows = append(p.rows, p.fresh())
	}
	return p
}

// fresh is a row that the page has not yet.
func (p *vendorPage) fresh() vendorRow {
	i := len(p.rows)
	for slices.ContainsFunc(p.rows, func(r vendorRow) bool { return r.code == vendorStyles[p.style](i) }) {
		i++
	}
	text := vendorTexts[i%len(vendorTexts)] + strings.Repeat(" again", i/len(vendorTexts)) + "."
	return vendorRow{code: vendorStyles[p.style](i), text: text, more: slices.Repeat([]string{"9.9"}, len(p.columns))}
}

// strange is a code that is written as no other of the page.
func (p *vendorPage) strange() string {
	switch p.style {
	case "capitals":
		return "ERR_2FA_TLSv1_3"
	case "underscores":
		return "payOnce"
	case "camels":
		return "OnceAgain"
	}
	return "X-1.2/3"
}

// A vendorLayout is a way to publish the page.
type vendorLayout struct {
	ext                  string
	begin, end           string // of the list
	head                 string // a line of titles; "" where it has none
	row                  string // a record
	cell                 string // between cells
	section, chapter     string // headings
	paragraph            string
	around               map[string]string // what codes stand in
	badge, struck, noted string            // what is set beside a code
	other                string            // the name of the layout that this one may become
}

var (
	inMarkdown = map[string]string{"": "%s", "code": "`%s`", "strong": "**%s**", "a": "[%s](#e)", "anchor": "%s"}
	inHTML     = map[string]string{"": "%s", "code": "<code>%s</code>", "strong": "<strong>%s</strong>", "a": `<a href="#e">%s</a>`, "anchor": `%s<a class="headerlink" href="#e">¶</a>`}
	inText     = map[string]string{"": "%s", "code": "%s", "strong": "%s", "a": "%s", "anchor": "%s"}
)

func markdownLayout(head, row, cell, other string) vendorLayout {
	return vendorLayout{ext: "md", head: head, row: row, cell: cell, end: "\n", section: "### %s\n\n", chapter: "## %s\n\n", paragraph: "%s\n\n", around: inMarkdown, badge: "%s (deprecated)", struck: "~~%s~~", noted: "%s[^1]", other: other}
}

func htmlLayout(begin, head, row, cell, end, other string) vendorLayout {
	return vendorLayout{ext: "html", begin: begin, head: head, row: row, cell: cell, end: end, section: "<h3>%s</h3>\n", chapter: "<h2>%s</h2>\n", paragraph: "<p>%s</p>\n", around: inHTML, badge: `%s <span class="badge">Deprecated</span>`, struck: "<s>%s</s>", noted: "%s<sup>1</sup>", other: other}
}

var vendorLayouts = map[string]vendorLayout{
	"pipes":           markdownLayout("| %s |\n|---|---|---|---|---|\n", "| %s |\n", " | ", "items"),
	"items":           markdownLayout("", "- %s\n", ": ", "pipes"),
	"Markdown titles": markdownLayout("", "### %s\n\n", "\n\n", "pipes"),
	"table":           htmlLayout("<table>\n", "<tr><th>%s</th></tr>\n", "<tr><td>%s</td></tr>\n", "</td><td>", "</table>\n", "styled"),
	"styled":          htmlLayout("<div>\n", "<div><div>%s</div></div>\n", "<div><div>%s</div></div>\n", "</div><div>", "</div>\n", "table"),
	"terms":           htmlLayout("<dl>\n", "", "<dt>%s</dd>\n", "</dt><dd>", "</dl>\n", "table"),
	"titles":          htmlLayout("", "", "<h3>%s</p>\n", "</h3>\n<p>", "", "terms"),
	"text":            {ext: "txt", row: "%s\n", cell: "  ", end: "\n", section: "%s\n\n", chapter: "%s\n\n", paragraph: "%s\n\n", around: inText, badge: "%s (deprecated)", struck: "%s (deprecated)", noted: "%s[1]"},
}

// render publishes the page.
func (p *vendorPage) render(layout string) (file string, data []byte) {
	l := vendorLayouts[layout]
	var b strings.Builder
	write := func(form string, texts ...string) {
		for _, text := range texts {
			fmt.Fprintf(&b, form, text)
		}
	}
	write(strings.ReplaceAll(l.chapter, "2", "1"), "Acme API")
	write(l.paragraph, p.before...)
	write(l.chapter, p.heading)
	p.list(&b, l, 0, p.end(0))
	for i, s := range p.sections {
		write(l.section, s.heading)
		p.list(&b, l, s.from, p.end(i+1))
	}
	write(l.chapter, "Support")
	write(l.paragraph, p.after...)
	b.WriteString(p.appendix)
	return "page." + l.ext, []byte(b.String())
}

// end is the row behind those that stand before section i.
func (p *vendorPage) end(i int) int {
	if i < len(p.sections) {
		return p.sections[i].from
	}
	return len(p.rows)
}

func (p *vendorPage) list(b *strings.Builder, l vendorLayout, from, to int) {
	if from == to {
		return
	}
	b.WriteString(l.begin)
	if l.head != "" {
		rule := strings.Replace(l.head, "|---|---|---|---|---|", strings.Repeat("|---", 2+len(p.columns))+"|", 1)
		fmt.Fprintf(b, rule, strings.Join(p.inOrder(p.header[0], p.header[1], p.columns, true), l.cell))
	}
	for i := range p.rows[from:to] {
		r := &p.rows[from+i]
		fmt.Fprintf(b, l.row, strings.Join(p.inOrder(r.shows(p, l), r.says(), r.more, l.head != ""), l.cell))
	}
	b.WriteString(l.end)
}

// inOrder are the cells of a row; only under a header can they have any order,
// and be more than two.
func (p *vendorPage) inOrder(code, text string, more []string, headed bool) []string {
	switch {
	case !headed:
		return []string{code, text}
	case p.textFirst:
		return append([]string{text, code}, more...)
	}
	return append([]string{code, text}, more...)
}

func (r *vendorRow) shows(p *vendorPage, l vendorLayout) string {
	text := r.code
	switch r.shown {
	case "":
	case "badge":
		text = fmt.Sprintf(l.badge, text)
	case "struck":
		text = fmt.Sprintf(l.struck, text)
	case "noted":
		text = fmt.Sprintf(l.noted, text)
	default:
		text = r.shown
	}
	return fmt.Sprintf(l.around[p.around], text)
}

func (r *vendorRow) says() string {
	if r.said != "" {
		return r.said
	}
	return r.text
}

// differences are what a Spec says otherwise than the page, at most four.
func (p *vendorPage) differences(s *model.Spec) string {
	want, list := map[string]string{}, []string{}
	for _, r := range p.rows {
		for code := range strings.SplitSeq(r.code, ", ") {
			want[code] = r.text
		}
	}
	for i := range s.Tables {
		for _, e := range s.Tables[i].Entries {
			switch text, ok := want[e.Code]; {
			case !ok:
				list = append(list, fmt.Sprintf("%q is no code (%q)", e.Code, e.Text))
			case strings.TrimRight(e.Text, ".") != strings.TrimRight(text, "."):
				list = append(list, fmt.Sprintf("%q is %q, not %q", e.Code, e.Text, text))
			}
			delete(want, e.Code)
		}
	}
	for code := range want {
		if code != "" {
			list = append(list, fmt.Sprintf("%q is missing", code))
		}
	}
	slices.Sort(list)
	return strings.Join(list[:min(4, len(list))], "; ")
}
