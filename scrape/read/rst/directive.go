package rst

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/read/markup"
)

var (
	directiveLine = regexp.MustCompile(`^\.\. +([A-Za-z][\w:.+-]*?) ?::(?: +(.*)|$)`)
	footnoteLine  = regexp.MustCompile(`^\.\. +\[(?:\d+|[#*]?[\w.-]*)\](?: +|$)`)
)

// A directive is what a page asks to be made of its content.
type directive struct {
	no        int
	name      string
	arguments []line
	options   map[string]string
	content   []line
}

// explicit reads what begins with two dots: a directive, or what is not shown.
func (r *reader) explicit(lines []line) int {
	n := 1 + indented(lines[1:], 1)
	if m := directiveLine.FindStringSubmatch(lines[0].text); m != nil {
		r.directive(parseDirective(m, lines[:n]))
		return n
	}
	r.endObjects()
	if m := footnoteLine.FindString(lines[0].text); m != "" {
		body, _ := item(lines[:n], len(m))
		r.blocks(trimBlank(body))
	}
	return n
}

var optionLine = regexp.MustCompile(`^:([A-Za-z][\w -]*):(?: +(.*)|$)`)

func parseDirective(m []string, lines []line) *directive {
	d := &directive{no: lines[0].no, name: strings.ToLower(m[1]), options: map[string]string{}}
	if m[2] != "" {
		d.arguments = append(d.arguments, line{m[2], lines[0].no})
	}
	rest := dedent(lines[1:], 0)
	for len(rest) > 0 && !rest[0].blank() && !optionLine.MatchString(rest[0].text) && len(d.arguments) > 0 {
		d.arguments, rest = append(d.arguments, rest[0]), rest[1:]
	}
	last := ""
	for len(rest) > 0 && !rest[0].blank() {
		o := optionLine.FindStringSubmatch(rest[0].text)
		switch {
		case o != nil:
			last = o[1]
			d.options[last] = o[2]
		case last == "" || rest[0].indent() == 0:
			d.content = trimBlank(rest)
			return d
		default: // an option goes on
			d.options[last] += "\n" + strings.TrimSpace(rest[0].text)
		}
		rest = rest[1:]
	}
	d.content = trimBlank(rest)
	return d
}

// What directives are for the reader. Those that are not here describe
// something by name, or hold text.
type use int

const (
	unused   use = iota + 1 // nothing that is text of the page
	holder                  // its content is
	titledBy                // its arguments are a title of its content
	note                    // its arguments are the first text of its content
	verbatim                // its content is code
	lineOnly                // its arguments are text
)

var uses = map[string]use{
	"toctree": unused, "contents": unused, "sectnum": unused, "index": unused, "image": unused, "meta": unused, "highlight": unused,
	"default-role": unused, "role": unused, "currentmodule": unused, "py:currentmodule": unused, "module": unused, "py:module": unused,
	"default-domain": unused, "js:module": unused, "program": unused, "c:namespace": unused, "c:namespace-push": unused, "c:namespace-pop": unused,
	"cpp:namespace": unused, "cpp:namespace-push": unused, "cpp:namespace-pop": unused, "math": unused, "graphviz": unused, "digraph": unused, "mermaid": unused, "uml": unused,
	"automodule": unused, "autoclass": unused, "autofunction": unused, "doxygenenum": unused, "doxygenstruct": unused,
	"tabularcolumns": unused, "bibliography": unused, "testsetup": unused, "testcleanup": unused, "target-notes": unused, "date": unused,

	"container": holder, "only": holder, "ifconfig": holder, "class": holder, "rst-class": holder, "cssclass": holder, "compound": holder,
	"tabs": holder, "tab-set": holder, "grid": holder, "epigraph": holder, "highlights": holder, "pull-quote": holder, "glossary": holder,
	"hlist": holder, "table": holder, "figure": holder, "centered": lineOnly, "rubric": lineOnly,

	"admonition": titledBy, "topic": titledBy, "sidebar": titledBy, "tab": titledBy, "tab-item": titledBy, "group-tab": titledBy,
	"dropdown": titledBy, "details": titledBy, "collapse": titledBy, "card": titledBy, "grid-item-card": titledBy,

	"note": note, "warning": note, "important": note, "tip": note, "hint": note, "caution": note, "attention": note, "danger": note,
	"error": note, "seealso": note, "todo": note, "versionadded": note, "versionchanged": note, "deprecated": note, "versionremoved": note,

	"code": verbatim, "code-block": verbatim, "sourcecode": verbatim, "parsed-literal": verbatim, "prompt": verbatim, "console": verbatim,
	"productionlist": verbatim, "testcode": verbatim, "testoutput": verbatim, "doctest": verbatim, "ipython": verbatim,
}

func (r *reader) directive(d *directive) {
	if r.described(d) {
		return
	}
	r.endObjects()
	if r.included(d) {
		return
	}
	switch d.name {
	case "list-table", "flat-table":
		r.listTable(d)
		return
	case "csv-table":
		r.csvTable(d)
		return
	case "raw":
		r.raw(d)
		return
	}
	switch uses[d.name] {
	case unused:
	case verbatim:
		r.literal(d.content)
	case lineOnly, titledBy:
		r.paragraph(d.arguments)
		r.section(d.content)
	case holder:
		if d.name == "table" {
			r.paragraph(d.arguments)
		}
		r.section(d.content)
	case note:
		r.section(append(append(d.arguments, line{no: d.no}), d.content...))
	default:
		r.section(d.content)
	}
}

func (r *reader) section(lines []line) {
	if len(lines) > 0 {
		r.f.Open("div")
		r.blocks(lines)
		r.f.Close("div")
	}
}

// described reads a directive that describes something by name: what it is
// called is a term. Those of one kind that follow one another are one list.
func (r *reader) described(d *directive) bool {
	if uses[d.name] != 0 || len(d.arguments) == 0 || len(d.content) == 0 && !strings.Contains(d.name, ":") || isTable(d.name) {
		return false
	}
	if r.objects != d.name {
		r.endObjects()
		r.f.Open("dl")
		r.objects = d.name
	}
	for _, a := range d.arguments {
		r.f.At(a.no)
		r.f.Open("dt")
		r.code(strings.TrimSuffix(unescape(a.text), "\\"))
		r.f.Close("dt")
	}
	r.definition(d.content)
	return true
}

func isTable(name string) bool {
	switch name {
	case "list-table", "flat-table", "csv-table", "raw", "include", "literalinclude":
		return true
	}
	return false
}

func (r *reader) endObjects() {
	if r.objects != "" {
		r.f.Close("dl")
		r.objects = ""
	}
}

// included tells of a file that the page wants to have here. It is not read.
func (r *reader) included(d *directive) bool {
	file := d.options["file"]
	if d.name == "include" || d.name == "literalinclude" {
		file = "another file"
		if len(d.arguments) > 0 {
			file = d.arguments[0].text
		}
	}
	if file == "" {
		return false
	}
	r.page.Warnings.Add("", d.no, "read that file too if it holds what is missing", "the page includes %q here, which is not read", file)
	return true
}

// raw reads markup that is meant for HTML.
func (r *reader) raw(d *directive) {
	if len(d.arguments) == 0 || !strings.Contains(d.arguments[0].text, "html") {
		return
	}
	var all strings.Builder
	for _, l := range d.content {
		all.WriteString(l.text + "\n")
	}
	if !markup.Whole(all.String()) {
		r.page.Warnings.Add("", d.no, "", "HTML that does not close what it opens is not read")
		return
	}
	r.f.Open("div")
	for _, l := range d.content {
		r.f.At(l.no)
		r.f.HTML(l.text)
	}
	r.f.Close("div")
}
