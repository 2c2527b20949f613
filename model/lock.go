package model

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spectab/spectab/model/naming"
)

// LockFile is the name of the lock in the folder of a source.
const LockFile = "names.lock"

const lockHeader = `# The Go identifiers of this source, for ever: table, code, identifier, order.
# Written by spectab gen; commit it. "gone DATE" marks a code that the page lost,
# "was NAME" an identifier that a declared rename left as an alias, "type NAME"
# the Go type of the values of a parameter, "value" what a constant was last.
# "Code()" lists the methods of Code with their types, "Code{}" its groups.
`

// A Lock holds the identifier that each entry of a source was given once.
// Rewording, reordering and new neighbours on the page never change one.
type Lock struct {
	File string // for messages
	rows map[lockKey]*lockRow
	next int // order of the next new row
}

type lockKey struct{ table, id string }

type lockRow struct {
	lockKey
	name  string
	order int
	gone  string   // YYYY-MM-DD, or "" while the page has the code
	was   []string // earlier identifiers
	typ   string   // of the allowed values; "" where there never were any
	value string   // of a constant: its type, a space, the value
	line  int      // in the file; 0 for a new row
}

// identifiers are all that the row keeps for itself.
func (r *lockRow) identifiers() []string {
	if isMethods(r.table) {
		return nil
	}
	if r.name == r.typ { // the row of a type alone
		return []string{r.name}
	}
	ids := append([]string{r.name}, r.was...)
	if r.typ != "" {
		ids = append(ids, r.typ)
	}
	return ids
}

// NewLock returns an empty lock.
func NewLock(file string) *Lock {
	return &Lock{File: file, rows: map[lockKey]*lockRow{}, next: 1}
}

// ParseLock reads a lock. The error is of type Problems and names every bad
// line.
func ParseLock(file string, data []byte) (*Lock, error) {
	l := NewLock(file)
	var problems Problems
	names := map[string]*lockRow{}
	for i, line := range strings.Split(string(data), "\n") {
		line = strings.TrimSuffix(line, "\r")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		row, err := parseLockRow(line)
		if err != nil {
			problems.Add(file, i+1, lockHintFor(line), "%v", err)
			continue
		}
		row.line = i + 1
		l.insert(row, names, &problems)
	}
	return l, problems.Err()
}

// lockHintFor is the hint for a line that cannot be read.
func lockHintFor(line string) string {
	for _, marker := range []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		if strings.HasPrefix(line, marker) {
			return "a merge left this marker: keep the rows of both sides and drop the markers"
		}
	}
	return lockHint
}

const lockHint = "restore the line from version control; a lock is written by spectab gen, not by hand"

func (l *Lock) insert(row *lockRow, names map[string]*lockRow, problems *Problems) {
	if first := l.rows[row.lockKey]; first != nil {
		problems.Add(l.File, row.line, lockHint, "table %s, code %q stands in line %d already", row.table, row.id, first.line)
		return
	}
	for _, name := range row.identifiers() {
		if first := names[name]; first != nil {
			problems.Add(l.File, row.line, lockHint, "identifier %s belongs to %q of table %s in line %d already", name, first.id, first.table, first.line)
			return
		}
		names[name] = row
	}
	l.rows[row.lockKey] = row
	l.next = max(l.next, row.order+1)
}

var methodTypes = []string{"string", "bool", "int", "list", "texts"}

// maxOrder leaves room for the orders of new rows.
const maxOrder = math.MaxInt32

// parseLockRow reads "table code identifier order", and what follows by pairs:
// "gone DATE", "was NAME", "type NAME", "value TYPE VALUE".
func parseLockRow(line string) (*lockRow, error) {
	fields, err := lockFields(line)
	if err != nil {
		return nil, err
	}
	if len(fields) < 4 {
		return nil, fmt.Errorf("%d of 4 fields: a table, a code, an identifier and a number are wanted", len(fields))
	}
	row := &lockRow{lockKey: lockKey{fields[0], fields[1]}, name: fields[2]}
	if row.order, err = strconv.Atoi(fields[3]); err != nil || row.order < 1 || row.order > maxOrder {
		return nil, fmt.Errorf("order %q is no number from 1", fields[3])
	}
	for rest := fields[4:]; len(rest) > 0; rest = rest[2:] {
		if len(rest) < 2 {
			return nil, fmt.Errorf("%q lacks its value", rest[0])
		}
		if err := row.set(rest[0], rest[1]); err != nil {
			return nil, err
		}
	}
	if isMethods(row.table) && !slices.Contains(methodTypes, row.name) {
		return nil, fmt.Errorf("%q is no type of a method", row.name)
	}
	for _, name := range row.identifiers() {
		if !naming.Valid(name) {
			return nil, fmt.Errorf("%q is no exported Go identifier", name)
		}
	}
	return row, nil
}

// set takes one of the pairs at the end of a row.
func (r *lockRow) set(key, value string) error {
	switch {
	case key == "gone" && r.gone != "", key == "type" && r.typ != "", key == "value" && r.value != "":
		return fmt.Errorf("%s stands there twice", key)
	case key == "gone":
		if !isDate(value) {
			return fmt.Errorf("%q is no date of the form YYYY-MM-DD", value)
		}
		r.gone = value
	case key == "was":
		r.was = append(r.was, value)
	case key == "type" && value != "":
		r.typ = value
	case key == "type":
		return fmt.Errorf("%q is no exported Go identifier", value)
	case key == "value":
		r.value = value
	default:
		return fmt.Errorf("%q is none of gone, was, type and value", key)
	}
	return nil
}

func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// lockFields splits at spaces; a field may be a Go string literal.
func lockFields(line string) ([]string, error) {
	var fields []string
	for line = strings.TrimLeft(line, lockSpace); line != ""; line = strings.TrimLeft(line, lockSpace) {
		if line[0] != '"' {
			end := cmp.Or(strings.IndexAny(line, lockSpace)+1, len(line)+1) - 1
			fields, line = append(fields, line[:end]), line[end:]
			continue
		}
		quoted, err := strconv.QuotedPrefix(line)
		if err != nil {
			return nil, errors.New("a quoted field does not end")
		}
		field, _ := strconv.Unquote(quoted) // QuotedPrefix has checked it
		fields, line = append(fields, field), line[len(quoted):]
		if line != "" && !strings.ContainsRune(lockSpace, rune(line[0])) {
			return nil, fmt.Errorf("no space behind the quoted field %s", quoted)
		}
	}
	return fields, nil
}

const lockSpace = " \t"

// Bytes is the lock as a file: sorted by table and code, so that two branches
// which add codes merge.
func (l *Lock) Bytes() []byte {
	var b bytes.Buffer
	b.WriteString(lockHeader)
	for _, row := range l.sorted(func(a, b *lockRow) int {
		return cmp.Or(cmp.Compare(a.table, b.table), cmp.Compare(a.id, b.id))
	}) {
		fmt.Fprintf(&b, "%s %s %s %d", lockField(row.table), lockField(row.id), row.name, row.order)
		if row.gone != "" {
			b.WriteString(" gone " + row.gone)
		}
		for _, was := range row.was {
			b.WriteString(" was " + was)
		}
		if row.typ != "" {
			b.WriteString(" type " + row.typ)
		}
		if row.value != "" {
			b.WriteString(" value " + lockField(row.value))
		}
		b.WriteByte('\n')
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

// lockField quotes what would not come back as one field.
func lockField(s string) string {
	quoted := strconv.Quote(s)
	if s == "" || strings.ContainsAny(s, " #") || quoted != `"`+s+`"` {
		return quoted
	}
	return s
}

// clone copies l, so that a failed assignment leaves the original as it was.
func (l *Lock) clone() *Lock {
	c := &Lock{File: l.File, rows: make(map[lockKey]*lockRow, len(l.rows)), next: l.next}
	for key, row := range l.rows {
		dup := *row
		dup.was = slices.Clone(row.was)
		c.rows[key] = &dup
	}
	return c
}
