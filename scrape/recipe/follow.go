package recipe

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
)

// Follow writes into the text of a recipe what a page became, so that the
// recipe reads the next one too: a heading that was renamed stands beside the
// old one, and min is the same share of fewer rows. Everything else stays its
// author's. It returns what it wrote, a line each; what is spelled in a way
// that it can't change stays, and reading goes on warning of it.
func Follow(file string, data []byte, before, after *model.Spec) ([]byte, []string, error) {
	r, err := Parse(file, data)
	if err != nil {
		return nil, nil, err
	}
	var told []string
	for i := range r.Tables {
		t := &r.Tables[i]
		now := after.Table(t.Name)
		if now == nil || t.Gone != "" || t.Each != "" {
			continue
		}
		if under := t.renamed(now.Heading); under != "" {
			fits := func(t *Table) bool { return t.Under.text() == under }
			if text := respell(file, data, i, t.Under.line, t.Under.source, yamlQuoted(under), fits); text != nil {
				data, told = text, append(told, fmt.Sprintf("table %s: under: %s", t.Name, under))
			}
		}
		if least := t.share(before, now); least > 0 {
			fits := func(t *Table) bool { return t.Min == least }
			if text := respell(file, data, i, t.line("min"), strconv.Itoa(t.Min), strconv.Itoa(least), fits); text != nil {
				data, told = text, append(told, fmt.Sprintf("table %s: min: %d", t.Name, least))
			}
		}
	}
	return data, told, nil
}

// renamed is the under of a table that stands under another heading now; ""
// where it stands under one that the recipe names.
func (t *Table) renamed(heading string) string {
	if t.Under == nil || heading == "" || t.Under.MatchWhole(heading) {
		return ""
	}
	return t.Under.source + "|" + regexp.QuoteMeta(heading)
}

// share is the min of a table that has fewer rows than before, 0 where it
// stays.
func (t *Table) share(before *model.Spec, now *model.Table) int {
	if before == nil || t.Min == 0 {
		return 0
	}
	was := before.Table(t.Name)
	if was == nil || len(now.Entries) >= len(was.Entries) {
		return 0
	}
	least := (t.Min*len(now.Entries) + len(was.Entries) - 1) / len(was.Entries) // rounded up: many small steps are no more than a large one
	if least == t.Min {
		return 0
	}
	return least
}

// respell replaces a value of table i in one line of a recipe; nil where no
// place in the line is that value.
func respell(file string, data []byte, i, line int, old, text string, fits func(*Table) bool) []byte {
	start, end := lineSpan(data, line)
	for _, spelled := range []string{yamlQuoted(old), strconv.Quote(old), old} {
		for at := start; at < end; at++ {
			next := bytes.Index(data[at:end], []byte(spelled))
			if next < 0 {
				break
			}
			at += next
			changed := slices.Concat(data[:at], []byte(text), data[at+len(spelled):])
			if now, err := Parse(file, changed); err == nil && i < len(now.Tables) && fits(&now.Tables[i]) {
				return changed
			}
		}
	}
	return nil
}

func yamlQuoted(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
