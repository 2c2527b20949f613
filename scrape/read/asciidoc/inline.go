package asciidoc

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// inline writes the text of lines.
func (r *reader) inline(lines []line) {
	rows := make([]string, len(lines))
	for i, l := range lines {
		rows[i] = strings.TrimSpace(l.text)
	}
	r.f.At(lines[0].no)
	t := &text{r: r, lines: lines, src: strings.Join(rows, "\n"), missing: map[string]int{}}
	t.until(len(t.src))
}

// A text is read from its beginning to its end; what is plain is written when
// something else begins.
type text struct {
	r       *reader
	lines   []line
	src     string
	from    int // what is not written yet begins here
	at      int
	row     int            // the line that at stands on
	depth   int            // of marks
	missing map[string]int // marks whose end is known not to come, from where on
}

func (t *text) until(end int) {
	for t.at < end {
		t.step(end)
	}
	t.flush(end)
}

func (t *text) flush(to int) {
	if t.from < to {
		t.r.f.Text(t.src[t.from:to])
	}
	t.from = max(t.from, to)
}

// skip passes over n bytes that are not shown.
func (t *text) skip(n int) {
	t.flush(t.at)
	t.row += strings.Count(t.src[t.at:t.at+n], "\n")
	t.at += n
	t.from = t.at
}

func (t *text) step(end int) {
	i := strings.IndexAny(t.src[t.at:end], "\n\\*_`+#^~{<[(:")
	if i < 0 {
		t.at = end
		return
	}
	t.at += i
	rest := t.src[t.at:end]
	switch c := t.src[t.at]; c {
	case '\n':
		t.newline()
	case '\\':
		if len(rest) > 1 && strings.IndexByte("*_`+#^~{<[(|\\", rest[1]) >= 0 {
			t.skip(1)
		}
		t.at = min(t.at+1, end)
	case '{':
		t.attribute(rest)
	case '<', '[', '(':
		t.bracket(rest, end)
	case ':':
		t.macro(rest, end)
	default:
		t.mark(rest, end)
	}
}

// newline ends a line; a plus sign behind a space at its end is a break.
func (t *text) newline() {
	if strings.HasSuffix(t.src[t.from:t.at], " +") {
		t.r.f.Text(t.src[t.from : t.at-2])
		t.from = t.at
		t.r.f.Open("br")
	}
	t.skip(1)
	t.r.f.At(t.lines[t.row].no)
}

// maxName is how long the name of an attribute, a macro or what it is about is
// at most, in bytes.
const maxName = 400

var attributeReference = regexp.MustCompile(`^\{([\w][\w-]*)\}`)

// characters are attributes that every page has.
var characters = map[string]string{
	"empty": "", "sp": " ", "nbsp": " ", "zwsp": "", "wj": "", "apos": "'", "quot": `"`, "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”",
	"deg": "°", "plus": "+", "brvbar": "¦", "vbar": "|", "amp": "&", "lt": "<", "gt": ">", "startsb": "[", "endsb": "]", "caret": "^",
	"asterisk": "*", "tilde": "~", "backslash": `\`, "backtick": "`", "two-colons": "::", "two-semicolons": ";;", "cpp": "C++",
}

// attribute writes what stands for a name, which is not looked into.
func (t *text) attribute(rest string) {
	m := attributeReference.FindStringSubmatch(rest[:min(len(rest), maxName)])
	if m == nil {
		t.at++
		return
	}
	value, ok := characters[m[1]]
	if !ok {
		value, ok = t.r.attributes[m[1]]
	}
	if !ok {
		t.at += len(m[0])
		return
	}
	t.skip(len(m[0]))
	t.r.f.Text(value[:min(len(value), maxName)])
}

// markTags are the elements of marks.
var markTags = map[byte]string{'*': "strong", '_': "em", '`': "code", '+': "span", '#': "span", '^': "sup", '~': "span"}

// maxMarks is how deep marks may lie within one another.
const maxMarks = 8

// mark reads what stands between two marks: one of each around words, two of
// each anywhere.
func (t *text) mark(rest string, end int) {
	c := rest[0]
	mark := rest[:1]
	if len(rest) > 1 && rest[1] == c {
		mark = rest[:2]
	}
	n := -1
	if t.depth < maxMarks && t.opens(len(mark), end) {
		n = t.closing(mark, end)
	}
	if n <= 0 {
		t.at += len(mark)
		return
	}
	t.enclosed(markTags[c], len(mark), n, c == '`' || c == '+')
}

// enclosed writes an element whose content stands between marks. In code,
// nothing but attributes and escapes has a meaning.
func (t *text) enclosed(tag string, mark, n int, code bool) {
	t.skip(mark)
	t.r.f.Open(tag)
	if code {
		t.r.f.Text(plainCode(t.src[t.at : t.at+n]))
		t.row += strings.Count(t.src[t.at:t.at+n], "\n")
		t.at += n
		t.from = t.at
	} else {
		t.depth++
		t.until(t.at + n)
		t.depth--
	}
	t.r.f.Close(tag)
	t.skip(mark)
}

// plainCode is code without what keeps marks in it from being marks.
func plainCode(s string) string {
	if len(s) > 2 && s[0] == '+' && s[len(s)-1] == '+' {
		s = s[1 : len(s)-1]
	}
	return strings.ReplaceAll(s, `\`, "")
}

// opens reports whether a mark of n bytes may begin here.
func (t *text) opens(n, end int) bool {
	if t.at+n >= end || isSpace(t.src[t.at+n]) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(t.src[:t.at])
	return n == 2 || t.src[t.at] == '^' || t.src[t.at] == '~' || t.at == 0 || !isWord(before)
}

func isWord(r rune) bool {
	return r != utf8.RuneError && r < 0x2e80 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' }

// closing is the length of what stands before the mark that closes the one
// here, or -1.
func (t *text) closing(mark string, end int) int {
	if from, ok := t.missing[mark]; ok && t.at >= from {
		return -1
	}
	start := t.at + len(mark)
	for at := start; at < end; at++ {
		i := strings.Index(t.src[at:end], mark)
		if i < 0 {
			break
		}
		at += i
		behind, _ := utf8.DecodeRuneInString(t.src[at+len(mark):])
		if at > start && !isSpace(t.src[at-1]) && (len(mark) == 2 || mark == "^" || mark == "~" || !isWord(behind)) {
			return at - start
		}
	}
	if t.depth == 0 {
		t.missing[mark] = t.at
	}
	return -1
}

var (
	crossReference = regexp.MustCompile(`^<<([^<>,\n]+)(?:,\s*([^<>]+))?>>`)
	calloutMark    = regexp.MustCompile(`^<(?:\d{1,3}|\.)>`)
	anchorMark     = regexp.MustCompile(`^\[\[[^\[\]]*\]\]`)
	roleMark       = regexp.MustCompile(`^\[([\w.#%-]+)\]#([^#\n]+)#`)
	indexMark      = regexp.MustCompile(`^\(\(\([^()]*\)\)\)`)
)

// bracket reads references, anchors and entries of the index.
func (t *text) bracket(rest string, end int) {
	near := rest[:min(len(rest), maxName)]
	if m := crossReference.FindStringSubmatch(near); m != nil {
		t.show(`a href="#"`, strings.TrimSpace(m[2]), strings.TrimPrefix(m[1], "#"), len(m[0]))
		return
	}
	if m := roleMark.FindStringSubmatch(near); m != nil {
		tag := `span class="` + strings.Trim(m[1], ".#%") + `"`
		if strings.Contains(m[1], "line-through") {
			tag = "del"
		}
		t.show(tag, m[2], "", len(m[0]))
		return
	}
	for _, unshown := range []*regexp.Regexp{calloutMark, anchorMark, indexMark} {
		if m := unshown.FindString(near); m != "" {
			t.skip(len(m))
			return
		}
	}
	t.at++
}

// show writes a text in an element in the place of n bytes.
func (t *text) show(tag, text, or string, n int) {
	if text == "" {
		text = or
	}
	t.flush(t.at)
	t.r.f.Open(tag)
	t.r.f.Text(text)
	name, _, _ := strings.Cut(tag, " ")
	t.r.f.Close(name)
	t.row += strings.Count(t.src[t.at:t.at+n], "\n")
	t.at += n
	t.from = t.at
}

var (
	macroName   = regexp.MustCompile(`[A-Za-z]+$`)
	macroTarget = regexp.MustCompile(`^::?([^\s\[\]]*)\[((?:[^\]\\]|\\.)*)\]`)
	specTarget  = regexp.MustCompile(`^:([A-Za-z_][\w*]*)`)

	// The specifications of Khronos write the names of what they define with
	// macros that have no brackets, and these words with a colon.
	specMacro = regexp.MustCompile(`^(?:[a-z]?(?:name|link|text)|code|reflink|basetype|apiext|tlink)$`)
	specWord  = regexp.MustCompile(`^(?:must|may|can|cannot|should|required|optional|undefined)$`)
)

// macro reads name:target[text]; the name stands before the colon.
func (t *text) macro(rest string, end int) {
	name := macroName.FindString(t.src[max(t.from, t.at-20):t.at])
	if strings.HasSuffix(name, "footnote") { // right behind a word
		name = "footnote"
	}
	near := rest[:min(len(rest), maxName)]
	m := macroTarget.FindStringSubmatch(near)
	switch {
	case name == "":
		t.at++
	case m != nil:
		t.takeName(name)
		t.macroText(name, m)
	case specMacro.MatchString(name) && specTarget.MatchString(near):
		s := specTarget.FindString(near)
		t.takeName(name)
		t.show("code", s[1:], "", len(s))
	case specWord.MatchString(name):
		t.skip(1)
	default:
		t.at++
	}
}

// takeName keeps the name of a macro from being shown.
func (t *text) takeName(name string) {
	t.flush(t.at - len(name))
	t.from = t.at
}

// macroText writes what a macro shows.
func (t *text) macroText(name string, m []string) {
	label, _, _ := strings.Cut(m[2], ",window=")
	label = strings.Trim(strings.ReplaceAll(label, `\]`, "]"), `"^`)
	switch name {
	case "image", "icon", "anchor", "indexterm", "footnote", "footnoteref", "bibitem":
		t.skip(len(m[0]))
	case "kbd", "btn", "menu", "pass", "stem", "latexmath", "asciimath", "command", "file":
		t.show("code", label, m[1], len(m[0]))
	case "http", "https", "ftp", "irc":
		t.show(`a href="x"`, label, name+":"+m[1], len(m[0]))
	case "mailto", "link", "xref":
		t.show(`a href="x"`, label, m[1], len(m[0]))
	default:
		t.show("span", label, m[1], len(m[0]))
	}
}
