package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/gen/report"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
	"github.com/spectab/spectab/scrape/compare"
	"github.com/spectab/spectab/scrape/recipe"
)

// historyFormats are the formats of history, by name.
var historyFormats = map[string]func(io.Writer, *report.History) error{
	"text": func(w io.Writer, h *report.History) error { return report.HistoryText(w, h, colourful(w)) },
	"json": report.HistoryJSON,
}

func historyCommand(at *place) *cobra.Command {
	format, limit := "text", amount(0)
	cmd := &cobra.Command{
		Use:   "history SOURCE [CODE...]",
		Short: "Tell when each code of a source came, changed and went",
		Long: `history walks the commits that changed a source, the oldest first, and prints
when each code came, changed and went, or only those that are named. All
snapshots are read by this version of spectab. One that cannot be read is told
on standard error, and left out.`,
		Example: `  spectab history xsolla-login
  spectab history xsolla-login 003-007 --format json`,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: at.sourceAndCodes,
		RunE: func(cmd *cobra.Command, args []string) error {
			write, err := formatOf(historyFormats, format)
			if err != nil {
				return err
			}
			h, err := history(at, args[0], int(limit), cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			if err := h.Only(args[1:]); err != nil {
				return fmt.Errorf("spectab: %w", err)
			}
			return write(cmd.OutOrStdout(), h)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", format, "text or json")
	completes(cmd, "format", namesOf(historyFormats)...)
	cmd.Flags().VarP(&limit, "limit", "n", "look at so many commits only, the newest (0: all)")
	return cmd
}

// history compares the states of a source, commit by commit.
func history(at *place, name string, limit int, stderr io.Writer) (*report.History, error) {
	lib, err := at.open()
	if err != nil {
		return nil, err
	}
	if !lib.writable {
		return nil, &model.Problem{Message: "the sources inside the command have no history", Hint: "'spectab eject SOURCE' copies them into specs/, where their history begins; or name a folder of sources by --specs"}
	}
	repo, err := openRepository(at.specs, "name a folder that is in one by --specs")
	if err != nil {
		return nil, err
	}
	if repo.isEmpty() {
		return nil, repo.noCommits()
	}
	commits, err := repo.log(name, limit)
	if err != nil {
		return nil, err
	}
	if len(commits) == 0 {
		return nil, known1(name, lib)
	}
	h := &report.History{Source: name, Limited: limit > 0 && len(commits) == limit, Shallow: repo.isShallow()}
	h.Cut = h.Limited || h.Shallow
	var before *model.Spec
	for _, c := range commits {
		spec, err := repo.specAt(c)
		if err != nil {
			fmt.Fprintf(stderr, "%s is left out: %s\n", c.Hash[:min(12, len(c.Hash))], printable(err.Error()))
			continue
		}
		h.Add(c.Commit, drift.Compare(before, spec), spec)
		before = spec
	}
	if before == nil && len(h.Steps) == 0 {
		return nil, errors.New("spectab: no commit has a state of " + name + " that can be read")
	}
	return h, nil
}

// known1 is the error for a source without commits.
func known1(name string, lib *library) error {
	var problems model.Problems
	if lib.choose([]string{name}, &problems); len(problems) > 0 {
		return problems.Err()
	}
	return &model.Problem{Message: fmt.Sprintf("no commit has the source %s", name), Hint: "commit it first"}
}

// A visited commit is one that changed a source, which stood in a folder of
// the repository then.
type visited struct {
	report.Commit
	folder string // from the top of the repository: "specs/shop"
}

// log lists the commits that changed a source, the oldest first. Of merges it
// follows what came in, and it follows the folder to where it was moved from.
func (r *repository) log(name string, limit int) ([]visited, error) {
	var list []visited
	revision := "HEAD"
	for folder := r.prefix + name; folder != ""; {
		commits, err := r.logOf(revision, folder, limit-len(list), limit > 0)
		if err != nil {
			return nil, err
		}
		list = append(list, commits...)
		if len(commits) == 0 || limit > 0 && len(list) >= limit {
			break
		}
		oldest := commits[len(commits)-1].Hash
		revision, folder = oldest+"^", r.movedFrom(oldest, folder)
	}
	slices.Reverse(list)
	return list, nil
}

// logOf lists the commits that changed a folder, the newest first.
func (r *repository) logOf(revision, folder string, limit int, limited bool) ([]visited, error) {
	args := []string{"log", "--no-show-signature", "--format=%H%x00%cs%x00%an%x00%s%x00"}
	if limited {
		args = append(args, fmt.Sprintf("--max-count=%d", limit))
	}
	out, err := r.gitIn(r.top, append(args, revision, "--", ":(top,literal)"+folder)...)
	if err != nil {
		return nil, err
	}
	var commits []visited
	fields := strings.Split(string(out), "\x00")
	for ; len(fields) >= 4; fields = fields[4:] {
		commits = append(commits, visited{report.Commit{Hash: strings.TrimSpace(fields[0]), Date: fields[1], Author: fields[2], Subject: fields[3]}, folder})
	}
	return commits, nil
}

// movedFrom is the folder that a commit moved a source from, by its recipe;
// "" where it made the source.
func (r *repository) movedFrom(commit, folder string) string {
	out, err := r.gitIn(r.top, "diff-tree", "-r", "-z", "-M", "--diff-filter=R", "--name-status", "--no-commit-id", commit)
	if err != nil {
		return ""
	}
	fields := strings.Split(string(out), "\x00")
	for ; len(fields) >= 3; fields = fields[3:] {
		if fields[2] == folder+"/"+recipe.File && path.Base(fields[1]) == recipe.File {
			return path.Dir(fields[1])
		}
	}
	return ""
}

// specAt reads a source as it was in a commit; nil where it was not there.
func (r *repository) specAt(c visited) (*model.Spec, error) {
	there := *r
	there.prefix = path.Dir(c.folder) + "/"
	name := path.Base(c.folder)
	if path.Dir(c.folder) == "." {
		there.prefix = ""
	}
	fsys, have, err := there.tree(c.Hash, []string{name})
	if err != nil || len(have) == 0 {
		return nil, err
	}
	if _, err := fs.Stat(fsys, path.Join(name, recipe.File)); errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	s := &state{fsys: fsys, dir: c.Hash[:min(12, len(c.Hash))] + ":" + strings.TrimSuffix(there.prefix, "/"), names: have}
	o, err := s.source(name, nil)
	if err != nil {
		return nil, err
	}
	return compare.Read(o.Source)
}
