package recipe

import (
	"fmt"
	"regexp"
	"regexp/syntax"
	"slices"
	"strings"

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
	need   string         // a literal that every match holds; "" where none is known
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
	p.need = requiredLiteral(p.source)
	// What is nearly too large or too deep is too much so inside another one.
	if p.whole, p.err = regexp.Compile(`^(?:` + p.source + `)$`); p.err != nil {
		return
	}
	p.head, p.err = regexp.Compile(`^(?:` + p.source + `)(?:[\s:：,;，、/|=(（.–—]|$)`)
}

// matchWhole reports whether p is there and matches all of s.
func (p *Pattern) matchWhole(s string) bool {
	return p != nil && p.possible(s) && p.whole.MatchString(s)
}

// possible is a quick test that s may hold a match. Patterns are tried on
// every line of a page, and nearly all lines lack the literal.
func (p *Pattern) possible(s string) bool { return strings.Contains(s, p.need) }

// findWhole is FindStringSubmatch of a match of all of s.
func (p *Pattern) findWhole(s string) []string {
	if !p.possible(s) {
		return nil
	}
	return p.whole.FindStringSubmatch(s)
}

// requiredLiteral returns the longest literal that the syntax tree shows to be
// in every match.
func requiredLiteral(source string) string {
	tree, err := syntax.Parse(source, syntax.Perl)
	if err != nil {
		return ""
	}
	return longestLiteral(tree.Simplify())
}

func longestLiteral(re *syntax.Regexp) string {
	switch re.Op {
	case syntax.OpLiteral:
		if re.Flags&syntax.FoldCase == 0 {
			return string(re.Rune)
		}
	case syntax.OpConcat:
		longest := ""
		for _, sub := range re.Sub {
			if s := longestLiteral(sub); len(s) > len(longest) {
				longest = s
			}
		}
		return longest
	case syntax.OpCapture, syntax.OpPlus:
		return longestLiteral(re.Sub[0])
	}
	return ""
}

// groups returns the named groups of a match, as FindStringSubmatch gives it.
func groups(re *regexp.Regexp, match []string) map[string]string {
	m := make(map[string]string, len(match))
	for i, name := range re.SubexpNames() {
		if name != "" && match[i] != "" {
			m[name] = match[i]
		}
	}
	return m
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
