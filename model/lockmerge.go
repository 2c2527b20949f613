package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// lockFormat is the format that Bytes writes. The first had no line that says
// so, and whole numbers that counted on through all tables for its places.
const lockFormat = 2

var formatLine = "format " + strconv.Itoa(lockFormat)

// A lockReader reads the lines of a lock one by one.
type lockReader struct {
	lock    *Lock
	format  int
	rows    int
	markers bool   // a merge left conflict markers
	inBase  bool   // between those of the common ancestor
	hint    string // for the error of the last line
}

// row is the row that a line has; nil for all other lines.
func (r *lockReader) row(line string) (*lockRow, error) {
	r.hint = lockHint
	if line == "" || strings.HasPrefix(line, "#") || r.isMarker(line) || r.inBase {
		return nil, nil
	}
	if number, ok := strings.CutPrefix(line, "format "); ok {
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > lockFormat {
			r.hint = "a newer spectab wrote this lock: use that, or restore the lock from version control"
			return nil, fmt.Errorf("format %q is not known here, which knows %d", number, lockFormat)
		}
		r.format = n
		return nil, nil
	}
	r.rows++
	return parseLockRow(line)
}

// isMarker reports whether a merge left the line between its two sides, of
// which all rows are kept.
func (r *lockReader) isMarker(line string) bool {
	for _, marker := range []string{"<<<<<<<", "|||||||", "=======", ">>>>>>>"} {
		if line == marker || strings.HasPrefix(line, marker+" ") {
			r.markers, r.inBase = true, marker == "|||||||"
			return true
		}
	}
	return false
}

// tell notes what was read and is not written again.
func (r *lockReader) tell() {
	if r.rows > 0 && r.format == 0 {
		r.lock.Mended = append(r.lock.Mended, "the lock is of the first format; gen writes it in format "+strconv.Itoa(lockFormat))
	}
	if r.markers {
		r.lock.Mended = append(r.lock.Mended, "a merge left conflict markers; the rows of both sides are kept")
	}
}

// merge takes what another row of the same code says. A second identifier
// stays, as an alias: programs of a branch use it.
func (r *lockRow) merge(other *lockRow) error {
	if isMethods(r.table) && r.name != other.name || r.typ != "" && other.typ != "" && r.typ != other.typ {
		return fmt.Errorf("and is of another type there")
	}
	if other.rank.compare(r.rank) < 0 {
		r.rank = other.rank
	}
	for _, name := range append([]string{other.name}, other.was...) {
		if name != r.name && !slices.Contains(r.was, name) {
			r.was = append(r.was, name)
		}
	}
	if r.gone == "" || other.gone == "" {
		r.gone, r.said = "", ""
	} else if other.gone < r.gone {
		r.gone = other.gone
	}
	if r.said == "" && r.gone != "" {
		r.said = other.said
	}
	if r.typ == "" {
		r.typ = other.typ
	}
	if r.value == "" {
		r.value = other.value
	}
	return nil
}
