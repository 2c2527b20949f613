package refresh

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// A Folder is where refresh keeps what belongs to nobody's repository: when
// each source was last checked, and pages that a guard refused. The zero value
// keeps nothing.
type Folder struct{ dir string }

// UserFolder is the folder for the sources in specs, inside of the user's
// cache.
func UserFolder(specs string) (Folder, error) {
	cache, err := os.UserCacheDir()
	if err != nil {
		return Folder{}, err
	}
	full, err := filepath.Abs(specs)
	if err != nil {
		return Folder{}, err
	}
	if real, err := filepath.EvalSymlinks(full); err == nil {
		full = real
	}
	return Folder{filepath.Join(cache, "spectab", filepath.Base(filepath.Dir(full))+"-"+digest([]byte(full))[:12])}, nil
}

// write replaces a file as a whole.
func (f Folder) write(name string, data []byte) (string, error) {
	if f.dir == "" {
		return "", errors.New("there is no cache folder")
	}
	path := filepath.Join(f.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return "", err
	}
	next, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return "", err
	}
	_, err = next.Write(data)
	if err = errors.Join(err, next.Close()); err == nil {
		err = os.Rename(next.Name(), path)
	}
	if err != nil {
		os.Remove(next.Name())
	}
	return path, err
}

func (f Folder) read(name string) ([]byte, error) {
	if f.dir == "" {
		return nil, fs.ErrNotExist
	}
	return os.ReadFile(filepath.Join(f.dir, name))
}

// forget drops the refused pages of a source.
func (f Folder) forget(source string) {
	old, _ := filepath.Glob(filepath.Join(f.dir, "refused", source+".*"))
	for _, file := range old {
		os.Remove(file)
	}
}

// keep keeps a refused page, and returns where.
func (f Folder) keep(name string, body []byte) string {
	if f.dir == "" {
		return ""
	}
	path, err := f.write(filepath.Join("refused", name), body)
	if err != nil {
		return ""
	}
	return path
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
