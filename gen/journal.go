package gen

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
	"slices"
)

// A journal says what a job wants. Once it is decided, all new content is on
// the disk and every step can be done again, so whoever finds it can finish;
// before, whoever finds it can take everything back.
type journal struct {
	What    string
	Decided bool
	Made    []string // folders that were not there, parents first; paths as those of steps
	Steps   []step

	home string // folder that paths are relative to
	file string // "" for a job that leaves none
}

// A step puts a staged file in its place; without a digest, it removes the
// file that is there.
type step struct {
	Path   string // relative to the home, with slashes, or absolute
	SHA256 string // of the staged content
	Folder bool   // of a file that is removed: goes too, once it is empty
}

const journalName = ".spectab-journal"

// journalFiles are the places of a journal: in its home, or, for a home that
// is yet to be made, beside it.
func journalFiles(home string) []string {
	full := absolute(home, ".")
	return []string{filepath.Join(full, journalName), filepath.Join(filepath.Dir(full), "."+filepath.Base(full)+journalName)}
}

// Unfinished reports whether a run was killed while it wrote for the sources
// in home, or is writing.
func Unfinished(home string) bool {
	return slices.ContainsFunc(journalFiles(home), func(file string) bool {
		return exists(file) || exists(staged(file))
	})
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func (job *Job) journal(files []pendingFile) *journal {
	j := &journal{What: job.What, home: absolute(job.where(), ".")}
	if places := journalFiles(j.home); job.Home != "" {
		j.file = places[0]
		if !exists(j.home) {
			j.file = places[1]
		}
	}
	for _, folder := range missingFolders(files) {
		j.Made = append(j.Made, relative(j.home, folder))
	}
	for _, f := range files {
		s := step{Path: relative(j.home, f.path), Folder: f.folder}
		if f.content != nil {
			s.SHA256 = digest(f.content)
		}
		j.Steps = append(j.Steps, s)
	}
	return j
}

func (j *journal) save() error {
	if j.file == "" {
		return nil
	}
	data, err := json.Marshal(j)
	if err != nil {
		return err
	}
	if err := stage(j.file, data); err != nil {
		return err
	}
	return errors.Join(os.Rename(staged(j.file), j.file), syncFolder(filepath.Dir(j.file)))
}

func (j *journal) drop() error {
	if j.file == "" {
		return nil
	}
	for _, file := range []string{staged(j.file), j.file} {
		if err := os.Remove(file); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return syncFolder(filepath.Dir(j.file))
}

// finish does the steps that are not done yet, and takes the journal away.
func (j *journal) finish(reached func(string)) error {
	for _, s := range j.Steps {
		if err := s.do(absolute(j.home, s.Path)); err != nil {
			return fmt.Errorf("files are replaced in part: %w; run the command again to finish, or restore them from version control", err)
		}
		reached("done " + s.Path)
	}
	if err := j.syncFolders(); err != nil {
		return err
	}
	return j.drop()
}

// undo takes back what was done before the decision.
func (j *journal) undo() error {
	var errs []error
	for _, s := range j.Steps {
		if err := os.Remove(staged(absolute(j.home, s.Path))); err != nil && !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	for _, folder := range slices.Backward(j.Made) {
		if folder = absolute(j.home, folder); isEmpty(folder) {
			errs = append(errs, os.Remove(folder))
		}
	}
	return errors.Join(append(errs, j.drop())...)
}

func (j *journal) syncFolders() error {
	var done []string
	for _, s := range j.Steps {
		folder := filepath.Dir(absolute(j.home, s.Path))
		if slices.Contains(done, folder) {
			continue
		}
		if err := syncFolder(folder); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		done = append(done, folder)
	}
	return nil
}

func (s *step) do(path string) error {
	if s.SHA256 == "" {
		return s.remove(path)
	}
	info, err := os.Lstat(staged(path))
	if errors.Is(err, fs.ErrNotExist) {
		return s.isDone(path)
	}
	if err != nil {
		return err
	}
	content, err := os.ReadFile(staged(path))
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() || digest(content) != s.SHA256 {
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

// remove removes a file that may be gone already.
func (s *step) remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if folder := filepath.Dir(path); s.Folder && isEmpty(folder) {
		os.Remove(folder) // somebody may stand in it
	}
	return nil
}

func isEmpty(folder string) bool {
	info, err := os.Lstat(folder)
	if err != nil || !info.IsDir() {
		return false
	}
	entries, err := os.ReadDir(folder)
	return err == nil && len(entries) == 0
}

// relative is a path from a folder, where there is one.
func relative(folder, path string) string {
	a, err1 := filepath.Abs(folder)
	b, err2 := filepath.Abs(path)
	rel, err3 := filepath.Rel(a, b)
	if cmp.Or(err1, err2, err3) != nil {
		return filepath.ToSlash(path)
	}
	return filepath.ToSlash(rel)
}

func absolute(folder, path string) string {
	path = filepath.FromSlash(path)
	if !filepath.IsAbs(path) {
		path = filepath.Join(folder, path)
	}
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return filepath.Clean(path)
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
