package record

import (
	"math"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// layOut makes columns of what stands below the first lines of records: the
// text, then what recurring labels title. Without labels, lines that are as
// many in most of the records are a column each.
func layOut(form string, bodies []body) (header []string, columns [][][]page.Line) {
	columns = make([][][]page.Line, len(bodies))
	if values := signatures(bodies); values != nil {
		header, columns = layOut(form, bodies)
		for i := range columns {
			columns[i] = append([][]page.Line{values[i]}, columns[i]...)
		}
		if header != nil {
			header = append([]string{""}, header...)
		}
		return header, columns
	}
	if title, ends := ends(bodies); ends != nil {
		header, columns = layOut(form, bodies)
		if header == nil {
			header = make([]string, len(columns[0]))
		}
		for i := range columns {
			columns[i] = append(columns[i], ends[i])
		}
		return append(header, title), columns
	}
	markTitles(bodies)
	labels := labelsOf(bodies)
	if before := labelsBefore(bodies, labels); len(labels)+len(before) > 0 {
		labels = append(labels, before...)
		for i := range bodies {
			columns[i] = bodies[i].byLabels(labels, len(before))
		}
		return append([]string{""}, labels...), columns
	}
	usual := usualLines(form, bodies)
	for i := range bodies {
		lines := bodies[i].lines
		for len(columns[i]) < usual-1 && len(lines) > 0 {
			columns[i] = append(columns[i], lines[:1:1])
			lines = lines[1:]
		}
		columns[i] = append(columns[i], lines)
	}
	return nil, columns
}

var figures = regexp.MustCompile(`\d+`)

// endWords is how many words the sentence has at least that ends most records.
const endWords = 3

// ends takes the last lines out of the bodies where most records end with the
// same sentence but for its numbers, as generators of documentation say where
// something is defined; and is these lines, and the words that they begin with.
func ends(bodies []body) (title string, ends [][]page.Line) {
	count := map[string]int{}
	most := ""
	shape := func(b *body) string {
		if len(b.lines) == 0 {
			return ""
		}
		last := b.lines[len(b.lines)-1].Text
		if strings.Count(last, " ") < endWords-1 || !strings.ContainsAny(last, "0123456789") || isLabelled(last) {
			return ""
		}
		return figures.ReplaceAllString(last, "0")
	}
	for i := range bodies {
		if s := shape(&bodies[i]); s != "" {
			count[s]++
			if count[s] > count[most] {
				most = s
			}
		}
	}
	if count[most] < 3 || count[most]*2 < len(bodies) {
		return "", nil
	}
	ends = make([][]page.Line, len(bodies))
	for i := range bodies {
		if b := &bodies[i]; shape(b) == most {
			last := len(b.lines) - 1
			ends[i] = b.lines[last:]
			b.lines, b.heads, b.first, b.begins = b.lines[:last:last], b.heads[:last], b.first[:last], b.begins[:last]
		}
	}
	title, _, _ = strings.Cut(most, "0")
	return strings.TrimSpace(title), ends
}

// signatures takes the first lines out of the bodies where they say the code
// again, as generators of documentation do above a description, and is what
// stands there behind it: #define X_RANGE (-2), BAD_NUMBER = 29201, 106 - Not
// found.
func signatures(bodies []body) [][]page.Line {
	n := 0
	values := make([][]page.Line, len(bodies))
	for i := range bodies {
		b := &bodies[i]
		if b.code == "" || len(b.lines) == 0 || !strings.Contains(b.lines[0].Text, b.code) {
			continue
		}
		sc := scan(b.lines[0].Text)
		for at, a := range sc.atoms {
			if a.text != b.code || sc.isProse(at) {
				continue
			}
			n++
			switch {
			case at+2 == len(sc.atoms):
				values[i] = []page.Line{{Text: sc.atoms[at+1].text, No: b.lines[0].No}}
			case at == 0 && len(sc.atoms) > 1 && sc.sep[1] == ":":
				values[i] = []page.Line{{Text: b.lines[0].Text[sc.atoms[1].from:], No: b.lines[0].No}}
			}
			break
		}
	}
	if n*10 < len(bodies)*7 || n < 2 {
		return nil
	}
	for i := range bodies {
		if b := &bodies[i]; len(b.lines) > 0 {
			b.code, b.lines, b.heads, b.first, b.begins = "", b.lines[1:], b.heads[1:], b.first[1:], b.begins[1:]
		}
	}
	return values
}

// declaring are words that stand in the declaration of a constant, beside its type.
var declaring = []string{"static", "const", "constexpr", "enum", "define", "extern", "readonly", "public", "final", "var", "let", "val", "unsigned", "signed", "struct", "void", "optional"}

// proseWords is how many plain words beside a code are more than a declaration has.
const proseWords = 2

// isProse reports whether a line says something of the code that is its atom: it has
// words that no declaration has.
func (l *scanned) isProse(code int) bool {
	if code == 0 && len(l.atoms) > 1 && l.sep[1] != " " {
		return false // E1: words
	}
	words := 0
	for i, a := range l.atoms {
		if i != code && a.kind == word && begins(a.text, lower) && !vocab.IsType(a.text) && !slices.Contains(declaring, a.text) {
			words++
		}
	}
	return words >= proseWords
}

// labelled is a line that begins with what it is: Cause: the disk is full.
var labelled = regexp.MustCompile(`^([\p{L}][\p{L}\p{M}\d /_'’()-]{0,40}?)\s*[:：]\s*(.*)$`)

// label parts a line into its label and the rest.
func label(text string) (name, rest string) {
	if !strings.ContainsAny(text, ":：") { // most texts
		return "", text
	}
	m := labelled.FindStringSubmatch(text)
	if m == nil || strings.Count(m[1], " ") > 4 {
		return "", text
	}
	return m[1], m[2]
}

func isLabelled(text string) bool {
	name, _ := label(text)
	return name != ""
}

// labelsOf are the labels that recur: before lines of half of the records, or
// as lines of their own. Words in bold that no other label stands beside are those
// that the texts begin with, unless they are known as labels.
func labelsOf(bodies []body) []string {
	count := map[string]int{}
	var order []string
	for i := range bodies {
		seen := map[string]bool{}
		for _, name := range bodies[i].names() {
			if name != "" && !seen[name] {
				seen[name] = true
				if count[name]++; count[name] == 1 {
					order = append(order, name)
				}
			}
		}
	}
	var labels []string
	for _, name := range order {
		n := count[name]
		if n >= 3 && n*2 >= len(bodies) || n >= 2 && n*5 >= len(bodies) && vocab.HeaderWords([]string{name}) > 0 {
			labels = append(labels, name)
		}
	}
	if len(labels) == 1 && vocab.HeaderWords(labels) == 0 && slices.ContainsFunc(bodies, func(b body) bool { return b.beginsInBold(labels[0]) }) {
		return nil
	}
	return labels
}

// markTitles takes for titles the lines of a few words that nearly all records have
// alike, above another one: the head of a box.
func markTitles(bodies []body) {
	count := map[string]int{}
	for i := range bodies {
		b := &bodies[i]
		for j := range b.lines[:max(0, len(b.lines)-1)] {
			if text := b.lines[j].Text; b.begins[j] && len(text) <= labelLimit && isTitle(text) && !vocab.IsType(text) && strings.IndexFunc(text, unicode.IsUpper) == 0 {
				count[text]++
			}
		}
	}
	for text, n := range count {
		if n < 3 || n*10 < len(bodies)*9 {
			delete(count, text)
		}
	}
	if len(count) == 0 {
		return
	}
	for i := range bodies {
		b := &bodies[i]
		for j := range b.lines {
			b.heads[j] = b.heads[j] || count[b.lines[j].Text] > 0
		}
	}
}

// labelsBefore are further labels, which some records have before their text:
// a paragraph of a few words, Since: 1.2, above another.
func labelsBefore(bodies []body, others []string) []string {
	count := map[string]int{}
	var order []string
	for i := range bodies {
		b := &bodies[i]
		for j, l := range b.lines {
			name, rest := b.label(j)
			if name == "" || slices.Contains(others, name) {
				continue
			}
			if count[name] == 0 {
				order = append(order, name)
			}
			if count[name]++; j > 0 || len(b.lines) == 1 || !b.begins[1] || rest == "" || len(l.Text) > labelLimit {
				count[name] = math.MinInt
			}
		}
	}
	return slices.DeleteFunc(order, func(name string) bool { return count[name] < 3 || count[name]*10 < len(bodies) })
}

// labelLimit is the longest line that can be a label on its own.
const labelLimit = 40

// leadWords is how many words in bold may be the label of what follows them.
const leadWords = 4

// label parts line i into its label and the rest. Words in bold that begin it
// are one, without a colon too, where a text of its own follows.
func (b *body) label(i int) (name, rest string) {
	if name, rest = label(b.lines[i].Text); name != "" {
		return name, rest
	}
	return b.boldLabel(i)
}

// boldLabel is label where no colon is.
func (b *body) boldLabel(i int) (name, rest string) {
	l := &b.lines[i]
	if len(l.Marks) == 0 {
		return "", l.Text
	}
	m := l.Marks[0]
	if m.Kind != page.Strong || m.From > 0 || int(m.To) == len(l.Text) || m.To > labelLimit {
		return "", l.Text
	}
	name, rest = l.Marked(m), l.Text[m.To:]
	if strings.Count(name, " ") >= leadWords || !strings.HasPrefix(rest, " ") {
		return "", l.Text
	}
	if r, _ := utf8.DecodeRuneInString(rest[1:]); unicode.IsLower(r) { // the sentence goes on
		return "", l.Text
	}
	return name, rest[1:]
}

// beginsInBold reports whether a line has the label in bold alone, without a colon.
func (b *body) beginsInBold(label string) bool {
	for i := range b.lines {
		if name, _ := b.boldLabel(i); name == label {
			return true
		}
	}
	return false
}

// names are what may be the labels of the lines.
func (b *body) names() []string {
	names := make([]string, len(b.lines))
	for i, l := range b.lines {
		if names[i], _ = b.label(i); names[i] == "" && len(l.Text) <= labelLimit && i+1 < len(b.lines) && b.heads[i] {
			names[i] = strings.TrimRight(l.Text, ":：")
		}
	}
	return names
}

// byLabels parts the lines: those before the first label, and those of each. Of
// the last labels what follows in a paragraph of its own is the text.
func (b *body) byLabels(labels []string, last int) [][]page.Line {
	columns := make([][]page.Line, len(labels)+1)
	at := 0
	names := b.names()
	for i, l := range b.lines {
		for j, name := range labels {
			if name != names[i] {
				continue
			}
			at, l.Marks = j+1, nil
			if n, rest := b.label(i); n != "" {
				l.Text = rest
			} else {
				l.Text = ""
			}
		}
		apart := b.first[i] || b.begins[i] && at > len(labels)-last
		if at > 0 && apart && names[i] == "" && len(columns[at]) > 0 {
			at = 0
		}
		if l.Text != "" {
			columns[at] = append(columns[at], l)
		}
	}
	return columns
}

// usualLimit is how many lines below the first can be columns.
const usualLimit = 4

// usualLines is how many columns the lines below make: as many as most records
// have lines, where nothing is left of the first line.
func usualLines(form string, bodies []body) int {
	counts := map[int]int{}
	codes := 0
	for i := range bodies {
		b := &bodies[i]
		if b.rest {
			return 1
		}
		counts[len(b.lines)]++
		if len(b.lines) > 1 {
			if c, ok := vocab.ParseCodeCell(b.lines[0].Text); ok && !c.Weak {
				codes++
			}
		}
	}
	usual := 1
	for n, count := range counts {
		if n > 1 && n <= usualLimit && count*10 >= len(bodies)*7 && (form == "lines" || form == "definitions") {
			usual = n
		}
	}
	if usual == 1 && codes*10 >= len(bodies)*7 {
		return 2
	}
	return usual
}
