package source

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spectab/spectab/scrape/page"
)

type tokenKind uint8

const (
	identToken tokenKind = iota
	numberToken
	stringToken
	charToken
	punctToken
	commentToken
	directiveToken // #define and the like, without the number sign
	eolToken       // ends a directive
)

// A token is a piece of source; of a string, what is in it. A page has many,
// so that what few of them have stands apart.
type token struct {
	text  string
	*long       // of comments and long strings, else nil
	no    int   // line of the page
	col   int32 // byte of the line
	kind  tokenKind
	first bool // first of its line
}

// A long token may have lines of its own.
type long struct {
	lines  []page.Line
	end    int  // the line on which it ends
	doc    bool // it documents: /** and ///
	titles bool // it says that it titles what is below
}

func (t *token) is(text string) bool { return t.kind == punctToken && t.text == text }

func (t *token) word(text string) bool { return t.kind == identToken && t.text == text }

// A lexer makes tokens of lines. What no language has is punctuation.
type lexer struct {
	lines     []page.Line
	row, col  int
	tokens    []token
	directive bool // inside of one
	dashes    bool // two dashes begin a comment
	ticks     bool // strings between back ticks may have several lines
}

var (
	identStart  = regexp.MustCompile(`^[\p{L}_$][\p{L}\p{N}_$]*`)
	numberStart = regexp.MustCompile(`^(?:0[xX][0-9A-Fa-f_']+|0[bB][01_']+|0[oO][0-7_']+|[0-9](?:[0-9_]|'[0-9])*(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)[A-Za-z0-9]*`)
	directive   = regexp.MustCompile(`^#\s*(define|undef|include|import|ifdef|ifndef|if|elif|else|endif|pragma|error|warning|line|region|endregion)\b`)
	lineNumber  = regexp.MustCompile(`^\s*\d+\s+#\s*define\b`)
)

// stringPrefixes are letters before a quote that say how it is stored.
var stringPrefixes = map[string]bool{"L": true, "u": true, "U": true, "u8": true, "r": true, "b": true, "R": true, "f": true, "TEXT": true, "_T": true}

// ticked are the languages, by the extensions of their files, in which strings
// between back ticks may have several lines.
var ticked = []string{"go", "ts", "mts", "cts", "tsx", "js", "mjs", "cjs", "jsx"}

func tokens(lines []page.Line, language string) []token {
	l := &lexer{lines: lines, ticks: slices.Contains(ticked, language)}
	for _, line := range lines {
		l.dashes = l.dashes || strings.Contains(line.Text, "::=")
	}
	for ; l.row < len(l.lines); l.row, l.col = l.row+1, 0 {
		l.line()
	}
	l.end()
	return l.tokens
}

// line reads from where the lexer stands to the end of the line; comments and
// long strings may take it further.
func (l *lexer) line() {
	if l.col == 0 && strings.Contains(l.rest(), "#") {
		if m := lineNumber.FindString(l.rest()); m != "" {
			l.col = strings.Index(m, "#")
		}
	}
	first := true
	for l.row < len(l.lines) {
		rest := l.rest()
		blank := len(rest) - len(strings.TrimLeft(rest, " \t\u00a0\r\f"))
		l.col += blank
		if rest = rest[blank:]; rest == "" {
			break
		}
		if rest == `\` && l.directive {
			return
		}
		row := l.row
		l.token(rest, first)
		first = l.row > row && first
	}
	l.end()
}

func (l *lexer) rest() string { return l.lines[l.row].Text[l.col:] }

// end closes a directive at the end of its line.
func (l *lexer) end() {
	if l.directive {
		l.directive = false
		l.tokens = append(l.tokens, token{kind: eolToken})
	}
}

func (l *lexer) add(kind tokenKind, text string, size int, first bool) {
	l.tokens = append(l.tokens, token{kind: kind, text: text, no: l.lines[l.row].No, col: int32(l.col), first: first})
	l.col += size
}

// token reads one; rest is not empty.
func (l *lexer) token(rest string, first bool) {
	switch c := rest[0]; {
	case strings.HasPrefix(rest, "//"), l.dashes && strings.HasPrefix(rest, "--"):
		l.lineComment(rest, 2, first)
	case strings.HasPrefix(rest, "/*"):
		l.blockComment(first)
	case l.pattern(rest) > 0:
		l.add(punctToken, "/", l.pattern(rest), first)
	case c == '#' && first && directive.MatchString(rest):
		m := directive.FindStringSubmatch(rest)
		l.directive = true
		l.add(directiveToken, m[1], len(m[0]), first)
	case c == '#' && !strings.HasPrefix(rest, "#["):
		l.lineComment(rest, 1, first)
	case strings.HasPrefix(rest, `"""`), strings.HasPrefix(rest, "'''"):
		l.longString(rest[:3], first)
	case c == '"', c == '\'', c == '`':
		l.quoted(rest, first)
	case c >= '0' && c <= '9':
		m := numberStart.FindString(rest)
		l.add(numberToken, m, len(m), first)
	default:
		if m := identOf(rest); m != "" {
			l.ident(rest, m, first)
			return
		}
		l.punct(rest, first)
	}
}

// identOf is the name that rest begins with. Most are of ASCII alone.
func identOf(rest string) string {
	n := 0
	for n < len(rest) && isIdent(rest[n], n) {
		n++
	}
	if n < len(rest) && rest[n] >= utf8.RuneSelf {
		return identStart.FindString(rest)
	}
	return rest[:n]
}

// isIdent reports whether a name may have c as its character n.
func isIdent(c byte, n int) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c == '_' || c == '$' || n > 0 && c >= '0' && c <= '9'
}

func (l *lexer) ident(rest, name string, first bool) {
	if next := rest[len(name):]; stringPrefixes[name] && next != "" && (next[0] == '"' || next[0] == '\'') {
		l.col += len(name)
		return
	}
	l.add(identToken, name, len(name), first)
}

// operators of two characters that are not two of one.
var operators = []string{"<<", ">>", "::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||", "&^", ":="}

func (l *lexer) punct(rest string, first bool) {
	for _, op := range operators {
		if strings.HasPrefix(rest, op) {
			l.add(punctToken, op, len(op), first)
			return
		}
	}
	size := len(string([]rune(rest[:min(len(rest), 4)])[:1]))
	l.add(punctToken, rest[:size], min(size, len(rest)), first)
}

// quoted reads a string that ends on its line; a quote that does not is
// punctuation.
func (l *lexer) quoted(rest string, first bool) {
	quote := rest[0]
	for i := 1; i < len(rest); i++ {
		switch {
		case rest[i] == '\\' && quote != '`':
			i++
		case rest[i] == quote:
			kind := stringToken
			if quote == '\'' && utf8.RuneCountInString(unescape(rest[1:i])) == 1 {
				kind = charToken
			}
			l.add(kind, unescape(rest[1:i]), i+1, first)
			return
		}
	}
	if quote == '`' && l.ticks && l.closedBelow("`") {
		l.longString("`", first)
		return
	}
	l.add(punctToken, rest[:1], 1, first)
}

var escapes = strings.NewReplacer(`\"`, `"`, `\'`, `'`, `\\`, `\`, `\n`, " ", `\t`, " ", `\r`, "")

func unescape(s string) string { return escapes.Replace(s) }

// longString reads a string over several lines, as Python documents with.
func (l *lexer) longString(quote string, first bool) {
	no, col := l.lines[l.row].No, l.col
	l.col += len(quote)
	lines := l.until(quote)
	l.tokens = append(l.tokens, token{kind: stringToken, text: page.JoinLines(lines), long: &long{lines: lines}, no: no, col: int32(col), first: first})
}

// closedBelow reports whether a mark stands on one of the lines below.
func (l *lexer) closedBelow(mark string) bool {
	return slices.ContainsFunc(l.lines[l.row+1:], func(line page.Line) bool { return strings.Contains(line.Text, mark) })
}

// beforePattern are signs behind which a slash begins a regular expression, since
// nothing stands there that it could divide.
var beforePattern = []string{"(", ",", "=", ":", "[", "!", "&&", "||", "&", "|", "?", "=>"}

// maxPattern is how long a regular expression may be, so that a line of signs that
// may begin one is not searched from each of them to its end.
const maxPattern = 1000

// pattern is how long the regular expression is that a line begins with, 0 where
// none does. A slash in brackets does not end it.
func (l *lexer) pattern(rest string) int {
	if n := len(l.tokens) - 1; !l.ticks || rest[0] != '/' || n < 0 || !l.tokens[n].word("return") && !slices.ContainsFunc(beforePattern, l.tokens[n].is) {
		return 0
	}
	class := false
	for i := 1; i < min(len(rest), maxPattern); i++ {
		switch c := rest[i]; {
		case c == '\\':
			i++
		case c == '[':
			class = true
		case c == ']':
			class = false
		case c == '/' && !class:
			return i + 1
		}
	}
	return 0
}

// until takes the lines up to a mark, and passes over it.
func (l *lexer) until(mark string) []page.Line {
	var lines []page.Line
	for ; l.row < len(l.lines); l.row, l.col = l.row+1, 0 {
		text, _, found := strings.Cut(l.rest(), mark)
		lines = append(lines, page.Line{Text: text, No: l.lines[l.row].No})
		if found {
			l.col += len(text) + len(mark)
			return lines
		}
	}
	return lines
}
