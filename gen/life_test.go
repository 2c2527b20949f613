package gen

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/types"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// A life is a page that a vendor edits for years, with what must hold of every
// edition.
type life struct {
	t      *testing.T
	dice   *rand.Rand
	page   []model.Entry
	gone   map[string]model.Entry // what the page last said of codes that it lost
	given  map[string]string      // identifier → code, for ever
	now    revision
	spec   *model.Spec
	number int // of codes so far
	day    int
}

// lifeEdits are what happens to the page, with the most lines that it may
// change.
var lifeEdits = []struct {
	what string
	most int
	do   func(*life)
}{
	{"a code more", 12, func(l *life) { l.insert(l.dice.IntN(len(l.page)+1), l.fresh()) }},
	{"a code less", 10, func(l *life) {
		at := l.dice.IntN(len(l.page))
		l.gone[l.page[at].Code] = l.page[at]
		l.page = slices.Delete(l.page, at, at+1)
	}},
	{"another text", 4, func(l *life) {
		e := &l.page[l.dice.IntN(len(l.page))]
		e.Text = strings.NewReplacer("refused", "ignored", "ignored", "refused").Replace(e.Text)
	}},
	{"another order", 0, func(l *life) {
		a, b := l.dice.IntN(len(l.page)), l.dice.IntN(len(l.page))
		l.page[a], l.page[b] = l.page[b], l.page[a]
	}},
	{"other markup", 0, func(l *life) { moveLines(l.page) }},
	{"a code back", 12, func(l *life) {
		for code, e := range l.gone {
			delete(l.gone, code)
			l.insert(l.dice.IntN(len(l.page)+1), e)
			return
		}
	}},
	{"the text of another", 4, func(l *life) {
		a, b := &l.page[l.dice.IntN(len(l.page))], l.page[l.dice.IntN(len(l.page))]
		a.Text = b.Text
	}},
}

func (l *life) insert(at int, e model.Entry) { l.page = slices.Insert(l.page, at, e) }

func (l *life) fresh() model.Entry {
	l.number++
	e := vendorEntry(l.number)
	e.Remedy = ""
	e.Group = "" // a first code of a section is more than a code
	return e
}

// edition assigns and emits the page.
func (l *life) edition() (*model.Spec, revision) {
	l.t.Helper()
	s := l.model()
	return s, l.now.next(l.t, s)
}

func (l *life) model() *model.Spec {
	s := newSpec("shop", model.Table{Name: "Code", Kind: model.Codes, Entries: slices.Clone(l.page)})
	s.Snapshot.Retrieved = fmt.Sprintf("2026-%02d-%02d", 1+l.day/28%12, 1+l.day%28)
	return s
}

// TestLifeOfAPage holds all that must hold of an emitted package at once,
// through hundreds of edits: the lines that an edit changes, what programs
// compiled against, what is remembered, and that branches merge.
func TestLifeOfAPage(t *testing.T) {
	l := &life{t: t, dice: rand.New(rand.NewPCG(7, 7)), gone: map[string]model.Entry{}, given: map[string]string{}, now: revision{lock: model.NewLock(model.LockFile)}}
	for range 60 {
		l.page = append(l.page, l.fresh())
	}
	l.page = append(l.page, l.fresh())
	l.gone[l.page[60].Code] = l.page[60]
	l.spec, l.now = l.edition()
	l.now.lock.Remember(l.spec)
	l.page = l.page[:60]
	l.spec, l.now = l.edition() // with a tombstone, so that what tells of them is there
	var scope *types.Scope
	days := 300
	if testing.Short() {
		days = 50
	}
	for l.day = 1; l.day <= days; l.day++ {
		edit := lifeEdits[l.dice.IntN(len(lifeEdits))]
		if len(l.page) < 5 {
			edit = lifeEdits[0]
		}
		before := l.now
		before.lock.Remember(l.spec)
		l.branches(before)
		edit.do(l)
		spec, next := l.edition()
		if n := roughlyChanged(before, next); n > edit.most {
			t.Errorf("day %d, %s: %d lines, want %d", l.day, edit.what, n, edit.most)
		}
		l.spec, l.now = spec, next
		l.remembers()
		l.exports()
		if l.day%25 == 0 {
			scope = l.compiles(scope)
		}
	}
}

// roughlyChanged counts the lines that are in one of two revisions alone.
func roughlyChanged(before, next revision) (n int) {
	for name, content := range next.files {
		if strings.HasSuffix(name, "_index.go") {
			continue
		}
		lines := map[string]int{}
		for line := range bytes.Lines(content) {
			lines[string(line)]++
		}
		for line := range bytes.Lines(before.files[name]) {
			lines[string(line)]--
		}
		for _, times := range lines {
			n += max(times, -times)
		}
	}
	return n
}

// remembers holds that identifiers keep their codes, and tombstones what the
// page said.
func (l *life) remembers() {
	t := &l.spec.Tables[0]
	has := map[string]string{}
	for _, e := range t.Entries {
		has[e.Name] = e.Code
	}
	for _, g := range t.Gone {
		has[g.Name] = g.Code
		if want := l.gone[g.Code]; g.Entry.Text != want.Text || g.Entry.Key != want.Key || g.Entry.HTTP != want.HTTP {
			l.t.Errorf("day %d: %s said %+v, and is remembered as %+v", l.day, g.Code, want, g.Entry)
		}
	}
	if len(t.Gone) != len(l.gone) {
		l.t.Errorf("day %d: %d tombstones, want %d", l.day, len(t.Gone), len(l.gone))
	}
	for name, code := range l.given {
		if has[name] != code {
			l.t.Errorf("day %d: %s was %s and is %q", l.day, name, code, has[name])
		}
	}
	for name, code := range has {
		l.given[name] = code
	}
	again, err := model.ParseLock(model.LockFile, l.now.lock.Bytes())
	if err != nil || !bytes.Equal(again.Bytes(), l.now.lock.Bytes()) {
		l.t.Errorf("day %d: the lock does not come back: %v", l.day, err)
	}
}

// exports holds that the exported document has all, tombstones too.
func (l *life) exports() {
	var first, second bytes.Buffer
	var doc model.Document
	err := model.WriteJSON(&first, []*model.Spec{l.spec})
	if err == nil {
		err = json.Unmarshal(first.Bytes(), &doc)
	}
	if err == nil {
		err = model.WriteJSON(&second, doc.Sources)
	}
	if err != nil || first.String() != second.String() || strings.Count(first.String(), `"gone": "`) != len(l.gone) {
		l.t.Errorf("day %d: the export does not come back: %v", l.day, err)
	}
}

// branches merges the locks of two branches that add a code each, as git does
// by union.
func (l *life) branches(base revision) {
	page, number := slices.Clone(l.page), l.number
	var merged []string
	for range 2 {
		l.page = slices.Clone(page)
		l.insert(l.dice.IntN(len(page)+1), l.fresh())
		branch, err := base.lock.Assign(l.model())
		if err != nil {
			l.t.Fatal(err)
		}
		merged = append(merged, strings.SplitAfter(string(branch.Bytes()), "\n")...)
	}
	l.page, l.number = page, number
	lock, err := model.ParseLock(model.LockFile, []byte(strings.Join(merged, "")))
	if err != nil || strings.Count(string(lock.Bytes()), "\n") != strings.Count(string(base.lock.Bytes()), "\n")+2 {
		l.t.Errorf("day %d: two branches do not merge: %v", l.day, err)
	}
}

// compiles holds that a program which compiled against an earlier edition does
// against this one.
func (l *life) compiles(before *types.Scope) *types.Scope {
	scope := typeCheck(l.t, "shop", mustPackage(l.t, l.spec))
	if before == nil {
		return scope
	}
	for _, name := range before.Names() {
		was, is := before.Lookup(name), scope.Lookup(name)
		if was.Exported() && (is == nil || !sameObject(was, is)) {
			l.t.Errorf("day %d: %v became %v", l.day, was, is)
		}
	}
	return scope
}

func sameObject(was, is types.Object) bool {
	c, isConst := was.(*types.Const)
	if !isConst {
		return was.Type().String() == is.Type().String()
	}
	now, ok := is.(*types.Const)
	return ok && now.Val().ExactString() == c.Val().ExactString() && now.Type().String() == c.Type().String()
}
