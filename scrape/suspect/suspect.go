package suspect

import (
	_ "embed"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/spectab/spectab/scrape/page"
)

// How many letters a page has at most that says little, and how many one that
// says nothing: a name, a word for waiting.
const (
	smallPage = 150
	emptyPage = 30
)

// suspects are the reasons in the order in which they are tried, with what is
// said of each: %s is the title.
var suspects = []struct {
	reason        page.Reason
	message, hint string
}{
	{page.Challenge, "%s tests for robots; it is not the documentation", "open the page in a browser, and save it once it is complete"},
	{page.Outage, "%s says that the server is out of order; it is not the documentation", "try again later"},
	{page.NotFound, "%s says that there is no such page", "look for the page on the vendor's site: its address has changed"},
	{page.Login, "%s asks to sign in; it is not the documentation", "sign in with a browser, and save the page from there"},
	{page.CookieWall, "%s asks for consent to cookies; it is not the documentation", "answer it in a browser, and save the page behind it; a recipe may read it as it is"},
	{page.Shell, "%s holds no text: scripts make its content", "save it from a browser once it is complete, or look for a version of the page for printing"},
}

// Suspicion is a *Refusal where a page was delivered instead of the one that
// was asked for: a challenge, an error page, a login, a request for consent, a
// shell that scripts fill. A page is suspected only if it has little text and
// says what it is in two places: its title or first heading, and its text.
// What tables there are is no matter: an error page may list codes, and a page
// of codes may speak of logins.
func Suspicion(p *page.Page) error {
	text := TextOf(p, page.SlimPage)
	if len(text) >= page.SlimPage {
		return nil
	}
	says := evidence{
		titles: titleParts(p.Title, page.FirstHeading(p.Blocks)),
		text:   strings.ToLower(text + " " + p.Around.Unread),
		unread: strings.ToLower(p.Around.Unread),
		shown:  len(text) + len(headings(p.Blocks)),
		around: p.Around,
	}
	says.about = slices.ContainsFunc(says.titles, isAboutCodes)
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
	unread string // what is shown where scripts do not run
	shown  int    // letters, headings and all
	about  bool   // a title is that of documentation about such pages
	around page.Surroundings
}

// that reports whether the evidence speaks for a reason.
func (e *evidence) that(reason page.Reason) bool {
	phrases := suspectPhrases()[reason]
	titled := slices.ContainsFunc(e.titles, func(title string) bool { return saysTitle(title, phrases.title) })
	told := slices.ContainsFunc(phrases.text, func(s string) bool { return strings.Contains(e.text, s) })
	small := e.shown < smallPage
	switch reason {
	case page.Challenge:
		return told && (titled || small && !e.about && e.around.Scripts > 0)
	case page.Login:
		return e.around.Passwords > 0 && (titled || small && !e.about) || titled && told && small
	case page.Shell:
		waits := slices.ContainsFunc(phrases.text, func(s string) bool { return strings.Contains(e.unread, s) || strings.HasPrefix(e.text, s) })
		return e.around.Scripts > 0 && (e.shown < emptyPage || small && waits)
	}
	return titled && told
}

// isAboutCodes reports whether a title speaks of codes, errors or the like:
// the page is about such pages then, and is none.
func isAboutCodes(title string) bool {
	return slices.ContainsFunc(suspectPhrases()[documentation].title, func(word string) bool { return hasWord(title, word) })
}

// hasWord reports whether a text has a word, or for scripts that part no words
// has it anywhere.
func hasWord(text, word string) bool {
	for at := 0; ; {
		n := strings.Index(text[at:], word)
		if n < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(text[:at+n])
		after, _ := utf8.DecodeRuneInString(text[at+n+len(word):])
		first, _ := utf8.DecodeRuneInString(word)
		if first >= 0x2E80 || !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return true
		}
		at += n + len(word)
	}
}

// documentation is what suspects.txt calls pages that are none of these.
const documentation page.Reason = "documentation"

// saysTitle reports whether a part of a title is a phrase, or a phrase with
// little around it that is not about codes. A phrase of few letters has to be
// all of it.
func saysTitle(title string, phrases []string) bool {
	return slices.ContainsFunc(phrases, func(phrase string) bool {
		if len(phrase) < 5 {
			return title == phrase
		}
		return hasWord(title, phrase) && len(title) <= len(phrase)+24 && !isAboutCodes(title)
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

// headings are the headings of a page, one after another.
func headings(blocks []page.Block) string {
	text := ""
	for i := range blocks {
		if b := &blocks[i]; b.Kind == page.Heading {
			text += page.JoinLines(b.Lines)
		}
		text += headings(blocks[i].Blocks)
	}
	return text
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
				if b.Len() >= enough {
					return
				}
				write(item.Term)
				add(item.Blocks)
			}
			for _, row := range blocks[i].Rows {
				if b.Len() >= enough {
					return // a table may be all of a long page
				}
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
