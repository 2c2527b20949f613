package recipe

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"

	"github.com/spectab/spectab/scrape/record"
)

// A Column says which column of a table is meant: by the texts that its header
// cell may have, in any language, or by its number, or by the number where no
// header has such a text. In YAML a number without quotes is one of a column,
// and '1' is a header.
type Column struct {
	Headers []string
	Number  int // from 1; 0 where it is not given
}

// UnmarshalYAML accepts one text or number without brackets.
func (c *Column) UnmarshalYAML(node ast.Node) error {
	list, ok := node.(*ast.SequenceNode)
	if !ok {
		return c.add(node)
	}
	for _, value := range list.Values {
		if err := c.add(value); err != nil {
			return err
		}
	}
	return nil
}

func (c *Column) add(node ast.Node) error {
	if _, ok := node.(*ast.IntegerNode); ok && c.Number == 0 {
		if n, err := strconv.Atoi(node.GetToken().Value); err == nil && n > 0 {
			c.Number = n
			return nil
		}
	}
	var text string
	if err := yaml.NodeToValue(node, &text); err != nil {
		return err
	}
	c.Headers = append(c.Headers, text)
	return nil
}

// yaml is what a recipe writes for the column: one value, or a list.
func (c *Column) yaml() any {
	var list []any
	for _, h := range c.Headers {
		list = append(list, h)
	}
	if c.Number > 0 {
		list = append(list, c.Number)
	}
	if len(list) == 1 {
		return list[0]
	}
	return list
}

func (c Column) String() string {
	list := slices.Clone(c.Headers)
	if c.Number > 0 {
		list = append(list, "number "+strconv.Itoa(c.Number))
	}
	return strings.Join(list, " or ")
}

// calls reports whether a text is one of the column's header.
func (c *Column) calls(header string) bool {
	return slices.ContainsFunc(c.Headers, func(h string) bool { return strings.EqualFold(h, header) })
}

// in is the index of the column in a candidate; -1 where it is not there.
func (c *Column) in(found *record.Candidate) int {
	if at := slices.IndexFunc(found.Header, func(h string) bool { return c.calls(strings.TrimRight(h, " :：")) }); at >= 0 {
		return at
	}
	return c.Number - 1
}

// role is the meaning of a column with that header, or "".
func (t *Table) role(header string) string {
	for role, column := range t.Columns {
		if column.calls(header) { // of one role alone: checkColumns sees to that
			return role
		}
	}
	return ""
}

// has reports whether a column has the role.
func (t *Table) has(role string) bool {
	_, ok := t.Columns[role]
	return ok
}

// checkColumns wants a column of its own for each role.
func (t *Table) checkColumns(add adder) {
	holder := map[string]string{}
	for _, role := range slices.Sorted(maps.Keys(t.Columns)) {
		column := t.Columns[role]
		names := map[string]bool{}
		for _, h := range column.Headers {
			names[fmt.Sprintf("%q", strings.ToLower(h))] = true
		}
		if column.Number > 0 {
			names["number "+strconv.Itoa(column.Number)] = true
		}
		if len(names) == 0 || slices.Contains(column.Headers, "") {
			add(t.line("columns"), "the text of its header, or its number", "no column is named for the role %s", role)
		}
		for _, name := range slices.Sorted(maps.Keys(names)) {
			if other := holder[name]; other != "" {
				add(t.line("columns"), "each column has one meaning", "the column %s cannot be both %s and %s", name, other, role)
			}
			holder[name] = cmp.Or(holder[name], role)
		}
	}
}
