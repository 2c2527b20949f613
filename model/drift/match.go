package drift

import (
	"math/big"
	"regexp"
	"strings"

	"github.com/spectab/spectab/model"
)

// A pair is one entry in both states, and how it was recognised.
type pair struct {
	old, new *model.Entry
	op       op // "" where the code is the same; respelled, reradixed or renamed
}

// A matching is which entry of one table is which of the other.
type matching struct {
	old, new *model.Table
	pairs    []pair         // in the order of the new table
	lost     []*model.Entry // of the old table, in its order
	found    []*model.Entry // of the new table, in its order
	guessed  bool
	titles   map[string]string // new titles of sections, by the old ones
	texts    map[*model.Entry]string
}

// text is the essence of the text of an entry.
func (m *matching) text(e *model.Entry) string {
	text, ok := m.texts[e]
	if !ok {
		text = essence(e.Text)
		if m.texts == nil {
			m.texts = map[*model.Entry]string{}
		}
		m.texts[e] = text
	}
	return text
}

// match recognises the entries of two tables: by what the table knows them
// by, then by another spelling of that, then by the symbol that stands beside
// a number, and last by strong evidence of a rename.
func match(before, after *model.Table, guessed bool) *matching {
	m := &matching{old: before, new: after, guessed: guessed}
	m.lost, m.found = entriesOf(before), entriesOf(after)
	m.join("", before.ID, after.ID, false)
	m.join(reradixed, numeric(before), numeric(after), true)
	m.join(respelled, spelling(before), spelling(after), true)
	m.join(respelled, keyOf, after.ID, true)
	m.join(respelled, before.ID, keyOf, true)
	if guessed { // guessing drops the name of a module before all codes
		m.join(reradixed, unqualified, after.ID, true)
		m.join(reradixed, before.ID, unqualified, true)
	}
	m.join(renamed, m.identity(before), m.identity(after), true)
	m.settle()
	return m
}

func entriesOf(t *model.Table) []*model.Entry {
	list := make([]*model.Entry, len(t.Entries))
	for i := range t.Entries {
		list[i] = &t.Entries[i]
	}
	return list
}

// unqualified is a code without the name of the module before it.
func unqualified(e *model.Entry) string {
	_, name, _ := strings.Cut(e.Code, ".")
	return name
}

func keyOf(e *model.Entry) string { return e.Key }

// join pairs what is left of both tables where a and b say the same of it.
// What they call "" they do not know. A name that is not the only one of its
// side is no evidence, where it has to be unique.
func (m *matching) join(how op, a, b func(*model.Entry) string, unique bool) {
	if len(m.lost) == 0 || len(m.found) == 0 {
		return
	}
	at := map[string][]*model.Entry{}
	for _, e := range m.found {
		if name := b(e); name != "" {
			at[name] = append(at[name], e)
		}
	}
	names, often := make(map[*model.Entry]string, len(m.lost)), map[string]int{}
	for _, e := range m.lost {
		names[e] = a(e)
		often[names[e]]++
	}
	taken := map[*model.Entry]bool{}
	m.lost = filter(m.lost, func(e *model.Entry) bool {
		name := names[e]
		rest := at[name]
		if name == "" || len(rest) == 0 || unique && (len(rest) > 1 || often[name] > 1) {
			return true
		}
		m.pairs = append(m.pairs, pair{e, rest[0], how})
		taken[rest[0]] = true
		at[name] = rest[1:]
		return false
	})
	m.found = filter(m.found, func(e *model.Entry) bool { return !taken[e] })
}

func filter(list []*model.Entry, keep func(*model.Entry) bool) []*model.Entry {
	var kept []*model.Entry
	for _, e := range list {
		if keep(e) {
			kept = append(kept, e)
		}
	}
	return kept
}

// settle puts the pairs into the order of the new table.
func (m *matching) settle() {
	at := make(map[*model.Entry]pair, len(m.pairs))
	for _, p := range m.pairs {
		at[p.new] = p
	}
	m.pairs = m.pairs[:0]
	for i := range m.new.Entries {
		if p, ok := at[&m.new.Entries[i]]; ok {
			m.pairs = append(m.pairs, p)
		}
	}
}

// numeric is the value of a code that is a number, so that 0x10 and 16 are one;
// with leading zeros only where the codes are of an integer type. Constants
// have values, not codes.
func numeric(t *model.Table) func(*model.Entry) string {
	return func(e *model.Entry) string {
		if t.Value.IsInteger() && t.Kind != model.Constants {
			number, ok := t.Value.Number(e.Code)
			if ok && e.Second {
				number += " " + e.Key
			}
			return number
		}
		digits := strings.ToLower(strings.TrimLeft(e.Code, "+-"))
		if t.Kind == model.Constants || digits == "" || len(digits) > 1 && digits[0] == '0' && digits[1] != 'x' {
			return ""
		}
		if n, ok := new(big.Int).SetString(strings.ToLower(strings.TrimPrefix(e.Code, "+")), 0); ok {
			return n.String()
		}
		return ""
	}
}

// spelling is what a table knows an entry by, without what only its form is:
// the case of letters, and zeros in front of a number.
func spelling(t *model.Table) func(*model.Entry) string {
	return func(e *model.Entry) string {
		return zerosInFront.ReplaceAllString(strings.ToLower(strings.TrimSpace(t.ID(e))), "$1$2")
	}
}

// zerosInFront stand before the digits of a whole number: not so in 1.05.
var zerosInFront = regexp.MustCompile(`(^|[^\d.,])0+(\d)`)

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
