package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
)

// A pack is a package with its types.
type pack struct {
	dir, name string
	files     map[string][]byte
	trees     map[string]*ast.File
	embedded  map[string]bool // files that the package carries as text as well
	fset      *token.FileSet
	info      *types.Info
}

// A mutant is one place that is broken. Those that are alone need a build of
// their own: a constant is no place for a choice at run time.
type mutant struct {
	file, what string
	place      int                 // of all of its package: outer ones before inner ones
	edits      func(id int) []edit // choose at run time whether id is broken
	alone      []edit              // breaks it for good
}

// An edit puts text at an offset, in the place of the bytes up to end.
// Of insertions at one offset, those of inner places stand inside.
type edit struct {
	at, end int
	text    string
	closes  bool
}

var embeds = regexp.MustCompile(`(?m)^\s*//go:embed (\S+\.go)$`)

func load(dir string) *pack {
	p := &pack{dir: dir, files: map[string][]byte{}, trees: map[string]*ast.File{}, embedded: map[string]bool{}, fset: token.NewFileSet()}
	out, err := exec.Command("go", "list", "-json=GoFiles,Name,ImportPath", "./"+filepath.ToSlash(filepath.Clean(dir))).Output()
	check(err)
	var listed struct {
		Name, ImportPath string
		GoFiles          []string
	}
	check(json.Unmarshal(out, &listed))
	p.name = listed.Name
	var trees []*ast.File
	for _, name := range listed.GoFiles {
		file := filepath.Join(dir, name)
		source, err := os.ReadFile(file)
		check(err)
		tree, err := parser.ParseFile(p.fset, file, source, parser.ParseComments)
		check(err)
		p.files[name], p.trees[name] = source, tree
		trees = append(trees, tree)
		for _, m := range embeds.FindAllSubmatch(source, -1) {
			p.embedded[string(m[1])] = true
		}
	}
	p.info = &types.Info{Types: map[ast.Expr]types.TypeAndValue{}}
	conf := types.Config{Importer: importer.ForCompiler(p.fset, "gc", exports(dir))}
	_, err = conf.Check(listed.ImportPath, p.fset, trees, p.info)
	check(err)
	return p
}

// exports finds the compiled form of what a package imports.
func exports(dir string) importer.Lookup {
	out, err := exec.Command("go", "list", "-export", "-deps", "-json=ImportPath,Export", "./"+filepath.ToSlash(filepath.Clean(dir))).Output()
	check(err)
	compiled := map[string]string{}
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var one struct{ ImportPath, Export string }
		err := d.Decode(&one)
		if errors.Is(err, io.EOF) {
			break
		}
		check(err)
		compiled[one.ImportPath] = one.Export
	}
	return func(path string) (io.ReadCloser, error) { return os.Open(compiled[path]) }
}

// mutants finds every place of a package.
func (p *pack) mutants(only string) []mutant {
	var list []mutant
	for _, name := range sortedKeys(p.files) {
		if only != "" && only != name {
			continue
		}
		f := finder{pack: p, file: name}
		ast.Inspect(p.trees[name], func(node ast.Node) bool {
			f.constant(node)
			f.binary(node)
			f.condition(node)
			f.number(node)
			f.statements(node)
			return true
		})
		list = append(list, f.list...)
	}
	return list
}

// A finder collects the places of one file. fixed are its literals that have to
// be constants.
type finder struct {
	*pack
	file  string
	fixed map[ast.Node]bool
	list  []mutant
}

func (f *finder) offset(at token.Pos) int { return f.fset.Position(at).Offset }

func (f *finder) add(at token.Pos, was, is string, edits func(id int) []edit, alone ...edit) {
	if f.embedded[f.file] {
		edits = nil // what is carried as text has no choices in it
	}
	if edits == nil && alone == nil {
		return
	}
	f.list = append(f.list, mutant{f.file, fmt.Sprintf("%s: %s became %s", f.fset.Position(at), was, is), len(f.list), edits, alone})
}

// around edits a node so that text stands on both its sides.
func (f *finder) around(node ast.Node, before, after string) []edit {
	at, end := f.offset(node.Pos()), f.offset(node.End())
	return []edit{{at, at, before, false}, {end, end, after, true}}
}

// constant remembers the literals of which a constant is made.
func (f *finder) constant(node ast.Node) {
	var fixed []ast.Node
	switch x := node.(type) {
	case *ast.GenDecl:
		if x.Tok == token.CONST {
			fixed = append(fixed, x)
		}
	case *ast.ArrayType:
		if x.Len != nil {
			fixed = append(fixed, x.Len)
		}
	case *ast.CompositeLit:
		for _, e := range x.Elts {
			if pair, ok := e.(*ast.KeyValueExpr); ok {
				fixed = append(fixed, pair.Key)
			}
		}
	}
	for _, n := range fixed {
		ast.Inspect(n, func(inner ast.Node) bool {
			if f.fixed == nil {
				f.fixed = map[ast.Node]bool{}
			}
			f.fixed[inner] = true
			return true
		})
	}
}

var turned = map[token.Token]struct{ is, by string }{
	token.EQL: {"!=", ""}, token.NEQ: {"==", ""},
	token.LSS: {"<=", "Less"}, token.LEQ: {"<", "AtMost"}, token.GTR: {">=", "More"}, token.GEQ: {">", "AtLeast"},
	token.LAND: {"||", "And"}, token.LOR: {"&&", "Or"},
	token.ADD: {"-", "Sum"}, token.SUB: {"+", "Difference"}, token.MUL: {"/", "Product"},
}

func (f *finder) binary(node ast.Node) {
	x, ok := node.(*ast.BinaryExpr)
	if !ok {
		return
	}
	t, ok := turned[x.Op]
	value := f.info.Types[x]
	if !ok || value.Value != nil || !isNumber(value.Type) && !isBool(value.Type) {
		return
	}
	at, end := f.offset(x.OpPos), f.offset(x.OpPos)+len(x.Op.String())
	f.add(x.OpPos, x.Op.String(), t.is, func(id int) []edit {
		switch x.Op {
		case token.EQL, token.NEQ:
			return f.around(x, "((", fmt.Sprintf(") != mutantIs(%d))", id))
		case token.LAND, token.LOR:
			return append(f.around(x, fmt.Sprintf("mutant%s(%d, ", t.by, id), ")})"), edit{at, end, ", func() bool { return (", false})
		}
		return append(f.around(x, fmt.Sprintf("mutant%s(%d, ", t.by, id), ")"), edit{at, end, ",", false})
	}, edit{at, end, t.is, false})
}

func isNumber(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsNumeric != 0
}

func isBool(t types.Type) bool {
	b, ok := t.Underlying().(*types.Basic)
	return ok && b.Info()&types.IsBoolean != 0
}

// condition negates the condition of an if. An equality is turned already.
func (f *finder) condition(node ast.Node) {
	x, ok := node.(*ast.IfStmt)
	if !ok {
		return
	}
	if b, ok := x.Cond.(*ast.BinaryExpr); ok && (b.Op == token.EQL || b.Op == token.NEQ) {
		return
	}
	f.add(x.If, "if", "if not", func(id int) []edit {
		return f.around(x.Cond, "((", fmt.Sprintf(") != mutantIs(%d))", id))
	}, f.around(x.Cond, "!(", ")")...)
}

func (f *finder) number(node ast.Node) {
	x, ok := node.(*ast.BasicLit)
	if !ok || x.Kind != token.INT {
		return
	}
	n, err := strconv.Atoi(x.Value)
	if err != nil {
		return
	}
	var edits func(id int) []edit
	if b, ok := f.info.Types[x].Type.(*types.Basic); ok && !f.fixed[x] && b.Info()&types.IsUntyped == 0 {
		edits = func(id int) []edit { return f.around(x, fmt.Sprintf("mutantNumber[%s](%d, ", b.Name(), id), ")") }
	}
	more := strconv.Itoa(n + 1)
	f.add(x.ValuePos, x.Value, more, edits, edit{f.offset(x.Pos()), f.offset(x.End()), more, false})
}

// statements leaves out what has an effect and returns nothing.
func (f *finder) statements(node ast.Node) {
	var list []ast.Stmt
	switch x := node.(type) {
	case *ast.BlockStmt:
		list = x.List
	case *ast.CaseClause:
		list = x.Body
	case *ast.CommClause:
		list = x.Body
	}
	for _, s := range list {
		if canGo(s) {
			f.add(s.Pos(), "a statement", "none", func(id int) []edit {
				return f.around(s, fmt.Sprintf("if !mutantIs(%d) { ", id), " }")
			})
		}
	}
}

func canGo(s ast.Stmt) bool {
	switch x := s.(type) {
	case *ast.AssignStmt:
		name, isName := x.Lhs[0].(*ast.Ident)
		return x.Tok != token.DEFINE && !(isName && name.Name == "_")
	case *ast.ExprStmt:
		call, ok := x.X.(*ast.CallExpr)
		if !ok {
			return false
		}
		name, isName := call.Fun.(*ast.Ident)
		return !isName || name.Name != "panic"
	case *ast.IncDecStmt:
		return true
	case *ast.BranchStmt:
		return x.Tok == token.CONTINUE || x.Tok == token.BREAK
	}
	return false
}
