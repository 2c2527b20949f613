package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// A repository is the git repository that a folder of sources stands in. The
// program git is run for everything, without a shell.
type repository struct {
	dir     string // the folder of the sources
	top     string // the folder of the repository
	prefix  string // of the folder inside the repository: "specs/"
	instead string // hint where there is no repository
}

// openRepository finds the repository of a folder; instead is the hint where
// there is none.
func openRepository(dir, instead string) (*repository, error) {
	r := &repository{dir: dir, instead: instead}
	out, err := r.git("rev-parse", "--show-toplevel", "--show-prefix")
	if err != nil {
		return nil, err
	}
	r.top, r.prefix, _ = strings.Cut(strings.TrimSuffix(string(out), "\n"), "\n")
	return r, nil
}

// git runs git in the folder of the sources.
func (r *repository) git(args ...string) ([]byte, error) { return r.gitIn(r.dir, args...) }

func (r *repository) gitIn(dir string, args ...string) ([]byte, error) {
	var out, complaint bytes.Buffer
	cmd := exec.Command("git", append([]string{"-C", dir, "-c", "core.quotePath=false"}, args...)...)
	cmd.Env = append(os.Environ(), "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0")
	cmd.Stdout, cmd.Stderr = &out, &complaint
	err := cmd.Run()
	said := strings.TrimSpace(complaint.String())
	switch {
	case err == nil:
		return out.Bytes(), nil
	case errors.Is(err, exec.ErrNotFound):
		return nil, &model.Problem{Message: "the program git is needed for revisions, and is not there", Hint: "install git; or " + r.instead}
	case strings.Contains(said, "not a git repository"):
		return nil, &model.Problem{Message: fmt.Sprintf("the folder %s is in no git repository", r.dir), Hint: r.instead}
	}
	return nil, &model.Problem{Message: fmt.Sprintf("git %s: %v", args[0], err), Hint: said}
}

// commit resolves a revision.
func (r *repository) commit(revision string) (string, error) {
	out, err := r.git("rev-parse", "--verify", "--quiet", "--end-of-options", revision+"^{commit}")
	if err == nil {
		return strings.TrimSpace(string(out)), nil
	}
	var p *model.Problem
	if errors.As(err, &p) && p.Hint != "" {
		return "", err
	}
	if r.isEmpty() {
		return "", r.noCommits()
	}
	p = &model.Problem{Message: fmt.Sprintf("the repository has no revision %s, and there is no folder of that name", revision), Hint: "fetch it, or name another one by --against"}
	if r.isShallow() {
		p.Message += "; it is a shallow clone"
		p.Hint = fmt.Sprintf("git fetch --depth=1 origin %s, then --against FETCH_HEAD; or clone it whole (fetch-depth: 0)", strings.TrimPrefix(revision, "origin/"))
	}
	return "", p
}

// isEmpty reports whether nothing was ever committed.
func (r *repository) isEmpty() bool {
	_, err := r.git("rev-parse", "--verify", "--quiet", "HEAD")
	return err != nil
}

func (r *repository) noCommits() error {
	return &model.Problem{Message: fmt.Sprintf("the repository of the folder %s has no commits yet", r.dir), Hint: "commit the sources first; or " + r.instead}
}

// isShallow reports whether commits before the oldest one are left out here.
func (r *repository) isShallow() bool {
	out, err := r.git("rev-parse", "--is-shallow-repository")
	return err == nil && bytes.Equal(bytes.TrimSpace(out), []byte("true"))
}

// changed lists the sources that differ between a commit and the folder, by
// what git knows of its files: nothing is read that is the same.
func (r *repository) changed(commit string) ([]string, error) {
	tracked, err := r.git("diff", "--name-only", "--no-renames", "--no-ext-diff", "--relative", "-z", commit, "--", ".")
	if err != nil {
		return nil, err
	}
	untracked, err := r.git("ls-files", "--others", "-z", "--", ".")
	if err != nil {
		return nil, err
	}
	var names []string
	for _, file := range strings.Split(string(tracked)+string(untracked), "\x00") {
		name, _, isInside := strings.Cut(file, "/")
		if isInside && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return names, nil
}

// tree is the folder as it was in a commit, with the named sources only;
// those that it lacks are left out.
func (r *repository) tree(commit string, names []string) (fs.FS, []string, error) {
	have, err := r.sources(commit)
	if err != nil {
		return nil, nil, err
	}
	names = slices.DeleteFunc(slices.Clone(names), func(name string) bool { return !slices.Contains(have, name) })
	if len(names) == 0 {
		return os.DirFS(os.DevNull), nil, nil
	}
	// An archive gives files as a checkout would, line ends included.
	out, err := r.gitIn(r.top, slices.Concat([]string{"archive", "--format=zip", "-0", commit + ":" + strings.TrimSuffix(r.prefix, "/"), "--"}, names)...)
	if err != nil {
		return nil, nil, err
	}
	fsys, err := zip.NewReader(bytes.NewReader(out), int64(len(out)))
	if err != nil {
		return nil, nil, fmt.Errorf("spectab: git archive: %w", err)
	}
	return fsys, names, nil
}

// sources lists the folders that were in the folder of sources at a commit.
func (r *repository) sources(commit string) ([]string, error) {
	out, err := r.git("ls-tree", "-d", "-z", "--name-only", "--full-tree", commit, "--", path.Clean(r.prefix)+"/")
	if r.prefix == "" {
		out, err = r.git("ls-tree", "-d", "-z", "--name-only", "--full-tree", commit)
	}
	if err != nil {
		return nil, err
	}
	var names []string
	for _, file := range strings.Split(string(out), "\x00") {
		if file != "" && !strings.HasPrefix(path.Base(file), ".") {
			names = append(names, path.Base(file))
		}
	}
	return names, nil
}
