package gen

import (
	"bytes"
	"fmt"
	"go/format"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/spectab/spectab/model"
)

// A File is one emitted file.
type File struct {
	Path    string // slash-separated, relative to the output folder: "xsollalogin/xsollalogin.go"
	Content []byte
}

// Package returns the Go files of a source. The entries must have been named
// (model.Lock.Assign). Equal specs give equal bytes. The error is of type
// model.Problems and names all that cannot be emitted.
func Package(s *model.Spec) ([]File, error) {
	p, err := newPlan(s)
	if err != nil {
		return nil, err
	}
	code, err := p.renderCode()
	if err != nil {
		return nil, err
	}
	index, err := p.renderIndex()
	if err != nil {
		return nil, err
	}
	path := s.Package + "/" + s.Package
	files := []File{{path + ".go", code}}
	if data := p.renderData(); data != nil {
		files = append(files, File{path + "_table.go", data})
	}
	if index != nil {
		files = append(files, File{path + "_index.go", index})
	}
	examples, err := p.renderExamples()
	if examples != nil {
		files = append(files, File{s.Package + "/example_test.go", examples})
	}
	return files, err
}

// renderCode is everything that is read: types, constants and methods.
func (p *plan) renderCode() ([]byte, error) {
	f := p.newFile()
	f.HeaderComment(p.header())
	f.PackageComment(p.packageComment())
	for _, t := range p.types {
		t.emit(f)
	}
	p.emitLimits(f)
	if err := p.support.emit(f); err != nil {
		return nil, err
	}
	return p.render(f)
}

// renderData is what the page says of each row; nil where there are no types.
func (p *plan) renderData() []byte {
	if len(p.types) == 0 {
		return nil
	}
	var b strings.Builder
	b.WriteString(p.header() + "\n\npackage " + p.spec.Package + "\n")
	for _, t := range p.types {
		t.writeData(&b)
	}
	return []byte(b.String())
}

// renderIndex is what the lookups need and nobody reads; nil where they need
// nothing.
func (p *plan) renderIndex() ([]byte, error) {
	if !slices.ContainsFunc(p.types, func(g *goType) bool { return !g.isScanned() }) {
		return nil, nil
	}
	f := p.newFile()
	f.HeaderComment(p.header())
	for _, t := range p.types {
		t.emitIndex(f)
	}
	if err := p.support.emitIndex(f); err != nil {
		return nil, err
	}
	return p.render(f)
}

var newline = []byte("\n")

// newFile returns a file that jennifer leaves as it is: formatting costs more
// than all the rest, and is done once, at the end.
func (p *plan) newFile() *jen.File {
	f := jen.NewFile(p.spec.Package)
	f.NoFormat = true
	return f
}

func (p *plan) render(f *jen.File) ([]byte, error) {
	var b bytes.Buffer
	if err := f.Render(&b); err != nil {
		return nil, err
	}
	content, err := format.Source(b.Bytes())
	if err != nil {
		return nil, fmt.Errorf("package %s: emitted source is no Go: %w", p.spec.Package, err)
	}
	return content, nil
}
