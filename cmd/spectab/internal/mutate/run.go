package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"time"
)

// A runner runs the tests of a package with one mutant after the other.
type runner struct {
	pack         *pack
	temp, binary string
	tests        string
	limit        time.Duration
}

// newRunner builds the tests with all mutants that are chosen at run time, and
// takes the time of a run in which none is.
func newRunner(p *pack, temp, tests string, mutants []mutant) *runner {
	binary, err := filepath.Abs(filepath.Join(temp, "all.test"))
	check(err)
	r := &runner{p, temp, binary, tests, time.Hour}
	edits := map[string][]edit{}
	ids := make([]int, len(mutants))
	for i := range ids {
		ids[i] = i
	}
	sort.Slice(ids, func(i, j int) bool { return mutants[ids[i]].place < mutants[ids[j]].place })
	for _, i := range ids {
		if m := mutants[i]; m.edits != nil {
			edits[m.file] = append(edits[m.file], m.edits(i+1)...)
		}
	}
	check(p.build(temp, r.binary, edits))
	start := time.Now()
	if err := r.run(r.binary, 0); err != nil {
		check(fmt.Errorf("the tests fail without a mutant: %w", err))
	}
	r.limit = 5*time.Since(start) + 10*time.Second
	return r
}

func (r *runner) try(id int, m mutant) (isKilled, isBuilt bool) {
	if m.edits != nil {
		return r.run(r.binary, id) != nil, true
	}
	one := filepath.Join(filepath.Dir(r.binary), "one.test")
	if r.pack.build(r.temp, one, map[string][]edit{m.file: m.alone}) != nil {
		return false, false
	}
	return r.run(one, 0) != nil, true
}

// run runs a binary's tests where go test would. A loop without an end must not
// take the machine's memory, so the shell, where there is one, sets a bound.
func (r *runner) run(binary string, id int) error {
	args := []string{binary, "-test.short", "-test.failfast", "-test.timeout=" + r.limit.String(), "-test.run=" + r.tests}
	if sh, err := exec.LookPath("sh"); err == nil {
		args = append([]string{sh, "-c", `ulimit -v 6000000; exec "$0" "$@"`}, args...)
	}
	c := exec.Command(args[0], args[1:]...)
	c.Dir = r.pack.dir
	c.Env = append(os.Environ(), fmt.Sprintf("MUTANT=%d", id))
	out, err := c.CombinedOutput()
	if err != nil && id == 0 {
		err = fmt.Errorf("%w\n%s", err, out)
	}
	return err
}
