package model

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// A Problem is one thing wrong with one line of one file that a user can
// edit: a recipe, a page, a lock, an emitted file.
type Problem struct {
	File    string // slash-separated, as the user would open it
	Line    int    // from 1; 0 where the file as a whole is meant
	Column  int    // from 1; 0 where the line as a whole is meant
	Message string
	Text    string // the line as it stands there, where that helps; may be empty
	Hint    string // what to do about it; may be empty or several lines
	Guard   string // the guard that refuses a fetched page for it; "" where it is no matter of the page
}

// Error is "file:line:column: message", with the text and the hint on indented
// lines below.
func (p *Problem) Error() string {
	var b strings.Builder
	b.WriteString(p.File)
	if p.Line > 0 {
		fmt.Fprintf(&b, ":%d", p.Line)
		if p.Column > 0 {
			fmt.Fprintf(&b, ":%d", p.Column)
		}
	}
	if b.Len() > 0 {
		b.WriteString(": ")
	}
	b.WriteString(p.Message)
	if p.Text != "" {
		b.WriteString("\n\t> " + p.Text)
	}
	if p.Hint != "" {
		b.WriteString("\n\t" + strings.ReplaceAll(p.Hint, "\n", "\n\t"))
	}
	return b.String()
}

// Problems collects every Problem of a run, so that a user mends them in one
// go. The zero value is empty and ready for use.
type Problems []*Problem

// Add appends a problem of a line of a file.
func (ps *Problems) Add(file string, line int, hint, format string, args ...any) {
	*ps = append(*ps, &Problem{File: file, Line: line, Message: fmt.Sprintf(format, args...), Hint: hint})
}

// Take moves the problems inside err into ps. Errors that are no Problem are
// kept as problems without a place, so that nothing is lost.
func (ps *Problems) Take(err error) {
	if err == nil {
		return
	}
	var list Problems
	if errors.As(err, &list) {
		*ps = append(*ps, list...)
		return
	}
	var one *Problem
	if errors.As(err, &one) {
		*ps = append(*ps, one)
		return
	}
	*ps = append(*ps, &Problem{Message: err.Error()})
}

// Err is nil where nothing was collected; otherwise ps, ordered by file,
// line and column.
func (ps Problems) Err() error {
	if len(ps) == 0 {
		return nil
	}
	slices.SortStableFunc(ps, func(a, b *Problem) int {
		return cmp.Or(cmp.Compare(a.File, b.File), cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return ps
}

// Error lists the problems, one after another. A hint that several in a row of
// one file have is given once, below the last of them.
func (ps Problems) Error() string {
	texts := make([]string, len(ps))
	for i, p := range ps {
		shown := *p
		if i+1 < len(ps) && p.Text == "" && ps[i+1].File == p.File && ps[i+1].Hint == p.Hint {
			shown.Hint = ""
		}
		texts[i] = shown.Error()
	}
	return strings.Join(texts, "\n")
}
