package guess

// byGroup parts a candidate where its groups repeat codes: each group then
// counts on its own, as the enumerations of one page do. Groups of one row are
// none: what titles each says something of it.
func (c subject) byGroup(code int) []subject {
	groups := map[string]bool{}
	for _, r := range c.Rows {
		groups[r.Group] = true
	}
	if len(groups) < 2 || len(groups)*2 > len(c.Rows) || !c.repeatsCodes(code) {
		return []subject{c}
	}
	var parts []subject
	at := map[string]int{}
	for _, r := range c.Rows {
		i, ok := at[r.Group]
		if !ok {
			i = len(parts)
			at[r.Group] = i
			part := c
			part.Rows = nil
			if r.Group != "" {
				part.Heading = r.Group
			}
			if len(r.Cells) > 0 {
				part.Line = r.Cells[0].No
			}
			parts = append(parts, part)
		}
		parts[i].Rows = append(parts[i].Rows, r)
	}
	return parts
}

// repeatsCodes reports whether the code of a row recurs in another
// group.
func (c *subject) repeatsCodes(code int) bool {
	group := map[string]string{}
	repeated := 0
	for _, r := range c.Rows {
		if code >= len(r.Cells) {
			continue
		}
		text := r.Cells[code].Text()
		if first, ok := group[text]; ok && first != r.Group {
			repeated++
		}
		group[text] = r.Group
	}
	return repeated*5 > len(c.Rows)
}
