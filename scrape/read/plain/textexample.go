package plain

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

var (
	httpHeader   = regexp.MustCompile(`^[A-Za-z][\w-]*: `)
	xmlStart     = regexp.MustCompile(`^<(?:\?xml\b|[A-Za-z][\w:.-]*(?:[\s/>]|$))`)
	xmlRoot      = regexp.MustCompile(`<([A-Za-z][\w:.-]*)`)
	jsonStart    = regexp.MustCompile(`^[{[]$|^[{[]\s*["{[]`)
	jsonLine     = regexp.MustCompile(`^(?:[{}\[\]"]|-?\d|true\b|false\b|null\b)`)
	jsonScalar   = regexp.MustCompile(`^(?:-?\d|true\b|false\b|null\b)`)
	numberedJSON = regexp.MustCompile(`^1 ?[{[]\s*$`)
)

// example reads an example of a request or a reply. Renditions do not mark
// where preformatted text begins and ends, so its own syntax has to tell.
func (r *textReader) example() (page.Block, bool) {
	text := strings.TrimSpace(r.lines[r.at].text)
	end := 0
	switch {
	case vocab.HTTPStart.MatchString(text):
		end = r.while(r.at+1, func(s string) bool { return httpHeader.MatchString(s) })
	case xmlStart.MatchString(text):
		end = r.xmlEnd()
	case jsonStart.MatchString(text):
		end = r.jsonEnd(func(s string) string { return s })
	case numberedJSON.MatchString(text):
		end = r.jsonEnd(func(s string) string { return vocab.LineNumber.ReplaceAllString(s, "") })
	}
	if end == 0 {
		return page.Block{}, false
	}
	b := page.Block{Kind: page.Preformatted}
	for ; r.at < end; r.at++ {
		b.Lines = append(b.Lines, page.Line{Text: r.lines[r.at].text, No: r.lines[r.at].no})
	}
	return b, true
}

// while returns the index behind the lines from i on that pass.
func (r *textReader) while(i int, pass func(string) bool) int {
	for i < len(r.lines) && pass(strings.TrimSpace(r.lines[i].text)) {
		i++
	}
	return i
}

// jsonEnd returns the index of the line behind a JSON value: where its
// brackets are balanced, or where something stands that is no JSON, since
// renditions lose brackets.
func (r *textReader) jsonEnd(strip func(string) string) int {
	var open []byte // brackets
	before := ""
	for i := r.at; i < len(r.lines); i++ {
		text := strings.TrimSpace(strip(r.lines[i].text))
		if !jsonLine.MatchString(text) || jsonScalar.MatchString(text) && !takesScalar(open, before) {
			return i
		}
		open, before = brackets(open, text), text
		if len(open) == 0 {
			return i + 1
		}
	}
	return len(r.lines)
}

// takesScalar reports whether a line of JSON may begin with a number or a
// word: in an array, or behind a key. Behind an object whose end is lost, a
// number is likelier the first code of a list.
func takesScalar(open []byte, before string) bool {
	return len(open) == 0 || open[len(open)-1] == '[' || strings.HasSuffix(before, ":")
}

// brackets adds to those that are open what a line of JSON opens, and takes
// away what it closes.
func brackets(open []byte, text string) []byte {
	quoted := false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			open = append(open, c)
		case c == '}' || c == ']':
			open = open[:max(0, len(open)-1)]
		}
	}
	return open
}

// xmlEnd returns the index behind the line that closes the first element, or
// 0 where there is none before the next blank line.
func (r *textReader) xmlEnd() int {
	if r.at < r.noRoot {
		return 0
	}
	root, i := "", r.at
	for ; i < len(r.lines) && !r.lines[i].blank(); i++ {
		text := r.lines[i].text
		if m := xmlRoot.FindStringSubmatch(text); m != nil && root == "" {
			root = m[1]
			if strings.HasSuffix(strings.TrimSpace(text), "/>") {
				return i + 1
			}
			if r.lastEndTag(root) < i {
				return 0
			}
		}
		if root != "" && strings.Contains(text, "</"+root+">") {
			return i + 1
		}
	}
	if root == "" {
		r.noRoot = i
	}
	return 0
}

// endTags has, for a run of lines without a blank one, the last line that
// closes each element. Without it, a run of tags that nothing closes would be
// searched once a line.
type endTags struct {
	end  int // the index behind the run
	last map[string]int
}

var endTag = regexp.MustCompile(`</([A-Za-z][\w:.-]*)>`)

// lastEndTag is the index of the last line of the current run that closes an
// element of that name, or -1.
func (r *textReader) lastEndTag(name string) int {
	if r.run.end <= r.at {
		r.run = endTags{r.at, map[string]int{}}
		for ; r.run.end < len(r.lines) && !r.lines[r.run.end].blank(); r.run.end++ {
			for _, m := range endTag.FindAllStringSubmatch(r.lines[r.run.end].text, -1) {
				r.run.last[m[1]] = r.run.end
			}
		}
	}
	if at, ok := r.run.last[name]; ok {
		return at
	}
	return -1
}
