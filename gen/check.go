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
		switch {
		case !isTable:
			p.problem(0, "an envelope is for the table %q, which there is not", e.Table)
		case e.Format != "json" && e.Format != "xml":
			p.problem(0, "the envelope of %s has the format %q, which is neither json nor xml", e.Table, e.Format)
		case len(e.Code) == 0:
			p.problem(0, "the envelope of %s does not say where the code stands", e.Table)
		}
	}
}

// declareReplies notes what a type with envelopes declares.
func (p *plan) declareReplies(g *goType) {
	for _, e := range g.replies {
		p.support.json = p.support.json || e.Format == "json"
		p.support.xml = p.support.xml || e.Format == "xml"
	}
	g.success() // notes codes that are none
	switch {
	case g.isReply:
		p.declare("Error", "the reply of "+g.name, 0)
		p.declare("ParseError", "the reply of "+g.name, 0)
		if slices.Contains([]string{"Error", "Unwrap"}, g.name) || g.name == "Message" && hasMessage(g.replies) {
			p.problem(0, "the type %s cannot be a field of the struct Error", g.name)
		}
	case len(g.replies) > 0:
		p.declare("Parse"+g.name, "the reply of "+g.name, 0)
	}
}

func hasMessage(envelopes []model.Envelope) bool {
	return slices.ContainsFunc(envelopes, func(e model.Envelope) bool { return len(e.Message) > 0 })
}
