package drift

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/text"
)

// identity is what an entry of the table is recognised by when its code has
// changed: the same text, and the same symbol where there is one, in the same
// section. It is "" where the text is too short to mean one thing only, or
// where another entry of the table has it too.
func (m *matching) identity(t *model.Table) func(*model.Entry) string {
	often := sync.OnceValue(func() map[string]int { // mostly nobody asks
		count := map[string]int{}
		for i := range t.Entries {
			count[m.text(&t.Entries[i])]++
		}
		return count
	})
	return func(e *model.Entry) string {
		said := m.text(e)
		if !isTelling(e.Text) || often()[said] > 1 {
			return ""
		}
		return strings.Join([]string{said, e.Key, essence(e.Group)}, "\x00")
	}
}

// isTelling reports whether a text says enough to recognise an entry by:
// three words, or six characters where words are not parted.
func isTelling(s string) bool {
	if strings.ContainsFunc(s, text.Unspaced) {
		return utf8.RuneCountInString(unspaced(s)) >= 6
	}
	return len(strings.Fields(s)) >= 3 && len(s) >= 12
}

// hints says of entries that are lost what they may have become, and the
// other way round: a guess that nothing else relies on.
func (m *matching) hints() map[*model.Entry]string {
	list := map[*model.Entry]string{}
	say := func(a, b *model.Entry, why string) {
		if list[a] == "" && list[b] == "" {
			list[a] = why + m.new.ID(b) + ": is it the new form of this one?"
			list[b] = why + m.old.ID(a) + ", which is gone: is this its new form?"
		}
	}
	for _, by := range []struct {
		why  string
		what func(*model.Entry) string
	}{
		{"the same symbol stands at ", func(e *model.Entry) string { return e.Key }},
		{"the same text stands at ", m.text},
	} {
		at := map[string]*model.Entry{}
		for _, e := range m.found {
			at[by.what(e)] = e
		}
		for _, e := range m.lost {
			if what := by.what(e); what != "" && at[what] != nil {
				say(e, at[what], by.why)
			}
		}
	}
	return list
}
