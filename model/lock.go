package model

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// LockFile is the name of the lock in the folder of a source.
const LockFile = "names.lock"

const lockHeader = `# The Go identifiers of this source, for ever: table, code, identifier, place.
# Written by spectab gen; commit it. "gone DATE" marks a code that the page lost,
# "said" what the page said of it, "was NAME" an identifier that a declared rename
# left as an alias, "type NAME" the Go type of the values of a parameter, "value"
# what a constant was last. "Code()" lists the methods of Code, "Code{}" its groups.
# A place is a number between those of its neighbours; two rows may share one.
`

// A Lock holds the identifier that each entry of a source was given once.
// Rewording, reordering and new neighbours on the page never change one.
type Lock struct {
	File   string   // for messages
	Mended []string // what was wrong with the file, and is not with what Bytes returns
	rows   map[lockKey]*lockRow
}

// NewLock returns an empty lock.
func NewLock(file string) *Lock { return &Lock{File: file, rows: map[lockKey]*lockRow{}} }

// ParseLock reads a lock, that of an earlier format and one with the conflict
// markers of a merge as well: Mended tells of both. The error is of type
// Problems and names every bad line.
func ParseLock(file string, data []byte) (*Lock, error) {
	l := NewLock(file)
	var problems Problems
	names := map[string]*lockRow{}
	r := lockReader{lock: l}
	for i, line := range strings.Split(string(data), "\n") {
		line = strings.TrimSuffix(line, "\r")
		row, err := r.row(line)
		if err != nil {
			problems.Add(file, i+1, r.hint, "%v", err)
		}
		if row != nil {
			row.line = i + 1
			l.insert(row, names, &problems)
		}
	}
	r.tell()
	return l, problems.Err()
}

const lockHint = "restore the line from version control; a lock is written by spectab gen, not by hand"

// insert adds a row. Two rows of one code become one: branches that both
// touched it were merged.
func (l *Lock) insert(row *lockRow, names map[string]*lockRow, problems *Problems) {
	for _, name := range row.identifiers() {
		if first := names[name]; first != nil && first.lockKey != row.lockKey {
			problems.Add(l.File, row.line, "drop the line that is younger; its code will get another identifier", "identifier %s belongs to %q of table %s in line %d already", name, first.id, first.table, first.line)
			return
		}
		names[name] = row
	}
	first := l.rows[row.lockKey]
	if first == nil {
		l.rows[row.lockKey] = row
		return
	}
	if err := first.merge(row); err != nil {
		problems.Add(l.File, row.line, lockHint, "table %s, code %q stands in line %d already: %v", row.table, row.id, first.line, err)
	}
	for _, name := range first.identifiers() {
		names[name] = first
	}
}

// Bytes is the lock as a file: sorted by table and code, so that two branches
// which add codes merge.
func (l *Lock) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString(lockHeader)
	b.WriteString(formatLine + "\n")
	for _, row := range l.sorted(func(a, b *lockRow) int {
		return cmp.Or(cmp.Compare(a.table, b.table), cmp.Compare(a.id, b.id))
	}) {
		row.writeTo(&b)
	}
	return b.Bytes()
}

func (l *Lock) sorted(less func(a, b *lockRow) int) []*lockRow {
	rows := make([]*lockRow, 0, len(l.rows))
	for _, row := range l.rows {
		rows = append(rows, row)
	}
	slices.SortFunc(rows, less)
	return rows
}

// clone copies l, so that a failed assignment leaves the original as it was.
func (l *Lock) clone() *Lock {
	c := &Lock{File: l.File, Mended: l.Mended, rows: make(map[lockKey]*lockRow, len(l.rows))}
	for key, row := range l.rows {
		dup := *row
		dup.was = slices.Clone(row.was)
		c.rows[key] = &dup
	}
	return c
}

// Remember tells the lock what was last said of its identifiers, so that the
// tombstones of codes which the next page lacks can say it too.
func (l *Lock) Remember(s *Spec) {
	rows := make(map[lockKey]*lockRow, len(l.rows)) // by table and identifier
	for _, row := range l.rows {
		if row.gone == "" && row.value == "" {
			rows[lockKey{row.table, row.name}] = row
		}
	}
	for i := range s.Tables {
		t := &s.Tables[i]
		for j := range t.Entries {
			if row := rows[lockKey{t.Name, t.Entries[j].Name}]; row != nil {
				row.last = &t.Entries[j]
			}
		}
	}
}

// Forgets reports whether s has tombstones that are new, and of which nobody
// remembers what the page said.
func (l *Lock) Forgets(s *Spec) bool {
	for i := range s.Tables {
		t := &s.Tables[i]
		for _, g := range t.Gone {
			row := l.rows[lockKey{t.Name, g.Code}]
			if t.Kind != Constants && row != nil && row.gone == "" && saying(&g.Entry) == "" {
				return true
			}
		}
	}
	return false
}
