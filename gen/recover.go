package gen

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/rogpeppe/go-internal/lockedfile"
)

// A Recovered tells of what a run that was killed left.
type Recovered struct {
	What     string // it was doing
	Finished bool   // by now; else it was taken back
}

// Recover finishes what a run that was killed had decided, or takes back what
// it had not, and returns nil where there was nothing. Packages are written
// inside of places, and nowhere else: a journal is a file like any other, and
// may come with somebody's repository.
func Recover(home string, places ...string) (*Recovered, error) {
	if !Unfinished(home) {
		return nil, nil
	}
	unlock, err := lockFolder(home)
	if err != nil {
		return nil, err
	}
	defer unlock()
	var done *Recovered
	for _, file := range journalFiles(home) {
		if !exists(file) {
			os.Remove(staged(file)) // killed before it announced anything
			continue
		}
		j, err := readJournal(home, file)
		if err == nil {
			err = j.allowed(places)
		}
		if err != nil {
			return done, fmt.Errorf("%s: %w\n\tif you do not know it, remove it, and restore what it names from version control", filepath.ToSlash(file), err)
		}
		done = &Recovered{j.What, j.Decided}
		if j.Decided {
			err = j.finish(func(string) {})
		} else {
			err = j.undo()
		}
		if err != nil {
			return done, err
		}
	}
	return done, nil
}

func readJournal(home, file string) (*journal, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	j := &journal{home: absolute(home, "."), file: file}
	if err := json.Unmarshal(data, j); err != nil {
		return nil, errors.New("this is no journal of spectab")
	}
	return j, nil
}

var sourceFile = regexp.MustCompile(`^[^/]+/(page[.-][^/]+|source\.yaml|names\.lock)$`)

// allowed reports what no job of spectab has in it.
func (j *journal) allowed(places []string) error {
	for _, s := range j.Steps {
		full := absolute(j.home, s.Path)
		if rel := relative(j.home, full); filepath.IsLocal(filepath.FromSlash(rel)) && sourceFile.MatchString(rel) {
			continue
		}
		if !isEmitted(full) || j.Decided && !isEmitted(staged(full)) {
			return fmt.Errorf("%s is no file that spectab writes", s.Path)
		}
		if !isInside(full, places) {
			return fmt.Errorf("the package is in %s: run the command again with the same --out to finish", filepath.ToSlash(filepath.Dir(full)))
		}
	}
	for _, folder := range j.Made {
		if full := absolute(j.home, folder); !isInside(full, append(places, j.home)) {
			return fmt.Errorf("%s is no folder that spectab makes", folder)
		}
	}
	return nil
}

func isInside(path string, places []string) bool {
	return slices.ContainsFunc(places, func(place string) bool {
		return filepath.IsLocal(filepath.FromSlash(relative(place, path)))
	})
}

// isEmitted reports whether a file, where it is there, is one that spectab
// made.
func isEmitted(file string) bool {
	if path.Ext(strings.TrimSuffix(file, stagedSuffix)) != ".go" {
		return false
	}
	content, err := os.ReadFile(file)
	return errors.Is(err, fs.ErrNotExist) || err == nil && SourceOf(content) != ""
}

// lockFolder keeps runs that write for one folder out of each other's way. Its
// file is outside of every repository.
func lockFolder(folder string) (unlock func(), err error) {
	full := absolute(folder, ".")
	if real, err := filepath.EvalSymlinks(full); err == nil {
		full = real
	}
	name := "spectab-" + digest([]byte(full))[:16] + ".lock"
	if cache, err := os.UserCacheDir(); err == nil {
		locks := filepath.Join(cache, "spectab", "locks")
		if os.MkdirAll(locks, 0o755) == nil {
			return lockedfile.MutexAt(filepath.Join(locks, name)).Lock()
		}
	}
	return lockedfile.MutexAt(filepath.Join(os.TempDir(), name)).Lock()
}
