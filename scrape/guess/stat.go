package guess

import (
	"hash/maphash"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
	letters "github.com/spectab/spectab/model/text"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// A stat is what the cells of one column look like.
type stat struct {
	filled    float64 // share of cells that are not empty
	codes     float64 // share of cells that hold codes alone
	numbers   float64 // share of cells that hold numbers
	symbols   float64 // share of cells that hold names written as symbols
	weak      float64 // share of cells that hold one plain word
	named     float64 // share of cells that hold symbols, or begin with capitals before digits: UTF8
	phrases   bool    // the cells name parameters by words, and each is a code
	unique    float64 // distinct codes per cell that holds codes
	apart     float64 // the same within each group of each member of a family
	once      float64 // the same, of cells that reach over several rows once
	alike     float64 // share of the commonest form
	length    float64 // mean length of the text
	spaces    float64 // mean number of spaces
	many      float64 // numbers per cell that holds numbers
	sorted    float64 // share of the numbers that follow the one before, up or down
	falling   bool    // they go down
	years     float64 // share of the numbers that may be years
	dotted    float64 // share of the numbers with a point: versions, sections, fractions
	units     float64 // share of the numbers that have one of a few words beside them
	status    float64 // share of cells that hold a status of HTTP
	answers   bool    // the cells have the same few words again and again: yes, no
	constant  bool    // they have all the same
	amounts   float64 // share of the cells that are a number and a unit: 129,000 ops/sec
	measures  bool    // some of the cells are a number and a unit, others a number: limits
	serial    bool    // the numbers count the rows, from 1
	distinct  float64 // share of the filled cells that differ
	addresses float64 // share of them that are an address on the web
	sentences float64 // share of them that are sentences
	truths    float64 // share of them that say yes or no
	marked    float64 // share of them that are set as code
	types     int     // how many types they name, below no header; 0 where they name something else
	header    string
}

// stats measures every column of a candidate.
func (c *subject) stats() []stat {
	columns := 0
	for _, r := range c.Rows {
		columns = max(columns, len(r.Cells))
	}
	list := make([]stat, min(columns, 24))
	limits := slices.ContainsFunc(c.Header, func(title string) bool { return vocab.HeaderSays(title, "limit") == 1 })
	for j := range list {
		list[j] = c.stat(j)
		if j < len(c.Header) {
			list[j].header = c.Header[j]
		}
		if list[j].header == "" {
			list[j].types = c.types(j)
		}
		if s := &list[j]; c.Form == "table" && s.holdsPhrases(limits && j == 0) {
			s.phrases, s.codes, s.unique, s.apart, s.once, s.alike = true, 1, s.distinct, s.distinct, s.distinct, 1
		}
	}
	if limits && list[0].phrases {
		for j := range list[1:] {
			list[1+j].measures = list[1+j].measures || list[1+j].numbers >= 0.5
		}
	}
	return list
}

// typedRows is how many rows tell whether a column holds types.
const typedRows = 64

// types is how many types a column names, nearly all of whose cells that have a
// text do; 0 where they say something else.
func (c *subject) types(j int) int {
	filled, types := 0, 0
	different := map[string]bool{}
	for i := range c.Rows[:min(len(c.Rows), typedRows)] {
		cells := c.Rows[i].Cells
		if j >= len(cells) || len(cells[j].Lines) == 0 {
			continue
		}
		if filled++; vocab.IsType(cells[j].Text()) {
			types++
			different[cells[j].Text()] = true
		} else if filled == 2 && types == 0 {
			return 0
		}
	}
	if types < 2 || types*10 < filled*9 {
		return 0
	}
	return len(different)
}

var textSeed = maphash.MakeSeed()

// A section is one group of the table of one member of a family.
type section struct {
	group string
	of    int
}

// placedIn is the hash of a text in a section of that number.
func placedIn(text uint64, section int) uint64 { return text + uint64(section)*0x9e3779b97f4a7c15 }

// distinct is how many of some hashes differ; it sorts them.
func distinct(hashes []uint64) int {
	slices.Sort(hashes)
	return len(slices.Compact(hashes))
}

// fewTexts is the number of answers from which on they are texts.
const fewTexts = 5

// amount is a measured number with its unit.
var amount = regexp.MustCompile(`^[~<>≈]?\s*[\d.,]*\d\s*(?:%|\p{L}[\p{L}/²³%]{0,12})(?:\s*\([^()]*\))?$`)

// isAmount is amount for a text, most of which begin otherwise.
func isAmount(text string) bool {
	return !strings.HasPrefix(text, "0x") && (text[0] <= '9' && text[0] >= '0' || strings.IndexByte("~<>.,\xe2", text[0]) >= 0) && amount.MatchString(text)
}

// isSerial reports whether numbers are 1, 2, 3 and so on.
func isSerial(values []int64, numbers float64) bool {
	for i, v := range values {
		if v != int64(i+1) {
			return false
		}
	}
	return len(values) > 1 && float64(len(values)) == numbers
}

// fewMeasures is the share of cells with a unit, and of cells without, from which
// on the numbers of a column are measures. Of the lists of codes of the labelled
// pages none has both.
const fewMeasures = 0.2

// A tally counts what the cells of one column hold.
type tally struct {
	texts   []uint64 // hashes of all of them
	codes   []uint64 // of those that are codes
	apart   []uint64 // of those, each in its section
	forms   counts
	words   counts  // symbols that stand beside numbers
	values  []int64 // numbers in the order of the rows
	hex     int     // those with 0x
	years   int
	dotted  int
	trailed int // numbers with a symbol beside them
	bare    int // numbers with nothing beside them
	status  int
}

// counts are how often each of some texts was met.
type counts map[string]int

func (c *counts) add(text string) {
	if *c == nil {
		*c = counts{}
	}
	(*c)[text]++
}

// sampleRows is how many rows of a long table tell what its columns are.
const sampleRows = 4096

func (c *subject) stat(j int) stat {
	var s stat
	t := tally{texts: make([]uint64, 0, min(len(c.Rows), sampleRows))}
	sections, last := map[section]int{{}: 0}, section{} // numbers of those that were met
	step := 1 + len(c.Rows)/sampleRows
	hex := c.hexWidths(j)
	n, at := 0.0, 0
	for i := 0; i < len(c.Rows); i += step {
		r := &c.Rows[i]
		if r.Lost {
			continue // it says nothing of the others
		}
		n++
		if j >= len(r.Cells) {
			continue
		}
		text := r.Cells[j].Text()
		s.length += float64(len(text))
		s.spaces += float64(letters.Spaces(text))
		if text == "" {
			continue
		}
		s.filled++
		hash := maphash.String(textSeed, text)
		t.texts = append(t.texts, hash)
		s.addresses += indicator(isAddressed(text))
		s.marked += indicator(isMarked(r.Cells[j].Lines))
		s.sentences += indicator(isSentence(text))
		if _, ok := model.Truth(text); ok {
			s.truths++
		}
		if isAmount(text) {
			s.amounts++
		}
		cell, ok := vocab.ParsePhrasedCell(text)
		if !ok && text[0] == '-' && switches.MatchString(text) {
			cell, ok = vocab.CodeCell{Symbols: []string{text}}, true
		}
		if hex[r.Of] > 0 {
			cell, ok = vocab.CodeCell{Numbers: []string{text}}, true
		}
		if ok {
			s.codes++
			s.once += indicator(!r.Cells[j].Copied)
			if in := (section{r.Group, r.Of}); in != last {
				if _, met := sections[in]; !met {
					sections[in] = len(sections)
				}
				last, at = in, sections[in]
			}
			t.codes, t.apart = append(t.codes, hash), append(t.apart, placedIn(hash, at))
			s.count(cell, &t)
		}
	}
	s.finish(&t, n)
	return s
}

// isMarked reports whether all of a cell is set as code.
func isMarked(lines []page.Line) bool {
	return !slices.ContainsFunc(lines, func(l page.Line) bool { return !l.WhollyMarked(page.Code) })
}

// count adds one cell of codes.
func (s *stat) count(cell vocab.CodeCell, t *tally) {
	switch {
	case len(cell.Numbers) > 0:
		s.numbers++
		s.many += float64(len(cell.Numbers))
		s.named += indicator(cell.Numbers[0][0] >= 'A')
		t.number(cell)
	case cell.Weak:
		s.weak++
		t.forms.add("word")
	default:
		t.forms.add("symbol")
	}
	if len(cell.Symbols) > 0 && !cell.Weak {
		s.symbols++
		s.named += indicator(len(cell.Numbers) == 0)
	}
}

// number adds the first number of a cell.
func (t *tally) number(cell vocab.CodeCell) {
	first := cell.Numbers[0]
	t.forms.add(vocab.Shape(first))
	if vocab.IsRegistered(first) {
		t.status++
	}
	if strings.Contains(first, ".") {
		t.dotted++
	}
	if len(cell.Symbols) == 0 && cell.Remark == "" {
		t.bare++
	}
	if len(cell.Symbols) > 0 && !strings.EqualFold(cell.Symbols[0], "http") {
		t.trailed++
		t.words.add(cell.Symbols[0])
	}
	if v, err := strconv.ParseInt(first, 0, 64); err == nil {
		t.values = append(t.values, v)
		t.hex += int(indicator(strings.HasPrefix(strings.ToLower(first), "0x")))
		if v >= 1900 && v <= 2100 && len(first) == 4 {
			t.years++
		}
	}
}

// finish makes shares of the counts; n is the number of rows.
func (s *stat) finish(t *tally, n float64) {
	commonest := 0
	for _, count := range t.forms {
		commonest = max(commonest, count)
	}
	texts, apart := distinct(t.texts), float64(distinct(t.apart))
	if s.codes > 0 {
		s.unique, s.apart = float64(distinct(t.codes))/s.codes, apart/s.codes
		s.alike = float64(commonest) / s.codes
	}
	s.once = apart / max(1, s.once)
	if s.numbers > 0 {
		s.many /= s.numbers
		s.years, s.dotted = float64(t.years)/s.numbers, float64(t.dotted)/s.numbers
		if len(t.words)*3 <= t.trailed {
			s.units = float64(t.trailed) / s.numbers
		}
	}
	s.sorted, s.falling = order(t.values)
	s.status = float64(t.status) / n
	s.answers = s.filled >= 3 && texts < fewTexts && float64(texts) <= s.filled/2 && s.spaces <= s.filled/2
	s.constant = s.filled >= 3 && texts == 1
	s.measures = s.amounts >= fewMeasures*s.filled && float64(t.bare) >= fewMeasures*s.filled
	s.amounts = s.amounts / max(1, s.filled)
	s.distinct, s.addresses, s.sentences = float64(texts)/max(1, s.filled), s.addresses/max(1, s.filled), s.sentences/max(1, s.filled)
	s.truths /= max(1, s.filled)
	s.marked /= max(1, s.filled)
	s.serial = t.hex == 0 && isSerial(t.values, s.numbers) // nobody counts in hexadecimal
	s.filled, s.codes, s.numbers, s.symbols, s.weak = s.filled/n, s.codes/n, s.numbers/n, s.symbols/n, s.weak/n
	s.named /= n
	s.length, s.spaces = s.length/n, s.spaces/n
}

// answersOnly reports whether all that the cells have is words for yes and no,
// or the same names again and again: those are no names of the rows.
func (s *stat) answersOnly() bool { return s.numbers == 0 && (s.truths == 1 || s.once < 0.5) }

// order is the share of the steps that go the same way, and whether that is
// down. A step that stays counts for neither.
func order(values []int64) (share float64, falling bool) {
	up, down := 0, 0
	for i := 1; i < len(values); i++ {
		switch {
		case values[i] > values[i-1]:
			up++
		case values[i] < values[i-1]:
			down++
		}
	}
	if len(values) < 2 {
		return 1, false
	}
	return float64(max(up, down)) / float64(len(values)-1), down > up
}
