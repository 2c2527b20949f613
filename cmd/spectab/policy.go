package main

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"time"

	"github.com/goccy/go-yaml/ast"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/recipe"
)

// Names of files in the folder of the sources, and in that of one source.
const (
	policyFile   = "spectab.yaml"
	acceptedFile = "accepted.yaml"
)

// A policy is what specs/spectab.yaml says of drift.
type policy struct {
	FailOn string            `yaml:"fail-on"` // where --fail-on is not given
	Levels map[string]string `yaml:"levels"`  // by the ID of a rule

	levels map[string]drift.Level
}

// readPolicy reads the policy of a folder of sources; without the file there is
// an empty one.
func readPolicy(fsys fs.FS, dir string) (*policy, error) {
	var file struct {
		Drift policy        `yaml:"drift"`
		Fetch fetchSettings `yaml:"fetch"`
	}
	name := path.Join(dir, policyFile)
	body, err := readYAML(fsys, policyFile, name, &file)
	if err != nil || body == nil {
		return &policy{}, err
	}
	p := &file.Drift
	var problems model.Problems
	if p.FailOn != "" && p.FailOn != never {
		if _, err := drift.ParseLevel(p.FailOn); err != nil {
			problems.Add(name, lineOf(body, "fail-on"), "", "fail-on: %v, %s", err, never)
		}
	}
	p.levels = levelsOf(p.Levels, func(id string) int { return lineOf(body, id) }, name, &problems)
	return p, problems.Err()
}

// levelsOf reads levels by the ID of a rule, from the file of that name.
func levelsOf(list map[string]string, line func(id string) int, name string, problems *model.Problems) map[string]drift.Level {
	levels := map[string]drift.Level{}
	for _, id := range slices.Sorted(maps.Keys(list)) {
		if hint, ok := knownRule(id); !ok {
			problems.Add(name, line(id), hint, "there is no rule %q", id)
		}
		var err error
		if levels[id], err = drift.ParseLevel(list[id]); err != nil {
			problems.Add(name, line(id), "", "%s: %v", id, err)
		}
	}
	return levels
}

// knownRule reports whether there is a rule, and else the nearest.
func knownRule(id string) (hint string, ok bool) {
	var ids []string
	for _, r := range drift.Rules() {
		ids = append(ids, r.ID)
	}
	return recipe.Nearest(id, ids), slices.Contains(ids, id)
}

// policy is that of the folder of sources, where there is one.
func (p *place) policy() (*policy, error) {
	if !isFolder(p.specs) {
		return &policy{}, nil
	}
	return readPolicy(os.DirFS(p.specs), filepath.ToSlash(p.specs))
}

// readAccepted reads which changes of a source are accepted.
func readAccepted(fsys fs.FS, name, dir string) ([]drift.Acceptance, error) {
	var list []struct {
		Fingerprint string `yaml:"fingerprint"`
		Rule        string `yaml:"rule"`
		Table       string `yaml:"table"`
		Reason      string `yaml:"reason"`
		Expires     string `yaml:"expires"`
	}
	file := path.Join(dir, name, acceptedFile)
	body, err := readYAML(fsys, path.Join(name, acceptedFile), file, &list)
	if err != nil {
		return nil, err
	}
	var problems model.Problems
	var accepted []drift.Acceptance
	tables := tablesOf(fsys, name)
	for i, a := range list {
		line := 0
		if rows, ok := body.(*ast.SequenceNode); ok {
			line = rows.Values[i].GetToken().Position.Line
		}
		if _, err := time.Parse(time.DateOnly, a.Expires); err != nil {
			problems.Add(file, line, "the last day on which it holds, YYYY-MM-DD", "expires %q is no date", a.Expires)
		}
		switch {
		case a.Rule != "" && a.Fingerprint != "":
			problems.Add(file, line, "write two of them", "an acceptance is for one change or for a rule, not for both")
		case a.Rule != "":
			if hint, ok := knownRule(a.Rule); !ok {
				problems.Add(file, line, hint, "there is no rule %q", a.Rule)
			}
		case !fingerprint.MatchString(a.Fingerprint):
			problems.Add(file, line, "spectab diff tells the fingerprints, diff --rules the rules", "an acceptance needs the fingerprint of a change, or a rule")
		case a.Table != "":
			problems.Add(file, line, "leave it out", "a fingerprint is of one change: it needs no table")
		}
		if a.Table != "" && len(tables) > 0 && !slices.Contains(tables, a.Table) {
			problems.Add(file, line, recipe.Nearest(a.Table, tables), "there is no table %q", a.Table)
		}
		if a.Reason == "" {
			problems.Add(file, line, "", "an acceptance needs a reason")
		}
		accepted = append(accepted, drift.Acceptance{
			Fingerprint: a.Fingerprint, Rule: a.Rule, Table: a.Table, Reason: a.Reason, Expires: a.Expires, File: file, Line: line,
		})
	}
	return accepted, problems.Err()
}

// tablesOf are the tables of a source, by its lock; none where that cannot be
// read, which gen tells.
func tablesOf(fsys fs.FS, name string) []string {
	data, err := page.ReadFile(fsys, path.Join(name, model.LockFile), recipe.MaxYAML)
	if err != nil {
		return nil
	}
	lock, err := model.ParseLock(model.LockFile, data)
	if err != nil {
		return nil
	}
	var tables []string
	for _, row := range lock.Rows() {
		if !slices.Contains(tables, row.Table) {
			tables = append(tables, row.Table)
		}
	}
	return tables
}

// levelsOfSource are the levels that the recipe of a source gives.
func levelsOfSource(r *recipe.Recipe, fsys fs.FS, name, dir string) (map[string]drift.Level, error) {
	if len(r.Drift.Levels) == 0 {
		return nil, nil
	}
	file := path.Join(dir, name, recipe.File)
	body, err := readYAML(fsys, path.Join(name, recipe.File), file, &recipe.Recipe{})
	if err != nil {
		return nil, err
	}
	var problems model.Problems
	levels := levelsOf(r.Drift.Levels, func(id string) int { return lineOf(body, id) }, file, &problems)
	return levels, problems.Err()
}

var fingerprint = regexp.MustCompile(`^[0-9a-f]{16}$`)

// readYAML reads a file into v, and complains about keys that v does not
// have. The node is nil where there is no such file.
func readYAML(fsys fs.FS, name, shown string, v any) (ast.Node, error) {
	data, err := page.ReadFile(fsys, name, recipe.MaxYAML)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, &model.Problem{File: shown, Message: err.Error()}
	}
	body, problems := recipe.DecodeYAML(shown, data, v)
	return body, problems.Err()
}

// lineOf is the line of a key anywhere under a node, 0 where there is none.
func lineOf(body ast.Node, key string) int {
	line := 0
	ast.Walk(finder(func(n ast.Node) {
		if pair, ok := n.(*ast.MappingValueNode); ok && pair.Key.String() == key {
			line = pair.Key.GetToken().Position.Line
		}
	}), body)
	return line
}

// A finder visits every node.
type finder func(ast.Node)

// Visit is for ast.Walk.
func (f finder) Visit(n ast.Node) ast.Visitor {
	f(n)
	return f
}
