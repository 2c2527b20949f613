package main

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sort"
)

// choices are the functions by which a mutant is chosen at run time.
//
//go:embed choices.go.txt
var choices string

// build makes a test binary of the package with edits laid over its files.
// The error holds what the compiler said.
func (p *pack) build(temp, binary string, edits map[string][]edit) error {
	replace := map[string]string{}
	lay := func(name string, source []byte) {
		whole, err := filepath.Abs(filepath.Join(p.dir, name))
		check(err)
		laid := filepath.Join(temp, name+".laid")
		check(os.WriteFile(laid, source, 0o600))
		replace[whole] = laid
	}
	for name, list := range edits {
		lay(name, apply(p.files[name], list))
	}
	lay("mutant_choices.go", fmt.Appendf(nil, choices, p.name))
	data, err := json.Marshal(map[string]map[string]string{"Replace": replace})
	check(err)
	overlay := filepath.Join(temp, "overlay.json")
	check(os.WriteFile(overlay, data, 0o600))
	out, err := exec.Command("go", "test", "-c", "-vet=off", "-overlay", overlay, "-o", binary, "./"+filepath.ToSlash(filepath.Clean(p.dir))).CombinedOutput()
	if err != nil {
		return fmt.Errorf("%w\n%s", err, out)
	}
	return nil
}

// apply makes all edits of a file. At one offset, what closes comes first, the
// innermost before the others, and what opens after it, the outermost first:
// the list has outer places before inner ones.
func apply(source []byte, list []edit) []byte {
	var closing, other []edit
	for _, e := range list {
		if e.closes {
			closing = append(closing, e)
		} else {
			other = append(other, e)
		}
	}
	slices.Reverse(closing)
	all := append(closing, other...)
	sort.SliceStable(all, func(i, j int) bool { return all[i].at < all[j].at })
	var b bytes.Buffer
	done := 0
	for _, e := range all {
		b.Write(source[done:e.at])
		b.WriteString(e.text)
		done = e.end
	}
	b.Write(source[done:])
	return b.Bytes()
}

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }
