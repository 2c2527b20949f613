package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"time"
)

// A runner runs the tests of a package with one mutant after the other.
type runner struct {
	pack         *pack
	temp, binary string
	tests        []string // patterns: those that are soon done, and the slow ones
	limit        time.Duration
}

// newRunner builds the tests with all mutants that are chosen at run time, and
// takes the time of a run in which none is.
func newRunner(p *pack, temp, tests string, mutants []mutant) *runner {
	binary, err := filepath.Abs(filepath.Join(temp, "all.test"))
	check(err)
	r := &runner{p, temp, binary, []string{tests}, time.Hour}
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
	out, err := r.run(r.binary, 0, tests)
	if err != nil {
		check(fmt.Errorf("the tests fail without a mutant: %w\n%s", err, out))
	}
	r.limit = 5*time.Since(start) + 10*time.Second
	r.tests = bySpeed(out)
	return r
}

var passed = regexp.MustCompile(`(?m)^--- PASS: (\S+) \(([0-9.]+)s\)$`)

// bySpeed parts the tests of a run, so that most mutants die before a slow one
// begins. Slow is what takes more than a twentieth of the whole time.
func bySpeed(out []byte) []string {
	total := 0.0
	took := map[string]float64{}
	for _, m := range passed.FindAllSubmatch(out, -1) {
		seconds, err := strconv.ParseFloat(string(m[2]), 64)
		check(err)
		took[string(m[1])] = seconds
		total += seconds
	}
	var parts [2][]string
	for _, name := range sortedKeys(took) {
		slow := 0
		if took[name] > total/20 && took[name] > 1 {
			slow = 1
		}
		parts[slow] = append(parts[slow], regexp.QuoteMeta(name))
	}
	var patterns []string
	for _, names := range parts {
		if len(names) > 0 {
			patterns = append(patterns, "^("+strings.Join(names, "|")+")$")
		}
	}
	return patterns
}

func (r *runner) try(id int, m mutant) (isKilled, isBuilt bool) {
	binary := r.binary
	if m.edits == nil {
		id, binary = 0, filepath.Join(filepath.Dir(r.binary), "one.test")
		if r.pack.build(r.temp, binary, map[string][]edit{m.file: m.alone}) != nil {
			return false, false
		}
	}
	for _, tests := range r.tests {
		if _, err := r.run(binary, id, tests); err != nil {
			return true, true
		}
	}
	return false, true
}

// run runs a binary's tests where go test would. A loop without an end must not
// take the machine's memory, so the shell, where there is one, sets a bound.
func (r *runner) run(binary string, id int, tests string) ([]byte, error) {
	args := []string{binary, "-test.short", "-test.failfast", "-test.v", "-test.timeout=" + r.limit.String(), "-test.run=" + tests}
	if sh, err := exec.LookPath("sh"); err == nil {
		args = append([]string{sh, "-c", `ulimit -v 6000000; exec "$0" "$@"`}, args...)
	}
	c := exec.Command(args[0], args[1:]...)
	c.Dir = r.pack.dir
	c.Env = append(os.Environ(), fmt.Sprintf("MUTANT=%d", id))
	return c.CombinedOutput()
}
