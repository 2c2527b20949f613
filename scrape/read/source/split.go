package source

// split divides a group: constants that are no integers from those that are;
// and by banners, where codes come again below another.
func (g *group) split() []*group {
	var parts []*group
	numbers, others := *g, *g
	numbers.list, others.list = nil, nil
	for _, d := range g.list {
		if d.value.number == nil && d.value.text != "" {
			others.list = append(others.list, d)
		} else {
			numbers.list = append(numbers.list, d)
		}
	}
	for _, part := range []*group{&numbers, &others} {
		if len(part.list) > 0 && len(parts) > 0 {
			part.note = nil
		}
		parts = append(parts, part.byBanner()...)
	}
	return parts
}

// byBanner divides a group into one for each banner where their codes clash;
// or one for each prefix of their names, if that tells them apart.
func (g *group) byBanner() []*group {
	clashes := g.clashes(func(d *definition) any { return d.banner })
	if clashes == 0 {
		return g.byGaps()
	}
	if parts := g.byPrefix(clashes); parts != nil {
		return parts
	}
	return g.atBanners()
}

// atBanners divides a group where a banner stands above several definitions,
// or above one whose code has been before.
func (g *group) atBanners() []*group {
	var parts []*group
	var last *banner
	seen := map[string]bool{}
	for i, d := range g.list {
		b := d.banner
		begins := b != last && (b == nil || b.count > 1 || seen[d.value.String()])
		if i == 0 || begins {
			part := *g
			part.list = nil
			if b != nil {
				part.title, part.note = b.lines, nil
			}
			parts = append(parts, &part)
			clear(seen)
		} else if b != last && b != nil {
			d.above(b.lines, false)
		}
		seen[d.value.String()] = true
		d.banner, last = nil, b
		parts[len(parts)-1].list = append(parts[len(parts)-1].list, d)
	}
	return parts
}

// fewRepeats is how many codes of a list may come again: names that are other
// names of one.
const fewRepeats = 2

// byGaps divides constants with no banner where many of their codes come again,
// so that they are several lists: at gaps behind which the numbers do not go on.
// What stands alone between gaps is one list of the rest.
func (g *group) byGaps() []*group {
	place := map[*definition]int{}
	var runs [][]*definition
	for i, d := range g.list {
		if i == 0 || d.parted && !d.value.exceeds(g.list[i-1].value) {
			runs = append(runs, nil)
		}
		runs[len(runs)-1] = append(runs[len(runs)-1], d)
		place[d] = len(runs)
	}
	if g.kind == "enum" || len(runs) < 2 || g.clashes(func(d *definition) any { return place[d] }) <= max(fewRepeats, len(g.list)/20) {
		return []*group{g}
	}
	var parts []*group
	rest := &group{kind: g.kind}
	for _, run := range runs {
		if len(run) == 1 {
			rest.list = append(rest.list, run[0])
			continue
		}
		parts = append(parts, &group{kind: g.kind, list: run})
	}
	if len(rest.list) > 0 {
		parts = append(parts, rest)
	}
	parts[0].title, parts[0].note = g.title, g.note
	return parts
}

// clashes counts the codes that stand under several of something.
func (g *group) clashes(under func(*definition) any) int {
	seen := map[string]any{}
	n := 0
	for _, d := range g.list {
		if len(d.expr) == 1 && d.expr[0].kind == identToken || !d.value.known() {
			continue // another name of one
		}
		v := d.value.String()
		if of, ok := seen[v]; ok && of != under(d) {
			n++
		}
		seen[v] = under(d)
	}
	return n
}

// byPrefix divides a group into one for each prefix of its names: CKR_ and
// CKM_ are lists of their own, whatever comments stand between. It is nil
// where fewer than two prefixes recur, some names have another, or the codes
// clash no less under them.
func (g *group) byPrefix(clashes int) []*group {
	of := map[string]*group{}
	var parts []*group
	for _, d := range g.list {
		key := prefix.FindString(d.name)
		part := of[key]
		if part == nil {
			part = &group{kind: g.kind, title: line(key, d.no)}
			of[key], parts = part, append(parts, part)
		}
		part.list = append(part.list, d)
	}
	recur, within := 0, 0
	for key, part := range of {
		if len(part.list) > 1 && key != "" {
			recur++
		}
		within += part.clashes(func(d *definition) any { return d.banner })
	}
	if g.kind == "enum" || recur < 2 || len(parts)*3 > len(g.list) || within >= clashes {
		return nil
	}
	var divided []*group
	for _, part := range parts {
		divided = append(divided, part.byBanner()...)
	}
	return divided
}
