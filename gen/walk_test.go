package gen

import (
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/spectab/spectab/model"
)

var walks = flag.Int("walks", 1, "random lives of a page to go through")

// TestRandomLives takes random pages through random edits, and holds each
// package to the one before.
func TestRandomLives(t *testing.T) {
	if testing.Short() {
		t.Skip("runs an API differ on many packages")
	}
	differ := apidiff(t)
	for seed := range *walks {
		d := &dice{rand.New(rand.NewPCG(uint64(seed), 2)), words}
		dir := newModule(t, nil)
		s, lock, edition := d.spec(), model.NewLock(model.LockFile), 0
		for range 10 {
			next, err := lock.Assign(s)
			var problems model.Problems
			switch {
			case err == nil:
				lock = next
				for _, file := range mustPackage(t, s) {
					writeFile(t, filepath.Join(dir, version(edition), filepath.FromSlash(file.Path)), file.Content)
				}
				if edition++; edition > 1 {
					before, after := "./"+version(edition-2)+"/random", "./"+version(edition-1)+"/random"
					if report := differ(dir, before, after); report != "" {
						t.Errorf("walk %d, edition %d:\n%s", seed, edition, report)
					}
				}
			case !errors.As(err, &problems):
				t.Fatalf("%T: %v", err, err)
			}
			s = d.edit(s)
		}
	}
}

// edit is a page with some rows dropped, some changed, some moved and some
// new.
func (d *dice) edit(s *model.Spec) *model.Spec {
	next := *s
	next.Snapshot.Retrieved = fmt.Sprintf("2026-%02d-%02d", 1+d.IntN(12), 1+d.IntN(28))
	next.Tables = nil
	for i := range s.Tables {
		t := s.Tables[i]
		entries := slices.Clone(t.Entries)
		for range d.IntN(8) {
			entries = d.editRow(&t, entries)
		}
		t.Entries = nil
		seen := map[string]bool{}
		for _, e := range entries {
			if !seen[e.Code] {
				seen[e.Code] = true
				t.Entries = append(t.Entries, e)
			}
		}
		next.Tables = append(next.Tables, t)
	}
	return &next
}

func (d *dice) editRow(t *model.Table, entries []model.Entry) []model.Entry {
	if len(entries) == 0 || d.IntN(4) == 0 {
		return append(entries, d.entry(t, len(entries)))
	}
	at := d.IntN(len(entries))
	switch d.IntN(4) {
	case 0:
		return slices.Delete(entries, at, at+1)
	case 1:
		e := d.entry(t, at)
		e.Code = entries[at].Code
		entries[at] = e
	case 2:
		entries[0], entries[at] = entries[at], entries[0]
	default:
		entries = entries[:at]
	}
	return entries
}
