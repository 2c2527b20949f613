package gen

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// A Folder is a folder and what is to change in it.
type Folder struct {
	Dir     string
	Changes []Change
}

// A Job is what Write writes: what it is for, in words, and all that it
// changes.
type Job struct {
	Home    string // the folder of the sources, which keeps the journal; "" for work that anybody can repeat
	What    string // "the refresh of shop"
	Folders []Folder
	Sure    func() error // asked once nobody else can write there; may be nil
}

// Write makes folders what Compare wanted them to be: all of it or nothing.
// All new content is on the disk before the first file is replaced, and what a
// kill leaves behind Recover finishes or takes back. A file that has changed
// since it was compared is an error, unless it is as it should be by now.
func Write(job Job) error { return job.write(func(string) {}) }

// write calls reached at each point where it may be killed.
func (job *Job) write(reached func(string)) error {
	unlock, err := lockFolder(job.where())
	if err != nil {
		return err
	}
	defer unlock()
	if job.Home != "" && Unfinished(job.Home) {
		return errors.New("an earlier run was interrupted while it wrote: run the command again")
	}
	if job.Sure != nil {
		if err := job.Sure(); err != nil {
			return err
		}
	}
	files, err := job.pending()
	if err != nil || len(files) == 0 {
		return err
	}
	j := job.journal(files)
	if err := j.prepare(files, reached); err != nil {
		return errors.Join(fmt.Errorf("nothing was changed: %w", err), j.undo())
	}
	return j.finish(reached)
}

// where is a folder that stands for all who write the same files.
func (job *Job) where() string {
	if job.Home != "" || len(job.Folders) == 0 {
		return job.Home
	}
	return job.Folders[0].Dir
}

// A pendingFile is to be replaced or made, or, without content, removed.
type pendingFile struct {
	path    string
	content []byte
	folder  bool // that it leaves empty goes too
}

// pending are the files that are not yet as they should be.
func (job *Job) pending() ([]pendingFile, error) {
	var list []pendingFile
	var errs []error
	for _, f := range job.Folders {
		for _, c := range f.Changes {
			path := filepath.Join(f.Dir, filepath.FromSlash(c.Path))
			now, err := readPlain(path)
			switch {
			case err != nil:
				errs = append(errs, err)
			case (now == nil) == (c.New == nil) && bytes.Equal(now, c.New):
			case (now == nil) != (c.Old == nil) || !bytes.Equal(now, c.Old):
				errs = append(errs, fmt.Errorf("%s has changed meanwhile; nothing was written", filepath.ToSlash(path)))
			default:
				list = append(list, pendingFile{path, c.New, strings.Contains(c.Path, "/")})
			}
		}
	}
	return list, errors.Join(errs...)
}

// readPlain is the content of a file, which is not nil; nil where there is
// none.
func readPlain(path string) ([]byte, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is no file that could be replaced", filepath.ToSlash(path))
	}
	content, err := os.ReadFile(path)
	return append([]byte{}, content...), err
}

// prepare brings all new content to the disk, and decides: before the journal
// says so nothing has happened, and with it everything will.
func (j *journal) prepare(files []pendingFile, reached func(string)) error {
	if err := j.save(); err != nil {
		return err
	}
	reached("announced")
	for i, f := range files {
		if f.content == nil {
			continue
		}
		if err := stage(f.path, f.content); err != nil {
			return err
		}
		reached("staged " + j.Steps[i].Path)
	}
	if err := j.syncFolders(); err != nil {
		return err
	}
	j.Decided = true
	if err := j.save(); err != nil {
		j.Decided = false
		return err
	}
	reached("decided")
	return nil
}

const stagedSuffix = ".spectab-staged"

// staged is where the new content of a file waits.
func staged(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+stagedSuffix)
}

// stage writes content beside its place, and waits until it is on the disk.
// Whatever has the name already is left from a run before, or a trap.
func stage(path string, content []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	if err := os.Remove(staged(path)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	f, err := os.OpenFile(staged(path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil {
		f.Chmod(info.Mode().Perm()) // what cannot be had is the mode of new files
	}
	_, err = f.Write(content)
	return errors.Join(err, f.Sync(), f.Close())
}

// missingFolders are the folders that have to be made for files, parents
// first.
func missingFolders(files []pendingFile) []string {
	var list []string
	for _, f := range files {
		var made []string
		for dir := filepath.Dir(f.path); f.content != nil && !slices.Contains(list, dir); dir = filepath.Dir(dir) {
			if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
				break
			}
			made = append(made, dir)
		}
		slices.Reverse(made)
		list = append(list, made...)
	}
	return list
}
