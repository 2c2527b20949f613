package markup

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// isUnseen reports whether nobody sees an element on the page, or it is no
// part of what the page says: hidden text, texts for screen readers, icons,
// buttons to copy, tooltips and links to the place itself.
func isUnseen(n *html.Node) bool {
	if len(n.Attr) == 0 {
		return false
	}
	for _, a := range n.Attr {
		hidden := false
		switch a.Key {
		case "hidden":
			hidden = !strings.EqualFold(a.Val, "until-found")
		case "style":
			hidden = strings.Contains(a.Val, ":") && isHiding(a.Val)
		case "aria-hidden":
			hidden = a.Val == "true" && isIcon(n)
		case "role":
			hidden = a.Val == "tooltip"
		case "class":
			hidden = hasClass(a.Val)
		}
		if hidden && !holdsStructure(n) {
			return true
		}
	}
	return n.DataAtom == atom.A && (isPermalink(n) || leadsOn(n))
}

// isHidden reports whether a row, an item or a term is hidden, and passes over
// it. That is told: it looks like data.
func (w *htmlWalker) isHidden(n *html.Node) bool {
	if n.Type != html.ElementNode || !isUnseen(n) {
		return false
	}
	w.skip(n)
	if w.hidden++; w.hidden == 1 {
		w.hiddenNo = w.lines.no(w.lines.line)
	}
	return true
}

// isHiding reports whether a style hides its element.
func isHiding(style string) bool {
	if !strings.ContainsAny(style, "nN") {
		return false // nearly always
	}
	style = strings.ToLower(strings.Join(strings.Fields(style), ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// isUnseenClass knows the classes of the common style sheets: Bootstrap,
// Tailwind, WordPress, HTML5 Boilerplate, MediaWiki, and of buttons that copy;
// and those of the numbers of lines: Doxygen, Pygments, highlight.js, GitHub; and
// of the boxes that Doxygen shows above a name that is pointed at.
func isUnseenClass(class string) bool {
	switch class {
	case "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screen-reader-only",
		"sr-text", "a11y-hidden", "hidden-visually", "u-visually-hidden", "screenreader",
		"mw-editsection", "editsection", "copybtn", "copy-btn", "btn-copy", "copy-button",
		"clipboard", "btn-clipboard", "clipboard-copy", "copy-to-clipboard",
		"lineno", "linenos", "linenodiv", "hljs-ln-numbers", "line-numbers-rows", "blob-num", "ttc":
		return true
	}
	return false
}

// hasClass reports whether one of the classes is that of what is not seen.
func hasClass(classes string) bool {
	for classes != "" {
		end := strings.IndexAny(classes, " \t\n")
		if end < 0 {
			end = len(classes)
		}
		if isUnseenClass(classes[:end]) {
			return true
		}
		classes = strings.TrimLeft(classes[end:], " \t\n")
	}
	return false
}

// isIcon reports whether an element that is not read aloud is a sign; some
// pages hide text in this way that has another wording for the ear.
func isIcon(n *html.Node) bool {
	class := attribute(n, "class")
	return n.DataAtom == atom.I || hasWord(class, []string{"icon", "icons", "fa", "glyphicon", "symbols"}) || isPermalink(n)
}

// maxLook is how many nodes are looked at to find out what an element holds.
const maxLook = 4096

// holdsStructure reports whether what is hidden is shown by a click: the panel
// of a tab, or a part that is folded up.
func holdsStructure(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Div, atom.Section, atom.Article, atom.Aside, atom.Main, atom.Details, atom.Table, atom.Ul, atom.Ol, atom.Dl:
		left := maxLook
		return hasStructure(n, &left)
	}
	return false
}

func hasStructure(n *html.Node, left *int) bool {
	switch n.DataAtom {
	case atom.Tr, atom.Li, atom.Dt, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if *left--; *left < 0 || hasStructure(c, left) {
			return true
		}
	}
	return false
}

// isHeading reports whether a button is all that a heading says, as the ARIA
// Authoring Practices have it of what is unfolded below.
func isHeading(n *html.Node) bool {
	for range maxWrap {
		if isBesideText(n) {
			return false
		}
		if n = n.Parent; n == nil {
			return false
		}
		switch n.DataAtom {
		case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
			return true
		}
	}
	return false
}

// unfolds reports whether a button says that it unfolds a part of the page, by
// an attribute of ARIA or of Bootstrap or by its class.
func unfolds(n *html.Node) bool {
	for _, a := range n.Attr {
		switch a.Key {
		case "aria-expanded", "aria-controls":
			return true
		case "data-toggle", "data-bs-toggle":
			return a.Val == "collapse"
		}
	}
	return hasWord(attribute(n, "class"), []string{"accordion", "collapsible"})
}

// holdsTable reports whether a table is within an element.
func holdsTable(n *html.Node) bool {
	left := maxLook
	for c := range n.Descendants() {
		if left--; left < 0 || c.DataAtom == atom.Table {
			return true
		}
	}
	return false
}

// holdsBlocks reports whether a part of an element is of block level.
func holdsBlocks(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && isBlockLevel(c.DataAtom) {
			return true
		}
	}
	return false
}

// isPermalink reports whether a link leads to the place where it stands: a
// sign, or a word in an element of such a class, beside other text.
func isPermalink(n *html.Node) bool {
	if !strings.Contains(attribute(n, "href"), "#") {
		return false
	}
	text := strings.TrimSpace(string(appendText(nil, n, maxBadge)))
	return text != "" && (isAnchorSign(text) || hasWord(attribute(n, "class"), anchorClasses) && isWords(text)) && hasTextBeside(n)
}

// leadsOn reports whether a link at the end of a text leads to more of it: More...
func leadsOn(n *html.Node) bool {
	if n.NextSibling != nil && hasText(n.NextSibling) || !strings.Contains(attribute(n, "href"), "#") {
		return false
	}
	text := strings.TrimSpace(string(appendText(nil, n, maxBadge)))
	return (strings.HasSuffix(text, "...") || strings.HasSuffix(text, "…")) && isWords(text) && hasTextBeside(n)
}

var anchorClasses = []string{"headerlink", "permalink", "anchor", "anchorjs", "hash", "hashlink"}

// isAnchorSign reports whether a text is pictures and the signs that generators
// take for permalinks and the way back from notes, and nothing else.
func isAnchorSign(text string) bool {
	return strings.TrimFunc(text, func(r rune) bool {
		return unicode.Is(unicode.So, r) || strings.ContainsRune("¶#§∞†‡↩\ufe0e\ufe0f\u200b\u00a0 ", r)
	}) == ""
}

// isWords reports whether a text has neither digits nor what codes are made of.
func isWords(text string) bool {
	return len(text) < maxBadge && strings.IndexFunc(text, func(r rune) bool { return unicode.IsDigit(r) || r == '_' }) < 0
}

// maxBeside is how many siblings are looked at for text.
const maxBeside = 8

// maxWrap is how many elements may hold a link and nothing else.
const maxWrap = 3

// hasTextBeside reports whether text stands beside an element, or beside the
// spans that hold it alone.
func hasTextBeside(n *html.Node) bool {
	for range maxWrap {
		if isBesideText(n) {
			return true
		}
		if n = n.Parent; n == nil || n.DataAtom != atom.Span && n.DataAtom != atom.Sup && n.DataAtom != atom.Small {
			return false
		}
	}
	return false
}

func isBesideText(n *html.Node) bool {
	for i, c := 0, n.PrevSibling; c != nil && i < maxBeside; i, c = i+1, c.PrevSibling {
		if hasText(c) {
			return true
		}
	}
	for i, c := 0, n.NextSibling; c != nil && i < maxBeside; i, c = i+1, c.NextSibling {
		if hasText(c) {
			return true
		}
	}
	return false
}

func hasText(n *html.Node) bool {
	if n.Type == html.TextNode {
		return !isBlank(n.Data)
	}
	return strings.TrimSpace(string(appendText(nil, n, maxBadge))) != ""
}
