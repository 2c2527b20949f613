package rst

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxName is how long the name of a role or a target is at most, in bytes.
const maxName = 80

// inline writes the text of lines, in which marks may reach over their ends.
func (r *reader) inline(lines []line) {
	if len(lines) == 0 {
		return
	}
	rows := make([]string, len(lines))
	for i, l := range lines {
		rows[i] = strings.TrimSpace(l.text)
	}
	r.f.At(lines[0].no)
	t := &text{r: r, lines: lines, src: strings.Join(rows, "\n"), missing: map[string]int{}}
	for t.at < len(t.src) {
		t.step()
	}
	t.flush(t.at)
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
	missing map[string]int // marks whose end is known not to come, from where on
}

func (t *text) flush(to int) {
	t.r.f.Text(t.src[t.from:to])
	t.from = to
}

// skip passes over n bytes that are not shown.
func (t *text) skip(n int) {
	t.flush(t.at)
	t.advance(n)
	t.from = t.at
}

func (t *text) advance(n int) {
	if rows := strings.Count(t.src[t.at:t.at+n], "\n"); rows > 0 {
		t.row += rows
	}
	t.at += n
}

func (t *text) step() {
	i := strings.IndexAny(t.src[t.at:], "\n\\`*|_[:")
	if i < 0 {
		t.at = len(t.src)
		return
	}
	t.at += i
	switch t.src[t.at] {
	case '\n':
		t.flush(t.at)
		t.at++
		t.from = t.at
		t.row++
		t.r.f.At(t.lines[t.row].no)
	case '\\':
		t.escape()
	case '`':
		t.quoted()
	case '*':
		t.emphasis()
	case '|':
		t.substitute()
	case '_':
		t.reference()
	case '[':
		t.note()
	case ':':
		t.role()
	}
}

// escape reads a backslash, which takes the meaning from what is behind it; a
// space behind it is not shown.
func (t *text) escape() {
	t.skip(1)
	if t.at == len(t.src) {
		return
	}
	if c := t.src[t.at]; c == ' ' || c == '\n' {
		t.skip(1)
		return
	}
	_, size := utf8.DecodeRuneInString(t.src[t.at:])
	t.at += size
}

// opens reports whether marks of n bytes may begin here.
func (t *text) opens(n int) bool {
	before, size := utf8.DecodeLastRuneInString(t.src[:t.at])
	behind, _ := utf8.DecodeRuneInString(t.src[t.at+n:])
	return t.at+n < len(t.src) && !unicode.IsSpace(behind) && !inWord(t.src[t.at-size:t.at]) && before != '\\'
}

// end is the length of what stands before the mark that ends what began n
// bytes before, or -1.
func (t *text) end(mark string, n int) int {
	if from, ok := t.missing[mark]; ok && t.at >= from {
		return -1
	}
	start := t.at + n
	for at := start; ; at++ {
		i := strings.Index(t.src[at:], mark)
		if i < 0 {
			t.missing[mark] = t.at
			return -1
		}
		at += i
		if at > start && !isSpace(t.src[at-1]) && !inWord(t.src[at+len(mark):]) && (mark == "``" || t.src[at-1] != '\\') {
			for mark == "``" && strings.HasPrefix(t.src[at+1:], mark) {
				at++ // a backquote at its end
			}
			return at - start
		}
	}
}

// inWord reports whether a letter or digit follows, of a script that parts its
// words by spaces.
func inWord(rest string) bool {
	r, _ := utf8.DecodeRuneInString(rest)
	return r < 0x2e80 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' }

// quoted reads “code“ and what has a role or is a link: `text`_.
func (t *text) quoted() {
	if strings.HasPrefix(t.src[t.at:], "``") {
		t.wrap("``", "code", false)
		return
	}
	t.interpreted("")
}

// element writes an element whose content stands between marks.
func (t *text) element(name string, mark, n int, escapes bool) {
	t.skip(mark)
	t.r.f.Open(name)
	content := t.src[t.at : t.at+n]
	if escapes {
		content = unescape(content)
	}
	t.r.f.Text(content)
	t.r.f.Close(name)
	t.advance(n + mark)
	t.from = t.at
}

func unescape(s string) string {
	if !strings.Contains(s, "\\") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			if i++; isSpace(s[i]) {
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

var (
	titled     = regexp.MustCompile(`^(?s)(.*?)\s*<([^<>]*)>$`)
	roleBehind = regexp.MustCompile(`^:[A-Za-z][\w.+-]*(?::[A-Za-z][\w.+-]*)*:`)
)

// interpreted reads `text` of a role; the backquote is the next byte.
func (t *text) interpreted(role string) {
	n := -1
	if role != "" || t.opens(1) {
		n = t.end("`", 1)
	}
	if n <= 0 {
		t.at++
		return
	}
	content := t.src[t.at+1 : t.at+1+n]
	rest := t.src[t.at+2+n:]
	behind := 1 + len(rest) - len(strings.TrimLeft(rest, "_"))
	if m := roleBehind.FindString(rest[:min(len(rest), maxName)]); role == "" && m != "" {
		role, behind = strings.Trim(m, ":"), 1+len(m)
	}
	t.flush(t.at)
	if role == "" && behind > 1 {
		role = "link"
	}
	t.show(role, unescape(content))
	t.advance(1 + n + min(behind, len(t.src)-t.at-1-n))
	t.from = t.at
}

// show writes the text of a role as it looks.
func (t *text) show(role, content string) {
	if i := strings.LastIndexByte(role, ':'); i >= 0 {
		role = "code" // of the domain of a language
	}
	if m := titled.FindStringSubmatch(content); m != nil && m[1] != "" {
		content = m[1]
	} else if cut, ok := strings.CutPrefix(content, "~"); ok {
		content = cut[strings.LastIndexByte(cut, '.')+1:]
	}
	content = strings.TrimPrefix(content, "!")
	tag, known := roleTags[role]
	if !known {
		tag = "code"
	}
	if tag == "" {
		return
	}
	t.r.f.Open(tag)
	t.r.f.Text(content)
	t.r.f.Close(tag[:1+indexSpace(tag[1:])])
}

func indexSpace(s string) int {
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return i
	}
	return len(s)
}

// roleTags are how roles look that are not code.
var roleTags = map[string]string{
	"": "cite", "title": "cite", "title-reference": "cite", "emphasis": "em", "dfn": "em", "strong": "strong", "guilabel": "strong",
	"menuselection": "strong", "sub": "span", "subscript": "span", "sup": "sup", "superscript": "sup", "abbr": "span", "math": "span",
	"ref": `a href="x"`, "doc": `a href="x"`, "link": `a href="x"`, "term": `a href="x"`, "numref": `a href="x"`, "any": `a href="x"`,
	"download": `a href="x"`, "issue": `a href="x"`, "pep": `a href="x"`, "rfc": `a href="x"`, "strike": "del", "del": "del",
	"raw-html": "", "raw": "",
}

var roleBefore = regexp.MustCompile("^:[A-Za-z][\\w.+-]*(?::[A-Za-z][\\w.+-]*)*:`")

// role reads the role in front of what has it.
func (t *text) role() {
	m := roleBefore.FindString(t.src[t.at:min(len(t.src), t.at+maxName)])
	if m == "" || t.end("`", len(m)) <= 0 {
		t.at++
		return
	}
	t.skip(len(m) - 1)
	t.interpreted(strings.Trim(m, ":`"))
}

func (t *text) emphasis() {
	mark, tag := "*", "em"
	if strings.HasPrefix(t.src[t.at:], "**") {
		mark, tag = "**", "strong"
	}
	t.wrap(mark, tag, true)
}

// wrap reads what stands between two marks, if it does.
func (t *text) wrap(mark, tag string, escapes bool) {
	if t.opens(len(mark)) {
		if n := t.end(mark, len(mark)); n > 0 {
			t.element(tag, len(mark), n, escapes)
			return
		}
	}
	t.at += len(mark)
}

// substitute reads |name|.
func (t *text) substitute() {
	n := -1
	if t.opens(1) {
		n = t.end("|", 1)
	}
	if n <= 0 {
		t.at++
		return
	}
	name := t.src[t.at+1 : t.at+1+n]
	if value, ok := t.r.substitutes[strings.ToLower(name)]; ok {
		t.flush(t.at)
		t.r.f.Text(unescape(value))
		t.advance(n + 2)
		t.from = t.at
		return
	}
	t.at++
}

// reference reads the line at the end of a word that is a link, and the one
// before an inline target.
func (t *text) reference() {
	if strings.HasPrefix(t.src[t.at:], "_`") && t.opens(2) {
		t.skip(1)
		t.interpreted("abbr")
		return
	}
	before := t.src[max(0, t.at-maxName):t.at]
	if word := before[strings.LastIndexAny(before, " \n([")+1:]; t.r.targets[strings.ToLower(word)] {
		t.skip(1)
		return
	}
	t.at++
}

var noteMark = regexp.MustCompile(`^\[(?:\d+|#[\w.-]*|\*|[A-Za-z][\w.-]*)\]_`)

// note reads a reference to a note.
func (t *text) note() {
	m := noteMark.FindString(t.src[t.at:min(len(t.src), t.at+maxName)])
	if m == "" {
		t.at++
		return
	}
	t.flush(t.at)
	t.r.f.Open("sup")
	t.r.f.Text(strings.TrimSuffix(m, "_"))
	t.r.f.Close("sup")
	t.advance(len(m))
	t.from = t.at
}

// code writes text as code, without looking into it.
func (r *reader) code(text string) {
	r.f.Open("code")
	r.f.Text(text)
	r.f.Close("code")
}
