package gen

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/natefinch/atomic"
)

// A Folder is a folder and what is to change in it.
type Folder struct {
	Dir     string
	Changes []Change
}

// Apply makes folders what Compare wanted them to be. All new content of all of
// them is on the disk under temporary names before the first file is replaced,
// so that a full disk, or a folder that cannot be written, changes nothing.
func Apply(folders ...Folder) error {
	var s staging
	for _, f := range folders {
		if err := f.stage(&s); err != nil {
			return errors.Join(err, s.drop())
		}
	}
	if err := s.commit(); err != nil {
		return errors.Join(err, s.drop())
	}
	for _, f := range folders {
		for _, c := range f.Changes {
			if c.Kind != Orphaned {
				continue
			}
			if err := remove(f.Dir, filepath.FromSlash(c.Path)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f *Folder) stage(s *staging) error {
	for _, c := range f.Changes {
		if c.Kind == Orphaned {
			continue
		}
		if err := s.add(filepath.Join(f.Dir, filepath.FromSlash(c.Path)), c.New); err != nil {
			return err
		}
	}
	return nil
}

// A staging is a set of files that wait to be put in their places.
type staging struct {
	files   []staged
	folders []string // made for them, parents first
}

type staged struct{ temporary, target string }

// add writes content next to its target, which keeps its mode.
func (s *staging) add(target string, content []byte) error {
	if err := s.makeFolder(filepath.Dir(target)); err != nil {
		return err
	}
	mode := fs.FileMode(0o644)
	if info, err := os.Stat(target); err == nil {
		mode = info.Mode().Perm()
	}
	f, err := os.CreateTemp(filepath.Dir(target), ".spectab-*.tmp")
	if err != nil {
		return err
	}
	s.files = append(s.files, staged{f.Name(), target})
	_, err = f.Write(content)
	if err == nil {
		err = f.Sync() // some file systems find out only here that the disk is full
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	return os.Chmod(f.Name(), mode)
}

// makeFolder is os.MkdirAll, but remembers what it made.
func (s *staging) makeFolder(folder string) error {
	err := os.Mkdir(folder, 0o755)
	switch {
	case err == nil:
		s.folders = append(s.folders, folder)
		return nil
	case errors.Is(err, fs.ErrExist):
		return nil // if it is no folder, the file in it will say so
	case errors.Is(err, fs.ErrNotExist) && filepath.Dir(folder) != folder:
		if err := s.makeFolder(filepath.Dir(folder)); err != nil {
			return err
		}
		return s.makeFolder(folder)
	}
	return err
}

// commit renames. What fails after the first rename is said to be in part.
func (s *staging) commit() error {
	for i, f := range s.files {
		if err := atomic.ReplaceFile(f.temporary, f.target); err != nil {
			s.files = s.files[i:]
			if i > 0 {
				err = fmt.Errorf("%d files were replaced before this: %w", i, err)
			}
			return err
		}
	}
	return nil
}

// drop removes what was staged, and folders that were made and are empty.
func (s *staging) drop() error {
	var errs []error
	for _, f := range s.files {
		errs = append(errs, os.Remove(f.temporary))
	}
	for i := len(s.folders) - 1; i >= 0; i-- {
		if isEmpty(s.folders[i]) {
			errs = append(errs, os.Remove(s.folders[i]))
		}
	}
	return errors.Join(errs...)
}

// remove deletes a file, and its folder where that leaves it empty.
func remove(dir, name string) error {
	target := filepath.Join(dir, name)
	if err := os.Remove(target); err != nil {
		return err
	}
	folder := filepath.Dir(target)
	if filepath.Dir(name) != "." && isEmpty(folder) {
		return os.Remove(folder)
	}
	return nil
}

func isEmpty(folder string) bool {
	entries, err := os.ReadDir(folder)
	return err == nil && len(entries) == 0
}
