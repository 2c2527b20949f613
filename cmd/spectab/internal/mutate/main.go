// Command mutate breaks a package in one place after the other and runs its
// tests each time: what no test notices is printed. The tree is not touched.
//
//	go run ./cmd/spectab/internal/mutate -n 60 ./model/drift
//
// A mutant is a comparison that is turned, an "and" that is an "or", a
// condition that is negated, or a number that is one more. Mutants that do not
// compile are not counted. The exit code is 1 where fewer than -least percent
// are killed.
package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	n := flag.Int("n", 100, "so many mutants, taken by chance (0: all)")
	seed := flag.Uint64("seed", 1, "of the chance")
	least := flag.Int("least", 0, "percent that have to be killed")
	tests := flag.String("run", "", "tests to run, as for go test")
	flag.Parse()
	killed, total := 0, 0
	for _, dir := range flag.Args() {
		mutants := mutantsOf(dir)
		rand.New(rand.NewPCG(*seed, 0)).Shuffle(len(mutants), func(i, j int) { mutants[i], mutants[j] = mutants[j], mutants[i] })
		if *n > 0 {
			mutants = mutants[:min(*n, len(mutants))]
		}
		for _, m := range mutants {
			switch isKilled, isBuilt := m.try(dir, *tests); {
			case !isBuilt:
			case isKilled:
				killed, total = killed+1, total+1
			default:
				total++
				fmt.Println("alive:", m.what)
			}
		}
	}
	fmt.Printf("%d of %d killed\n", killed, total)
	if killed*100 < *least*total {
		os.Exit(1)
	}
}

// A mutant is a file with one thing broken.
type mutant struct {
	file, what string
	source     []byte
}

var turned = map[token.Token]token.Token{
	token.EQL: token.NEQ, token.NEQ: token.EQL, token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR,
	token.LAND: token.LOR, token.LOR: token.LAND, token.ADD: token.SUB, token.SUB: token.ADD, token.MUL: token.QUO,
}

// mutantsOf makes every mutant of a folder, tests aside.
func mutantsOf(dir string) []mutant {
	files, err := filepath.Glob(filepath.Join(dir, "*.go"))
	check(err)
	var list []mutant
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		fset := token.NewFileSet()
		tree, err := parser.ParseFile(fset, file, nil, parser.ParseComments)
		check(err)
		add := func(at token.Pos, was, is string) {
			var b bytes.Buffer
			check(format.Node(&b, fset, tree))
			list = append(list, mutant{file, fmt.Sprintf("%s: %s became %s", fset.Position(at), was, is), b.Bytes()})
		}
		ast.Inspect(tree, func(node ast.Node) bool {
			mutate(node, add)
			return true
		})
	}
	return list
}

// mutate breaks a node, hands it over, and mends it.
func mutate(node ast.Node, add func(at token.Pos, was, is string)) {
	switch x := node.(type) {
	case *ast.BinaryExpr:
		if is, ok := turned[x.Op]; ok {
			was := x.Op
			x.Op = is
			add(x.OpPos, was.String(), is.String())
			x.Op = was
		}
	case *ast.IfStmt:
		was := x.Cond
		x.Cond = &ast.UnaryExpr{Op: token.NOT, X: &ast.ParenExpr{X: was}}
		add(x.If, "if", "if not")
		x.Cond = was
	case *ast.BasicLit:
		if n, err := strconv.Atoi(x.Value); err == nil && x.Kind == token.INT {
			was := x.Value
			x.Value = strconv.Itoa(n + 1)
			add(x.ValuePos, was, x.Value)
			x.Value = was
		}
	}
}

// try runs the tests with the mutant laid over its file.
func (m *mutant) try(dir, tests string) (isKilled, isBuilt bool) {
	temp, err := os.MkdirTemp("", "mutate")
	check(err)
	defer os.RemoveAll(temp)
	broken, overlay := filepath.Join(temp, "mutant.go"), filepath.Join(temp, "overlay.json")
	check(os.WriteFile(broken, m.source, 0o600))
	whole, err := filepath.Abs(m.file)
	check(err)
	data, err := json.Marshal(map[string]map[string]string{"Replace": {whole: broken}})
	check(err)
	check(os.WriteFile(overlay, data, 0o600))
	out, err := exec.Command("go", "test", "-short", "-failfast", "-vet=off", "-timeout=90s", "-overlay", overlay, "-run", tests, "./"+filepath.ToSlash(filepath.Clean(dir))).CombinedOutput()
	return err != nil, !bytes.Contains(out, []byte("[build failed]"))
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(2)
	}
}
