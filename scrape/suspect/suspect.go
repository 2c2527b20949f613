package suspect

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/spectab/spectab/scrape/page"
)

// How many letters and digits a page has at most that is no documentation.
// An error page has its navigation too; a shell has at most a few words.
const (
	shellPage = 150
)

// suspects are the reasons in the order in which they are tried, with what is
// said of each: %s is the title.
var suspects = []struct {
	reason        page.Reason
	message, hint string
}{
	{page.Challenge, "%s tests for robots; it is not the documentation", "open the page in a browser, and save it once it is complete"},
	{page.NotFound, "%s says that there is no such page", "look for the page on the vendor's site: its address has changed"},
	{page.Login, "%s asks to sign in; it is not the documentation", "sign in with a browser, and save the page from there"},
	{page.CookieWall, "%s asks for consent to cookies; it is not the documentation", "answer it in a browser, and save the page behind it; a recipe may read it as it is"},
	{page.Shell, "%s holds no text: scripts make its content", "save it from a browser once it is complete, or look for a version of the page for printing"},
}

// Suspicion is a *Refusal where a page was delivered instead of the one that
// was asked for: a challenge, an error page, a login, a request for consent, a
// shell that scripts fill. A page is suspected only if it has little text and
// says what it is in two places: its title or first heading, and its text.
func Suspicion(p *page.Page) error {
	text := TextOf(p, page.SlimPage)
	if len(text) >= page.SlimPage {
		return nil
	}
	says := evidence{
		titles: titleParts(p.Title, page.FirstHeading(p.Blocks)),
		text:   strings.ToLower(text + " " + p.Around.Unread),
		small:  len(text) < shellPage,
		around: p.Around,
		grids:  page.HasGrid(p.Blocks),
	}
	for _, s := range suspects {
		if says.that(s.reason) {
			r := page.Refuse(s.reason, s.hint, fmt.Sprintf(s.message, p.Called()))
			r.Problem.File = p.File
			return r
		}
	}
	return nil
}

type evidence struct {
	titles []string
	text   string
	small  bool
	grids  bool
	around page.Surroundings
}

// that reports whether the evidence speaks for a reason.
func (e *evidence) that(reason page.Reason) bool {
	phrases := suspectPhrases()[reason]
	titled := slices.ContainsFunc(e.titles, func(title string) bool { return saysTitle(title, phrases.title) })
	told := slices.ContainsFunc(phrases.text, func(s string) bool { return strings.Contains(e.text, s) })
	switch reason {
	case page.Challenge:
		return told && (titled || e.small && e.around.Scripts > 0)
	case page.Login:
		return e.around.Passwords > 0 && (titled || e.small && !e.grids) || titled && told && e.small
	case page.Shell:
		return e.small && !e.grids && e.around.Scripts > 0
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

// TextOf is the text of the page but for headings, with single spaces, at
// least up to a length that is enough.
func TextOf(p *page.Page, enough int) string {
	var b strings.Builder
	var add func(blocks []page.Block)
	write := func(lines []page.Line) {
		for _, l := range lines {
			b.WriteString(l.Text)
			b.WriteByte(' ')
		}
	}
	add = func(blocks []page.Block) {
		for i := 0; i < len(blocks) && b.Len() < enough; i++ {
			if blocks[i].Kind != page.Heading {
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
var suspectPhrases = sync.OnceValue(func() map[page.Reason]phraseLists {
	m := map[page.Reason]phraseLists{}
	for line := range strings.Lines(suspectList) {
		head, list, ok := strings.Cut(strings.TrimSpace(line), ":")
		if !ok || strings.HasPrefix(head, "#") {
			continue
		}
		name, place, _ := strings.Cut(head, " ")
		reason := page.Reason(strings.ReplaceAll(name, "-", " "))
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
