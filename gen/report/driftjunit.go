package report

import (
	"encoding/xml"
	"io"
	"strings"
)

// DriftJUnit writes changes as the report of a test run: a suite for each
// source and a case for each cause of changes, which failed where the change does. A
// source without changes has one case that passed.
func DriftJUnit(w io.Writer, c *Comparison) error {
	doc := junitSuites{Name: "spectab diff"}
	seen := map[string]bool{}
	for _, s := range c.sections() {
		seen[s.source.Source] = true
		suite := junitSuite{Name: s.source.Source}
		for _, f := range s.changes {
			suite.Cases = append(suite.Cases, c.junitCase(&s.source, f))
		}
		doc.add(suite)
	}
	for _, s := range c.Sources {
		if !seen[s.Source] {
			doc.add(junitSuite{Name: s.Source, Cases: []junitCase{{Name: "no drift", Class: s.Source, File: s.NewFile}}})
		}
	}
	data, err := xml.MarshalIndent(doc, "", "  ")
	if err != nil {
		return err
	}
	_, err = w.Write([]byte(xml.Header + string(data) + "\n"))
	return err
}

func (c *Comparison) junitCase(source *Compared, f *told) junitCase {
	file, _ := source.spot(f.Change)
	one := junitCase{
		Name: visible(strings.TrimSpace(f.ID + " " + f.Code + " " + f.Column)), Class: visible(strings.Trim(f.Source+"."+f.Table, ".")),
		File: file, Line: f.NewLine,
	}
	text := visible(source.place(f.Change) + ": " + sentence(f.Change) + " [" + f.Fingerprint + "]")
	for _, m := range f.members {
		text += "\n" + visible(source.place(m)+": "+sentence(m))
	}
	switch {
	case f.Accepted != "":
		one.Skipped = &junitSkipped{Message: visible(f.Accepted)}
	case c.Fails != nil && c.Fails(f.Change):
		one.Failure = &junitFailure{Message: visible(f.Why), Type: f.Level.String(), Text: text}
	default:
		one.Out = text
	}
	return one
}

func (d *junitSuites) add(s junitSuite) {
	for i := range s.Cases {
		s.Tests++
		if s.Cases[i].Failure != nil {
			s.Failures++
		}
		if s.Cases[i].Skipped != nil {
			s.Skipped++
		}
	}
	d.Tests, d.Failures = d.Tests+s.Tests, d.Failures+s.Failures
	d.Suites = append(d.Suites, s)
}

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Skipped  int         `xml:"skipped,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	Name    string        `xml:"name,attr"`
	Class   string        `xml:"classname,attr"`
	File    string        `xml:"file,attr,omitempty"`
	Line    int           `xml:"line,attr,omitempty"`
	Failure *junitFailure `xml:"failure"`
	Skipped *junitSkipped `xml:"skipped"`
	Out     string        `xml:"system-out,omitempty"`
}

type junitFailure struct {
	Message string `xml:"message,attr"`
	Type    string `xml:"type,attr"`
	Text    string `xml:",chardata"`
}

type junitSkipped struct {
	Message string `xml:"message,attr"`
}
