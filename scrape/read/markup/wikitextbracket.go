package markup

import (
	"bytes"
	"regexp"
	"strings"
)

// A wikiOpen is a bracket that has not been closed yet. Its text stands in the
// scanner's output as it would if it never is.
type wikiOpen struct {
	kind  byte // '{' a template, '[' a link, 'u' a link to a URL
	count int  // of brackets
	start int  // of them, in the output
	bars  int  // bars met
	name  int  // end of what stands before the first of them
	arg   int  // where the last argument begins

	keepFrom, keepTo int // the last argument without a name, if it has ended
}

// The deepest nesting that is resolved; MediaWiki stops at 100 too.
const maxOpen = 100

// templateText is what some templates without arguments show.
var templateText = map[string]string{
	"!": "|", // how pages write a bar that is not to part arguments
	"=": "=",
	// cells of tables say no more than these
	"yes": "Yes", "no": "No",
}

func (s *wikiScanner) push(kind byte, count int) {
	if len(s.open) < maxOpen {
		at := len(s.out)
		s.open = append(s.open, wikiOpen{kind: kind, count: count, start: at, arg: at + count})
	}
	s.keep(count)
}

func runLength(s string, c byte) int {
	n := 0
	for n < len(s) && s[n] == c {
		n++
	}
	return n
}

func (s *wikiScanner) openBraces() {
	n := runLength(s.src[s.pos:], '{')
	if n < 2 {
		s.keep(n)
		return
	}
	s.push('{', n)
}

// bar ends an argument of the innermost template, or the target of a link. A
// link to a URL does not reach over it.
func (s *wikiScanner) bar() {
	for len(s.open) > 0 && s.open[len(s.open)-1].kind == 'u' {
		s.open = s.open[:len(s.open)-1]
	}
	if len(s.open) > 0 {
		o := &s.open[len(s.open)-1]
		s.endArgument(o)
		o.arg = len(s.out) + 1
		o.bars++
	}
	s.keep(1)
}

func (s *wikiScanner) endArgument(o *wikiOpen) {
	if o.bars == 0 {
		o.name = len(s.out)
		return
	}
	if arg := s.out[o.arg:]; o.kind == '[' || !argumentName.Match(arg) {
		o.keepFrom, o.keepTo = o.arg, len(s.out)
	} else if m := numberedArgument.Find(arg); m != nil {
		o.keepFrom, o.keepTo = o.arg+len(m), len(s.out)
	}
}

// A named argument says something about the text, a numbered one is text.
var (
	argumentName     = regexp.MustCompile(`^\s*[\pL\pN _-]{1,40}=`)
	numberedArgument = regexp.MustCompile(`^\s*\d+\s*=`)
)

// closeBraces resolves templates, two braces each, and arguments of the page
// as a template, three braces each.
func (s *wikiScanner) closeBraces() {
	n := runLength(s.src[s.pos:], '}')
	for n >= 2 {
		for len(s.open) > 0 && s.open[len(s.open)-1].kind != '{' {
			s.open = s.open[:len(s.open)-1]
		}
		if len(s.open) == 0 {
			break
		}
		n -= s.template(&s.open[len(s.open)-1], min(n, 3))
	}
	s.keep(min(n, len(s.src)-s.pos))
}

// template resolves the innermost braces, at most as many as are closed, and
// returns their number.
func (s *wikiScanner) template(o *wikiOpen, closing int) int {
	closing = min(closing, o.count)
	s.endArgument(o)
	inner := o.start + o.count
	name := strings.ToLower(string(bytes.TrimSpace(s.out[inner:o.name])))
	start := inner - closing
	s.pos += closing
	switch text, known := templateText[name]; {
	case o.bars == 0 && known && closing == 2:
		s.replace(start, len(s.out), len(s.out))
		s.out = append(s.out, text...)
	case o.keepTo > 0 && !strings.HasPrefix(name, "#"):
		s.replace(start, o.keepFrom, o.keepTo)
	default:
		s.replace(start, len(s.out), len(s.out))
	}
	o.count -= closing
	o.bars, o.keepTo, o.arg = 0, 0, o.start+o.count
	if o.count < 2 {
		s.open = s.open[:len(s.open)-1]
	}
	return closing
}

func (s *wikiScanner) openBracket() {
	rest := s.src[s.pos:]
	switch {
	case strings.HasPrefix(rest, "[["):
		s.push('[', 2)
	case urlStart.MatchString(rest[:min(len(rest), 12)]):
		s.push('u', 1)
	default:
		s.keep(1)
	}
}

var urlStart = regexp.MustCompile(`^\[(?i:https?://|ftps?://|//|mailto:|irc://|news:)`)

func (s *wikiScanner) closeBracket() {
	double := strings.HasPrefix(s.src[s.pos:], "]]")
	top := len(s.open) - 1
	switch {
	case top >= 0 && s.open[top].kind == 'u':
		s.url(&s.open[top])
		s.open = s.open[:top]
		s.pos++
	case top >= 0 && s.open[top].kind == '[' && double:
		s.link(&s.open[top])
		s.open = s.open[:top]
		s.pos += 2
	default:
		s.keep(1)
	}
}

// url reduces a link to a URL to its text, if it has one.
func (s *wikiScanner) url(o *wikiOpen) {
	from := o.start + 1
	if i := bytes.IndexAny(s.out[from:], " \t"); i >= 0 {
		from += i + 1
	}
	s.maskColons(from)
	s.replace(o.start, from, len(s.out))
}

// link reduces a link to its text, which is what stands behind the first bar,
// else its target. Files and categories are not shown as text.
func (s *wikiScanner) link(o *wikiOpen) {
	target := o.start + 2
	if o.bars == 0 {
		o.name = len(s.out)
	}
	from, to := o.name+1, len(s.out)
	if from >= to { // no text
		from, to = target, o.name
		if from < to && s.out[from] == ':' {
			from++
		}
	}
	if notShown.Match(s.out[target:o.name]) {
		from, to = len(s.out), len(s.out)
	}
	s.maskColons(from)
	s.replace(o.start, from, to)
}

var notShown = regexp.MustCompile(`^\s*(?i:file|image|media|category|datei|bild|kategorie|fichier|catégorie|archivo|categoría|ficheiro|categoria|файл|категория|文件|分类|ファイル|カテゴリ)\s*:`)

// maskColons hides the colons of a link, which end no term.
func (s *wikiScanner) maskColons(from int) {
	for i := from; i < len(s.out); i++ {
		if s.out[i] == ':' {
			s.out[i] = maskOf[':']
		}
	}
}
