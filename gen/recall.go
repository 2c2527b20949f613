package gen

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
)

// Recall is what the package in a folder says of its constants, by table and
// name: all that is left of codes that were on a page nobody has any more. Of
// s it needs the names of tables and of their columns.
func Recall(folder string, s *model.Spec) *model.Spec {
	recalled := &model.Spec{}
	name := filepath.Join(folder, s.Package+"_table.go")
	data, err := os.ReadFile(name)
	if err != nil || SourceOf(data) != s.Source {
		return recalled
	}
	file, err := parser.ParseFile(token.NewFileSet(), name, data, parser.SkipObjectResolution)
	if err != nil {
		return recalled // a merge may have left its markers
	}
	for i := range s.Tables {
		r := recaller{table: &s.Tables[i], at: map[string]int{}}
		for _, d := range file.Decls {
			r.take(d)
		}
		recalled.Tables = append(recalled.Tables, model.Table{Name: r.table.Name, Entries: r.entries})
	}
	return recalled
}

// A recaller reads the rows and columns of one table.
type recaller struct {
	table   *model.Table
	entries []model.Entry
	at      map[string]int // by name of the constant
}

// take reads an array, which has a cell for each row, or a function with a
// case for each constant.
func (r *recaller) take(d ast.Decl) {
	if f, ok := d.(*ast.FuncDecl); ok {
		if method, ok := strings.CutSuffix(f.Name.Name, "Of"+r.table.Name); ok {
			ast.Inspect(f, func(n ast.Node) bool { r.takeCase(method, n); return true })
		}
		return
	}
	g, ok := d.(*ast.GenDecl)
	if !ok || g.Tok != token.VAR {
		return
	}
	v := g.Specs[0].(*ast.ValueSpec)
	list, ok := v.Values[0].(*ast.CompositeLit)
	if !ok {
		return
	}
	if of, ok := list.Type.(*ast.ArrayType); ok && strings.HasSuffix(v.Names[0].Name, "Rows") && isIdent(of.Elt, r.table.Name) {
		for _, element := range list.Elts {
			if name, ok := element.(*ast.Ident); ok {
				r.at[name.Name] = len(r.entries)
				r.entries = append(r.entries, model.Entry{Name: name.Name})
			}
		}
		return
	}
	method, ok := strings.CutSuffix(v.Names[0].Name, "Of"+r.table.Name)
	if !ok || len(list.Elts) != len(r.entries) {
		return
	}
	for i, cell := range list.Elts {
		r.set(i, method, valueOf(cell))
	}
}

func (r *recaller) takeCase(method string, n ast.Node) {
	clause, ok := n.(*ast.CaseClause)
	if !ok || len(clause.Body) == 0 {
		return
	}
	var values []string
	ast.Inspect(clause.Body[0], func(n ast.Node) bool {
		if e, ok := n.(ast.Expr); ok {
			if value := valueOf(e); value != "" && value != "yield" && value != "_" {
				values = append(values, value)
			}
		}
		return true
	})
	for _, constant := range clause.List {
		if name, ok := constant.(*ast.Ident); ok {
			if i, ok := r.at[name.Name]; ok {
				r.set(i, method, values...)
			}
		}
	}
}

func isIdent(e ast.Expr, name string) bool {
	id, ok := e.(*ast.Ident)
	return ok && id.Name == name
}

// valueOf is a string, number or name as text.
func valueOf(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		if text, err := strconv.Unquote(e.Value); err == nil {
			return text
		}
		return e.Value
	case *ast.Ident:
		return e.Name
	}
	return ""
}

// set gives an entry what the method of a column says.
func (r *recaller) set(i int, method string, values ...string) {
	if len(values) == 0 || values[0] == "" {
		return
	}
	e := &r.entries[i]
	for _, role := range model.Roles() {
		if unexported(role.Method) == method {
			role.Set(e, values)
			return
		}
	}
	at := slices.IndexFunc(r.table.Columns, func(c model.Column) bool { return unexported(c.Name) == method })
	if at >= 0 {
		if e.Extra == nil {
			e.Extra = map[string]string{}
		}
		e.Extra[r.table.Columns[at].Header] = values[0]
	}
}
