package refresh

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"

	"github.com/spectab/spectab/model"
)

// Limits, in percent, past which the texts of a column are in another language
// or those of another page: so many of them changed, and so few of the words
// stayed, or the words by which languages are known are another's.
const (
	mayReword  = 80 // of the texts
	mustRemain = 10 // of the words, where no language is known
)

// otherLanguage is the refusal of a table of which some column says nearly
// everything in another language, or has nothing of what it said. An
// attribute of the page that names a language is no evidence; nor is it that
// all texts have changed, since a vendor may edit all of them.
func otherLanguage(old, now *model.Table, language string) []*Refusal {
	if old.Kind == model.Constants {
		return nil
	}
	columns := []func(*model.Entry) string{
		func(e *model.Entry) string { return e.Text },
		func(e *model.Entry) string { return e.Remedy },
		func(e *model.Entry) string { return e.Detail },
	}
	for _, l := range old.Languages() {
		columns = append(columns, func(e *model.Entry) string { return e.Texts[l] })
	}
	for _, column := range columns {
		for _, part := range byFile(old) {
			if seen := otherWords(part, now, column); seen != "" {
				return []*Refusal{{
					Guard: GuardLanguage, What: old.Name, Table: old.Name, Seen: seen, Expected: "a page in the language of before, " + language,
					Hint: accepting(GuardLanguage, old.Name, "if it is the right one, "),
				}}
			}
		}
	}
	return nil
}

// byFile parts a table by the files of a snapshot that its entries stand in: each
// may be fetched in another language.
func byFile(t *model.Table) []*model.Table {
	parts := map[string]*model.Table{}
	var list []*model.Table
	for i := range t.Entries {
		e := &t.Entries[i]
		if parts[e.File] == nil {
			part := *t
			part.Entries = nil
			parts[e.File] = &part
			list = append(list, &part)
		}
		parts[e.File].Entries = append(parts[e.File].Entries, *e)
	}
	return list
}

// otherWords tells of a column of a table with hardly a word of before.
func otherWords(old, now *model.Table, column func(*model.Entry) string) string {
	all, example := 0, ""
	var before, after []string
	for i := range old.Entries {
		was := &old.Entries[i]
		is := now.Find(old.ID(was))
		if is == nil || column(was) == "" || column(is) == "" {
			continue
		}
		all++
		if column(was) != column(is) {
			before, after = append(before, column(was)), append(after, column(is))
			example = fmt.Sprintf("%s says %q, where it said %q", was.Code, shorten(column(is)), shorten(column(was)))
		}
	}
	if all < fewTexts || len(after)*100 <= all*mayReword {
		return ""
	}
	a, b := wordsOf(before), wordsOf(after)
	spoke, speaks := languageOf(a), languageOf(b)
	switch {
	case spoke != "" && speaks != "" && spoke != speaks:
		return fmt.Sprintf("%d of %d texts of table %s are other ones, in %s instead of %s: %s", len(after), all, old.Name, speaks, spoke, example)
	case remaining(a, b) < mustRemain:
		return fmt.Sprintf("%d of %d texts of table %s are other ones, without a word of before: %s", len(after), all, old.Name, example)
	}
	return ""
}

// wordsOf are the words of texts in small letters. Of scripts that part no
// words every letter is one.
func wordsOf(texts []string) []string {
	var words []string
	for _, text := range texts {
		from := -1
		for at, r := range text + " " {
			letter := unicode.IsLetter(r) || unicode.IsMark(r)
			if from >= 0 && (!letter || partsNoWords(r)) {
				words = append(words, strings.ToLower(text[from:at]))
				from = -1
			}
			switch {
			case letter && partsNoWords(r):
				words = append(words, string(r))
			case letter && from < 0:
				from = at
			}
		}
	}
	return words
}

func partsNoWords(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar)
}

// remaining is the share of the words that another list of them has too, in
// percent.
func remaining(before, after []string) int {
	was, is := distinct(before), distinct(after)
	stayed := 0
	for word := range was {
		if is[word] {
			stayed++
		}
	}
	if len(was) == 0 {
		return 100
	}
	return stayed * 100 / len(was)
}

func distinct(words []string) map[string]bool {
	m := map[string]bool{}
	for _, w := range words {
		m[w] = true
	}
	return m
}

// scripts that a language is known by.
var scripts = []struct {
	name   string
	tables []*unicode.RangeTable
}{
	{"ja", []*unicode.RangeTable{unicode.Hiragana, unicode.Katakana}},
	{"ko", []*unicode.RangeTable{unicode.Hangul}},
	{"zh", []*unicode.RangeTable{unicode.Han}},
	{"Cyrillic", []*unicode.RangeTable{unicode.Cyrillic}},
	{"Greek", []*unicode.RangeTable{unicode.Greek}},
	{"Arabic", []*unicode.RangeTable{unicode.Arabic}},
	{"Hebrew", []*unicode.RangeTable{unicode.Hebrew}},
	{"Devanagari", []*unicode.RangeTable{unicode.Devanagari}},
	{"Thai", []*unicode.RangeTable{unicode.Thai}},
}

// languageOf is the language or the script that words are in, "" where that
// cannot be told: a script that a fifth of them has, since the words of others
// stand in between everywhere, or the language that has a tenth of them among
// its frequent ones, and twice as many as the next.
func languageOf(words []string) string {
	for _, s := range scripts {
		n := 0
		for _, word := range words {
			if strings.ContainsFunc(word, func(r rune) bool { return unicode.In(r, s.tables...) }) {
				n++
			}
		}
		if n > 0 && n*5 >= len(words) {
			return s.name
		}
	}
	var best, next score
	for _, language := range frequentWords() {
		s := score{language: language.name}
		for _, word := range words {
			if weight := language.weight[word]; weight > 0 {
				s.words++
				s.weight += weight
			}
		}
		switch {
		case s.weight > best.weight:
			best, next = s, best
		case s.weight > next.weight:
			next = s
		}
	}
	if best.words*10 < len(words) || best.weight < 2*next.weight {
		return ""
	}
	return best.language
}

// A score is how much words speak for a language.
type score struct {
	language string
	words    int
	weight   float64
}

//go:embed languages.txt
var languageList string

type frequent struct {
	name   string
	weight map[string]float64 // of a word: the less, the more languages have it
}

// frequentWords reads languages.txt.
var frequentWords = sync.OnceValue(func() []frequent {
	var list []frequent
	speakers := map[string]float64{}
	for line := range strings.Lines(languageList) {
		name, words, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		f := frequent{name, map[string]float64{}}
		for _, word := range strings.Fields(words) {
			f.weight[word] = 1
			speakers[word]++
		}
		list = append(list, f)
	}
	for _, f := range list {
		for word := range f.weight {
			f.weight[word] = 1 / speakers[word]
		}
	}
	return list
})
