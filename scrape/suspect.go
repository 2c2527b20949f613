package scrape

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// What a page of markup holds besides what is read.
type surroundings struct {
	scripts   int
	passwords int    // fields of forms that ask for one
	unread    string // shown where scripts do not run
}

// How many letters and digits a page has at most that is no documentation.
// An error page has its navigation too; a shell has at most a few words.
const (
	slimPage  = 1200
	shellPage = 150
)

// suspects are the reasons in the order in which they are tried, with what is
// said of each: %s is the title.
var suspects = []struct {
	reason        Reason
	message, hint string
}{
	{Challenge, "%s tests for robots; it is not the documentation", "open the page in a browser, and save it once it is complete"},
	{NotFound, "%s says that there is no such page", "look for the page on the vendor's site: its address has changed"},
	{Login, "%s asks to sign in; it is not the documentation", "sign in with a browser, and save the page from there"},
	{CookieWall, "%s asks for consent to cookies; it is not the documentation", "answer it in a browser, and save the page behind it; a recipe may read it as it is"},
	{Shell, "%s holds no text: scripts make its content", "save it from a browser once it is complete, or look for a version of the page for printing"},
}

// Suspicion is a *Refusal where a page was delivered instead of the one that
// was asked for: a challenge, an error page, a login, a request for consent, a
// shell that scripts fill. A page is suspected only if it has little text and
// says what it is in two places: its title or first heading, and its text.
func (p *Page) Suspicion() error {
	text := p.words(slimPage)
	if len(text) >= slimPage {
		return nil
	}
	says := evidence{
		titles: titleParts(p.Title, firstHeading(p.Blocks)),
		text:   strings.ToLower(text + " " + p.around.unread),
		small:  len(text) < shellPage,
		around: p.around,
		grids:  hasGrid(p.Blocks),
	}
	for _, s := range suspects {
		if says.that(s.reason) {
			r := refuse(s.reason, s.hint, fmt.Sprintf(s.message, p.name()))
			r.Problem.File = p.File
			return r
		}
	}
	return nil
}

// name is how messages call a page.
func (p *Page) name() string {
	if p.Title == "" {
		return "the page"
	}
	return fmt.Sprintf("the page %q", p.Title)
}

type evidence struct {
	titles []string
	text   string
	small  bool
	grids  bool
	around surroundings
}

// that reports whether the evidence speaks for a reason.
func (e *evidence) that(reason Reason) bool {
	phrases := suspectPhrases()[reason]
	titled := slices.ContainsFunc(e.titles, func(title string) bool { return saysTitle(title, phrases.title) })
	told := slices.ContainsFunc(phrases.text, func(s string) bool { return strings.Contains(e.text, s) })
	switch reason {
	case Challenge:
		return told && (titled || e.small && e.around.scripts > 0)
	case Login:
		return e.around.passwords > 0 && (titled || e.small && !e.grids) || titled && told && e.small
	case Shell:
		return e.small && !e.grids && e.around.scripts > 0
	}
	return titled && told
}

// saysTitle reports whether a part of a title is a phrase, or a phrase with
// little around it. A phrase of few letters has to be all of it.
func saysTitle(title string, phrases []string) bool {
	return slices.ContainsFunc(phrases, func(phrase string) bool {
		if len(phrase) < 5 {
			return title == phrase
		}
		return strings.Contains(title, phrase) && len(title) <= len(phrase)+24
	})
}

// titleMarks part the title of a page from the name of its site.
var titleMarks = regexp.MustCompile(`\s+[-–—|·•»:]\s+|:\s+|\s*\|\s*`)

func titleParts(titles ...string) []string {
	var parts []string
	for _, title := range titles {
		for _, part := range titleMarks.Split(strings.ToLower(title), -1) {
			if part = strings.TrimFunc(part, func(r rune) bool { return unicode.IsPunct(r) || unicode.IsSpace(r) }); part != "" {
				parts = append(parts, part)
			}
		}
	}
	return parts
}

func firstHeading(blocks []Block) string {
	for i := range blocks {
		b := &blocks[i]
		if b.Kind == Heading && len(b.Lines) > 0 {
			return joinLines(b.Lines)
		}
		if text := firstHeading(b.Blocks); text != "" {
			return text
		}
	}
	return ""
}

// words is the text of the page but for headings, with single spaces, at
// least up to a length that is enough.
func (p *Page) words(enough int) string {
	var b strings.Builder
	var add func(blocks []Block)
	write := func(lines []Line) {
		for _, l := range lines {
			b.WriteString(l.Text)
			b.WriteByte(' ')
		}
	}
	add = func(blocks []Block) {
		for i := 0; i < len(blocks) && b.Len() < enough; i++ {
			if blocks[i].Kind != Heading {
				write(blocks[i].Lines)
			}
			add(blocks[i].Blocks)
			for _, item := range blocks[i].Items {
				write(item.Term)
				add(item.Blocks)
			}
			for _, row := range blocks[i].Rows {
				for _, cell := range row.Cells {
					write(cell.Lines)
				}
			}
		}
	}
	add(p.Blocks)
	return b.String()
}

//go:embed suspects.txt
var suspectList string

type phraseLists struct{ title, text []string }

// suspectPhrases reads suspects.txt.
var suspectPhrases = sync.OnceValue(func() map[Reason]phraseLists {
	m := map[Reason]phraseLists{}
	for line := range strings.Lines(suspectList) {
		head, list, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(head, "#") {
			continue
		}
		name, place, _ := strings.Cut(head, " ")
		reason := Reason(strings.ReplaceAll(name, "-", " "))
		phrases := m[reason]
		for phrase := range strings.SplitSeq(list, ",") {
			if phrase = strings.TrimSpace(phrase); place == "title" {
				phrases.title = append(phrases.title, phrase)
			} else {
				phrases.text = append(phrases.text, phrase)
			}
		}
		m[reason] = phrases
	}
	return m
})
