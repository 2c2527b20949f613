// Command mutate breaks a package in one place after the other and runs its
// tests each time: what no test notices is printed. The tree is not touched.
//
//	go run ./cmd/spectab/internal/mutate -n 60 ./model/drift
//
// A mutant is a comparison that is turned, an "and" that is an "or", a
// condition that is negated, a sum that is a difference, a number that is one
// more, or a statement that is left out. What panics, runs five times as long
// or takes too much memory is killed. The exit code is 1 where fewer than
// -least percent are killed.
//
//	find.go    the places of a package, and what each becomes
//	build.go   test binaries: one for all mutants, and those that need their own
//	run.go     the tests with one of them
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
)

func main() {
	n := flag.Int("n", 100, "so many mutants, taken by chance (0: all)")
	seed := flag.Uint64("seed", 1, "of the chance")
	least := flag.Int("least", 0, "percent that have to be killed")
	tests := flag.String("run", "", "tests to run, as for go test")
	only := flag.String("file", "", "mutants of this file alone, such as order.go")
	flag.Parse()
	killed, total := 0, 0
	for _, dir := range flag.Args() {
		k, t := mutatePackage(dir, *tests, *only, *n, *seed)
		fmt.Printf("%s: %d of %d killed\n", dir, k, t)
		killed, total = killed+k, total+t
	}
	if killed*100 < *least*total {
		os.Exit(1)
	}
}

func mutatePackage(dir, tests, only string, n int, seed uint64) (killed, total int) {
	p := load(dir)
	mutants := p.mutants(only)
	rand.New(rand.NewPCG(seed, 0)).Shuffle(len(mutants), func(i, j int) { mutants[i], mutants[j] = mutants[j], mutants[i] })
	if n > 0 {
		mutants = mutants[:min(n, len(mutants))]
	}
	temp, err := os.MkdirTemp("", "mutate")
	check(err)
	defer os.RemoveAll(temp)
	r := newRunner(p, temp, tests, mutants)
	for i, m := range mutants {
		switch isKilled, isBuilt := r.try(i+1, m); {
		case !isBuilt:
		case isKilled:
			killed, total = killed+1, total+1
		default:
			total++
			fmt.Println("alive:", m.what)
		}
	}
	return killed, total
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(2)
	}
}
