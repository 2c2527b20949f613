package main

import (
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spectab/spectab/gen"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// keepOthers takes from a plan the removal of packages that are not of this
// folder of sources. What stands in a folder that a source of the plan fills
// is always the plan's.
func (p *place) keepOthers(lib *library, pl *plan) {
	var filled []string
	for _, files := range pl.files {
		for _, f := range files {
			filled = append(filled, path.Dir(f.Path))
		}
	}
	var others *others // looked for where they matter
	pl.packages = slices.DeleteFunc(pl.packages, func(c gen.Change) bool {
		if c.Kind != gen.Orphaned || slices.Contains(filled, path.Dir(c.Path)) {
			return false
		}
		name := gen.SourceOf(c.Old)
		isOurs := slices.Contains(lib.names, name)
		if !isOurs && lib.writable == isBuiltin(name) {
			return true // the sources inside the command and those of a folder leave each other's packages alone
		}
		if !lib.writable {
			return false
		}
		if others == nil {
			others = p.others(pl.dir)
		}
		return others.names[name] || others.unknown && !isOurs
	})
}

// leaveOthers is an error for each folder of the plan that has the package of
// another source, which the plan does not write elsewhere.
func (pl *plan) leaveOthers(lib *library) error {
	makers, elsewhere := map[string]string{}, map[string]bool{}
	for i, r := range pl.readings {
		elsewhere[r.spec.Source] = true
		for _, f := range pl.files[i] {
			makers[path.Dir(f.Path)] = r.spec.Source
		}
	}
	var problems model.Problems
	for _, c := range pl.packages {
		maker, owner := makers[path.Dir(c.Path)], gen.SourceOf(c.Old)
		if maker != "" && owner != maker && !elsewhere[owner] && slices.Contains(lib.names, owner) {
			problems.Add(path.Join(filepath.ToSlash(pl.dir), c.Path), 0, "give each of them a folder of its own", "this is of the package of source %s, which that of %s would take the place of", owner, maker)
			delete(makers, path.Dir(c.Path)) // once for a folder
		}
	}
	return problems.Err()
}

// others are the sources of other folders, whose packages may be in the same
// place.
type others struct {
	names   map[string]bool
	unknown bool // there may be some that are not found
}

// What is looked through for other folders of sources.
const (
	othersDepth = 6
	othersFiles = 50_000
)

// others looks for them in the module. A folder of packages outside of it may
// be anybody's.
func (p *place) others(out string) *others {
	root, own := moduleRoot(p.specs), absolute(p.specs)
	o := &others{names: map[string]bool{}}
	if rel, err := filepath.Rel(root, absolute(out)); err != nil || !filepath.IsLocal(rel) {
		o.unknown = true
	}
	seen := 0
	filepath.WalkDir(root, func(file string, e fs.DirEntry, err error) error {
		rel, _ := filepath.Rel(root, file)
		switch seen++; {
		case seen > othersFiles:
			o.unknown = true
			return filepath.SkipAll
		case err != nil, e.IsDir() && (file == own || isForeign(e.Name()) || strings.Count(filepath.ToSlash(rel), "/") > othersDepth):
			if rel == "." {
				return nil
			}
			return filepath.SkipDir
		case e.Name() == recipe.File:
			o.names[filepath.Base(filepath.Dir(file))] = true
		}
		return nil
	})
	return o
}

// isForeign reports a folder in which nobody keeps sources.
func isForeign(name string) bool {
	return strings.HasPrefix(name, ".") || slices.Contains([]string{"node_modules", "testdata", "vendor"}, name)
}
