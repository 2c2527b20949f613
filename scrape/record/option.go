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
	if len(arguments) == 0 {
		return *l
	}
	return page.Line{Text: strings.Join(options, ", ") + " (" + strings.Join(arguments, " ") + ")", No: l.No, Indent: l.Indent}
}
