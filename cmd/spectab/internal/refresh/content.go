package refresh

import (
	"bytes"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
	"github.com/spectab/spectab/scrape/fetch"
	"github.com/spectab/spectab/scrape/recipe"
)

// Limits of what a page may lose at once, in percent, and how few texts are too
// few to say anything by a share of them.
const (
	mayLose  = 20
	fewTexts = 5
)

// compareContent lists what is suspect about a page beside the one before.
// Both can be read.
func compareContent(before, after *model.Spec, by *recipe.Recipe) []*Refusal {
	var list []*Refusal
	lines := saying(after)
	for i := range before.Tables {
		old := &before.Tables[i]
		now := after.Table(old.Name)
		if now == nil || len(old.Entries) == 0 {
			continue
		}
		less := lost(old, now)
		if list = append(list, less...); len(less) == 0 {
			list = append(list, strays(old, now, after, lines)...)
		}
		list = append(list, doubled(old, now)...)
		if !givesForm(by, old.Name) {
			list = append(list, strangers(old, now)...)
		}
		if moved := columnsSwapped(old, now); len(moved) > 0 {
			list = append(list, moved...)
		} else {
			list = append(list, otherLanguage(old, now, before.Language)...)
		}
	}
	return list
}

// lost are the refusals of a table that lost too much: as a whole, on one of
// the pages that it stands on, or of its texts in one language.
func lost(old, now *model.Table) []*Refusal {
	if len(now.Entries) == 0 {
		return []*Refusal{{
			Guard: GuardTableLost, What: old.Name, Table: old.Name, Seen: fmt.Sprintf("table %s has no entry any more", old.Name), Expected: fmt.Sprintf("%d, as before", len(old.Entries)),
			Hint: hintTableLost(old.Name),
		}}
	}
	var all share
	pages, languages := map[string]*share{}, map[string]*share{}
	for i := range old.Entries {
		e := &old.Entries[i]
		is := now.Find(old.ID(e))
		all.count(old.ID(e), is == nil)
		shareOf(pages, e.File).count(old.ID(e), is == nil)
		for language := range e.Texts {
			if is != nil {
				shareOf(languages, language).count(old.ID(e), is.Texts[language] == "")
			}
		}
	}
	if all.tooMuch() {
		return []*Refusal{shrunk(old.Name, "table "+old.Name, "entries", &all)}
	}
	var list []*Refusal
	for _, page := range slices.Sorted(maps.Keys(pages)) {
		if s := pages[page]; len(pages) > 1 && s.tooMuch() {
			list = append(list, shrunk(old.Name, "table "+old.Name+" on "+page, "entries", s))
		}
	}
	for _, language := range slices.Sorted(maps.Keys(languages)) {
		if s := languages[language]; s.tooMuch() {
			list = append(list, shrunk(old.Name, "table "+old.Name, "texts in "+language, s))
		}
	}
	return list
}

// A share is how many of a number are gone.
type share struct {
	all  int
	gone []string
}

func shareOf(m map[string]*share, key string) *share {
	if m[key] == nil {
		m[key] = &share{}
	}
	return m[key]
}

func (s *share) count(id string, isGone bool) {
	s.all++
	if isGone {
		s.gone = append(s.gone, id)
	}
}

func (s *share) tooMuch() bool { return len(s.gone)*100 > s.all*mayLose }

func shrunk(table, where, what string, s *share) *Refusal {
	return &Refusal{
		Guard:    GuardShrink,
		What:     table,
		Table:    table,
		Seen:     fmt.Sprintf("%s has lost %d of its %d %s: %s", where, len(s.gone), s.all, what, some(s.gone)),
		Expected: fmt.Sprintf("at most %d %% fewer than before", mayLose),
		Hint:     accepting(GuardShrink, table, "if the vendor has really taken them away, keep their identifiers as deprecated ones: "),
	}
}

// doubled is the refusal of codes that stood on the page once, and stand there
// twice now with several texts.
func doubled(old, now *model.Table) []*Refusal {
	var list []string
	for i := range now.Entries {
		e := &now.Entries[i]
		if was := old.Find(now.ID(e)); was != nil && len(was.Also) == 0 && len(e.Also) > 0 {
			list = append(list, e.Code)
		}
	}
	if len(list) == 0 {
		return nil
	}
	return []*Refusal{{
		Guard: GuardDuplicate, What: old.Name, Table: old.Name, Seen: fmt.Sprintf("table %s lists %s more than once, with several texts", old.Name, some(list)),
		Expected: "each code once, as before",
		Hint:     accepting(GuardDuplicate, old.Name, "a second table may have got into the first\nif it is right, keep all of the texts: "),
	}}
}

// reused is the refusal of codes that mean another thing now, while their
// identifiers still say the old one, and no name in the recipe decides.
func reused(changes []drift.Change, after *model.Spec) []*Refusal {
	var list []string
	for _, c := range changes {
		if t := after.Table(c.Table); c.ID == "code-reused" && c.Accepted == "" && t != nil && !t.IsFixed(c.Code) {
			list = append(list, fmt.Sprintf("%s (%q, and now %q)", c.Code, shorten(c.Old), shorten(c.New)))
		}
	}
	if len(list) == 0 {
		return nil
	}
	return []*Refusal{{
		Guard: GuardReused, Seen: "the vendor gave another meaning to " + some(list), Expected: "what each code meant before",
		Hint: hints[GuardReused],
	}}
}

// lostByLock is lost for a snapshot that the recipe cannot read any more: the
// lock tells what it had.
func lostByLock(after *model.Spec) []*Refusal {
	var list []*Refusal
	for i := range after.Tables {
		t := &after.Tables[i]
		var gone []string
		for _, g := range t.Gone {
			if g.Since == after.Snapshot.Retrieved {
				gone = append(gone, g.Code)
			}
		}
		if s := (share{len(t.Entries) + len(gone), gone}); s.tooMuch() {
			list = append(list, shrunk(t.Name, "table "+t.Name, "entries", &s))
		}
	}
	return list
}

// twiceEncoded are characters that were taken for those of Latin-1 where they
// were UTF-8, and encoded once more: é is Ã© then. A capital Ã before a quote or
// a space is none.
var twiceEncoded = regexp.MustCompile(`[ÂÃ][\x{80}-\x{9F}\x{A1}-\x{AA}\x{AC}-\x{BA}\x{BC}-\x{BF}]|â€`)

// broken is the refusal of a page with characters that were lost on the
// server, which there were not before.
func broken(before, after recipe.PageFile) []*Refusal {
	for _, lost := range []struct {
		what  string
		count func([]byte) int
	}{
		{"replacement characters: what stood there is lost", func(page []byte) int { return bytes.Count(page, []byte("\uFFFD")) }},
		{"characters that were encoded twice, such as Ã© for é", func(page []byte) int { return len(twiceEncoded.FindAll(page, -1)) }},
	} {
		was, is := lost.count(before.Data), lost.count(after.Data)
		if is <= was {
			continue
		}
		stem := strings.TrimSuffix(after.Name, path.Ext(after.Name))
		return []*Refusal{{
			Guard: GuardCharset, What: stem, Seen: fmt.Sprintf("the page has %d %s", is, lost.what), Expected: fmt.Sprintf("%d, as before", was),
			Hint: "try again later; the vendor's server has broken the page\nto take it as it is, " + accepting(GuardCharset, stem, ""),
		}}
	}
	return nil
}

// truncated is the refusal of a page that has no end any more, and lacks what
// stood last on it. That alone tells that it was cut off: many whole pages
// never had an end tag.
func truncated(v *visit, before, after *model.Spec) []*Refusal {
	if !strings.HasSuffix(v.next.Name, ".html") || !endsAsHTML(v.Data) || endsAsHTML(v.next.Data) {
		return nil
	}
	var table *model.Table
	var last *model.Entry
	for i := range before.Tables {
		t := &before.Tables[i]
		for j := range t.Entries {
			e := &t.Entries[j]
			if (e.File == "" || path.Base(e.File) == v.Name) && (last == nil || e.Line >= last.Line) {
				table, last = t, e
			}
		}
	}
	if last == nil {
		return nil
	}
	if now := after.Table(table.Name); now != nil {
		is := now.Find(table.ID(last))
		if is != nil && (is.Text == last.Text || !strings.HasPrefix(last.Text, is.Text)) {
			return nil
		}
	}
	return []*Refusal{{
		Guard: string(fetch.Truncated), Seen: fmt.Sprintf("the page has no </html> at its end, and %s, which stood last, is not whole", last.Code), Expected: "a whole page, as before",
		Hint: "try again later; the vendor's server has cut it off",
	}}
}

func endsAsHTML(page []byte) bool {
	text := page[max(0, len(page)-1000):]
	return bytes.Contains(bytes.ToLower(bytes.ReplaceAll(text, []byte{0}, nil)), []byte("</html")) // of UTF-16 too
}

func some(ids []string) string {
	if len(ids) > 5 {
		return strings.Join(ids[:5], ", ") + ", …"
	}
	return strings.Join(ids, ", ")
}

func shorten(s string) string {
	if r := []rune(s); len(r) > 50 {
		return string(r[:49]) + "…"
	}
	return s
}
