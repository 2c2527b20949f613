package troff

import (
	"strconv"
	"strings"
)

// A source is one line of input and where it stands on the page.
type source struct {
	text  string
	no    int
	depth int // of macros of the page in one another
}

// An input gives the lines of a page: those behind conditions that hold, with
// the macros of the page put in. What these may add is bounded.
type input struct {
	text    string
	at, no  int
	pushed  []source // lines of macros, the next one last
	macros  map[string][]string
	escapes escapes
	budget  int  // bytes that macros may add
	held    bool // the last condition, for .el
}

const maxDepth = 8 // of macros in one another

func newInput(text string) *input {
	return &input{text: text, macros: map[string][]string{}, escapes: newEscapes(len(text)), budget: len(text) + 1<<12}
}

// raw is the next line as it stands; a backslash at its end joins the next.
func (in *input) raw() (source, bool) {
	if n := len(in.pushed); n > 0 {
		l := in.pushed[n-1]
		in.pushed = in.pushed[:n-1]
		return l, true
	}
	if in.at >= len(in.text) {
		return source{}, false
	}
	l := source{no: in.no + 1}
	var joined []byte
	for {
		text, _, found := strings.Cut(in.text[in.at:], "\n")
		in.at += len(text)
		if found {
			in.at++
		}
		in.no++
		slashes := len(text) - len(strings.TrimRight(text, `\`))
		if slashes%2 == 1 && found && in.at < len(in.text) {
			joined = append(joined, text[:len(text)-1]...)
			continue
		}
		if l.text = text; joined != nil {
			l.text = string(append(joined, text...))
		}
		return l, true
	}
}

// next is the next line that is no condition and no definition.
func (in *input) next() (source, bool) {
	for {
		l, ok := in.raw()
		if !ok {
			return l, false
		}
		name, rest := request(l.text)
		switch name {
		case "if", "ie", "el", "while":
			in.condition(name, rest, l)
		case "de", "de1", "am", "dei", "ami":
			in.define(arguments(rest), name)
		case "ig":
			in.body(arguments(rest), 0)
		case "ds", "as", "ds1":
			in.escapes.define(rest)
		case "\x00":
		default:
			return l, true
		}
	}
}

// body are the lines up to two dots, or another end that is named.
func (in *input) body(args []string, end int) []string {
	mark := ".."
	if end < len(args) {
		mark = "." + args[end]
	}
	var lines []string
	for {
		l, ok := in.raw()
		if !ok || strings.TrimRight(strings.Replace(l.text, ". ", ".", 1), " \t") == mark {
			return lines
		}
		lines = append(lines, l.text)
	}
}

// define notes a macro of the page, unless there is one of that name: pages
// bring along those of man for where they are missing.
func (in *input) define(args []string, how string) {
	lines := in.body(args, 1)
	if len(args) == 0 || how[0] == 'a' {
		return
	}
	if _, ok := in.macros[args[0]]; !ok {
		in.macros[args[0]] = lines
	}
}

// expand puts in the lines of a macro of the page, and reports whether it is
// one.
func (in *input) expand(name string, args []string, from source) bool {
	lines, ok := in.macros[name]
	if !ok || from.depth >= maxDepth {
		return ok
	}
	for i := len(lines) - 1; i >= 0; i-- {
		text := in.filled(lines[i], args)
		if in.budget -= len(text) + 1; in.budget < 0 {
			return true
		}
		in.pushed = append(in.pushed, source{text: text, no: from.no, depth: from.depth + 1})
	}
	return true
}

// filled is a line of a macro with its arguments: \\$1, \$1, \\$*.
func (in *input) filled(line string, args []string) string {
	if !strings.Contains(line, `\$`) {
		return strings.ReplaceAll(line, `\\`, `\`)
	}
	var b strings.Builder
	line = strings.ReplaceAll(line, `\\`, `\`)
	for {
		before, rest, ok := strings.Cut(line, `\$`)
		b.WriteString(before)
		if !ok || rest == "" || b.Len() > in.budget {
			return b.String()
		}
		switch c := rest[0]; {
		case c >= '1' && c <= '9':
			if n := int(c - '1'); n < len(args) {
				b.WriteString(args[n])
			}
		case c == '*' || c == '@':
			b.WriteString(strings.Join(args, " "))
		}
		line = rest[1:]
	}
}

// condition reads .if, .ie and .el: the rest of the line, or what stands in
// \{ and \}, is input where it holds.
func (in *input) condition(name, rest string, l source) {
	holds := !in.held
	if name != "el" {
		holds, rest = in.test(rest)
		holds = holds && name != "while"
		in.held = holds
	}
	rest = strings.TrimLeft(rest, " \t")
	block, opens := strings.CutPrefix(rest, `\{`)
	if holds {
		if block = strings.TrimLeft(strings.TrimPrefix(block, `\`), " \t"); block != "" {
			in.pushed = append(in.pushed, source{text: block, no: l.no, depth: l.depth})
		}
		return
	}
	depth := 0
	if opens {
		depth = 1 + strings.Count(block, `\{`) - strings.Count(block, `\}`)
	}
	for depth > 0 {
		l, ok := in.raw()
		if !ok {
			return
		}
		depth += strings.Count(l.text, `\{`) - strings.Count(l.text, `\}`)
	}
}

// test says whether a condition holds, for a reader on a terminal, and what
// stands behind it. Registers are 0.
func (in *input) test(rest string) (holds bool, behind string) {
	if inner, ok := strings.CutPrefix(rest, "!"); ok {
		holds, behind = in.test(inner)
		return !holds, behind
	}
	if rest == "" {
		return false, ""
	}
	switch rest[0] {
	case 'n', 'o', 'e':
		return rest[0] == 'n', rest[1:]
	case 't', 'v':
		return false, rest[1:]
	case 'd', 'r', 'c', 'm', 'F', 'S':
		_, behind = word(strings.TrimLeft(rest[1:], " "))
		return false, behind
	case '\'', '"':
		parts := strings.SplitN(rest[1:], rest[:1], 3)
		if len(parts) < 3 {
			return false, ""
		}
		return parts[0] == parts[1], parts[2]
	}
	expr, behind := word(rest)
	if at := strings.Index(expr, `\{`); at >= 0 {
		expr, behind = expr[:at], rest[at:]
	}
	n, err := strconv.Atoi(strings.Trim(expr, "()"))
	return err == nil && n > 0, behind
}
