package record

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/scrape/page"
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

// withArguments is a term that is options of a command, with their arguments in
// brackets behind them: -C FILE, --config=FILE becomes -C, --config (FILE). A line
// that has brackets, or no argument, stays as it is.
func withArguments(l *page.Line) page.Line {
	if !isOption(l.Text) || strings.ContainsAny(l.Text, "()（）") {
		return *l
	}
	var options, arguments []string
	for _, part := range betweenOptions.Split(l.Text, -1) {
		argument := part
		if isOption(part) {
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
