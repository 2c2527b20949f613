package matrix

import (
	"slices"
	"strconv"
	"strings"
)

// A form is a way to write records down.
type form struct {
	name, extension string
	dialect         string
	takes           takes  // the tables that it has a place for
	holds           layout // that it has a place for

	// Records one after another: {code}, {key}, {text}, {n}, and between ‹ and ›
	// what stands only where there are keys.
	begin, row, between, end string
	wrap                     string // begins a line that goes on with a text

	table func(*grid) string // a table, instead
}

// takes says which tables a form can hold.
type takes int

const (
	all      takes = iota
	keyed          // a code and a symbol
	keyless        // a code and no symbol
	numbers        // codes that are numbers, and symbols
	decimals       // codes that are decimal numbers
	words          // codes that are names in a program
	options        // of a command
)

func (f *form) fits(t *table) bool {
	switch f.takes {
	case keyed:
		return t.hasKey
	case keyless:
		return !t.hasKey
	case numbers:
		return t.hasKey && t.number
	case decimals:
		return !strings.ContainsFunc(t.codes(), func(r rune) bool { return r != '-' && (r < '0' || r > '9') }) && t.number
	case words:
		return !t.hasKey && t.rows[0].Code[0] > '9' && !strings.ContainsAny(t.codes(), "-.")
	case options:
		return strings.HasPrefix(t.rows[0].Code, "--")
	}
	return true
}

// A layout is how records are laid out, whatever is marked in them.
type layout int

const (
	sections  layout = 1 << iota // under a heading for each group
	wrapped                      // texts over several lines
	headless                     // no header
	spanning                     // the name of each group in a row of its own
	merged                       // the group in a first cell that spans its rows
	numbered                     // a first column counts the rows
	tabular   = sections | wrapped | headless | spanning | merged | numbered
	unwrapped = tabular &^ wrapped
)

func forms() []form {
	return slices.Concat(markupForms, textForms, dataForms, sourceForms, tableForms, alignedForms)
}

// render is the records of a table, or of one of its groups.
func (f *form) render(t *table, rows []record, how layout) string {
	if f.table != nil {
		return f.table(newGrid(t, rows, how))
	}
	var b strings.Builder
	b.WriteString(f.begin)
	for i, r := range rows {
		if i > 0 {
			b.WriteString(f.between)
		}
		if how&wrapped != 0 && f.inComments() {
			r.Text = wrapLines(r.Text, f.wrap)
		}
		row := optional(f.row, r.Key != "")
		row = strings.NewReplacer("{code}", r.Code, "{key}", r.Key, "{text}", r.Text, "{n}", strconv.Itoa(i+1)).Replace(row)
		if how&wrapped != 0 && !f.inComments() {
			row = wrapLines(row, f.wrap)
		}
		b.WriteString(row)
	}
	return b.String() + f.end
}

// inComments reports whether texts are comments, and all else is code, whose
// lines stay as they are.
func (f *form) inComments() bool { return f.dialect == "slashes" || f.dialect == "hashes" }

// optional keeps what stands between ‹ and ›, or drops it.
func optional(row string, keep bool) string {
	if keep {
		return strings.NewReplacer("‹", "", "›", "").Replace(row)
	}
	for {
		from := strings.Index(row, "‹")
		if from < 0 {
			return row
		}
		to := strings.Index(row, "›")
		row = row[:from] + row[to+len("›"):]
	}
}

// width is where lines are wrapped.
const width = 44

// wrapLines breaks the lines of a text that are too long between words; what
// goes on begins with indent.
func wrapLines(text, indent string) string {
	var lines []string
	for line := range strings.SplitSeq(text, "\n") {
		for n := 0; len(line) > width && n < 20; n++ {
			at := strings.LastIndex(line[:width], " ")
			if at <= len(indent)+8 {
				break
			}
			lines = append(lines, line[:at])
			line = indent + line[at+1:]
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}
