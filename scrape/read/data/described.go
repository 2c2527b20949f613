package data

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read/markup"
	"github.com/spectab/spectab/scrape/read/tree"
)

// marked is Markdown that lists something: two items, or the rule of a table.
var marked = regexp.MustCompile(`(?m)^[ \t]*(?:[-*+]|\d+[.)])[ \t]+\S.*\n(?:.*\n)*?[ \t]*(?:[-*+]|\d+[.)])[ \t]+\S|^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*\|`)

// blocks are those of a tree, and behind them the lists and tables that its texts
// have, as descriptions in OpenAPI are written in Markdown.
func blocks(root *tree.Node) ([]page.Block, error) {
	all, err := tree.Blocks(root)
	if err != nil {
		return nil, err
	}
	return append(all, described(root, "")...), nil
}

// described are the lists and tables in the texts of a node whose own name, or that
// of what it is a member of, is title: each under that.
func described(n *tree.Node, title string) []page.Block {
	var all []page.Block
	for i := range n.Members {
		m := &n.Members[i]
		if m.Kind != tree.Text {
			name := m.Key
			if name == "" {
				name = title
			}
			all = append(all, described(m, name)...)
			continue
		}
		if !strings.Contains(m.Text, "\n") || !marked.MatchString(m.Text) {
			continue
		}
		found, err := markup.Markdown(m.Text)
		if err != nil {
			continue // it is a text, as the tree has it
		}
		renumber(found, func(no int) int {
			if !m.Lines {
				return m.Line
			}
			return m.Line + no - 1
		})
		if title != "" {
			all = append(all, page.Block{Kind: page.Heading, Level: 6, Lines: []page.Line{{Text: page.Clean(title), No: n.Line}}})
		}
		all = append(all, found...)
	}
	return all
}

// renumber gives all lines of blocks other numbers.
func renumber(blocks []page.Block, to func(int) int) {
	lines := func(list []page.Line) {
		for i := range list {
			list[i].No = to(list[i].No)
		}
	}
	for i := range blocks {
		b := &blocks[i]
		lines(b.Lines)
		renumber(b.Blocks, to)
		for j := range b.Items {
			lines(b.Items[j].Term)
			renumber(b.Items[j].Blocks, to)
		}
		for j := range b.Rows {
			for k := range b.Rows[j].Cells {
				c := &b.Rows[j].Cells[k]
				c.No = to(c.No)
				lines(c.Lines)
				renumber(c.Blocks, to)
			}
		}
	}
}
