package plain

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

var (
	// option is an option of a command; an errno as kernels return it, -EINVAL, is
	// none. Info sets options in quotes.
	option = regexp.MustCompile(`^['‘\x60]?(?:-[A-Za-z?](?:[^A-Za-z]|$)|-[A-Za-z]+[a-z]|--[A-Za-z])`)
	// optionGap parts the options of a line from what they do.
	optionGap = regexp.MustCompile(` {2,}|\t`)
	// argument is what stands for the value of an option.
	argument = regexp.MustCompile(`^(?:[<\[{|.].*|[A-Z0-9][A-Z0-9_:.,|/=-]*['’,]?|[a-z][\w-]*[>\]}]['’,]?|or|,|\|)$`)
)

// termWords is how many words the options of a line have at most, with their
// arguments.
const termWords = 8

// termLines is on how many lines the options may stand that do the same.
const termLines = 8

// options reads the options of a command: each at the beginning of a line, alone or
// with others and their arguments, and behind a gap or set in below it what it
// does.
func (r *textReader) options() (page.Block, bool) {
	from := r.at
	if from < r.noOptions {
		return page.Block{}, false
	}
	b := page.Block{Kind: page.Definitions}
	for {
		item, ok := r.optionItem()
		if !ok {
			break
		}
		b.Items = append(b.Items, item)
		if next := r.text(r.at); next < len(r.lines) && r.isOption(next) {
			r.at = next
		}
	}
	if len(b.Items) < 2 {
		r.at, r.noOptions = from, r.at
		return page.Block{}, false
	}
	return b, true
}

// isOption reports whether line i begins with options.
func (r *textReader) isOption(i int) bool {
	_, _, ok := optionTerm(r.lines[i])
	return ok
}

// optionTerm parts a line into its options and what they do, "" where that is not
// behind them.
func optionTerm(l textLine) (term, rest string, ok bool) {
	text := strings.TrimLeft(l.text, " \t\u00a0")
	if text == "" || !option.MatchString(text) {
		return "", "", false
	}
	term = text
	if gap := optionGap.FindStringIndex(text); gap != nil {
		term, rest = text[:gap[0]], strings.TrimSpace(text[gap[1]:])
	}
	words := strings.Fields(term)
	if len(words) > termWords {
		return "", "", false
	}
	for i, word := range words {
		if !option.MatchString(word) && !argument.MatchString(word) && (rest == "" || i == 0 || !option.MatchString(words[i-1])) {
			return "", "", false
		}
	}
	return term, rest, true
}

// optionItem reads the options that begin at the current line, those on lines of
// their own too, with what they do.
func (r *textReader) optionItem() (page.Item, bool) {
	if r.at >= len(r.lines) || r.lines[r.at].blank() {
		return page.Item{}, false
	}
	first := r.lines[r.at]
	term, rest, ok := optionTerm(first)
	if !ok {
		return page.Item{}, false
	}
	terms := []string{unquoted(term)}
	at := r.at + 1
	for rest == "" && len(terms) < termLines && at < len(r.lines) && r.lines[at].indent() == first.indent() {
		if term, rest, ok = optionTerm(r.lines[at]); !ok {
			return page.Item{}, false
		}
		terms = append(terms, unquoted(term))
		at++
	}
	if rest == "" && (at >= len(r.lines) || r.lines[at].blank() || r.lines[at].indent() <= first.indent()) {
		return page.Item{}, false
	}
	item := page.Item{Term: []page.Line{{Text: page.Clean(strings.Join(terms, ", ")), No: first.no}}}
	r.at = at
	column := first.indent() + 1
	if rest != "" {
		l := r.lines[at-1]
		item.Blocks = append(item.Blocks, page.Block{Kind: page.Paragraph, Lines: []page.Line{{Text: page.Clean(rest), No: l.no}}})
		column = len([]rune(l.text)) - len([]rune(rest))
	}
	for r.at < len(r.lines) && r.optionGoesOn(first.indent(), column) {
		l := r.lines[r.text(r.at)]
		r.at = r.text(r.at) + 1
		item.Blocks = append(item.Blocks, page.Block{Kind: page.Paragraph, Lines: []page.Line{{Text: page.Clean(l.text), No: l.no, Indent: l.indent()}}})
	}
	return item, true
}

// optionGoesOn reports whether the next line that is not blank belongs to an option
// which begins at an indent, and whose text does at a column.
func (r *textReader) optionGoesOn(indent, column int) bool {
	next := r.text(r.at)
	if next >= len(r.lines) || r.lines[next].indent() <= indent {
		return false
	}
	return r.lines[next].indent() >= column || !r.isOption(next)
}

// unquoted is a term without the quotes of Info.
func unquoted(term string) string {
	inner := strings.Trim(term, "'‘’`")
	if inner == "" || strings.ContainsAny(inner, "'‘’`") {
		return term
	}
	return inner
}
