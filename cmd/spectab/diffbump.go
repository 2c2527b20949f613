package main

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/gen/report"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
)

// tagOfCommit is the value of --expect-bump that stands for the version which
// the commit is tagged with.
const tagOfCommit = "tag"

// checkBump complains about a version that was raised by less than the changes
// ask for.
func (f *diffFlags) checkBump(at *place, c *report.Comparison) error {
	raised, how, err := f.raised(at)
	if err != nil {
		return err
	}
	if needed := drift.HighestBump(c.Changes); needed > raised {
		return fmt.Errorf("%w: the changes ask for a %s version, and %s", errDrift, needed, how)
	}
	return nil
}

// raised is the part of the version that was raised, and how that is known.
func (f *diffFlags) raised(at *place) (raised drift.Bump, how string, err error) {
	for bump := drift.None; bump <= drift.Major; bump++ {
		if f.expectBump == bump.String() {
			return bump, fmt.Sprintf("--expect-bump says %s", bump), nil
		}
	}
	to := f.expectBump
	if to == tagOfCommit {
		if to, err = tagAt(at.specs); err != nil {
			return 0, "", err
		}
	}
	from, ok1 := parseVersion(f.against)
	after, ok2 := parseVersion(to)
	if !ok1 || !ok2 {
		return 0, "", &model.Problem{
			Message: fmt.Sprintf("spectab: --expect-bump: from %q to %q is no step between versions", f.against, to),
			Hint:    "name both, --against v1.2.0 --expect-bump=v1.3.0; or what was raised, --expect-bump=minor",
		}
	}
	return raisedFrom(from, after), fmt.Sprintf("from %s to %s it is less", f.against, to), nil
}

// A release is major, minor and patch.
type release [3]int

var versionTag = regexp.MustCompile(`^(?:.*/)?v?(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:[-+].*)?$`)

// parseVersion reads a tag: v1.2.0, 1.2.0, sub/v1.2.0, v1.2.0-rc.1.
func parseVersion(tag string) (v release, ok bool) {
	m := versionTag.FindStringSubmatch(tag)
	if m == nil {
		return v, false
	}
	for i := range v {
		v[i], _ = strconv.Atoi(m[i+1]) // digits, and few
	}
	return v, true
}

// raisedFrom is the part by which one version is higher than another. Before
// v1 the minor version is the one for what breaks.
func raisedFrom(from, to release) drift.Bump {
	switch {
	case slices.Compare(to[:], from[:]) <= 0:
		return drift.None
	case to[0] > from[0]:
		return drift.Major
	case to[1] == from[1]:
		return drift.Patch
	case from[0] == 0:
		return drift.Major
	}
	return drift.Minor
}

// tagAt is the highest version that the commit of a folder is tagged with.
func tagAt(dir string) (string, error) {
	repo, err := openRepository(dir, "name the version: --expect-bump=v1.3.0")
	if err != nil {
		return "", err
	}
	out, err := repo.git("tag", "--points-at", "HEAD")
	if err != nil {
		return "", err
	}
	best, highest := "", release{-1}
	for _, tag := range strings.Fields(string(out)) {
		if v, ok := parseVersion(tag); ok && slices.Compare(v[:], highest[:]) > 0 {
			best, highest = tag, v
		}
	}
	if best == "" {
		return "", &model.Problem{Message: "spectab: --expect-bump: the commit is tagged with no version", Hint: "tag it, or name the version: --expect-bump=v1.3.0"}
	}
	return best, nil
}
