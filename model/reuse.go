package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spectab/spectab/model/naming"
	"github.com/spectab/spectab/model/text"
)

// GuardReused is the guard that refuses a page on which a code means another
// thing than before.
const GuardReused = "reused"

// IsReuse reports whether reused codes are all that is wrong. The Spec that
// Assign was given is whole then, and can be compared.
func IsReuse(err error) bool {
	var problems Problems
	return errors.As(err, &problems) && !slices.ContainsFunc(problems, func(p *Problem) bool { return p.Guard != GuardReused })
}

// reuses refuses codes that mean another thing now: an identifier says what
// its code means, and one that is given for ever must not begin to lie. A name
// in the recipe decides, so codes that have one are not asked about.
func (a *assigner) reuses(t *Table) {
	if t.Kind != Codes && t.Kind != Results {
		return
	}
	named := map[string]*lockRow{}
	for _, row := range a.before[t.Name] {
		named[row.name] = row
	}
	for i := range t.Entries {
		e := &t.Entries[i]
		row := a.lock.rows[lockKey{t.Name, t.ID(e)}]
		if row != nil && !t.IsFixed(t.ID(e)) && a.isReused(t, e, row, named) {
			a.refuseReuse(t, e, row)
		}
	}
}

// isReused reports whether the name that the lock has for an entry has nothing
// in common with what the page says of it, and more speaks for another meaning
// than a new wording: the code was gone, or what the page says of it now is
// what the lock calls another code, of which the page says it no longer.
func (a *assigner) isReused(t *Table, e *Entry, row *lockRow, named map[string]*lockRow) bool {
	if t.akin(row, e) {
		return false
	}
	names := t.meanings(e)
	if len(names) == 0 {
		return false
	}
	isTelling := e.Key != "" || strings.Count(e.Text, " ") >= 2
	if row.gone != "" {
		return isTelling
	}
	from := named[t.Prefix+names[0]]
	if from == nil || from == row {
		return false
	}
	holder := t.Find(from.id)
	if holder == nil {
		return isTelling // or anybody says it: Server error.
	}
	return !t.akin(from, holder)
}

// akin reports whether the name in a row shares a word with what a page says
// of an entry. A name without words, made of the code alone, may stand for
// anything.
func (t *Table) akin(row *lockRow, e *Entry) bool {
	says, telling := strings.ToLower(text.ASCII(strings.Join([]string{e.Code, e.Key, e.Text, e.Texts["en"]}, " "))), false
	for _, word := range naming.TellingWords(strings.TrimPrefix(strings.TrimPrefix(row.name, t.Prefix), t.Name)) {
		if telling = true; strings.Contains(says, word) {
			return true
		}
	}
	return !telling
}

// refuseReuse asks for a decision, with both answers as a recipe takes them.
func (a *assigner) refuseReuse(t *Table, e *Entry, row *lockRow) {
	id, name := t.ID(e), strings.TrimPrefix(row.name, t.Prefix)
	hint := fmt.Sprintf("put one of these under names: in the recipe of table %s, to keep the name, or to give it another:\n%s: {name: %s, why: programs know it by this name}\n%s: {name: %s, was: %s, why: the vendor gave the code another meaning}",
		t.Name, quoted(id), name, quoted(id), a.freeName(t, e), name)
	a.reused.Add(a.spec.Snapshot.File, e.Line, hint, "%q of table %s means another thing now: %s calls it %s, and the page says %q", id, t.Name, a.place(row), row.name, said(e))
	a.reused[len(a.reused)-1].Guard = GuardReused
}

// quoted is a text as YAML reads it, whatever is in it.
func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

// freeName says what an entry is, with as many more words, or figures, as it
// takes that nothing else has the name, and that it was offered to no other code.
func (a *assigner) freeName(t *Table, e *Entry) string {
	names := t.meanings(e)
	taken := func(name string) bool { return a.isTaken(t.Prefix+name) || a.offered[t.Prefix+name] }
	free := names[0]
	if i := slices.IndexFunc(names, func(name string) bool { return !taken(name) }); i > 0 {
		free = names[i]
	}
	for n := 2; taken(free); n++ {
		free = fmt.Sprintf("%s%d", names[0], n)
	}
	a.offered[t.Prefix+free] = true
	return free
}

// said is what a page says that an entry is.
func said(e *Entry) string {
	if e.Key != "" {
		return e.Key
	}
	text := []rune(e.Text)
	return string(text[:min(len(text), 60)])
}
