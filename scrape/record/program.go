package record

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// A sample is what preformatted lines are as a whole.
type sample struct {
	lines int // that are not indented more than others
	all   int // but for blank ones
	shown int // that are of a program, of its settings or of a dialogue with it
}

var (
	// programs is how a line of a program, of a file that it reads, or of a
	// dialogue with it begins or ends: a statement, a call, a member of JSON, a
	// prompt, a field with a tag.
	programs = regexp.MustCompile("[;{}\\\\`]\\s*(?://.*|/\\*.*|#.*)?$|\\w\\((?:\\)|[\"'])|^\\s*(?:[\"'{\\[<]|[$>%#]\\s)|[\"']\\s*:\\s")
	// programMarks are the characters of which such a line has one.
	programMarks = ";{}\\`(\"'[<$>%#"
	// prompt is where a command is typed; what stands below is its answer.
	prompt = regexp.MustCompile(`^[\w@~:.-]*[$%>]\s+\w`)
	// exchange is how a request or a reply of HTTP begins, or the command that sends one:
	// the methods are those of RFC 9110 and PATCH.
	exchange = regexp.MustCompile(`^\s*(?:(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\s+\S|HTTP/\d|curl\s)`)
	// assigns is a line that sets a name to something; what stands behind is
	// captured.
	assigns = regexp.MustCompile(`^\s*(?:\w+\s+)?[\pL_][\w.\-\[\]]*\s*:?=\s*(.*)$`)
)

// sampleOf looks at the lines of a block.
func sampleOf(lines []page.Line) *sample {
	s := &sample{}
	least, dialogue := -1, false
	for i := range lines {
		text := strings.TrimSpace(lines[i].Text)
		if text == "" {
			continue
		}
		indent := len(lines[i].Text) - len(strings.TrimLeft(lines[i].Text, " \t"))
		if least < 0 || indent < least {
			least, s.lines = indent, 0
		}
		if indent == least {
			s.lines++
		}
		s.all++
		if s.all == 1 {
			dialogue = prompt.MatchString(text)
		}
		if dialogue || strings.ContainsAny(text, programMarks) && programs.MatchString(text) || setting(text) {
			s.shown++
		}
	}
	return s
}

// isProgram reports whether enough of the lines are those of a program.
func (s *sample) isProgram() bool { return s.shown*3 > s.all }

// listed is a line that says in words what a code in capitals is: E7 = No fuel.
var listed = regexp.MustCompile(`^\s*[A-Z][A-Z0-9_-]*\s*=\s*\pL+[ ,]+\pL[^"'$(){}\[\]<>=]*$`)

// setting reports whether a line sets a name to a value, and says nothing of
// it.
func setting(l string) bool {
	if !strings.Contains(l, "=") || listed.MatchString(l) {
		return false
	}
	m := assigns.FindStringSubmatch(l)
	return m != nil && strings.Count(strings.TrimSpace(m[1]), " ") < 3
}

// isSample reports whether the lines of a run stand in preformatted text that
// shows a program, its settings or what it prints: whatever looks like codes
// there lists none. A list has few lines besides.
func (r *run) isSample(list []piece) bool {
	if r.of.form != "code" {
		return false
	}
	var whole sample
	var last *sample
	for _, m := range r.member {
		if s := list[r.of.list[m.at]].sample; s != last {
			whole.lines, whole.all, whole.shown = whole.lines+s.lines, whole.all+s.all, whole.shown+s.shown
			last = s
		}
	}
	return whole.isProgram() || (len(r.member)+1)*10 < whole.lines*7
}
