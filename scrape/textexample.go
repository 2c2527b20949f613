package scrape

import (
	"regexp"
	"strings"
)

var (
	httpStart    = regexp.MustCompile(`^HTTP/\d(?:\.\d)? \d{3}\b`)
	httpHeader   = regexp.MustCompile(`^[A-Za-z][\w-]*: `)
	xmlStart     = regexp.MustCompile(`^<(?:\?xml\b|[A-Za-z][\w:.-]*(?:[\s/>]|$))`)
	xmlRoot      = regexp.MustCompile(`<([A-Za-z][\w:.-]*)`)
	jsonStart    = regexp.MustCompile(`^[{[]$|^[{[]\s*["{[]`)
	jsonLine     = regexp.MustCompile(`^(?:[{}\[\]"]|-?\d|true\b|false\b|null\b)`)
	lineNumber   = regexp.MustCompile(`^\s*\d+ ?`)
	numberedJSON = regexp.MustCompile(`^1 ?[{[]\s*$`)
)

// example reads an example of a request or a reply. Renditions do not mark
// where preformatted text begins and ends, so its own syntax has to tell.
func (r *textReader) example() (Block, bool) {
	text := strings.TrimSpace(r.lines[r.at].text)
	end := 0
	switch {
	case httpStart.MatchString(text):
		end = r.run(r.at+1, func(s string) bool { return httpHeader.MatchString(s) })
	case xmlStart.MatchString(text):
		end = r.xmlEnd()
	case jsonStart.MatchString(text):
		end = r.jsonEnd(func(s string) string { return s })
	case numberedJSON.MatchString(text):
		end = r.jsonEnd(func(s string) string { return lineNumber.ReplaceAllString(s, "") })
	}
	if end == 0 {
		return Block{}, false
	}
	b := Block{Kind: Preformatted}
	for ; r.at < end; r.at++ {
		b.Lines = append(b.Lines, Line{r.lines[r.at].text, r.lines[r.at].no})
	}
	return b, true
}

// run returns the index behind the lines from i on that pass.
func (r *textReader) run(i int, pass func(string) bool) int {
	for i < len(r.lines) && pass(strings.TrimSpace(r.lines[i].text)) {
		i++
	}
	return i
}

// jsonEnd returns the index of the line behind a JSON value: where its
// brackets are balanced, or where something stands that is no JSON, since
// renditions lose brackets.
func (r *textReader) jsonEnd(strip func(string) string) int {
	depth := 0
	for i := r.at; i < len(r.lines); i++ {
		text := strings.TrimSpace(strip(r.lines[i].text))
		if !jsonLine.MatchString(text) {
			return i
		}
		depth += bracketDepth(text)
		if depth <= 0 {
			return i + 1
		}
	}
	return len(r.lines)
}

// bracketDepth is how many brackets a line of JSON leaves open.
func bracketDepth(text string) int {
	depth, quoted := 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case quoted && c == '\\':
			i++
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '{' || c == '[':
			depth++
		case c == '}' || c == ']':
			depth--
		}
	}
	return depth
}

// xmlEnd returns the index behind the line that closes the first element, or
// 0 where there is none before the next blank line.
func (r *textReader) xmlEnd() int {
	root := ""
	for i := r.at; i < len(r.lines) && !r.lines[i].blank(); i++ {
		text := r.lines[i].text
		if m := xmlRoot.FindStringSubmatch(text); m != nil && root == "" {
			root = m[1]
			if strings.HasSuffix(strings.TrimSpace(text), "/>") {
				return i + 1
			}
		}
		if root != "" && strings.Contains(text, "</"+root+">") {
			return i + 1
		}
	}
	return 0
}
