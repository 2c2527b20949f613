package gen

import (
	"go/token"
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

var sourceName = regexp.MustCompile(`^[\pL\pN][\pL\pN._-]*$`)

// checkSpec refuses names that would not survive as a header line, a package
// clause or a file name.
func (p *plan) checkSpec() {
	s := p.spec
	if !sourceName.MatchString(s.Source) {
		p.problem(0, "%q is no name of a source: letters, digits, '-', '_' and '.' only", s.Source)
	}
	// The go command gives names with "_" and an operating system, an
	// architecture or "test" behind it a meaning, and ignores "documentation".
	if !token.IsIdentifier(s.Package) || strings.Contains(s.Package, "_") || s.Package == "main" || s.Package == "documentation" {
		p.problem(0, "%q is no name for a Go package that others import", s.Package)
	}
}

// checkEnvelopes refuses envelopes that no reply could be read by.
func (p *plan) checkEnvelopes() {
	for _, e := range p.spec.Envelopes {
		isTable := slices.ContainsFunc(p.types, func(g *goType) bool { return g.name == e.Table && p.spec.Table(e.Table) != nil })
		if !isTable {
			p.problem(0, "an envelope is for the table %q, which there is not", e.Table)
		} else if err := e.Check(); err != nil {
			p.problem(0, "the envelope of %s %v", e.Table, err)
		}
	}
}

// declareReplies notes what a type with envelopes declares.
func (p *plan) declareReplies(g *goType) {
	for _, e := range g.replies {
		p.support.json = p.support.json || e.Format == "json"
		p.support.xml = p.support.xml || e.Format == "xml"
	}
	switch {
	case g.isReply:
		p.declare("Error", "the reply of "+g.name, 0)
		p.declare("ParseError", "the reply of "+g.name, 0)
		p.checkFields(g)
	case len(g.replies) > 0:
		p.declare("Parse"+g.name, "the reply of "+g.name, 0)
	}
}

// checkFields refuses what the struct Error could not have beside its methods.
func (p *plan) checkFields(g *goType) {
	taken := []string{"Error", "Unwrap"}
	for _, field := range append([]string{g.name}, g.read()...) {
		if slices.Contains(taken, field) || !model.ValidIdentifier(field) {
			p.problem(0, "%s cannot be a field of the struct Error", field)
		}
		taken = append(taken, field)
	}
}

func hasMessage(envelopes []model.Envelope) bool {
	return slices.ContainsFunc(envelopes, func(e model.Envelope) bool { return len(e.Message) > 0 })
}
