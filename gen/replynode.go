package gen

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/dave/jennifer/jen"
	"github.com/spectab/spectab/model"
)

// A replyNode is a member of the struct that a reply is read into.
type replyNode struct {
	name    string // in the reply
	field   string // in Go
	isText  bool   // it is wanted itself
	members []*replyNode
	element *replyNode // of an array of JSON
	length  int        // of the array: one more than the highest place wanted
}

// addJSON makes room for a path, and returns the expression for its text.
func (n *replyNode) addJSON(path []string) *jen.Statement {
	expression := "reply"
	for _, step := range path {
		if place := model.Place(step); place >= 0 {
			if n.element == nil {
				n.element = &replyNode{}
			}
			n.length = max(n.length, place+1)
			n, expression = n.element, fmt.Sprintf("%s[%d]", expression, place)
			continue
		}
		n = n.member(step)
		expression += "." + n.field
	}
	n.isText = true
	return jen.String().Call(jen.Id(expression))
}

// addXML does the same for a path of elements, of which the first is the root
// and the last may be an attribute.
func (n *replyNode) addXML(path []string) *jen.Statement {
	n.name = path[0]
	expression := "reply"
	for _, step := range path[1:] {
		n = n.member(step)
		expression += "." + n.field
	}
	n.isText = true
	attribute := jen.Id(expression + "Attr")
	if len(path) == 1 || len(n.members) > 0 {
		expression += ".Text"
	}
	text := jen.Qual("strings", "TrimSpace").Call(jen.Id(expression))
	if len(path) == 1 {
		return text
	}
	return jen.Qual("cmp", "Or").Call(text, attribute) // xmlns:code is an attribute called code too
}

// member is the one of a name, made where there is none.
func (n *replyNode) member(name string) *replyNode {
	field := fieldName(name)
	for _, m := range n.members {
		if m.name == name {
			return m
		}
		if m.field == field || m.field+"Attr" == field || field+"Attr" == m.field {
			field = fmt.Sprintf("Member%d", len(n.members)+1)
		}
	}
	m := &replyNode{name: name, field: field}
	n.members = append(n.members, m)
	return m
}

// fieldName is a name of a reply as that of a field.
func fieldName(name string) string {
	var b strings.Builder
	for _, word := range strings.FieldsFunc(name, func(r rune) bool { return r > unicode.MaxASCII || !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		b.WriteString(upperFirst(word))
	}
	switch s := b.String(); {
	case s == "" || !unicode.IsUpper(rune(s[0])) || s == "XMLName" || s == "Text":
		return "Member" + s
	default:
		return s
	}
}

// jsonType is the Go type that a node is read into.
func (n *replyNode) jsonType() string {
	switch {
	case n.element != nil:
		return fmt.Sprintf("[%d]%s", n.length, n.element.jsonType())
	case len(n.members) == 0:
		return "jsonText"
	}
	var b strings.Builder
	b.WriteString("struct {\n")
	for _, m := range n.members {
		fmt.Fprintf(&b, "%s %s `json:%s`\n", m.field, m.jsonType(), quote(tagName(m.name)))
	}
	return b.String() + "}"
}

// tagName keeps the one name that would mean no name.
func tagName(name string) string {
	if name == "-" {
		return "-,"
	}
	return name
}

// xmlType is the same for XML, where an element has a text and members.
func (n *replyNode) xmlType(isRoot bool) string {
	if len(n.members) == 0 && !isRoot {
		return "string"
	}
	var b strings.Builder
	b.WriteString("struct {\n")
	if isRoot {
		fmt.Fprintf(&b, "XMLName struct{} `xml:%s`\n", quote(n.name))
	}
	if n.isText {
		b.WriteString("Text string `xml:\",chardata\"`\n")
	}
	for _, m := range n.members {
		fmt.Fprintf(&b, "%s %s `xml:%s`\n", m.field, m.xmlType(false), quote(m.name))
		if m.isText {
			fmt.Fprintf(&b, "%sAttr string `xml:%s`\n", m.field, quote(m.name+",attr"))
		}
	}
	return b.String() + "}"
}
