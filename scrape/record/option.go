package record

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/vocab"
)

var (
	// optionEnd is where the name of an option ends and its argument begins:
	// --files[=FILE], --name=NAME, --size<n>.
	optionEnd = regexp.MustCompile(`[=\[{<]`)
	// betweenOptions parts the options of one term, and their arguments.
	betweenOptions = regexp.MustCompile(`\s*[,|]\s*|\s+/\s+|\s+`)
)

// optional is a line of nothing but options in brackets: [-w|--width PIXELS] [-j].
var optional = regexp.MustCompile(`^(?:\[-[^\[\]]*\] ?)+$`)

// withoutBrackets is a line of options without the brackets that say that each may
// be left out.
func withoutBrackets(l *page.Line) page.Line {
	if !strings.HasPrefix(l.Text, "[-") || !optional.MatchString(l.Text) {
		return *l
	}
	text := strings.Join(strings.FieldsFunc(l.Text, func(r rune) bool { return r == '[' || r == ']' }), ",")
	return withArguments(&page.Line{Text: text, No: l.No, Indent: l.Indent})
}

// aloneWithOptions is withArguments for a paragraph of one line, where that has
// nothing but options and what is set apart as their arguments: in italics, in
// brackets or in capitals.
func aloneWithOptions(l *page.Line) page.Line {
	if !vocab.IsOption(l.Text) || !hasArguments(l, 0) {
		return *l
	}
	return withArguments(l)
}

// hasArguments reports whether a line has nothing but options and what stands for
// values from some byte on.
func hasArguments(l *page.Line, from int) bool {
	open := ""
	for from < len(l.Text) {
		end := len(l.Text)
		if n := strings.IndexAny(l.Text[from:], " ,"); n >= 0 {
			end = from + n
		}
		part := l.Text[from:end]
		if open == "" && part != "" && !vocab.IsOption(part) && !isVariable(l, from, end) {
			return false
		}
		open = openBracket(open, part)
		from = end + 1
	}
	return true
}

// nameWithArguments is a term that is a name and what stands for its values, with
// these in brackets: seek {TIME} becomes seek (TIME), and so does seek = TIME that is
// set as one. Capitals stand for values behind small letters only.
func nameWithArguments(l *page.Line) page.Line {
	name, rest, ok := strings.Cut(l.Text, " ")
	if value, assigns := strings.CutPrefix(rest, "= "); assigns && isName(name) && (l.WhollyMarked(page.Strong) || l.WhollyMarked(page.Code)) && !strings.ContainsAny(value, "()（）") {
		return withValues(l, name, value)
	}
	if !ok || !isName(name) || !strings.ContainsFunc(rest, unicode.IsLetter) || strings.ContainsAny(rest, "()（）:") || !hasArguments(l, len(name)+1) {
		return *l
	}
	if !strings.ContainsAny(rest, "<[{|") && name != strings.ToLower(name) {
		return *l
	}
	return withValues(l, name, unbracketed(rest))
}

// withValues is a name as a line sets it, with what stands for its values in brackets.
func withValues(l *page.Line, name, values string) page.Line {
	line := page.Line{Text: name + " (" + values + ")", No: l.No, Indent: l.Indent}
	for _, m := range l.Marks {
		if m.From == 0 && int(m.To) >= len(name) {
			m.To = int32(len(name))
			line.Marks = append(line.Marks, m)
		}
	}
	return line
}

// isName reports whether a word may be the name of a command or a setting.
func isName(word string) bool { return begins(word, letter|under) && isBeyond(word, "-.") }

// unbracketed is a text without the one pair of brackets around all of it.
func unbracketed(text string) string {
	inner := strings.TrimSuffix(strings.TrimLeft(text, "<[{"), text[len(text)-1:])
	if len(text)-len(inner) == 2 && strings.ContainsAny(text[len(text)-1:], ">]}") && !strings.ContainsAny(inner, "<[{>]}") {
		return inner
	}
	return text
}

// isVariable reports whether a part of a line stands for a value.
func isVariable(l *page.Line, from, to int) bool {
	if part := l.Text[from:to]; strings.ContainsAny(part[:1], "<[{") || strings.Contains(part, "|") || part == strings.ToUpper(part) {
		return true
	}
	return slices.ContainsFunc(l.Marks, func(m page.Mark) bool {
		return m.Kind == page.Emphasis && int(m.From) <= from && int(m.To) >= to
	})
}

// openBracket is the bracket that is still open behind a part of a line.
func openBracket(open, part string) string {
	for _, pair := range []string{"<>", "[]", "{}"} {
		if open == "" && strings.Count(part, pair[:1]) > strings.Count(part, pair[1:]) {
			return pair[1:]
		}
	}
	if open != "" && strings.Contains(part, open) {
		return ""
	}
	return open
}

// withArguments is a term that is options of a command, with their arguments in
// brackets behind them: -C FILE, --config=FILE becomes -C, --config (FILE). A line
// that has brackets, or no argument, stays as it is.
func withArguments(l *page.Line) page.Line {
	if !vocab.IsOption(l.Text) || strings.ContainsAny(l.Text, "()（）") {
		return *l
	}
	var options, arguments []string
	for _, part := range betweenOptions.Split(l.Text, -1) {
		argument := part
		if vocab.IsOption(part) {
			end := len(part)
			if at := optionEnd.FindStringIndex(part); at != nil {
				end = at[0]
			}
			options, argument = append(options, part[:end]), strings.Replace(strings.TrimPrefix(part[end:], "="), "[=", "[", 1)
		}
		if argument != "" && !slices.Contains(arguments, argument) {
			arguments = append(arguments, argument)
		}
	}
	text := strings.Join(options, ", ")
	if len(arguments) > 0 {
		text += " (" + strings.Join(arguments, " ") + ")"
	}
	if text == l.Text {
		return *l // with its marks
	}
	return page.Line{Text: text, No: l.No, Indent: l.Indent}
}
