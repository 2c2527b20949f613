package gen

import (
	"bytes"
	"fmt"
	"go/format"

	"github.com/dave/jennifer/jen"
	"github.com/spectab/spectab/model"
)

// A File is one emitted file.
type File struct {
	Path    string // slash-separated, relative to the output folder: "xsollalogin/xsollalogin.go"
	Content []byte
}

// splitAt is the number of lines past which the rows move to a file of their
// own: reviewers fold a long file away, and with it the constants.
const splitAt = 1500

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
	rows, err := p.renderRows()
	if err != nil {
		return nil, err
	}
	var files []File
	if examples := p.renderExamples(); examples != nil {
		files = append(files, File{s.Package + "/example_test.go", examples})
	}
	path := s.Package + "/" + s.Package
	if bytes.Count(code, newline)+bytes.Count(rows, newline) <= splitAt || len(rows) == 0 {
		return p.format(append([]File{{path + ".go", append(code, rows...)}}, files...)...)
	}
	rows = append([]byte(p.header()+"\n\npackage "+s.Package+"\n\n"), rows...)
	return p.format(append([]File{{path + ".go", code}, {path + "_table.go", rows}}, files...)...)
}

var newline = []byte("\n")

func (p *plan) format(files ...File) ([]File, error) {
	for i := range files {
		content, err := format.Source(files[i].Content)
		if err != nil {
			return nil, fmt.Errorf("%s: emitted source is no Go: %w", files[i].Path, err)
		}
		files[i].Content = content
	}
	return files, nil
}

// renderCode is everything but the rows, not yet formatted.
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
	return render(f)
}

// renderRows is the data alone, without a package clause, not yet formatted.
func (p *plan) renderRows() ([]byte, error) {
	f := p.newFile()
	for _, t := range p.types {
		t.emitData(f)
	}
	source, err := render(f)
	_, rows, _ := bytes.Cut(source, []byte("package "+p.spec.Package+"\n\n"))
	return rows, err
}

// newFile returns a file that jennifer leaves as it is: formatting costs more
// than all the rest, and is done once, at the end.
func (p *plan) newFile() *jen.File {
	f := jen.NewFile(p.spec.Package)
	f.NoFormat = true
	return f
}

func render(f *jen.File) ([]byte, error) {
	var b bytes.Buffer
	if err := f.Render(&b); err != nil {
		return nil, err
	}
	return append(b.Bytes(), '\n'), nil
}
