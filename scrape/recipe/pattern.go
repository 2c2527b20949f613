package recipe

import (
	"fmt"
	"regexp"
	"slices"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
)

// A Pattern is a regular expression of a recipe (RE2 syntax), compiled when
// the recipe is loaded, with the place where it stands.
type Pattern struct {
	source string
	find   *regexp.Regexp // matches anywhere
	whole  *regexp.Regexp // matches a whole line
	head   *regexp.Regexp // matches at the beginning of a line, up to a word's end
	line   int
	column int
	err    error
}

// UnmarshalYAML compiles the expression. A bad one is kept with its error,
// so that loading can report all of them at once.
func (p *Pattern) UnmarshalYAML(node ast.Node) error {
	if err := yaml.NodeToValue(node, &p.source); err != nil {
		return err
	}
	pos := node.GetToken().Position
	p.line, p.column = pos.Line, pos.Column
	p.compile()
	return nil
}

func (p *Pattern) compile() {
	if p.find, p.err = regexp.Compile(p.source); p.err != nil {
		return
	}
	// What is nearly too large or too deep is too much so inside another one.
	if p.whole, p.err = regexp.Compile(`^(?:` + p.source + `)$`); p.err != nil {
		return
	}
	p.head, p.err = regexp.Compile(`^(?:` + p.source + `)(?:[\s:：,;，、/|=(（.–—]|$)`)
}

// MatchWhole reports whether p is there and matches all of s.
func (p *Pattern) MatchWhole(s string) bool {
	return p != nil && p.whole.MatchString(s)
}

// findWhole is FindStringSubmatch of a match of all of s.
func (p *Pattern) findWhole(s string) []string {
	return p.whole.FindStringSubmatch(s)
}

// groups returns the named groups of a match, as FindStringSubmatch gives it.
func groups(re *regexp.Regexp, match []string) fields {
	list := make(fields, 0, len(match))
	for i, name := range re.SubexpNames() {
		if name != "" && match[i] != "" {
			list.put(name, match[i])
		}
	}
	return list
}

// has reports whether p has a group of that name.
func (p *Pattern) has(name string) bool {
	return p != nil && p.find != nil && slices.Contains(p.find.SubexpNames(), name)
}

// names lists the named groups of p.
func (p *Pattern) names() []string {
	return slices.DeleteFunc(slices.Clone(p.find.SubexpNames()), func(s string) bool { return s == "" })
}

func (p *Pattern) String() string { return fmt.Sprintf("/%s/", p.source) }
