package drift

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/spectab/spectab/model"
)

// identity is what an entry of the table is recognised by when its code has
// changed: the same text, and the same symbol where there is one, in the same
// section. It is "" where the text is too short to mean one thing only, or
// where another entry of the table has it too.
func (m *matching) identity(t *model.Table) func(*model.Entry) string {
	if len(m.lost) == 0 || len(m.found) == 0 {
		return nil // nobody will ask
	}
	often := map[string]int{}
	for i := range t.Entries {
		often[m.text(&t.Entries[i])]++
	}
	return func(e *model.Entry) string {
		text := m.text(e)
		if !isTelling(e.Text) || often[text] > 1 {
			return ""
		}
		return strings.Join([]string{text, e.Key, fold(e.Group)}, "\x00")
	}
}

// isTelling reports whether a text says enough to recognise an entry by:
// three words, or six characters where words are not parted.
func isTelling(text string) bool {
	if strings.ContainsFunc(text, isUnparted) {
		return utf8.RuneCountInString(unspaced(text)) >= 6
	}
	return len(strings.Fields(text)) >= 3 && len(text) >= 12
}

// isUnparted reports whether a letter is of a script that does not part words.
func isUnparted(r rune) bool {
	return r >= unicode.MaxLatin1 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// movedKeys are the symbols that one code had and another has now.
func (m *matching) movedKeys() map[string]bool {
	before, after := map[string]string{}, map[string]string{}
	for i := range m.old.Entries {
		e := &m.old.Entries[i]
		before[e.Key] = e.Code
	}
	for i := range m.new.Entries {
		e := &m.new.Entries[i]
		after[e.Key] = e.Code
	}
	moved := map[string]bool{}
	for key, code := range before {
		if now, ok := after[key]; ok && key != "" && now != code {
			moved[key] = true
		}
	}
	return moved
}

// reuses are the pairs whose code means another thing now: neither symbol nor
// text have anything in common, or the meaning was that of another code.
func (m *matching) reuses() map[*model.Entry]bool {
	common := m.sharedPrefix()
	now, then := m.textsOf(m.new), m.textsOf(m.old)
	moved := sync.OnceValue(m.movedKeys)
	list := map[*model.Entry]bool{}
	for _, p := range m.pairs {
		if p.op != "" || m.old.Kind == model.Constants || p.old.Text == p.new.Text {
			continue
		}
		if p.old.Key != "" && p.new.Key != "" {
			isOther := !alike(strings.TrimPrefix(p.old.Key, common), strings.TrimPrefix(p.new.Key, common)) && !alike(p.old.Text, p.new.Text)
			if p.old.Key != p.new.Key && (isOther || moved()[p.new.Key]) {
				list[p.new] = true
			}
			continue
		}
		before, after := m.text(p.old), m.text(p.new)
		isHeld := before != after && (now[before] != nil || then[after] != nil)
		if isHeld && isTelling(p.old.Text) && isTelling(p.new.Text) && !alike(p.old.Text, p.new.Text) {
			list[p.new] = true
		}
	}
	return list
}

// textsOf is the entry of each text that only one entry has.
func (m *matching) textsOf(t *model.Table) map[string]*model.Entry {
	at := map[string]*model.Entry{}
	for i := range t.Entries {
		text := m.text(&t.Entries[i])
		if _, twice := at[text]; twice || text == "" {
			at[text] = nil
			continue
		}
		at[text] = &t.Entries[i]
	}
	return at
}

// sharedPrefix is what every symbol of both tables begins with.
func (m *matching) sharedPrefix() string {
	prefix, first := "", true
	for _, p := range m.pairs {
		for _, key := range []string{p.old.Key, p.new.Key} {
			if first {
				prefix, first = key, false
			}
			for !strings.HasPrefix(key, prefix) {
				prefix = prefix[:len(prefix)-1]
			}
		}
	}
	return prefix
}

// alike reports whether two symbols or texts share a word of more than two
// letters.
func alike(a, b string) bool {
	has := map[string]bool{}
	for _, w := range telling(a) {
		has[w] = true
	}
	for _, w := range telling(b) {
		if has[w] {
			return true
		}
	}
	return false
}

// telling are the words of a symbol or a text that say something: in lower
// case, without their endings.
func telling(s string) []string {
	var list []string
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		for _, part := range humps(w) {
			runes := []rune(strings.ToLower(part))
			if len(runes) > 2 || len(runes) > 0 && runes[0] > unicode.MaxLatin1 {
				list = append(list, string(runes[:min(len(runes), 5)]))
			}
		}
	}
	return list
}

// humps parts a word of the form InvalidToken.
func humps(w string) []string {
	var list []string
	from, last := 0, rune(0)
	for at, r := range w {
		if at > from && unicode.IsUpper(r) && unicode.IsLower(last) || unicode.Is(unicode.Han, r) && at > from {
			list = append(list, w[from:at])
			from = at
		}
		last = r
	}
	return append(list, w[from:])
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
