package gen

import (
	"cmp"
	"fmt"
	"go/token"
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// A plan is what a package is going to declare.
type plan struct {
	spec     *model.Spec
	tables   []*model.Table // the main table first
	types    []*goType
	limits   []limit
	support  support
	declared map[string]string // exported identifier → what it is for
	held     map[string]bool   // package-level variables
	problems model.Problems
}

// newPlan gathers the declarations of a spec. Order: the main table, then the
// others as the spec has them, each followed by the values of its parameters.
func newPlan(s *model.Spec) (*plan, error) {
	p := &plan{spec: s, declared: make(map[string]string, 256), held: map[string]bool{}}
	p.checkSpec()
	if main := s.Main(); main != nil {
		p.tables = append(p.tables, main)
	}
	for i := range s.Tables {
		if t := &s.Tables[i]; t != s.Main() {
			p.tables = append(p.tables, t)
		}
	}
	for _, t := range p.tables {
		if t.Kind == model.Constants {
			p.addLimits(t)
			continue
		}
		p.addTable(t)
	}
	p.checkEnvelopes()
	return p, p.problems.Err()
}

// nouns are what one entry of a table of a kind is called in comments.
var nouns = map[model.Kind]string{
	model.Codes:     "error code",
	model.Results:   "result",
	model.Params:    "request parameter",
	model.Fields:    "response field",
	model.Constants: "value",
}

func (p *plan) addTable(t *model.Table) {
	g := p.newType(t.Name, t.Value, p.shortNoun(t), t)
	g.isError = t.Kind == model.Codes || t == p.spec.ErrorTable()
	for _, envelope := range p.spec.Envelopes {
		if envelope.Table == t.Name {
			g.replies = append(g.replies, envelope)
		}
	}
	g.isReply = len(g.replies) > 0 && t == p.spec.ErrorTable()
	g.rows = make([]row, 0, len(t.Entries)+len(t.Gone))
	for i := range t.Entries {
		g.addEntry(&t.Entries[i])
	}
	for _, gone := range t.Gone {
		e := t.Tombstone(gone)
		if e.Deprecated = goneSince(gone.Since); e.Gone == "" {
			e.Gone = "some day"
		}
		g.addEntry(&e)
	}
	g.finish()
	g.findCarriers(t)
	g.findFlags(t)
	g.findSuccess(t)
	g.columns = p.columnsOf(t, g)
	g.addTranslations(t)
	g.addLost(t)
	if g.column("Key") != nil {
		g.keys = g.byKey()
	}
	p.typeDoc(t, g)
	p.addGroups(t, g)
	p.declareReplies(g)
	for i := range t.Entries {
		if set := t.Entries[i].ValueSet; set != nil {
			p.addSet(set, &t.Entries[i], t)
		}
	}
	for i := range t.LostSets {
		p.addSet(&t.LostSets[i], nil, t)
	}
}

// typeDoc says what a type is. That an error prints as more than what is on
// the wire is the first thing that callers trip over.
func (p *plan) typeDoc(t *model.Table, g *goType) {
	noun := p.nounOf(t)
	if first, _, _ := strings.Cut(noun, " "); strings.Contains(strings.ToLower(p.title()), first) {
		noun = g.noun // no error code of a page of errors
	}
	g.doc.text(cmp.Or(t.Doc, fmt.Sprintf("%s is %s %s of the page %q.", t.Name, article(noun), noun, visible(p.title()))))
	if g.isError && g.column("Message") != nil {
		alone := "the " + g.noun + " alone, as it stands on the wire"
		switch {
		case !g.isInteger():
		case g.column("Key") != nil:
			alone = "the symbol, or the number where there is none"
		default:
			alone = "the number alone"
		}
		g.doc.say(fmt.Sprintf("It is an error, which prints as the %s and its text. String returns %s.", g.noun, alone))
	}
}

// nounOf is what one entry of a table is called in comments. Of results it is
// the last word of their type, "event" of GatewayEvent, where that is a word, as
// an initialism is not, and can be the name of a variable in an example.
func (p *plan) nounOf(t *model.Table) string {
	if t.Kind != model.Results {
		return nouns[t.Kind]
	}
	noun := strings.ToLower(lastWord.FindString(t.Name))
	if noun == "" || token.IsKeyword(noun) || noun == p.spec.Package || slices.Contains(exampleNames, noun) {
		return nouns[t.Kind]
	}
	return noun
}

var lastWord = regexp.MustCompile(`[A-Z][a-z]{2,}$`)

// shortNoun is the last word of what an entry is called.
func (p *plan) shortNoun(t *model.Table) string {
	words := strings.Fields(p.nounOf(t))
	return words[len(words)-1]
}

func article(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an"
	}
	return "a"
}

// addSet adds the values of a parameter; e is nil where the page no longer
// lists any.
func (p *plan) addSet(set *model.ValueSet, e *model.Entry, t *model.Table) {
	g := p.newType(set.Type, model.Value{}, "value", t)
	if e == nil {
		g.doc.say(set.Type + " was the type of values that the page no longer lists.")
	} else {
		g.doc.say(fmt.Sprintf("%s is a value of the %s %s, %s.", set.Type, nouns[t.Kind], shown(e.Code), e.Name))
		for i, value := range e.Values {
			if i < len(set.Names) {
				g.add(row{name: set.Names[i], text: value, order: set.Order(i), line: e.Line, facts: g.called(value)})
			}
		}
	}
	g.addAllGone(set)
	g.finish()
}

// declare notes an exported identifier, and refuses a second use of it.
func (p *plan) declare(id, what string, line int) {
	if !model.ValidIdentifier(id) {
		p.problem(line, "%s has %q for its name, which is no exported Go identifier", what, id)
		return
	}
	if first, ok := p.declared[id]; ok {
		p.problem(line, "%s and %s both have the identifier %s", first, what, id)
		return
	}
	p.declared[id] = what
}

// variable is a name for a package-level variable that no other has.
func (p *plan) variable(name string) string {
	for p.held[name] {
		name += "Again"
	}
	p.held[name] = true
	return name
}

func (p *plan) problem(line int, format string, args ...any) {
	file := p.spec.Snapshot.File
	p.problems.Add(file, line, "", format, args...)
}
