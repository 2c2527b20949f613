package model

import (
	"cmp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model/naming"
)

// candidates are the identifiers that suit an entry, the best first: the
// vendor's symbol or the message, then with the name of the type, of the
// group, with more of the message, with the code, and at last the type and the
// code alone.
func (a *assigner) candidates(t *Table, e *Entry) []string {
	code, meanings := t.ID(e), t.meanings(e)
	if len(meanings) == 0 {
		return []string{naming.Fallback(t.Name, code)}
	}
	best := t.Prefix + meanings[0]
	names := []string{best}
	if t.Prefix == "" {
		names = append(names, t.Name+best)
		if a.yields(t, e, best) {
			names = names[1:]
		}
	}
	if group := t.Namer.Group(e.Group); group != "" {
		names = append(names, best+group)
	}
	for _, more := range meanings[1:] {
		names = append(names, t.Prefix+more)
	}
	if naming.IsSymbol(code) {
		return names // what is left to tell it apart would be its hash
	}
	return append(names, naming.WithCode(best, code), naming.Fallback(t.Name, code))
}

// yields reports whether an entry leaves the best identifier to something else
// of the package: to an entry of another table, above all of the main one, or
// to the type of its own values.
func (a *assigner) yields(t *Table, e *Entry, best string) bool {
	return a.clashing[best] && t != a.spec.Main() || len(e.Values) > 0
}

// findClashes finds the identifiers that new entries of several tables would
// like best.
func (a *assigner) findClashes() {
	a.clashing = map[string]bool{}
	wanted := map[string]*Table{}
	for i := range a.spec.Tables {
		t := &a.spec.Tables[i]
		for j := range t.Entries {
			e := &t.Entries[j]
			meanings := t.meanings(e)
			if len(meanings) == 0 || a.lock.rows[lockKey{t.Name, t.ID(e)}] != nil {
				continue
			}
			best := t.Prefix + meanings[0]
			if other := wanted[best]; other != nil && other != t {
				a.clashing[best] = true
			}
			wanted[best] = t
		}
	}
}

// meanings are the identifiers that say what an entry is, without the table's
// prefix; nil where neither symbol nor text gives one.
func (t *Table) meanings(e *Entry) []string {
	code := t.ID(e)
	if t.Kind == Constants && naming.Valid(e.Key) {
		return []string{e.Key}
	}
	if symbol := t.symbol(e); symbol != "" {
		return t.symbolNames(symbol)
	}
	if word := naming.Operator(code); word != "" {
		return []string{word}
	}
	return t.Namer.Sentence(t.unlabelled(e))
}

// unlabelled is the message of an entry, in English where the page has it,
// without the label that most messages of the table have.
func (t *Table) unlabelled(e *Entry) string {
	message := func(e *Entry) string { return cmp.Or(e.Texts["en"], e.Text) }
	if t.label == nil {
		var messages []string
		for i := range t.Entries {
			messages = append(messages, message(&t.Entries[i]))
		}
		label := naming.Opening(messages)
		t.label = &label
	}
	if rest := strings.TrimPrefix(message(e), *t.label); rest != "" {
		return rest
	}
	return message(e)
}

// symbol is what the vendor calls an entry, "" where that is no name.
func (t *Table) symbol(e *Entry) string {
	code := t.ID(e)
	switch {
	case e.Key != "" && naming.IsSymbol(e.Key):
		return e.Key
	case naming.IsSymbol(code) || t.Kind == Params || t.Kind == Fields || t.Kind == Constants:
		return code
	}
	return ""
}

// symbolNames are the identifiers that a symbol gives: without what the symbols
// of the table have in common, and with it.
func (t *Table) symbolNames(symbol string) []string {
	var names []string
	if rest := t.trimmed(symbol); rest != symbol {
		names = append(names, t.Namer.Rest(rest))
	}
	return slices.DeleteFunc(append(names, t.Namer.Symbol(symbol)), func(name string) bool { return name == "" })
}

// trimmed is a symbol without what the recipe trims or, where it says nothing,
// without what the symbols of the table share.
func (t *Table) trimmed(symbol string) string {
	switch {
	case t.Trim != nil:
		if loc := t.Trim.FindStringIndex(symbol); loc != nil && loc[0] == 0 && loc[1] < len(symbol) {
			return symbol[loc[1]:]
		}
		return symbol
	case t.Kind != Codes && t.Kind != Results || t.Namer.Verbatim():
		return symbol
	case t.shared == nil:
		var symbols []string
		for i := range t.Entries {
			if s := t.symbol(&t.Entries[i]); s != "" {
				symbols = append(symbols, s)
			}
		}
		shared := naming.Shared(symbols)
		t.shared = &shared
	}
	return t.shared.Cut(symbol)
}

// stem is an identifier of the table without its prefix.
func (t *Table) stem(name string) string {
	for _, prefix := range []string{t.Prefix, t.Name} {
		if stem, ok := strings.CutPrefix(name, prefix); ok && prefix != "" && naming.Valid(stem) {
			return stem
		}
	}
	return name
}
