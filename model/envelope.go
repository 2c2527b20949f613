package model

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// An Envelope says where in the vendor's reply a code stands.
type Envelope struct {
	Table   string   // name of the table whose codes it carries
	Format  string   // "json" or "xml"
	Code    []string // path of keys from the root; in XML the last may be an attribute
	Message []string // path of the vendor's message; nil where the reply has none
	Extra   []Member // further members of the reply
	Success []string // codes that mean success and are no error
}

// A Member is a member of a reply that a caller wants beside the code.
type Member struct {
	Name string // of the field in Go: RequestID
	Path []string
}

// maxPlace bounds the places in arrays of JSON, which become arrays of Go.
const maxPlace = 100

// Place is the place in an array of JSON that a step of a path means, -1 where
// it is a name.
func Place(step string) int {
	n, err := strconv.Atoi(step)
	if err != nil || strings.Trim(step, "0123456789") != "" || n >= maxPlace {
		return -1
	}
	return n
}

// readable are the names that encoding/json and encoding/xml take in the tag
// of a field.
var readable = map[string]*regexp.Regexp{
	"json": regexp.MustCompile(`^[\pL\p{Nd}!#$%&()*+\-./:;<=>?@[\]^_{|}~ ]+$`),
	"xml":  regexp.MustCompile(`^[\pL_][\pL\p{Nd}._-]*$`),
}

// Check says why no reply could be read by an envelope, nil where one can.
func (e *Envelope) Check() error {
	if readable[e.Format] == nil {
		return fmt.Errorf("has the format %q, which is neither json nor xml", e.Format)
	}
	if len(e.Code) == 0 {
		return errors.New("lacks a path to the code")
	}
	paths := [][]string{e.Code}
	if len(e.Message) > 0 {
		paths = append(paths, e.Message)
	}
	for _, m := range e.Extra {
		if len(m.Path) == 0 || !ValidIdentifier(m.Name) {
			return fmt.Errorf("has the member %q, which lacks a path or is no exported Go identifier", m.Name)
		}
		paths = append(paths, m.Path)
	}
	for i, path := range paths {
		for _, step := range path {
			if !readable[e.Format].MatchString(step) {
				return fmt.Errorf("has %q in a path, which is no name that can be read out of %s", step, e.Format)
			}
		}
		for _, other := range paths[:i] {
			if err := e.contradict(path, other); err != nil {
				return err
			}
		}
	}
	return nil
}

// contradict says why two paths cannot be of one reply.
func (e *Envelope) contradict(a, b []string) error {
	if e.Format == "xml" {
		if a[0] != b[0] {
			return fmt.Errorf("has two root elements, %s and %s", a[0], b[0])
		}
		return nil
	}
	for i := range min(len(a), len(b)) {
		if (Place(a[i]) >= 0) != (Place(b[i]) >= 0) {
			return fmt.Errorf("has %s for an array and for an object", strings.Join(a[:i], "."))
		}
		if a[i] != b[i] {
			return nil
		}
	}
	if !slices.Equal(a, b) {
		return fmt.Errorf("has a path that goes on where another ends, at %s", strings.Join(a[:min(len(a), len(b))], "."))
	}
	return nil
}
