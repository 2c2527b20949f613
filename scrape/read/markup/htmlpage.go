package markup

import (
	"encoding/json"
	"fmt"
	"net/url"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/language"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
)

// HTML makes blocks of markup.
func HTML(text string) ([]page.Block, error) {
	p := &page.Page{}
	err := FillHTML(p, text)
	return p.Blocks, err
}

// FillHTML fills a page with what its markup holds. A page that its end cuts
// off inside a table or a tag is an error: half a row is worse than none.
func FillHTML(p *page.Page, text string) error {
	if err := refuseJSON(text); err != nil {
		return err
	}
	doc, err := goquery.NewDocumentFromReader(strings.NewReader(text))
	if err != nil {
		return tooDeep(err)
	}
	w := &htmlWalker{lines: &lineFinder{src: text, line: 1}, xhtml: isXHTML(text)}
	w.children(doc.Nodes[0])
	w.flush()
	p.Blocks, p.Title, p.Around = w.blocks, w.title, w.around
	declarations(p, doc)
	if w.hidden > 0 {
		w.warnings.Add("", w.hiddenNo, "", "rows, items or cells that the page hides are not read (%d, the first here)", w.hidden)
	}
	p.Warnings = append(p.Warnings, w.warnings...)
	return refuseCut(p, text, w.lines.rest())
}

// declarations takes down what the markup says of the page: its language and
// its address.
func declarations(p *page.Page, doc *goquery.Document) {
	root := doc.ChildrenFiltered("html")
	if tag, err := language.Parse(root.AttrOr("lang", root.AttrOr("xml:lang", ""))); err == nil {
		p.Language = tag.String()
	}
	link := root.ChildrenFiltered("head").ChildrenFiltered("link[rel=canonical]")
	if u, err := url.Parse(link.AttrOr("href", "")); err == nil && u.Scheme == "https" && u.Host != "" && u.User == nil {
		p.Address = u.String()
	}
}

// tooDeep is an error of the parser, which gives up on deep nesting alone.
func tooDeep(err error) error {
	return page.Refuse(page.TooDeep, "no browser shows what is nested as deep as that; look at what wrote the page",
		fmt.Sprintf("the markup cannot be parsed: %v", err))
}

// refuseJSON is an error for a reply of a program.
func refuseJSON(text string) error {
	text = strings.TrimSpace(text)
	if text == "" || text[0] != '{' && text[0] != '[' || !json.Valid([]byte(text)) {
		return nil
	}
	return page.Refuse(page.OtherFormat, "if it is what you want, name the file .json", "this is JSON, not a page of markup")
}

// isXHTML reports whether a page says that it is XML, where CDATA is text.
func isXHTML(text string) bool {
	return strings.HasPrefix(strings.TrimSpace(text[:min(len(text), 64)]), "<?xml") ||
		strings.Contains(text[:min(len(text), 2<<10)], "http://www.w3.org/1999/xhtml")
}

// refuseCut is an error for a page that ends inside what cut begins with, or
// inside a table. Where the end tags are missing and the text breaks off, it is a
// warning.
func refuseCut(p *page.Page, text, cut string) error {
	last := strings.ToLower(text[max(0, len(text)-4<<10):])
	ends := strings.Contains(last, "</html") || strings.Contains(last, "</body")
	switch {
	case cut != "" && !ends:
		line := 1 + strings.Count(text[:len(text)-len(cut)], "\n")
		return truncated(line, fmt.Sprintf("%s ends inside %s that begins here; what stands behind it is lost", p.Called(), kindOfTag(cut)))
	case cut != "" && strings.Contains(strings.ToLower(cut), "</table"):
		line := 1 + strings.Count(text[:len(text)-len(cut)], "\n")
		return truncated(line, fmt.Sprintf("%s begins here, and is never closed: the rest of %s is lost in it", kindOfTag(cut), p.Called()))
	case ends:
		return nil
	}
	text = strings.ToLower(text)
	if !strings.Contains(text, "<html") {
		return nil
	}
	if open := strings.LastIndex(text, "<table"); open > strings.LastIndex(text, "</table") {
		return truncated(1+strings.Count(text[:open], "\n"), p.Called()+" ends inside the table that begins here")
	}
	if !endsInside(text) {
		return nil
	}
	p.Warnings.Add("", 1+strings.Count(strings.TrimSpace(text), "\n"), page.FetchAgain+" if something is missing", "%s has no end tag: it may be cut off here", p.Called())
	return nil
}

// endsInside reports whether markup in small letters ends inside of a sentence
// or of preformatted text: many pages have no end tags, and are whole.
func endsInside(text string) bool {
	text = strings.TrimSpace(text)
	return strings.TrimRight(text, ">.!?。！？") == text || strings.LastIndex(text, "<pre") > strings.LastIndex(text, "</pre")
}

func truncated(line int, message string) error {
	return &page.Refusal{Reason: page.Truncated, Problem: &model.Problem{Line: line, Message: message, Hint: page.FetchAgain}}
}

func kindOfTag(cut string) string {
	switch {
	case strings.HasPrefix(cut, "<!--"):
		return "a comment"
	case unreadElement(cut) != "" && tagEnd(cut) > 0:
		return "a <" + unreadElement(cut) + ">"
	case strings.ContainsAny(cut, `"'`):
		return "a tag with an unclosed quote"
	}
	return "a tag"
}

// notice takes down what an element says of the page besides its text, and
// reports whether that is all there is to it.
func (w *htmlWalker) notice(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Title:
		if w.title == "" && n.Namespace == "" && n.FirstChild != nil {
			w.title = page.Clean(n.FirstChild.Data)
		}
	case atom.Script:
		w.around.Scripts++
		return true
	case atom.Style, atom.Iframe:
		return true
	case atom.Noscript:
		if n.FirstChild != nil && len(w.around.Unread) < page.SlimPage {
			w.around.Unread += n.FirstChild.Data[:min(len(n.FirstChild.Data), page.SlimPage)]
		}
		return true
	case atom.Input:
		for _, a := range n.Attr {
			if a.Key == "type" && strings.EqualFold(a.Val, "password") {
				w.around.Passwords++
			}
		}
		return true
	}
	return false
}

// cdata is the text of a CDATA section, which the parser of HTML takes for a
// comment.
func (w *htmlWalker) cdata(comment string) {
	text, ok := strings.CutPrefix(comment, "[CDATA[")
	if !ok || !w.xhtml {
		return
	}
	no := w.lines.comment(comment)
	if len(w.run) == 0 {
		w.runNo = no
	}
	w.run = append(w.run, strings.TrimSuffix(text, "]]")...)
}
