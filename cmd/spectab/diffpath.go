package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spectab/spectab/gen/report"
	"github.com/spectab/spectab/model"
)

const twoPaths = "name the old page and the new one, or two folders of sources: spectab diff OLD NEW"

// arePaths reports whether the arguments of diff are files or folders, not the
// names of sources. Two that are there are; else what is written as a path is,
// and what is there and no source. A folder alone may be called like a source
// that is gone.
func (p *place) arePaths(args []string) bool {
	if len(args) == 2 && exists(args[0]) && exists(args[1]) {
		return true
	}
	var names []string
	if lib, err := p.open(); err == nil {
		names = lib.names
	}
	return slices.ContainsFunc(args, func(arg string) bool {
		return !slices.Contains(names, arg) && (strings.ContainsAny(arg, `./\`) || exists(arg) && (len(args) == 2 || !isFolder(arg)))
	})
}

// comparePaths compares two pages, or two folders of sources.
func (f *diffFlags) comparePaths(args []string) (*report.Comparison, error) {
	var problems model.Problems
	for _, arg := range args {
		if !exists(arg) {
			problems.Add(filepath.ToSlash(arg), 0, "", "no such file or folder")
		}
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	what := "page file"
	if isFolder(args[0]) {
		what = "folder"
	}
	switch {
	case len(args) == 1:
		return nil, &model.Problem{Message: fmt.Sprintf("spectab: one %s is given, and two are compared", what), Hint: twoPaths}
	case len(args) > 2:
		return nil, &model.Problem{Message: fmt.Sprintf("spectab: %s are given, and two are compared", count(len(args), what)), Hint: twoPaths}
	case isFolder(args[0]) != isFolder(args[1]):
		return nil, &model.Problem{Message: fmt.Sprintf("spectab: of %s and %s, one is a folder and one a page file", args[0], args[1]), Hint: twoPaths}
	}
	if err := f.besidePaths(what); err != nil {
		return nil, err
	}
	if what == "folder" {
		return compareFolders(args[0], args[1])
	}
	return comparePages(args[0], args[1], f.recipe)
}

// besidePaths complains about flags that mean nothing where both states are
// named.
func (f *diffFlags) besidePaths(what string) error {
	p := &model.Problem{Hint: "leave it out, or name sources"}
	switch {
	case f.live:
		p.Message = fmt.Sprintf("spectab: --live fetches the pages of sources, and two %ss are given", what)
	case f.isAgainst:
		p.Message = fmt.Sprintf("spectab: --against names the old state of sources, and two %ss are given: the first is the old one", what)
	case f.recipe != "" && what == "folder":
		p.Message, p.Hint = "spectab: --recipe is for two pages, and two folders are given", "leave it out: each source in them has its recipe"
	default:
		return nil
	}
	return p
}
