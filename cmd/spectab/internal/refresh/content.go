package refresh

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
	"github.com/spectab/spectab/scrape/fetch"
	"github.com/spectab/spectab/scrape/recipe"
)

// Limits of what a page may lose or change at once, in percent.
const (
	mayLose   = 20 // of the entries of a table
	mayReword = 80 // of the texts of a source
	fewTexts  = 5  // too few to say anything by a share of them
)

// compareContent lists what is suspect about a page beside the one before.
// Both can be read.
func compareContent(before, after *model.Spec) []*Refusal {
	var list []*Refusal
	for i := range before.Tables {
		old := &before.Tables[i]
		now := after.Table(old.Name)
		if now == nil || len(old.Entries) == 0 {
			continue
		}
		list = append(list, lost(old, now)...)
		list = append(list, doubled(old, now)...)
	}
	if r := reworded(before, after); r != nil {
		list = append(list, r)
	}
	return list
}

// lost is the refusal of a table that lost too much, or everything.
func lost(old, now *model.Table) []*Refusal {
	var gone []string
	for i := range old.Entries {
		if id := old.ID(&old.Entries[i]); now.Find(id) == nil {
			gone = append(gone, id)
		}
	}
	switch {
	case len(now.Entries) == 0:
		return []*Refusal{{
			Guard: GuardTableLost, Seen: fmt.Sprintf("table %s has no entry any more", old.Name), Expected: fmt.Sprintf("%d, as before", len(old.Entries)),
			Hint: hints[GuardTableLost],
		}}
	case len(gone)*100 > len(old.Entries)*mayLose:
		return []*Refusal{shrunk(old.Name, gone, len(old.Entries))}
	}
	return nil
}

func shrunk(table string, gone []string, before int) *Refusal {
	return &Refusal{
		Guard:    GuardShrink,
		Seen:     fmt.Sprintf("table %s has lost %d of its %d entries: %s", table, len(gone), before, some(gone)),
		Expected: fmt.Sprintf("at most %d %% fewer than before", mayLose),
		Hint:     "look at the page; if the vendor has really taken them away, --accept shrink keeps their identifiers as deprecated ones",
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
		Guard: GuardDuplicate, Seen: fmt.Sprintf("table %s lists %s more than once, with several texts", old.Name, some(list)),
		Expected: "each code once, as before",
		Hint:     "look at the page; a second table may have got into the first\nif it is right, --accept duplicate keeps all of the texts",
	}}
}

// reused is the refusal of codes that mean another thing now, while their
// identifiers still say the old one, and no name in the recipe decides.
func reused(changes []drift.Change, after *model.Spec) []*Refusal {
	var list []string
	for _, c := range changes {
		if t := after.Table(c.Table); c.ID == "code-reused" && t != nil && !t.IsFixed(c.Code) {
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

// reworded is the refusal of a page of which some column says nearly
// everything in other words: it is in another language, or is another page.
func reworded(before, after *model.Spec) *Refusal {
	for i := range before.Tables {
		old := &before.Tables[i]
		now := after.Table(old.Name)
		if now == nil || old.Kind == model.Constants {
			continue
		}
		for _, column := range []func(*model.Entry) string{
			func(e *model.Entry) string { return e.Text },
			func(e *model.Entry) string { return e.Remedy },
			func(e *model.Entry) string { return e.Detail },
		} {
			if seen := rewordedColumn(old, now, column); seen != "" {
				return inOtherWords(seen, before.Language)
			}
		}
		for _, language := range old.Languages() {
			if seen := rewordedColumn(old, now, func(e *model.Entry) string { return e.Texts[language] }); seen != "" {
				return inOtherWords(seen, language)
			}
		}
	}
	return nil
}

func inOtherWords(seen, language string) *Refusal {
	return &Refusal{
		Guard: GuardLanguage, Seen: seen, Expected: "a page in the language of before, " + language,
		Hint: "look at the page; if it is the right one, --accept language lets it pass",
	}
}

// rewordedColumn tells of a column of a table with hardly a text of before.
func rewordedColumn(old, now *model.Table, column func(*model.Entry) string) string {
	all, other, example := 0, 0, ""
	for i := range old.Entries {
		was := &old.Entries[i]
		is := now.Find(old.ID(was))
		if is == nil || column(was) == "" || column(is) == "" {
			continue
		}
		all++
		if column(was) != column(is) {
			other++
			example = fmt.Sprintf("%s says %q, where it said %q", was.Code, shorten(column(is)), shorten(column(was)))
		}
	}
	if all < fewTexts || other*100 <= all*mayReword {
		return ""
	}
	return fmt.Sprintf("%d of %d texts of table %s are other ones: %s", other, all, old.Name, example)
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
		if before := len(t.Entries) + len(gone); len(gone)*100 > before*mayLose {
			list = append(list, shrunk(t.Name, gone, before))
		}
	}
	return list
}

var htmlLanguage = regexp.MustCompile(`(?i)<html[^>]*?\slang\s*=\s*["']?([a-z]+)`)

// compareBytes lists what is suspect about the bytes of a page beside those of
// before: a declared language that has changed, and characters that were lost
// on the server.
func compareBytes(before, after recipe.PageFile) []*Refusal {
	var list []*Refusal
	old, now := before.Data, after.Data
	toHTML := strings.HasSuffix(after.Name, ".html")
	a, b := htmlLanguage.FindSubmatch(old), htmlLanguage.FindSubmatch(now)
	if strings.HasSuffix(before.Name, ".html") && toHTML && a != nil && b != nil && !bytes.EqualFold(a[1], b[1]) {
		list = append(list, &Refusal{
			Guard: GuardLanguage, Seen: fmt.Sprintf("the page declares the language %q", b[1]), Expected: fmt.Sprintf("%q, as before", a[1]),
			Hint: "look at the page; the vendor may have moved the language asked for\nif it is the right one, --accept language lets it pass",
		})
	}
	if was, is := bytes.Count(old, []byte("\uFFFD")), bytes.Count(now, []byte("\uFFFD")); is > was {
		list = append(list, &Refusal{
			Guard: GuardCharset, Seen: fmt.Sprintf("the page has %d replacement characters: what stood there is lost", is), Expected: fmt.Sprintf("%d, as before", was),
			Hint: "try again later; the vendor's server has broken the page\n--accept charset takes it as it is",
		})
	}
	if toHTML && endsAsHTML(old) && !endsAsHTML(now) {
		list = append(list, &Refusal{
			Guard: string(fetch.Truncated), Seen: "the page has no </html> at its end", Expected: "a whole page, as before",
			Hint: "try again later; the vendor's server has cut it off",
		})
	}
	return list
}

func endsAsHTML(page []byte) bool {
	return bytes.Contains(bytes.ToLower(page[max(0, len(page)-1000):]), []byte("</html"))
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
