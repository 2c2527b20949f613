package model

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"
)

type lockKey struct{ table, id string }

type lockRow struct {
	lockKey
	name  string
	rank  rank
	gone  string   // YYYY-MM-DD, or "" while the page has the code
	said  string   // of one that is gone, what the page said, as JSON
	was   []string // earlier identifiers
	typ   string   // of the allowed values; "" where there never were any
	value string   // of a constant: its type, a space, the value
	line  int      // in the file; 0 for a new row
	order int      // place among the rows of the table, from 1
	isNew bool     // without a rank yet
	last  *Entry   // what the page before said; nil where nobody told
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

var methodTypes = []string{"string", "bool", "int", "list", "texts"}

// parseLockRow reads "table code identifier place", and what follows by pairs:
// "gone DATE", "said JSON", "was NAME", "type NAME", "value TYPE VALUE".
func parseLockRow(line string) (*lockRow, error) {
	fields, err := lockFields(line)
	if err != nil {
		return nil, err
	}
	if len(fields) < 4 {
		return nil, fmt.Errorf("%d of 4 fields: a table, a code, an identifier and a number are wanted", len(fields))
	}
	row := &lockRow{lockKey: lockKey{fields[0], fields[1]}, name: fields[2]}
	var ok bool
	if row.rank, ok = parseRank(fields[3]); !ok {
		return nil, fmt.Errorf("place %q is no number", fields[3])
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
		if !ValidIdentifier(name) {
			return nil, fmt.Errorf("%q is no exported Go identifier", name)
		}
	}
	return row, nil
}

// set takes one of the pairs at the end of a row.
func (r *lockRow) set(key, value string) error {
	switch {
	case key == "gone" && r.gone != "", key == "said" && r.said != "", key == "type" && r.typ != "", key == "value" && r.value != "":
		return fmt.Errorf("%s stands there twice", key)
	case key == "gone":
		if !isDate(value) {
			return fmt.Errorf("%q is no date of the form YYYY-MM-DD", value)
		}
		r.gone = value
	case key == "said":
		var e Entry
		if err := json.Unmarshal([]byte(value), &e); err != nil {
			return fmt.Errorf("what the page said is no JSON: %w", err)
		}
		r.said = saying(&e)
	case key == "was":
		r.was = append(r.was, value)
	case key == "type" && value != "":
		r.typ = value
	case key == "type":
		return fmt.Errorf("%q is no exported Go identifier", value)
	case key == "value":
		r.value = value
	default:
		return fmt.Errorf("%q is none of gone, said, was, type and value", key)
	}
	return nil
}

// saying is what a page says of an entry, as a tombstone keeps it: without
// what the row itself has, and without the place on the page.
func saying(e *Entry) string {
	kept := *e
	kept.Code, kept.Name, kept.Stem, kept.Gone, kept.File, kept.Line = "", "", "", "", "", 0
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(&kept); err != nil { // of strings and numbers alone
		panic(err)
	}
	said := strings.TrimSpace(b.String())
	if rest, ok := strings.CutPrefix(said, `{"code":"",`); ok {
		return "{" + rest
	}
	return "" // nothing but the code
}

// tombstone is the entry that a row which is gone once was.
func (r *lockRow) tombstone() Gone {
	typ, value, _ := strings.Cut(r.value, " ")
	g := Gone{Code: r.id, Name: r.name, Since: r.gone, Order: r.order, Aliases: slices.Clone(r.was), Type: typ, Value: value}
	if r.said != "" {
		_ = json.Unmarshal([]byte(r.said), &g.Entry) // set or saying has made it
	}
	return g
}

func isDate(s string) bool {
	_, err := time.Parse(time.DateOnly, s)
	return err == nil
}

// lockFields splits at spaces; a field may be a Go string literal, and what
// stands behind "said" is the rest of the line.
func lockFields(line string) ([]string, error) {
	var fields []string
	for line = strings.TrimLeft(line, lockSpace); line != ""; line = strings.TrimLeft(line, lockSpace) {
		if len(fields) > 4 && fields[len(fields)-1] == "said" && line[0] == '{' {
			return append(fields, strings.TrimRight(line, lockSpace)), nil
		}
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

func (r *lockRow) writeTo(b *bytes.Buffer) {
	fmt.Fprintf(b, "%s %s %s %s", lockField(r.table), lockField(r.id), r.name, r.rank)
	if r.gone != "" {
		b.WriteString(" gone " + r.gone)
	}
	for _, was := range r.was {
		b.WriteString(" was " + was)
	}
	if r.typ != "" {
		b.WriteString(" type " + r.typ)
	}
	if r.value != "" {
		b.WriteString(" value " + lockField(r.value))
	}
	if r.said != "" {
		b.WriteString(" said " + r.said)
	}
	b.WriteByte('\n')
}

// lockField quotes what would not come back as one field.
func lockField(s string) string {
	quoted := strconv.Quote(s)
	if s == "" || strings.ContainsAny(s, " #") || quoted != `"`+s+`"` {
		return quoted
	}
	return s
}
