package markup

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/spectab/spectab/scrape/page"
)

// markOf is how an element makes its text look, 0 where it does not.
func markOf(n *html.Node) page.MarkKind {
	class := attribute(n, "class")
	if class != "" && isBadge(n, class) {
		return page.Badge
	}
	if n.DataAtom == atom.Abbr && isSign(n) {
		return page.Badge
	}
	if kind := markKind(n.DataAtom); kind != 0 {
		if kind == page.Link && attribute(n, "href") == "" {
			return 0
		}
		return kind
	}
	switch {
	case n.DataAtom != atom.Span:
		return 0
	case hasWord(class, codeClasses):
		return page.Code
	case len(n.Attr) > 0 && strings.Contains(attribute(n, "style"), "line-through"):
		return page.Struck
	}
	return 0
}

// markKind is the mark that an element is for.
func markKind(a atom.Atom) page.MarkKind {
	switch a {
	case atom.Code, atom.Tt, atom.Kbd, atom.Samp:
		return page.Code
	case atom.B, atom.Strong:
		return page.Strong
	case atom.I, atom.Em, atom.Cite, atom.Dfn, atom.Var:
		return page.Emphasis
	case atom.Del, atom.S, atom.Strike:
		return page.Struck
	case atom.Sup:
		return page.Raised
	case atom.A:
		return page.Link
	}
	return 0
}

// Words of classes with which pages show code and badges. Those of the second
// list are badges within a line alone: a block may be called so for what it
// holds.
var (
	codeClasses   = []string{"code", "literal", "monospace", "mono", "inlinecode"}
	badgeClasses  = []string{"badge", "pill", "lozenge", "chip", "stab"}
	inlineClasses = []string{"label", "mlabel", "tag", "since", "version", "deprecated", "beta", "experimental", "new"}
)

// maxBadge is how long the text of a badge is at most, in bytes. The longest
// are sentences such as those of rustdoc: that something is experimental.
const maxBadge = 96

// isBadge reports whether an element of a class is a badge. A number, or a
// name with an underscore, is no state or version but what the page is about.
func isBadge(n *html.Node, class string) bool {
	switch n.DataAtom {
	case atom.Span, atom.Small, atom.Em, atom.I, atom.B, atom.Strong, atom.Mark, atom.A, atom.Sup, atom.Label:
		if !hasWord(class, badgeClasses) && !hasWord(class, inlineClasses) {
			return false
		}
	case atom.Div, 0:
		if !hasWord(class, badgeClasses) {
			return false
		}
	default:
		return false
	}
	text := strings.TrimSpace(string(appendText(nil, n, maxBadge)))
	return text != "" && len(text) < maxBadge && !strings.HasSuffix(text, ":") &&
		strings.Trim(text, "0123456789") != "" && !strings.Contains(text, "_")
}

// isSign reports whether an element holds a sign and no word.
func isSign(n *html.Node) bool {
	text := string(appendText(nil, n, maxBadge))
	return strings.TrimSpace(text) != "" && !strings.ContainsFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// appendText appends the text inside an element, until it has a length.
func appendText(to []byte, n *html.Node, limit int) []byte {
	for c := n.FirstChild; c != nil && len(to) < limit; c = c.NextSibling {
		if c.Type == html.TextNode {
			to = append(to, c.Data[:min(len(c.Data), limit)]...)
		} else {
			to = appendText(to, c, limit)
		}
	}
	return to
}

// hasWord reports whether one of the words stands in a list of classes as a
// part between spaces, hyphens and underscores.
func hasWord(classes string, words []string) bool {
	for classes != "" {
		end := strings.IndexAny(classes, " -_\t\n")
		if end < 0 {
			end = len(classes)
		}
		for _, w := range words {
			if len(w) == end && strings.EqualFold(classes[:end], w) {
				return true
			}
		}
		classes = strings.TrimLeft(classes[end:], " -_\t\n")
	}
	return false
}

// margin is how far from the left a style sets its element, as converters of
// manual pages write what was indented.
var margin = regexp.MustCompile(`(?:^|[;\s])margin-left:\s*(\d{1,3})(?:\.\d+)?(%|em|px)`)

// pixelsOfColumn is how wide a letter is at the usual size of 16 pixels.
const pixelsOfColumn = 8

// indentOf is how many columns the style of an element sets it in.
func indentOf(n *html.Node) int {
	style := attribute(n, "style")
	if !strings.Contains(style, "margin-left") {
		return 0
	}
	m := margin.FindStringSubmatch(style)
	if m == nil {
		return 0
	}
	size, _ := strconv.Atoi(m[1])
	switch m[2] {
	case "em":
		size *= 2
	case "px":
		size /= pixelsOfColumn
	}
	return size
}

func attribute(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}
