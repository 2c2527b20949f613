package guess

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

// Shares of the rows that say that something went wrong, from which on a list is
// one of errors: where nothing else says so, and where the page does. Of the
// lists of errors of the labelled pages nine in ten have more than the first.
const (
	failuresAlone  = 0.4
	failuresTitled = 0.15
)

// kindOf is what the rows are, by the header of their codes, or else by the
// other columns: what has a type is a parameter. What is left are codes.
func kindOf(heading string, stats []stat, roles []string) model.Kind {
	code, key := slices.Index(roles, "code"), slices.Index(roles, "key")
	if vocab.HeaderSays(stats[code].header, "fields") == 1 {
		return model.Fields
	}
	if stats[code].header == "" && (vocab.HeaderSays(heading, "params") == 1 || vocab.HeaderSays(heading, "params") > 0 && vocab.HeaderSays(heading, "code") == 0 && stats[code].numbers < 0.5) {
		return model.Params
	}
	if vocab.HeaderSays(stats[code].header, "params") == 1 || stats[code].phrases && slices.ContainsFunc(stats, func(s stat) bool { return vocab.HeaderSays(s.header, "limit") == 1 }) {
		return model.Params
	}
	numbered := vocab.HeaderSays(stats[code].header, "code") == 1 && stats[code].numbers >= 0.5
	for j := range stats {
		s := &stats[j]
		if vocab.HeaderSays(s.header, "required") == 1 || vocab.HeaderSays(s.header, "default") == 1 || j != key && !numbered && vocab.HeaderSays(s.header, "type") == 1 {
			return typedKind(heading, stats[code].header)
		}
	}
	return model.Codes
}

// typedKind is what names with types are: parameters, or fields where nothing
// but a heading that speaks of those says what.
func typedKind(heading, header string) model.Kind {
	if header == "" && vocab.HeaderSays(heading, "fields") > 0 {
		return model.Fields
	}
	return model.Params
}

// areOptions reports whether most entries are options of a command: --verbose.
func (g *Guess) areOptions() bool {
	n := 0
	for i := range g.Table.Entries {
		n += int(indicator(isOption(g.Table.Entries[i].Code)))
	}
	return n*2 > len(g.Table.Entries)
}

// isTyped reports whether most entries are names with a type that no header speaks
// of, and not all of the same. Names in capitals are constants.
func (g *Guess) isTyped(stats []stat) bool {
	if j := slices.Index(g.Roles, "type"); j >= 0 && stats[j].header != "" {
		return false
	}
	typed, types := 0, map[string]bool{}
	for i := range g.Table.Entries {
		if e := &g.Table.Entries[i]; e.Type != "" && strings.IndexFunc(e.Code, unicode.IsLower) >= 0 {
			typed++
			types[e.Type] = true
		}
	}
	return typed*2 > len(g.Table.Entries) && len(types) > 1
}

// settleKinds makes results of codes that nothing calls errors: neither a header
// nor a heading, nor what the rows say, with the title of the page or without.
// Tables of one header are of one kind, but enumerations.
func settleKinds(p *page.Page, guesses []Guess) {
	least := failuresAlone
	if vocab.TitlesErrors(p.Name()) {
		least = failuresTitled
	}
	families, first := alike(guesses)
	for i := range guesses {
		family := families[first[i]]
		if guesses[i].Header == nil || guesses[i].enumerates() {
			family = []int{i}
		} else if first[i] != i {
			continue
		}
		entries, failures := 0, 0
		for _, i := range family {
			n, all := guesses[i].failures()
			entries, failures = entries+all, failures+n
		}
		if float64(failures) >= least*float64(entries) {
			continue
		}
		for _, i := range family {
			if g := &guesses[i]; g.Table.Kind == model.Codes {
				g.Table.Kind, g.recipe.Kind = model.Results, model.Results
			}
		}
	}
}

// isErrorSymbol matches symbols that have an E behind the name of their library,
// as those of C's errors: GNUTLS_E_SUCCESS.
var isErrorSymbol = regexp.MustCompile(`^[A-Z][A-Z0-9]*_E_[A-Z]`)

// failures is how many of the entries say that something went wrong: all of them
// where the header or the heading calls them errors.
func (g *Guess) failures() (failures, all int) {
	all = len(g.Table.Entries)
	if vocab.TitlesErrors(g.Table.Heading) || slices.ContainsFunc(g.Header, vocab.TitlesErrors) {
		return all, all
	}
	for i := range g.Table.Entries {
		if e := &g.Table.Entries[i]; vocab.TellsFailure(e.Text) || vocab.TellsFailure(e.Key) || vocab.TellsFailure(e.Code) || isErrorSymbol.MatchString(cmp.Or(e.Key, e.Code)) {
			failures++
		}
	}
	return failures, all
}
