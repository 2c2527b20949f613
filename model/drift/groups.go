package drift

// groups reports sections that have another title and the same entries, and
// notes the new titles, so that their entries are not reported one by one.
func (c *comparer) groups(m *matching, whole map[string]bool) {
	if whole["group"] {
		return
	}
	titles, back := map[string]string{}, map[string]string{}
	for _, p := range m.pairs {
		before, after := p.old.Group, p.new.Group
		if to, ok := titles[before]; ok && to != after {
			titles[before] = before // its entries went different ways
		} else if !ok {
			titles[before] = after
		}
		if from, ok := back[after]; ok && from != before {
			back[after] = after
		} else if !ok {
			back[after] = before
		}
	}
	m.titles = map[string]string{}
	for _, p := range m.pairs {
		before, after := p.old.Group, p.new.Group
		if before == after || before == "" || after == "" || titles[before] != after || back[after] != before || m.titles[before] != "" {
			continue
		}
		m.titles[before] = after
		f := c.ofTable(m.new, "section", renamed)
		f.Column, f.Old, f.New, f.OldLine, f.NewLine = "group", before, after, p.old.Line, p.new.Line
		c.add(f)
	}
}
