package refresh

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// A File is to be replaced, made, or, where Content is nil, removed.
type File struct {
	Path    string // as the operating system has it
	Content []byte
}

// A journal says what a replacement has still to do. Once it is there, all
// new content is on the disk and every step can be done again, so whoever
// finds it can finish.
type journal struct {
	Source string
	Steps  []step
}

// A step puts a staged file in its place; without a digest, it removes the
// file that is there.
type step struct {
	Path   string // relative to the folder of the sources, with slashes, or absolute
	SHA256 string // of the staged content
}

// Names of the files that a replacement makes and takes away again.
const (
	journalPrefix = ".spectab-refresh-"
	journalSuffix = ".journal"
	stagedSuffix  = ".spectab-staged"
)

func staged(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+stagedSuffix)
}

// Replace replaces files of one source together: after it, or after Recover
// where it was killed, all of them are new or all of them are old. specs is
// the folder of the sources. Nothing is replaced where check, which is called
// when nobody else can replace files there, returns an error.
func Replace(specs, source string, files []File, check func() error) error {
	unlock, err := lock(specs)
	if err != nil {
		return err
	}
	defer unlock()
	if err := check(); err != nil {
		return err
	}
	return replace(specs, source, files, func(string) {})
}

// replace calls reached at each point where it may be killed.
func replace(specs, source string, files []File, reached func(string)) error {
	j := journal{Source: source}
	for _, f := range files {
		s := step{Path: relative(specs, f.Path)}
		if f.Content != nil {
			s.SHA256 = digest(f.Content)
			if err := stage(f.Path, f.Content); err != nil {
				return errors.Join(fmt.Errorf("nothing was changed: %w", err), unstage(files))
			}
			reached("staged " + s.Path)
		}
		j.Steps = append(j.Steps, s)
	}
	if err := j.write(specs, reached); err != nil {
		return errors.Join(fmt.Errorf("nothing was changed: %w", err), unstage(files))
	}
	reached("decided")
	return j.finish(specs, reached)
}

// stage writes content beside its place, and waits until it is on the disk.
func stage(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
	}
	f, err := os.OpenFile(staged(path), os.O_WRONLY|os.O_CREATE|os.O_TRUNC, mode)
	if err != nil {
		return err
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Sync(), f.Close())
}

func unstage(files []File) error {
	var errs []error
	for _, f := range files {
		if err := os.Remove(staged(f.Path)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func journalPath(specs, source string) string {
	return filepath.Join(specs, journalPrefix+source+journalSuffix)
}

// write makes the decision: before the journal has its name nothing has
// happened, and with it everything will.
func (j *journal) write(specs string, reached func(string)) error {
	data, err := json.Marshal(j)
	if err != nil {
		return err
	}
	path := journalPath(specs, j.Source)
	if err := stage(path, data); err != nil {
		return err
	}
	for _, s := range j.Steps {
		if err := syncFolder(filepath.Dir(absolute(specs, s.Path))); err != nil {
			return err
		}
	}
	reached("journal staged")
	return errors.Join(os.Rename(staged(path), path), syncFolder(specs))
}

// finish does the steps that are not done yet, and takes the journal away.
func (j *journal) finish(specs string, reached func(string)) error {
	for _, s := range j.Steps {
		if err := s.do(absolute(specs, s.Path)); err != nil {
			return fmt.Errorf("files of %s are replaced in part: %w; run spectab refresh again to finish, or restore them from version control", j.Source, err)
		}
		reached("done " + s.Path)
	}
	for _, s := range j.Steps {
		if err := syncFolder(filepath.Dir(absolute(specs, s.Path))); err != nil {
			return err
		}
	}
	if err := os.Remove(journalPath(specs, j.Source)); err != nil {
		return err
	}
	return syncFolder(specs)
}

func (s *step) do(path string) error {
	if s.SHA256 == "" {
		if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		return nil
	}
	content, err := os.ReadFile(staged(path))
	if errors.Is(err, fs.ErrNotExist) {
		return s.isDone(path)
	}
	if err != nil {
		return err
	}
	if digest(content) != s.SHA256 {
		return fmt.Errorf("%s is not what was staged", staged(path))
	}
	return os.Rename(staged(path), path)
}

// isDone reports a staged file that is neither there nor in its place.
func (s *step) isDone(path string) error {
	content, err := os.ReadFile(path)
	if err == nil && digest(content) != s.SHA256 {
		err = fmt.Errorf("%s is neither staged nor in its place", path)
	}
	return err
}

// relative is a path from the folder of the sources, where there is one.
func relative(specs, path string) string {
	a, err1 := filepath.Abs(specs)
	b, err2 := filepath.Abs(path)
	rel, err3 := filepath.Rel(a, b)
	if cmp.Or(err1, err2, err3) != nil {
		return filepath.ToSlash(path)
	}
	return filepath.ToSlash(rel)
}

func absolute(specs, path string) string {
	path = filepath.FromSlash(path)
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(specs, path)
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// isOurs reports whether a file is one that a replacement made for itself.
func isOurs(name string) bool {
	return strings.HasPrefix(name, ".") && strings.HasSuffix(name, stagedSuffix)
}
