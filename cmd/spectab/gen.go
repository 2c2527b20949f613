package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/gen"
	"github.com/spectab/spectab/model"
)

func genCommand(at *place) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "gen [source...]",
		Short: "Make Go packages from the snapshots",
		Long: `gen reads the snapshots and writes a Go package for each source: those that are
named, or all of them. It never touches the network. A line for each source
tells its tables, rows and files, and whether anything changed.

Nothing is written unless every source can be read and emitted. Files that
spectab did not write are never overwritten.`,
		Example: `  spectab gen
  spectab gen xsolla-login baidu-oauth --out internal/codes
  //go:generate go tool spectab gen xsolla-login -o internal/xsolla`,
		ValidArgsFunction: at.sourceNames,
		RunE: func(cmd *cobra.Command, args []string) error {
			return generate(at, args, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	at.outFlags(cmd)
	return cmd
}

// generate is read, emit, compare, write: in this order over all sources, so
// that nothing is written where one of them fails.
func generate(at *place, names []string, stdout, stderr io.Writer) error {
	lib, plan, err := at.plan(names)
	if err != nil {
		return err
	}
	job := gen.Job{Home: plan.dir, What: "gen", Folders: []gen.Folder{{Dir: plan.dir, Changes: plan.packages}}}
	if lib.writable {
		job.Home = at.specs
		job.Folders = append(job.Folders, gen.Folder{Dir: at.specs, Changes: plan.locks})
	}
	if err := gen.Write(job); err != nil {
		return fmt.Errorf("spectab: %w", err)
	}
	at.memo(lib, names).keep()
	for _, r := range plan.readings {
		for _, warning := range r.spec.Warnings {
			fmt.Fprintln(stderr, "warning:", printable(warning.Error()))
		}
	}
	plan.tellMended(stderr)
	plan.tellGone(stderr)
	for i, r := range plan.readings {
		fmt.Fprintf(stdout, "%-24s %s, %s, %s: %s\n", r.spec.Source, count(len(r.spec.Tables), "table"), count(rows(r.spec), "row"), count(len(plan.files[i]), "file"), plan.state(i))
	}
	for _, c := range plan.packages {
		if c.Kind == gen.Orphaned {
			fmt.Fprintf(stdout, "removed %s, which no source makes any more\n", path.Join(filepath.ToSlash(plan.dir), c.Path))
		}
	}
	return nil
}

// A plan is what gen would write and check misses.
type plan struct {
	readings []reading
	files    [][]gen.File // by reading
	dir      string       // folder that the paths of packages are relative to
	packages []gen.Change
	locks    []gen.Change // relative to the folder of the sources
}

// plan reads and emits the named sources, or all of them, and compares the
// result with what is there.
func (p *place) plan(names []string) (*library, *plan, error) {
	lib, err := p.open()
	if err != nil {
		return nil, nil, err
	}
	if p.direct != "" && len(names) != 1 {
		return nil, nil, errors.New("spectab: -o is the folder of one package, so it needs the name of one source\n\tfor several, --out names the folder that holds their packages")
	}
	pl := &plan{dir: p.out}
	if p.direct != "" {
		pl.dir = p.direct
	}
	if pl.readings, err = lib.read(names); err != nil {
		return nil, nil, err
	}
	if err := pl.recall(p.out, p.direct); err != nil {
		return nil, nil, err
	}
	if err := pl.emit(p.out, p.direct); err != nil {
		return nil, nil, err
	}
	var all []gen.File
	for _, files := range pl.files {
		all = append(all, files...)
	}
	if pl.packages, err = gen.Compare(pl.dir, all, len(names) == 0); err != nil {
		return nil, nil, err
	}
	p.keepOthers(lib, pl)
	if err := pl.leaveOthers(lib); err != nil {
		return nil, nil, err
	}
	return lib, pl, pl.wantLocks(lib)
}

// recall reads sources again whose pages lost codes of which only the packages
// know any more what they meant.
func (pl *plan) recall(out, direct string) error {
	var problems model.Problems
	for i := range pl.readings {
		r := &pl.readings[i]
		if !r.source.Lock.Forgets(r.spec) {
			continue
		}
		r.source.Lock.Remember(gen.Recall(gen.PackageFolder(out, direct, r.spec), r.spec))
		spec, lock, err := r.source.Spec()
		if err != nil {
			problems.Take(err)
			continue
		}
		r.spec, r.lock = spec, lock.Bytes()
	}
	return problems.Err()
}

// emit makes the files of every reading, and the changes of the locks.
func (pl *plan) emit(out, direct string) error {
	var problems model.Problems
	errs := make([]error, len(pl.readings))
	emitted := inParallel(len(pl.readings), func(i int) (files []gen.File) {
		_, files, errs[i] = gen.PackageIn(out, direct, pl.readings[i].spec)
		return files
	})
	for i, r := range pl.readings {
		files := emitted[i]
		problems.Take(errs[i])
		pl.files = append(pl.files, files)
		if !bytes.Equal(r.lock, bytes.ReplaceAll(r.source.LockData, []byte("\r\n"), []byte("\n"))) {
			change := gen.Change{Path: path.Join(r.spec.Source, model.LockFile), Kind: gen.Changed, Old: r.source.LockData, New: r.lock}
			if r.source.LockData == nil {
				change.Kind = gen.Missing
			}
			pl.locks = append(pl.locks, change)
		}
	}
	return problems.Err()
}

// tellMended says what is not as spectab wrote it, and is mended by gen.
func (pl *plan) tellMended(w io.Writer) {
	for _, r := range pl.readings {
		for _, what := range r.source.Lock.Mended {
			fmt.Fprintf(w, "%s: %s\n", r.source.Lock.File, what)
		}
	}
	for _, c := range pl.packages {
		if c.IsConflicted() {
			fmt.Fprintf(w, "%s: a merge left conflict markers; gen writes the file anew\n", path.Join(filepath.ToSlash(pl.dir), c.Path))
		}
	}
}

// tellGone says which codes a page lost since gen ran last, and the day that is
// kept of it for ever: who replaces a page by hand may have left it as it was.
// It says too which lists a table takes that it did not take before.
func (pl *plan) tellGone(w io.Writer) {
	for _, r := range pl.readings {
		there := map[[2]string]bool{}
		for _, row := range r.source.Lock.Rows() {
			there[[2]string{row.Table, row.Code}] = row.Gone == ""
		}
		for i := range r.spec.Tables {
			t := &r.spec.Tables[i]
			if codes := newlyGone(t, there); len(codes) > 0 {
				fmt.Fprintf(w, "warning: %s: table %s: %s gone from the page since %s, the day under retrieved: %s\n",
					r.source.Lock.File, t.Name, count(len(codes), "code"), r.spec.Snapshot.Retrieved, printable(fewOf(codes)))
			}
			sections := newLists(t, there)
			for _, title := range slices.Sorted(maps.Keys(sections)) {
				fmt.Fprintf(w, "warning: %s: table %s: a list is taken that was not there before: %s under %q\n",
					path.Join(path.Dir(r.source.Lock.File), r.spec.Snapshot.File), t.Name, count(sections[title], "code"), printable(title))
			}
		}
	}
}

// newlyGone are the codes of a table that were there before.
func newlyGone(t *model.Table, there map[[2]string]bool) []string {
	var codes []string
	for _, g := range t.Gone {
		if there[[2]string{t.Name, g.Code}] {
			codes = append(codes, g.Code)
		}
	}
	return codes
}

// newLists are the sections of a table in which no code was there before, and
// how many codes each has, more than one: a vendor may have added a list of
// something else that looks the same.
func newLists(t *model.Table, there map[[2]string]bool) map[string]int {
	sections, known, any := map[string]int{}, map[string]bool{}, false
	for i := range t.Entries {
		e := &t.Entries[i]
		_, was := there[[2]string{t.Name, t.ID(e)}]
		sections[e.Group]++
		known[e.Group], any = known[e.Group] || was, any || was
	}
	maps.DeleteFunc(sections, func(title string, n int) bool { return !any || title == "" || known[title] || n < 2 })
	return sections
}

// fewOf lists the first of some codes.
func fewOf(codes []string) string {
	const few = 5
	if len(codes) > few {
		return strings.Join(codes[:few], ", ") + ", …"
	}
	return strings.Join(codes, ", ")
}

// wantLocks is an error for each source without a lock whose package is there:
// new identifiers would take the place of those that programs use.
func (pl *plan) wantLocks(lib *library) error {
	var problems model.Problems
	for i, r := range pl.readings {
		if !lib.writable || len(r.source.Lock.Rows()) > 0 || len(pl.files[i]) == 0 {
			continue
		}
		file := filepath.Join(pl.dir, filepath.FromSlash(pl.files[i][0].Path))
		if content, err := os.ReadFile(file); err == nil && gen.SourceOf(content) == r.spec.Source {
			problems.Add(path.Join(lib.dir, r.spec.Source, model.LockFile), 0,
				"restore it from version control; or, to name everything anew, remove "+filepath.ToSlash(filepath.Dir(file)),
				"the lock is missing or empty, and package %s was made with one", r.spec.Package)
		}
	}
	return problems.Err()
}

// state says what happened to the files of reading i.
func (pl *plan) state(i int) string {
	for _, c := range pl.locks {
		if strings.HasPrefix(c.Path, pl.readings[i].spec.Source+"/") {
			return "written"
		}
	}
	for _, f := range pl.files[i] {
		for _, c := range pl.packages {
			if c.Path == f.Path {
				return "written"
			}
		}
	}
	return "unchanged"
}

func rows(spec *model.Spec) int {
	n := 0
	for i := range spec.Tables {
		n += len(spec.Tables[i].Entries)
	}
	return n
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
