package rst

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// bulletWidth is how far the text of an item stands behind its bullet, or 0.
func bulletWidth(text string) int {
	r, size := utf8.DecodeRuneInString(text)
	if !strings.ContainsRune("-*+•‣⁃", r) {
		return 0
	}
	rest := text[size:]
	if rest == "" {
		return size
	}
	if rest[0] != ' ' {
		return 0
	}
	return size + len(rest) - len(strings.TrimLeft(rest, " "))
}

// item is the lines of an item whose text stands behind its mark, and how many
// lines that is.
func item(lines []line, width int) ([]line, int) {
	n := 1 + indented(lines[1:], 1)
	// text may be indented less than the first line has it
	rest := dedent(lines[1:n], min(width, leastIndent(lines[1:n], width)))
	return append([]line{{lines[0].text[width:], lines[0].no}}, rest...), n
}

func leastIndent(lines []line, most int) int {
	for _, l := range lines {
		if !l.blank() {
			most = min(most, l.indent())
		}
	}
	return max(most, 1)
}

// items parts lines into the items of a list with the same kind of mark.
func items(lines []line, mark func(string) int) (list [][]line, n int) {
	for n < len(lines) {
		if lines[n].blank() {
			n++
			continue
		}
		width := mark(lines[n].text)
		if width == 0 {
			break
		}
		one, size := item(lines[n:], width)
		list = append(list, one)
		n += size
	}
	return list, n
}

func sameBullet(first string) func(string) int {
	r, _ := utf8.DecodeRuneInString(first)
	return func(text string) int {
		if b, _ := utf8.DecodeRuneInString(text); b != r {
			return 0
		}
		return bulletWidth(text)
	}
}

func (r *reader) bullets(lines []line) int {
	if bulletWidth(lines[0].text) == 0 {
		return 0
	}
	list, n := items(lines, sameBullet(lines[0].text))
	r.list(list)
	return n
}

var enumerator = regexp.MustCompile(`^(?:\(?(?:\d+|#|[A-Za-z]|[ivxlc]+|[IVXLC]+)\)|(?:\d+|#|[A-Za-z]|[ivxlc]+|[IVXLC]+)\.)( +|$)`)

func enumeratorWidth(text string) int { return len(enumerator.FindString(text)) }

// numbers reads a numbered list. A paragraph may begin with an initial: then
// its second line is not indented.
func (r *reader) numbers(lines []line) int {
	if enumeratorWidth(lines[0].text) == 0 {
		return 0
	}
	if len(lines) > 1 && !lines[1].blank() && lines[1].indent() == 0 && enumeratorWidth(lines[1].text) == 0 {
		return 0
	}
	first := enumerator.FindString(lines[0].text)
	list, n := items(lines, func(text string) int {
		width := enumeratorWidth(text)
		if width == 0 || markEnd(first) != markEnd(text[:width]) {
			return 0
		}
		return width
	})
	r.list(list)
	return n
}

// markEnd is what ends the mark of an item.
func markEnd(mark string) string {
	mark = strings.TrimRight(mark, " ")
	return mark[len(mark)-1:]
}

func (r *reader) list(list [][]line) {
	r.f.Open("ul")
	for _, item := range list {
		r.f.At(item[0].no)
		r.f.Open("li")
		r.content(item)
		r.f.Close("li")
	}
	r.f.Close("ul")
}

var fieldName = regexp.MustCompile("^:((?:[^:`\\\\\\s]|\\\\.)(?:[^:`\\\\]|\\\\.|:[^\\s`]|:`[^`]*`)*):(?: +|$)")

func fieldWidth(text string) int { return len(fieldName.FindString(text)) }

// fields reads a list of fields: names with their bodies.
func (r *reader) fields(lines []line) int {
	if fieldWidth(lines[0].text) == 0 {
		return 0
	}
	return r.definitions(lines, func(lines []line) int {
		m := fieldName.FindStringSubmatch(lines[0].text)
		if m == nil {
			return 0
		}
		body, size := item(lines, len(m[0]))
		r.term([]line{{m[1], lines[0].no}})
		r.definition(body)
		return size
	})
}

// definitions reads a list of definitions as long as one reads any of its lines.
func (r *reader) definitions(lines []line, one func([]line) int) int {
	r.f.Open("dl")
	n := 0
	for n < len(lines) {
		size := 1
		if !lines[n].blank() {
			size = one(lines[n:])
		}
		if size == 0 {
			break
		}
		n += size
	}
	r.f.Close("dl")
	return n
}

func (r *reader) term(lines []line) {
	r.f.At(lines[0].no)
	r.f.Open("dt")
	r.inline(lines)
	r.f.Close("dt")
}

func (r *reader) definition(lines []line) {
	if lines = trimBlank(lines); len(lines) == 0 {
		return
	}
	r.f.At(lines[0].no)
	r.f.Open("dd")
	r.content(lines)
	r.f.Close("dd")
}

// option is an option of a command, with others that mean the same.
var option = regexp.MustCompile(`^((?:-[A-Za-z0-9]|--?[A-Za-z][\w-]*|/[A-Za-z])(?:[ =](?:<[^<>]+>|[A-Za-z][\w-]*))?(?:, (?:-[A-Za-z0-9]|--?[A-Za-z][\w-]*|/[A-Za-z])(?:[ =](?:<[^<>]+>|[A-Za-z][\w-]*))?)*)(  +|$)`)

func (r *reader) options(lines []line) int {
	if !isOption(lines) {
		return 0
	}
	return r.definitions(lines, func(lines []line) int {
		if !isOption(lines) {
			return 0
		}
		m := option.FindStringSubmatch(lines[0].text)
		body, size := item(lines, len(m[0]))
		r.f.At(lines[0].no)
		r.f.Open("dt")
		r.code(m[1])
		r.f.Close("dt")
		r.definition(body)
		return size
	})
}

// isOption reports whether an option begins, which has its text behind it or
// below it.
func isOption(lines []line) bool {
	m := option.FindStringSubmatch(lines[0].text)
	return m != nil && (m[2] != "" || len(lines) > 1 && !lines[1].blank() && lines[1].indent() > 0)
}

// terms reads a list of terms, each with what is indented below it.
func (r *reader) terms(lines []line) int {
	if !isTerm(lines) {
		return 0
	}
	return r.definitions(lines, func(lines []line) int {
		if !isTerm(lines) {
			return 0
		}
		r.term(lines[:1])
		n := 1 + indented(lines[1:], 1)
		r.definition(dedent(lines[1:n], 0))
		return n
	})
}

func isTerm(lines []line) bool {
	return len(lines) > 1 && lines[0].indent() == 0 && !lines[1].blank() && lines[1].indent() > 0 &&
		!strings.HasPrefix(lines[0].text, "..") && !strings.HasSuffix(lines[0].text, "::")
}
