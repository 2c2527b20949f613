package markup

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// A flavour takes what publishers add to Markdown out of a page: the marks
// around notes, tags of templates, imports and components of MDX. Tables that
// CommonMark does not take are mended.
type flavour struct {
	page *page.Page
	rows []string
	out  strings.Builder
	nos  []int // the line of the page of each line of out

	fence string // the mark that ends the code which is open
	noted int    // the indentation of a note of MkDocs, or 0

	endless int // no data of a component ends before this row
}

// plainMarkdown is a page from a line on as plain Markdown, and where its lines
// stand.
func plainMarkdown(p *page.Page, text string, first int) (string, []int) {
	f := &flavour{page: p, rows: strings.Split(text, "\n")}
	for at := 0; at < len(f.rows); {
		at += f.line(at, first+at)
	}
	return f.out.String(), f.nos
}

func (f *flavour) put(row string, no int) {
	if len(f.nos) > 0 {
		f.out.WriteByte('\n')
	}
	f.out.WriteString(row)
	f.nos = append(f.nos, no)
}

var (
	fenceMark    = regexp.MustCompile("^ {0,3}(```+|~~~+)")
	importLine   = regexp.MustCompile(`^(?:import\s+(?:.+\sfrom\s+)?['"][^'"]+['"];?|export\s+(?:const|let|default|function|async)\b.*)\s*$`)
	noteMark     = regexp.MustCompile(`^\s*(?::{3,}\s*(?:\[?[A-Za-z][\w-]*\]?)?(?:\{[^}]*\})?(.*)|> ?\[![A-Za-z]+\](.*))$`)
	mkdocsNote   = regexp.MustCompile(`^(?:!!!|\?\?\?\+?|===)\+? +(?:[\w-]+(?: [\w-]+)*)?(?: *"([^"]*)")? *$`)
	templateLine = regexp.MustCompile(`^\s*(?:(?:\{%-?[^%]*%\}|\{\{[<%][^{}]*[>%]\}\})\s*)+$`)
	commentLine  = regexp.MustCompile(`^\s*\{/\*.*\*/\}\s*$`)
	includeTag   = regexp.MustCompile(`\{%-?\s*include\s+(?:\[[^\]]*\]\()?["']?([^\s"')%]+)`)
)

// line takes over a line, or what begins on it, and returns how many lines
// that is.
func (f *flavour) line(at, no int) int {
	row := f.rows[at]
	if f.inFence(row) {
		f.put(row, no)
		return 1
	}
	if f.noted > 0 {
		row = f.inNote(row)
	}
	if n := f.addition(at, no, row); n > 0 {
		return n
	}
	if n := f.table(at, no); n > 0 {
		return n
	}
	f.put(row, no)
	return 1
}

// inFence reports whether a line belongs to code between fences.
func (f *flavour) inFence(row string) bool {
	m := fenceMark.FindStringSubmatch(row)
	switch {
	case f.fence == "" && m != nil:
		f.fence = m[1]
		return true
	case f.fence != "" && m != nil && strings.HasPrefix(m[1], f.fence) && strings.TrimSpace(row) == m[1]:
		f.fence = ""
		return true
	}
	return f.fence != ""
}

// inNote takes the indentation from the text of a note.
func (f *flavour) inNote(row string) string {
	if strings.TrimSpace(row) == "" {
		return row
	}
	if less, ok := strings.CutPrefix(row, "    "); ok {
		return less
	}
	f.noted = 0
	return row
}

// addition takes out a line that is none of Markdown; what it calls itself
// stays.
func (f *flavour) addition(at, no int, row string) int {
	text := strings.TrimSpace(row)
	if text == "" || strings.IndexByte(":>!?={ie<", text[0]) < 0 {
		return 0
	}
	if m := noteMark.FindStringSubmatch(row); m != nil {
		quote := ""
		if text[0] == '>' {
			quote = "> "
		}
		f.put(quote+strings.TrimSpace(m[1]+m[2]), no)
		return 1
	}
	if m := mkdocsNote.FindStringSubmatch(row); m != nil && f.isIndented(at+1) {
		f.noted = 4
		f.put(m[1], no)
		return 1
	}
	switch {
	case templateLine.MatchString(row):
		if m := includeTag.FindStringSubmatch(row); m != nil {
			f.page.Warnings.Add("", no, "read that file too if it holds what is missing", "the page includes %q here, which is not read", m[1])
		}
	case commentLine.MatchString(row):
	case importLine.MatchString(row):
		return f.script(at, no)
	default:
		if n := f.data(at, no); n > 0 {
			return n
		}
		return f.component(no, text)
	}
	f.put("", no)
	return 1
}

func (f *flavour) isIndented(at int) bool {
	for at < len(f.rows) && strings.TrimSpace(f.rows[at]) == "" {
		at++
	}
	return at < len(f.rows) && strings.HasPrefix(f.rows[at], "    ")
}

// script passes over what MDX imports or exports, down to a blank line; a list
// or an object is data of the page, and stays as code.
func (f *flavour) script(at, no int) int {
	n := 1
	if strings.HasPrefix(f.rows[at], "export") {
		for at+n < len(f.rows) && strings.TrimSpace(f.rows[at+n]) != "" {
			n++
		}
	}
	if _, value, ok := strings.Cut(f.rows[at], "="); ok && isOpening(value) {
		f.code(f.rows[at:at+n], no)
		return n
	}
	f.put("", no)
	return n
}

// isOpening reports whether an expression begins a list or an object and goes on in the
// next line.
func isOpening(expr string) bool {
	expr = strings.TrimSpace(expr)
	return expr != "" && strings.Trim(expr, "[{( ") == ""
}

// code puts lines as code that no formatting changes.
func (f *flavour) code(rows []string, no int) {
	f.put("", no)
	f.put(dataFence, no)
	for i, row := range rows {
		f.put(row, no+i)
	}
	f.put(dataFence, no+len(rows)-1)
}

// dataFence is longer than the fences that the lines between could have.
const dataFence = "~~~~~~~~~~~~"

// componentData is the beginning of a component with a property that is a list
// or an object on lines of its own.
var componentData = regexp.MustCompile(`^\s*<[A-Z][A-Za-z0-9.]*\s(?:[^{}]*\s)?(\w+)=\{([\[{(\s]+)$`)

// maxData is how many lines of data a component may have.
const maxData = 10_000

// data takes over the list or the object that is a property of a component, and
// returns how many lines that is; 0 where there is none, or it has no end.
func (f *flavour) data(at, no int) int {
	m := componentData.FindStringSubmatch(f.rows[at])
	if m == nil || at < f.endless {
		return 0
	}
	for n := 1; n < maxData && at+n < len(f.rows); n++ {
		row := strings.TrimSpace(f.rows[at+n])
		if end := strings.LastIndexByte(row, '}'); strings.HasSuffix(row, ">") && strings.Trim(row, "]}) />") == "" && end >= 0 {
			rows := slices.Clone(f.rows[at : at+n+1])
			rows[0], rows[n] = m[1]+" = "+m[2], row[:end]
			f.code(rows, no)
			return n + 1
		}
	}
	f.endless = at + maxData
	return 0
}

var (
	componentTag = regexp.MustCompile(`^<(/?)([A-Z][A-Za-z0-9.]*)((?:\s[^<>]*)?)>$`)
	nameProp     = regexp.MustCompile(`\b(?:name|path|query|body|header)=["{]+([^"{}]+)["}]`)
	typeProp     = regexp.MustCompile(`\btype=["{]+([^"{}]+)["}]`)
	requiredProp = regexp.MustCompile(`\srequired(?:=\{true\}|\s|$)`)
	titleProp    = regexp.MustCompile(`\b(?:title|label)=["{]+([^"{}]+)["}]`)
)

// fieldComponents describe something by name: it is a term.
var fieldComponents = map[string]bool{"ParamField": true, "ResponseField": true, "Property": true, "Field": true, "Attribute": true}

// typeOf is what the properties of a field say of its type, in brackets.
func typeOf(props string) string {
	var says []string
	if m := typeProp.FindStringSubmatch(props); m != nil {
		says = append(says, m[1])
	}
	if requiredProp.MatchString(props) {
		says = append(says, "required")
	}
	if says == nil {
		return ""
	}
	return " (" + strings.ReplaceAll(strings.Join(says, ", "), "<", "&lt;") + ")"
}

// component reads a component of MDX whose properties are text.
func (f *flavour) component(no int, text string) int {
	m := componentTag.FindStringSubmatch(text)
	if m == nil || strings.HasSuffix(m[3], "/") {
		return 0
	}
	name, title := nameProp.FindStringSubmatch(m[3]), titleProp.FindStringSubmatch(m[3])
	switch {
	case fieldComponents[m[2]] && m[1] != "":
		f.put("", no)
		f.put("</dd></dl>", no)
	case fieldComponents[m[2]] && name != nil:
		f.put("", no)
		f.put("<dl><dt><code>"+strings.ReplaceAll(name[1], "<", "&lt;")+"</code>"+typeOf(m[3])+"</dt><dd>", no)
	case title != nil:
		f.put("", no)
		f.put(title[1], no)
	default:
		return 0
	}
	f.put("", no)
	return 1
}

var ruleRow = regexp.MustCompile(`^ *\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$|^ *\|[ \t]*:?-+:?[ \t]*$`)

// table mends the table whose header is the line: a rule of other cells than
// those of the header, and rows whose last bar stands below a blank line.
func (f *flavour) table(at, no int) int {
	if at+1 == len(f.rows) || !strings.Contains(f.rows[at], "|") || !ruleRow.MatchString(f.rows[at+1]) || strings.HasPrefix(f.rows[at], "    ") {
		return 0
	}
	if hasBar(f.rows[at]) != hasBar(f.rows[at+1]) {
		return 0 // the header stands behind the mark of an item
	}
	header, rule := cellsOf(f.rows[at]), cellsOf(f.rows[at+1])
	if header == rule {
		f.put(f.rows[at], no)
		f.put(strings.TrimLeft(f.rows[at+1], " "), no+1)
	} else {
		f.page.Warnings.Add("", no, "", "a header of %d cells stands over a rule of %d; it is read as a table", header, rule)
		f.put(strings.TrimRight(f.rows[at], " \t")+strings.Repeat(" |", max(0, rule-header)), no)
		f.put("|"+strings.Repeat("---|", max(header, rule)), no+1)
	}
	return 2 + f.tableRows(at+2, no+2, max(header, rule))
}

func hasBar(row string) bool { return strings.HasPrefix(strings.TrimSpace(row), "|") }

// tableRows takes over the rows of a table of so many columns. Cells past those
// are shown nowhere, which is told.
func (f *flavour) tableRows(at, no, columns int) int {
	n, past, first := 0, 0, 0
	for at+n < len(f.rows) && strings.Contains(f.rows[at+n], "|") {
		row, size := f.rows[at+n], 1
		if !strings.HasSuffix(strings.TrimRight(row, " \t"), "|") {
			size += f.lastBar(at + n + 1)
		}
		if size > 1 {
			row += " |"
		}
		if over := cellsOf(row) - columns; over > 0 {
			if past++; past == 1 {
				first = no + n
			}
		}
		f.put(row, no+n)
		n += size
	}
	if past > 0 {
		f.page.Warnings.Add("", first, "", "%d rows have more cells than their header: what is past it is not read (the first here)", past)
	}
	return n
}

// maxGap is how many blank lines may stand before the last bar of a row.
const maxGap = 2

// lastBar is how many lines there are to the bar that ends a row, 0 where
// there is none.
func (f *flavour) lastBar(at int) int {
	for gap := range maxGap + 1 {
		if at+gap == len(f.rows) {
			break
		}
		switch strings.TrimSpace(f.rows[at+gap]) {
		case "":
		case "|":
			return gap + 1
		default:
			return 0
		}
	}
	return 0
}

// cellsOf counts the cells of a row: what stands between bars that have no
// backslash.
func cellsOf(row string) int {
	row = strings.TrimPrefix(strings.TrimSpace(row), "|")
	n, open := 0, true // the last cell is open: something may stand in it
	for i := range len(row) {
		switch c := row[i]; {
		case c == '|' && (i == 0 || row[i-1] != '\\'):
			n, open = n+1, false
		case c != ' ' && c != '\t':
			open = true
		}
	}
	if open {
		n++
	}
	return n
}
