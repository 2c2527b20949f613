package gen

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/dave/jennifer/jen"
	"github.com/spectab/spectab/model"
)

// A limit is a single value out of prose. It becomes a function, because a
// function that returns another value is no other API.
type limit struct {
	name    string
	doc     comment
	result  func() *jen.Statement
	value   func() *jen.Statement
	order   int
	aliases []string
}

// units are the types of a constant that become a time.Duration.
var units = map[string]struct {
	name string
	unit time.Duration
}{
	"milliseconds": {"Millisecond", time.Millisecond},
	"seconds":      {"Second", time.Second},
	"minutes":      {"Minute", time.Minute},
	"hours":        {"Hour", time.Hour},
}

// addLimits plans the functions of a table of constants. One that is gone
// keeps the last value that the page gave.
func (p *plan) addLimits(t *model.Table) {
	limits := p.goneLimits(t)
	for i := range t.Entries {
		e := &t.Entries[i]
		p.declare(e.Name, fmt.Sprintf("%q of %s", t.ID(e), t.Name), e.Line)
		for _, alias := range e.Aliases {
			p.declare(alias, "the former name of "+e.Name, e.Line)
		}
		l := limit{name: e.Name, order: e.Order, aliases: e.Aliases, doc: p.limitDoc(e)}
		l.result, l.value = p.limitValue(t, e)
		limits = append(limits, l)
	}
	slices.SortStableFunc(limits, func(a, b limit) int { return cmp.Compare(a.order, b.order) })
	p.limits = append(p.limits, limits...)
}

func (p *plan) goneLimits(t *model.Table) []limit {
	var limits []limit
	for _, gone := range t.Gone {
		if gone.Value == "" {
			continue // it went before the lock kept values
		}
		p.declare(gone.Name, fmt.Sprintf("%q, once of %s", gone.Code, t.Name), 0)
		for _, alias := range gone.Aliases {
			p.declare(alias, "the former name of "+gone.Name, 0)
		}
		l := limit{name: gone.Name, order: gone.Order, aliases: gone.Aliases}
		l.doc.say(fmt.Sprintf("%s was %s when the page last had it.", gone.Name, measured(gone.Value, gone.Type)))
		l.doc.say("Deprecated: " + goneSince(gone.Since))
		l.result, l.value = p.limitValue(t, &model.Entry{Code: gone.Value, Type: gone.Type, Name: gone.Name})
		limits = append(limits, l)
	}
	return limits
}

func (p *plan) limitDoc(e *model.Entry) comment {
	var doc comment
	if e.Text == "" {
		doc.say(fmt.Sprintf("%s is %s.", e.Name, measured(e.Code, e.Type)))
	}
	doc.text(e.Text)
	if e.Deprecated != "" {
		doc.say(deprecation(e.Deprecated))
	}
	return doc
}

// measured is a value with its unit: "30 seconds".
func measured(value, unit string) string {
	if _, ok := units[unit]; !ok {
		return shown(value)
	}
	if value == "1" {
		unit = strings.TrimSuffix(unit, "s")
	}
	return shown(value) + " " + unit
}

// saturated is a number that may be past what an int of 32 bits can hold, as
// the greatest or the least of those there.
func saturated(number *jen.Statement, n int64) *jen.Statement {
	if n < 0 {
		return jen.Id("max").Call(number, jen.Qual("math", "MinInt"))
	}
	return jen.Id("min").Call(number, jen.Qual("math", "MaxInt"))
}

// limitValue is the Go type of a value and the value itself.
func (p *plan) limitValue(t *model.Table, e *model.Entry) (result, value func() *jen.Statement) {
	if unit, ok := units[e.Type]; ok {
		n, err := strconv.ParseInt(e.Code, 10, 64)
		if err != nil || n > math.MaxInt64/int64(unit.unit) || n < math.MinInt64/int64(unit.unit) {
			p.problem(e.Line, "%s: %q is no number of %s", e.Name, e.Code, e.Type)
		}
		return func() *jen.Statement { return jen.Qual("time", "Duration") },
			func() *jen.Statement {
				return jen.Id(strconv.FormatInt(n, 10)).Op("*").Qual("time", unit.name)
			}
	}
	goType, literal := "string", quote(e.Code)
	var err error
	switch strings.ToLower(e.Type) {
	case "integer":
		var n int64
		n, err = strconv.ParseInt(e.Code, 10, 64)
		goType, literal = "int", strconv.FormatInt(n, 10)
		if n != int64(int32(n)) {
			return func() *jen.Statement { return jen.Id("int") }, func() *jen.Statement { return saturated(jen.Id(literal), n) }
		}
	case "number":
		var x float64
		x, err = strconv.ParseFloat(e.Code, 64)
		goType, literal = "float64", strconv.FormatFloat(x, 'f', -1, 64)
		if math.IsInf(x, 0) || math.IsNaN(x) {
			err = strconv.ErrRange
		}
	}
	if err != nil {
		p.problem(e.Line, "%s of %s: %q is no %s", e.Name, t.Name, e.Code, e.Type)
	}
	return func() *jen.Statement { return jen.Id(goType) }, func() *jen.Statement { return jen.Id(literal) }
}

func (p *plan) emitLimits(f *jen.File) {
	for _, l := range p.limits {
		f.Line()
		f.Comment(l.doc.String())
		f.Func().Id(l.name).Params().Add(l.result()).Block(jen.Return(l.value()))
		for _, alias := range l.aliases {
			f.Line()
			f.Comment("// Deprecated: renamed to " + l.name + ".")
			f.Func().Id(alias).Params().Add(l.result()).Block(jen.Return(jen.Id(l.name).Call()))
		}
	}
}
