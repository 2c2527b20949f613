package guess

import (
	"cmp"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/text"
	"github.com/spectab/spectab/scrape/vocab"
)

// A measure is one number that tells tables of codes from other tables. What
// each is worth stands in weights.txt, by its name.
type measure struct {
	name string
	of   func(*evidence) float64
}

// An evidence is what is known of one table when it is weighed: its columns,
// what they mean, and the page around it.
type evidence struct {
	c     *subject
	stats []stat
	kind  model.Kind
	rows  int // of all of its family
	code  *stat
	text  *stat // nil where no column is the text
	key   bool
	cells cellFacts
	page  *pageFacts
	form  *formFacts // of the regions of the page with the same form
	first float64    // what the measures of the table alone say
}

// ownMeasures are those of a table alone.
var ownMeasures = []measure{
	{"one", func(*evidence) float64 { return 1 }},
	{"codes", func(e *evidence) float64 { return e.code.codes }},
	{"unique", func(e *evidence) float64 { return e.code.unique }},
	{"repeated", func(e *evidence) float64 {
		if e.isSignature() {
			return 0 // two calls may take the same
		}
		return e.code.apart - e.code.unique
	}},
	{"alike", func(e *evidence) float64 { return e.code.alike }},
	{"weak", func(e *evidence) float64 {
		if e.isSignature() {
			return 0 // they are called by plain words
		}
		return e.code.words()
	}},
	{"marked", func(e *evidence) float64 { return e.code.marked }},
	{"header code", func(e *evidence) float64 { return vocab.HeaderSays(e.code.header, "code") }},
	{"header key", func(e *evidence) float64 { return vocab.HeaderSays(e.code.header, "key") }},
	{"header param", func(e *evidence) float64 {
		return max(vocab.HeaderSays(e.code.header, "params"), vocab.HeaderSays(e.code.header, "fields"))
	}},
	{"header none", func(e *evidence) float64 { return vocab.HeaderSays(e.code.header, "none") }},
	{"no text", func(e *evidence) float64 { return indicator(e.text == nil) }},
	{"text spaces", ofText(func(s *stat) float64 { return math.Min(s.spaces, 3) / 3 })},
	{"text filled", ofText(func(s *stat) float64 { return s.filled })},
	{"text header", ofText(func(s *stat) float64 { return vocab.HeaderSays(s.header, "text") })},
	{"header status", func(e *evidence) float64 {
		return indicator(vocab.HeaderSays(e.code.header, "status") == 1 && e.text != nil && vocab.HeaderSays(e.text.header, "text") > 0)
	}},
	{"text amounts", func(e *evidence) float64 {
		if e.text == nil || e.code.phrases {
			return 0 // they are the limits
		}
		return e.text.amounts
	}},
	{"key", func(e *evidence) float64 { return indicator(e.key || e.code.symbols > 0.5 && e.code.numbers > 0.5) }},
	{"rows", func(e *evidence) float64 { return math.Min(math.Log10(float64(e.rows)), 2) }},
	{"one row", func(e *evidence) float64 { return indicator(len(e.c.Rows) == 1) }},
	{"catalogue", func(e *evidence) float64 { return indicator(e.c.headerHas("catalogue")) }},
	{"heading aside", func(e *evidence) float64 { return vocab.HeaderSays(e.c.Heading, "aside") }},
	{"heading params", func(e *evidence) float64 { return vocab.HeaderSays(e.c.Heading, "params") }},
	{"heading under", func(e *evidence) float64 { return vocab.HeaderSays(e.c.Heading, "under") }},
	{"heading marks", func(e *evidence) float64 {
		return indicator(utf8.RuneCountInString(e.c.Heading) == 1 || releaseHeading.MatchString(cmp.Or(e.c.Rows[0].Group, e.c.Heading)))
	}},
	{"heading call", func(e *evidence) float64 { return indicator(callHeading.MatchString(e.c.Heading)) }},
	{"units", ofNumbers(func(e *evidence) float64 { return e.code.units })},
	{"years", ofNumbers(func(e *evidence) float64 { return e.code.years })},
	{"unsorted", ofUnnamed(func(e *evidence) float64 { return indicator(e.code.sorted < 0.6) })},
	{"dotted", ofUnnamed(func(e *evidence) float64 { return indicator(e.code.dotted > 0.8) })},
	{"falling", ofUnnamed(func(e *evidence) float64 { return indicator(e.code.dotted > 0.8 && e.code.falling) })},
	{"subject first", ofUnnamed(func(e *evidence) float64 {
		first := &e.stats[0]
		return indicator(e.c.Header != nil && first != e.code && first.codes-first.weak < 0.5)
	})},
	{"number columns", ofUnnamed(func(e *evidence) float64 {
		n := 0.0
		for i := range e.stats {
			n += indicator(&e.stats[i] != e.code && e.stats[i].numbers >= 0.7)
		}
		return math.Min(n, 3) / 3
	})},
	{"header unknown", ofUnnamed(func(e *evidence) float64 { return indicator(e.c.Header != nil && vocab.HeaderWords(e.c.Header) == 0) })},
	{"form list", ofForm("list")},
	{"form definitions", ofForm("definitions")},
	{"form headings", ofForm("headings")},
	{"form lines", ofForm("lines")},
	{"form code", ofForm("code")},
	{"form sample", func(e *evidence) float64 { return indicator(e.c.Form == "code" && e.c.Template != "") }},
	{"upper", func(e *evidence) float64 { return e.cells.upper }},
	{"underscores", func(e *evidence) float64 { return e.cells.underscores }},
	{"digits", func(e *evidence) float64 { return e.cells.digits }},
	{"code length", func(e *evidence) float64 { return math.Min(e.cells.codeLength, 40) / 40 }},
	{"sentences", func(e *evidence) float64 { return e.cells.sentences }},
	{"text digits", func(e *evidence) float64 { return e.cells.textDigits }},
	{"text distinct", func(e *evidence) float64 { return e.cells.textDistinct }},
	{"text length", func(e *evidence) float64 { return math.Log1p(e.cells.textLength) / 5 }},
	{"text spread", func(e *evidence) float64 { return math.Min(e.cells.textSpread, 2) }},
	{"numbers", func(e *evidence) float64 { return e.code.numbers }},
	{"serial", func(e *evidence) float64 { return indicator(e.code.serial) }},
	{"serial prose", func(e *evidence) float64 {
		return indicator(e.code.serial && e.c.Form != "table" && e.c.Form != "code")
	}},
	{"unsorted keys", func(e *evidence) float64 { return indicator(e.key && e.code.numbers >= 0.5 && e.code.sorted < 0.6) }},
	{"dates", func(e *evidence) float64 { return e.cells.dates }},
	{"references", func(e *evidence) float64 { return e.cells.references }},
	{"outline", func(e *evidence) float64 { return indicator(e.cells.outline > 0.8) }},
	{"sampled", func(e *evidence) float64 { return max(e.c.Sampled, e.cells.prototypes, e.cells.places) }},
	{"sections", func(e *evidence) float64 { return e.cells.sections }},
	{"failures", func(e *evidence) float64 { return e.cells.failures }},
	{"bare words", func(e *evidence) float64 {
		return e.code.weak * indicator(e.text == nil || e.text.spaces < 1)
	}},
	{"params", func(e *evidence) float64 { return indicator(e.isSignature()) }},
	{"specified", func(e *evidence) float64 {
		n := 0.0
		for i := range e.stats {
			n += indicator(&e.stats[i] != e.code && e.stats[i].specifies())
		}
		return math.Min(n, 2) / 2
	}},
	{"limits", func(e *evidence) float64 {
		return indicator(slices.ContainsFunc(e.stats, func(s stat) bool { return s.measures && vocab.HeaderSays(s.header, "limit") == 1 }))
	}},
	{"options", func(e *evidence) float64 { return e.cells.options }},
	{"columns", func(e *evidence) float64 { return math.Min(float64(len(e.stats)), 8) / 8 }},
	{"header", func(e *evidence) float64 { return indicator(e.c.Header != nil) }},
}

// pageMeasures are those of a table among the others of its page.
var pageMeasures = []measure{
	{"form share", func(e *evidence) float64 { return float64(e.form.regions) / float64(e.page.regions) }},
	{"form regions", func(e *evidence) float64 { return math.Log10(float64(e.form.regions)) }},
	{"rows share", func(e *evidence) float64 { return float64(len(e.c.Rows)) / float64(e.page.rows) }},
	{"form rows share", func(e *evidence) float64 { return float64(e.form.rows) / float64(e.page.rows) }},
	{"page rows", func(e *evidence) float64 { return math.Log10(float64(e.page.rows)) }},
	{"rank", func(e *evidence) float64 { return 1 / float64(1+e.page.larger(len(e.c.Rows))) }},
	{"behind best", func(e *evidence) float64 { return math.Min(e.page.top.first-e.first, 6) }},
	{"form of best", func(e *evidence) float64 { return indicator(e.page.top.form == e.form) }},
	{"kind of best", func(e *evidence) float64 { return indicator(e.page.top.kind == e.kind) }},
	{"params beside codes", func(e *evidence) float64 {
		if e.isSignature() && e.page.top.kind == model.Codes {
			return 1 - e.cells.options/2 // a manual has these beside its exit statuses
		}
		return 0
	}},
	{"codes like best", func(e *evidence) float64 { return e.cells.likeness(&e.page.top.cells) }},
	{"best", func(e *evidence) float64 { return indicator(e.page.top == e) }},
}

// isSignature reports whether a table is of what is sent, or what comes back.
func (e *evidence) isSignature() bool { return e.kind == model.Params || e.kind == model.Fields }

// specifies reports whether a column tells of what the rows name its type, its
// default, its limit or whether it has to be there.
func (s *stat) specifies() bool {
	if s.header == "" {
		return s.types > 0
	}
	return slices.ContainsFunc([]string{"type", "required", "default", "max", "limit"}, func(role string) bool { return vocab.HeaderSays(s.header, role) == 1 })
}

// words is the share of cells with one plain word that nothing sets off.
func (s *stat) words() float64 { return s.weak * (1 - s.marked) }

func indicator(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// ofText is a measure of the text column, 0 where there is none.
func ofText(f func(*stat) float64) func(*evidence) float64 {
	return func(e *evidence) float64 {
		if e.text == nil {
			return 0
		}
		return f(e.text)
	}
}

// ofNumbers is a measure of codes that are numbers: they may count or measure
// something instead of naming it.
func ofNumbers(f func(*evidence) float64) func(*evidence) float64 {
	return func(e *evidence) float64 {
		if e.code.numbers < 0.5 {
			return 0
		}
		return f(e)
	}
}

// ofUnnamed is ofNumbers where no header says that they are codes.
func ofUnnamed(f func(*evidence) float64) func(*evidence) float64 {
	return ofNumbers(func(e *evidence) float64 {
		if vocab.HeaderSays(e.code.header, "code")+vocab.HeaderSays(e.code.header, "key") > 0 {
			return 0
		}
		return f(e)
	})
}

func ofForm(form string) func(*evidence) float64 {
	return func(e *evidence) float64 { return indicator(e.c.Form == form) }
}

// headerHas reports whether a header cell is a word of the role.
func (c *subject) headerHas(role string) bool {
	return slices.ContainsFunc(c.Header, func(h string) bool { return vocab.HeaderSays(h, role) == 1 })
}

// releaseHeading is the title of a release: 2.1.0 (2026-10-02).
var releaseHeading = regexp.MustCompile(`^\[?[vV]?\d+\.\d+(?:\.\d+)*(?:-\w+)?\]?(?:\s*[-–—(/].*)?$`)

// callHeading is the title of what is said of a function: fs.open(path).
var callHeading = regexp.MustCompile(`^\W*[\w.:$~]+\(.*\)$`)

// day is a date in figures: ISO 8601, or days and months first.
var day = regexp.MustCompile(`^(?:(?:19|20)\d\d[-./]\d\d?(?:[-./]\d\d?)?|\d\d?[-./]\d\d?[-./](?:19|20)\d\d)$`)

// longestDay is the longest match of day.
const longestDay = 10

// reference is an issue or a change, as forges write it.
var reference = regexp.MustCompile(`^#\d+$`)

// follows reports whether b is the chapter behind a: 1.2 behind 1.1 or 1, 2 or 2.1
// behind 1.3.
func follows(a, b string) bool {
	if !strings.Contains(a, ".") && !strings.Contains(b, ".") {
		return false
	}
	before, after := strings.Split(strings.TrimRight(a, "."), "."), strings.Split(strings.TrimRight(b, "."), ".")
	same := 0
	for same < min(len(before), len(after)) && before[same] == after[same] {
		same++
	}
	for i, part := range after[same:] {
		number, err := strconv.Atoi(part)
		was := 0
		if i == 0 && same < len(before) {
			was, _ = strconv.Atoi(before[same])
		}
		if err != nil || number != was+1 && (number != 0 || i == 0 && same < len(before)) {
			return false
		}
	}
	return same < len(after)
}

// A cellFacts is how the codes and the texts of a table are written, in any
// language.
type cellFacts struct {
	upper, underscores, digits float64 // shares of the characters of codes, and of the codes with an underscore
	dates, sections            float64 // shares of the codes: days, and titles that all manuals have
	references                 float64 // share of the codes: #12, as issues are called
	prototypes                 float64 // share of the codes: names of functions with their arguments
	places                     float64 // share of the texts: functions or files, and nothing else
	options                    float64 // share of the codes: -v, --verbose
	outline                    float64 // share of the codes that follow the one before as chapters do: 1, 1.1, 1.2, 2
	codeLength, textLength     float64 // means, in bytes
	failures                   float64 // share of the rows that say that something went wrong
	sentences                  float64 // share of texts that end as a sentence does, or have five words
	textDigits                 float64 // share of the characters of texts
	textDistinct               float64 // share of texts that differ
	textSpread                 float64 // standard deviation of their lengths over the mean
}

// cellsOf measures the cells of two columns; text is -1 where there is none.
func cellsOf(c *subject, code, text int) cellFacts {
	var f cellFacts
	var codes, characters, texts, textCharacters, squares float64
	distinct := map[string]bool{}
	last := ""
	step := 1 + len(c.Rows)/sampleRows
	for i := 0; i < len(c.Rows); i += step {
		cells := c.Rows[i].Cells
		fails := code < len(cells) && vocab.TellsFailure(cells[code].Text()) || text >= 0 && text < len(cells) && vocab.TellsFailure(cells[text].Text())
		f.failures += indicator(fails)
		if code < len(cells) && len(cells[code].Lines) > 0 {
			codes++
			characters += f.addCode(cells[code].Text())
			f.outline += indicator(follows(last, cells[code].Text()))
			last = cells[code].Text()
		}
		if text >= 0 && text < len(cells) && len(cells[text].Lines) > 0 {
			s := cells[text].Text()
			texts++
			squares += float64(len(s) * len(s))
			textCharacters += float64(len(s))
			distinct[s] = true
			f.addText(s)
		}
	}
	f.upper, f.digits = f.upper/max(1, characters), f.digits/max(1, characters)
	f.underscores, f.codeLength = f.underscores/max(1, codes), characters/max(1, codes)
	f.dates, f.sections = f.dates/max(1, codes), f.sections/max(1, codes)
	f.references, f.outline = f.references/max(1, codes), f.outline/max(1, codes-1)
	f.options /= max(1, codes)
	f.prototypes, f.failures = f.prototypes/max(1, codes), f.failures/max(1, codes)
	f.places = f.places / max(1, texts)
	f.sentences, f.textDistinct = f.sentences/max(1, texts), float64(len(distinct))/max(1, texts)
	f.textDigits, f.textLength = f.textDigits/max(1, textCharacters), textCharacters/max(1, texts)
	if texts > 0 && f.textLength > 0 {
		f.textSpread = math.Sqrt(max(0, squares/texts-f.textLength*f.textLength)) / f.textLength
	}
	return f
}

func (f *cellFacts) addCode(s string) float64 {
	upper, digits := 0, 0
	for i := range len(s) {
		switch runClass(s[i]) {
		case 'A':
			upper++
		case '0':
			digits++
		}
	}
	f.upper, f.digits = f.upper+float64(upper), f.digits+float64(digits)
	f.dates += indicator(len(s) <= longestDay && day.MatchString(s))
	f.references += indicator(strings.HasPrefix(s, "#") && reference.MatchString(s))
	f.prototypes += indicator(vocab.IsPrototype(s))
	f.options += indicator(isOption(s))
	f.sections += indicator(vocab.HeaderSays(s, "section") == 1)
	f.underscores += indicator(strings.Contains(s, "_"))
	return float64(len(s))
}

func (f *cellFacts) addText(s string) {
	f.sentences += indicator(isSentence(s))
	f.places += indicator(vocab.AreCalls(s) || vocab.IsFile(s))
	digits := 0
	for i := range len(s) {
		if s[i] >= '0' && s[i] <= '9' {
			digits++
		}
	}
	f.textDigits += float64(digits)
}

// A formFacts counts the regions of a page that have one form and one header.
type formFacts struct{ regions, rows int }

// A pageFacts is what all regions of a page are together.
type pageFacts struct {
	regions, rows int
	sizes         []int     // rows of each, most first
	top           *evidence // of the table of which its own measures say most
}

// larger is how many regions have more rows.
func (p *pageFacts) larger(rows int) int {
	n, _ := slices.BinarySearchFunc(p.sizes, rows, func(size, rows int) int { return rows - size })
	return n
}

// evidence is what is known of a table whose columns have their roles; rows
// are those of its family.
func (c *subject) evidence(stats []stat, roles []string, kind model.Kind, rows int) *evidence {
	code, text, key := slices.Index(roles, "code"), slices.Index(roles, "text"), slices.Index(roles, "key")
	if key >= 0 && stats[code].words() > stats[key].words() { // plain words have the weight of the names that they stand behind
		if text < 0 {
			text = code
		}
		code, key = key, -1
	}
	e := &evidence{c: c, stats: stats, kind: kind, rows: rows, code: &stats[code], key: key >= 0, cells: cellsOf(c, code, text)}
	if text >= 0 {
		e.text = &stats[text]
	}
	return e
}

// likeness is how alike the codes of two tables are written, 1 where they are
// the same.
func (f *cellFacts) likeness(g *cellFacts) float64 {
	return 1 - (math.Abs(f.upper-g.upper)+math.Abs(f.underscores-g.underscores)+math.Abs(f.digits-g.digits))/3
}

// isOption reports whether a code is an option of a command, or several of one
// meaning.
func isOption(code string) bool {
	name, _, _ := strings.Cut(code, " ")
	return vocab.IsOption(name) && switches.MatchString(code)
}

// isSentence reports whether a text ends as a sentence does, or is as long as
// one: five words.
func isSentence(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".!?。！？।", last) || text.Spaces(s) >= 4
}
