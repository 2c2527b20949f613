package gen

import (
	"encoding/json"
	"fmt"
	"go/format"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// An example is one function of example_test.go.
type example struct {
	name    string
	imports []string
	body    []string
	output  string // "" where it is not to be run
}

// renderExamples is example_test.go, nil where there is nothing to show, or
// where nobody knows the path by which an example would import the package.
func (p *plan) renderExamples() ([]byte, error) {
	if p.spec.ImportPath == "" {
		return nil, nil
	}
	var examples []example
	for _, g := range p.types {
		// go vet takes what stands behind an underscore in the name of an example
		// for a suffix.
		if g.members == nil && g.isListing() && p.spec.Table(g.name) != nil && !strings.Contains(g.name, "_") {
			examples = append(examples, g.examples()...)
		}
	}
	examples = slices.DeleteFunc(examples, func(e example) bool { return p.declared[e.name] != "" })
	if len(examples) == 0 {
		return nil, nil
	}
	imports := []string{"fmt"}
	for _, e := range examples {
		imports = append(imports, e.imports...)
	}
	slices.Sort(imports)
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n\npackage %s_test\n\nimport (\n", firstLine(p.spec.Source), p.spec.Package)
	for _, path := range slices.Compact(imports) {
		fmt.Fprintf(&b, "\t%q\n", path)
	}
	alias := ""
	if slices.Contains(exampleWords, p.spec.Package) {
		alias = "emitted "
	}
	fmt.Fprintf(&b, "\n\t%s%q\n", alias, p.spec.ImportPath)
	b.WriteString(")\n")
	for _, e := range examples {
		fmt.Fprintf(&b, "\nfunc %s() {\n\t%s\n", e.name, strings.Join(e.body, "\n\t"))
		if e.output != "" {
			fmt.Fprintf(&b, "\t// Output: %s\n", e.output)
		}
		b.WriteString("}\n")
	}
	content, err := format.Source([]byte(b.String()))
	if err != nil {
		err = fmt.Errorf("package %s: emitted examples are no Go: %w", p.spec.Package, err)
	}
	return content, err
}

// exampleNames are the identifiers of examples, whatever they are of, which no
// variable may have for its name there, and exampleWords those with the usual
// variables, which no package may have.
var (
	exampleNames = []string{"fmt", "errors", "err", "ok", "reply", "true", "false"}
	exampleWords = append(exampleNames[:len(exampleNames):len(exampleNames)], "code", "result", "parameter", "field", "value")
)

// isListing reports whether the page lists anything of the type.
func (g *goType) isListing() bool {
	return slices.ContainsFunc(g.rows, func(r row) bool { return !r.isGone && r.decides() })
}

// qualified is an identifier of the package as an example calls it.
func (p *plan) qualified(name string) string {
	if slices.Contains(exampleWords, p.spec.Package) {
		return "emitted." + name
	}
	return p.spec.Package + "." + name
}

// examples show what is done with a type. That of the package comes from the
// main table alone.
func (g *goType) examples() []example {
	shown := g.exampleRow()
	list := []example{g.exampleLookup(shown), g.exampleIteration()}
	if g.isError && g.plan.spec.Main() == g.plan.spec.Table(g.name) {
		list = append([]example{g.exampleError(shown)}, list...)
	}
	if len(g.replies) > 0 {
		if e, ok := g.exampleReply(shown); ok {
			list = append(list, e)
		}
	}
	return list
}

// exampleRow is a row that reads well: one whose code, and message where there
// is one, can stand in a comment, and which is no success. Of several it is one
// that a new row at either end does not displace.
func (g *goType) exampleRow() int {
	best, least := -1, uint64(0)
	for i := range g.rows {
		r := &g.rows[i]
		if g.isSuccess(r) || r.isGone || !isReadable(r.text) || !isReadable(g.message(i)) {
			continue
		}
		if h := hashText(r.text, 1); best < 0 || h < least {
			best, least = i, h
		}
	}
	if best >= 0 {
		return best
	}
	return max(0, slices.IndexFunc(g.rows, func(r row) bool { return !g.isSuccess(&r) && !r.isGone }))
}

// message is what Message returns of a row, "" where there is no such method.
func (g *goType) message(row int) string {
	for i := range g.columns {
		if c := &g.columns[i]; c.method == "Message" {
			return g.rows[row].entry.Text
		}
	}
	return g.rows[row].text
}

// isReadable reports whether text prints as it would stand after "Output:".
func isReadable(s string) bool {
	return isPlain(s) && s != "" && !strings.Contains(s, "[") && strings.Join(strings.Fields(s), " ") == s && len(s) <= commentWidth
}

// printed is the line that an example prints, "" where it had better not be
// compared.
func printed(parts ...string) string {
	for _, part := range parts {
		if !isReadable(part) {
			return ""
		}
	}
	return strings.Join(parts, " ")
}

// wire is what String returns of a row.
func (g *goType) wire(row int) string {
	r := &g.rows[row]
	if !g.isInteger() {
		return r.text
	}
	for i := range g.rows { // of two symbols the first
		if other := &g.rows[i]; other.value.Cmp(r.value) == 0 && other.decides() {
			if other.key != "" {
				return other.key
			}
			return "" // the spelling of numbers is not for examples
		}
	}
	return ""
}

func (g *goType) exampleError(row int) example {
	name := g.plan.qualified(g.rows[row].name)
	e := example{name: "Example", imports: []string{"errors"}, body: []string{
		fmt.Sprintf("err := fmt.Errorf(\"call: %%w\", %s)", name),
		fmt.Sprintf("if errors.Is(err, %s) {", name),
		"\tfmt.Println(err)",
		"}",
	}}
	text := "call: " + g.wire(row)
	if g.column("Message") != nil && g.message(row) != "" {
		text += ": " + g.message(row)
	}
	if g.wire(row) != "" {
		e.output = printed(text)
	}
	return e
}

func (g *goType) exampleLookup(row int) example {
	e := example{name: "ExampleLookup" + g.name, body: []string{
		fmt.Sprintf("%s, ok := %s(%s)", g.noun, g.plan.qualified("Lookup"+g.name), quote(g.rows[row].text)),
		fmt.Sprintf("fmt.Println(%s.String(), ok)", g.noun),
	}}
	if wire := g.wire(row); wire != "" {
		e.output = printed(wire, "true")
	}
	return e
}

// exampleIteration prints what changes with no row of the page.
func (g *goType) exampleIteration() example {
	return example{
		name: "Example" + model.Plural(g.name),
		body: []string{
			fmt.Sprintf("for %s := range %s() {", g.noun, g.plan.qualified(model.Plural(g.name))),
			fmt.Sprintf("\tfmt.Println(%s.Known())", g.noun),
			"\tbreak",
			"}",
		},
		output: "true",
	}
}

// exampleReply parses a reply in JSON that is made up after the envelope.
func (g *goType) exampleReply(row int) (example, bool) {
	at := slices.IndexFunc(g.replies, func(e model.Envelope) bool { return e.Format == "json" })
	if at < 0 || g.isInteger() || g.isSuccess(&g.rows[row]) {
		return example{}, false
	}
	var content any = g.rows[row].text
	for _, key := range slices.Backward(g.replies[at].Code) {
		if place := model.Place(key); place >= 0 && place < 10 {
			content = append(make([]any, place), content)
		} else {
			content = map[string]any{key: content}
		}
	}
	body, err := json.Marshal(content)
	if err != nil || !strings.Contains(string(body), g.rows[row].text) {
		return example{}, false
	}
	e := example{name: "ExampleParse" + g.name, output: printed(g.rows[row].text, "true")}
	e.body = []string{
		fmt.Sprintf("reply := []byte(%s)", rawQuote(string(body))),
		fmt.Sprintf("%s, ok := %s(reply)", g.noun, g.plan.qualified("Parse"+g.name)),
		fmt.Sprintf("fmt.Println(%s.String(), ok)", g.noun),
	}
	if g.isReply {
		e.name = "ExampleParseError"
		e.imports = []string{"errors"}
		e.output = "true true"
		e.body[1] = "err, ok := " + g.plan.qualified("ParseError") + "(reply)"
		e.body[2] = fmt.Sprintf("fmt.Println(ok, errors.Is(err, %s))", g.plan.qualified(g.rows[row].name))
	}
	return e, true
}

// rawQuote is s between backquotes where that is possible and reads better.
func rawQuote(s string) string {
	if isPlain(s) && !strings.Contains(s, "`") {
		return "`" + s + "`"
	}
	return quote(s)
}
