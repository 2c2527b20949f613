package main

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spectab/spectab/gen"
)

// A memo remembers, in the user's cache, by a digest of this program and of
// every byte that goes in or comes out, that the output was up to date. While
// all of them are the same, check has nothing to read. Whatever goes wrong
// with a memo, the work is done as if there were none.
type memo struct {
	file   string // in the cache
	digest string
}

// memo is that of the named sources as they are now; nil where there can be
// none.
func (p *place) memo(lib *library, names []string) *memo {
	cache, err := os.UserCacheDir()
	if err != nil {
		return nil
	}
	where := sha256.New()
	module, _ := gen.ModulePath(filepath.Join(p.out, p.direct))
	for _, s := range append([]string{absolute(p.specs), absolute(p.out), absolute(p.direct), module}, names...) {
		put(where, s, nil)
	}
	m := &memo{file: filepath.Join(cache, "spectab", "check", hex.EncodeToString(where.Sum(nil)[:16]))}
	h := sha256.New()
	if err := p.digest(h, lib); err != nil {
		return nil
	}
	m.digest = hex.EncodeToString(h.Sum(nil))
	return m
}

// absolute is a path from the root, so that no two folders share a memo.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); path != "" && err == nil {
		return abs
	}
	return path
}

// digest hashes the program, the sources and the output.
func (p *place) digest(h hash.Hash, lib *library) error {
	program, err := os.Executable()
	if err != nil {
		return err
	}
	f, err := os.Open(program)
	if err != nil {
		return err
	}
	defer f.Close()
	if _, err := io.Copy(h, f); err != nil {
		return err
	}
	if lib.writable {
		if err := hashFiles(h, lib.fsys, func(string) bool { return true }); err != nil {
			return err
		}
	}
	out := p.out
	if p.direct != "" {
		out = p.direct
	}
	return hashFiles(h, os.DirFS(out), func(name string) bool { return strings.HasSuffix(name, ".go") })
}

// hashFiles hashes the wanted files of a folder and of the folders in it.
func hashFiles(h hash.Hash, fsys fs.FS, wanted func(name string) bool) error {
	return fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case entry.IsDir() && name != "." && strings.Contains(name, "/"):
			return fs.SkipDir
		case entry.IsDir() || !wanted(name):
			return nil
		}
		data, err := fs.ReadFile(fsys, name)
		put(h, name, data)
		return err
	})
}

// put hashes a name and content so that neither can pass for the other.
func put(h hash.Hash, name string, data []byte) {
	var lengths [16]byte
	binary.BigEndian.PutUint64(lengths[:8], uint64(len(name)))
	binary.BigEndian.PutUint64(lengths[8:], uint64(len(data)))
	h.Write(lengths[:])
	io.WriteString(h, name)
	h.Write(data)
}

// isClean reports whether the output was up to date when all was as it is.
func (m *memo) isClean() bool {
	if m == nil {
		return false
	}
	data, err := os.ReadFile(m.file)
	return err == nil && string(data) == m.digest
}

// keep notes that the output is up to date. A cache that cannot be written is
// no reason to fail.
func (m *memo) keep() {
	if m != nil && os.MkdirAll(filepath.Dir(m.file), 0o700) == nil {
		_ = os.WriteFile(m.file, []byte(m.digest), 0o600)
	}
}
