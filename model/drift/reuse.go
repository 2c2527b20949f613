package drift

import (
	"strings"
	"unicode"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/text"
)

// reuses are the pairs whose code means another thing now: the meaning was
// that of another code, or neither symbol nor text have anything in common
// with what they were.
func (m *matching) reuses() map[*model.Entry]bool {
	list := map[*model.Entry]bool{}
	if m.old.Kind == model.Constants {
		return list
	}
	common := m.sharedPrefix()
	moves := m.movedMeanings()
	for _, p := range m.pairs {
		if p.op != "" {
			continue
		}
		if p.old.Key != "" && p.new.Key != "" {
			isOther := !alike(strings.TrimPrefix(p.old.Key, common), strings.TrimPrefix(p.new.Key, common)) && !alike(p.old.Text, p.new.Text)
			list[p.new] = p.old.Key != p.new.Key && (isOther || moves.keys[p.new.Key])
			continue
		}
		list[p.new] = moves.came[p.new] != nil
	}
	m.shifted(moves, list)
	return list
}

// shifted adds the code with which a shift began: what it meant is the meaning
// of another code now, which is known to have moved.
func (m *matching) shifted(moves *meanings, list map[*model.Entry]bool) {
	from := map[*model.Entry]bool{}
	for now, then := range moves.came {
		from[then] = list[now]
	}
	for _, p := range m.pairs {
		if p.op == "" && p.old.Key == "" && from[p.old] && m.text(p.old) != m.text(p.new) {
			list[p.new] = true
		}
	}
}

// extend follows shifts to codes beside those that are known to be shifted:
// where a text was reworded besides, it still is more like that of the code
// so many rows away than like its own.
func (m *matching) extend(moves *meanings) {
	if len(moves.came) == 0 {
		return
	}
	place := make(map[*model.Entry]int, len(m.old.Entries))
	for i := range m.old.Entries {
		place[&m.old.Entries[i]] = i
	}
	for _, step := range []int{1, -1} {
		for i := range m.pairs {
			at := i
			if step < 0 {
				at = len(m.pairs) - 1 - i
			}
			beside := at - step
			if beside < 0 || beside >= len(m.pairs) || moves.came[m.pairs[at].new] != nil || moves.came[m.pairs[beside].new] == nil {
				continue
			}
			known := m.pairs[beside]
			from := place[m.pairs[at].old] + place[moves.came[known.new]] - place[known.old]
			if from >= 0 && from < len(m.old.Entries) && m.isLiker(m.pairs[at], &m.old.Entries[from]) {
				moves.came[m.pairs[at].new] = &m.old.Entries[from]
			}
		}
	}
}

// leastLike is how like the text of another code has to be to one that was
// reworded, of 1, where the place speaks for it.
const leastLike = 0.3

// isLiker reports whether the new text of a pair is more like that of another
// code than like its own.
func (m *matching) isLiker(p pair, other *model.Entry) bool {
	if p.op != "" || m.text(p.old) == m.text(p.new) {
		return false
	}
	like := likenessOf(p.new.Text, other.Text)
	return like >= leastLike && like > likenessOf(p.new.Text, p.old.Text)
}

func likenessOf(a, b string) float64 { return text.Likeness(told(a), told(b)) }

// meanings say which code has the meaning now that another had.
type meanings struct {
	keys map[string]bool               // symbols that one code had and another has now
	came map[*model.Entry]*model.Entry // by the new entry, the old one whose text it has
}

// movedMeanings looks for texts and symbols that stand at another code than
// before. A text that still stands where it stood has not moved, and neither
// has one that several codes have.
func (m *matching) movedMeanings() *meanings {
	moves := &meanings{keys: m.movedKeys(), came: map[*model.Entry]*model.Entry{}}
	now, then := m.textsOf(m.new), m.textsOf(m.old)
	heir := map[*model.Entry]*model.Entry{} // the same code, by the old entry
	for _, p := range m.pairs {
		heir[p.old] = p.new
	}
	for _, p := range m.pairs {
		before, after := m.text(p.old), m.text(p.new)
		if p.op != "" || before == after {
			continue
		}
		if from := then[after]; from != nil && now[after] == p.new && m.isMove(p, from, heir) {
			moves.came[p.new] = from
		}
	}
	m.extend(moves)
	return moves
}

// isMove reports whether the text of a pair came from another code. A short
// text says little: then the two have to have changed places.
func (m *matching) isMove(p pair, from *model.Entry, heir map[*model.Entry]*model.Entry) bool {
	if isTelling(p.new.Text) {
		return true
	}
	other := heir[from]
	return other != nil && m.text(other) == m.text(p.old) && m.text(p.old) != ""
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
