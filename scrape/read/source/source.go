package source

import (
	"path"
	"regexp"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// Extensions are those of the files that Fill reads.
func Extensions() []string {
	return []string{"h", "hh", "hpp", "hxx", "c", "cc", "cpp", "cxx", "go", "ts", "mts", "cts", "tsx", "js", "mjs", "cjs", "jsx", "java", "kt", "scala", "swift", "dart", "rs", "cs", "py", "pyi", "php", "rb", "sh", "bash", "proto", "thrift", "idl", "graphql"}
}

// Fill makes the blocks of a source file. What looks like a definition and is
// not understood is a warning.
func Fill(p *page.Page, text string) {
	var lines []page.Line
	for no := 1; ; no++ {
		l, rest, more := strings.Cut(text, "\n")
		lines = append(lines, page.Line{Text: l, No: no})
		if text = rest; !more {
			break
		}
	}
	blocks, unread := Definitions(lines, strings.TrimPrefix(path.Ext(p.File), "."))
	p.Blocks = blocks
	notUnderstood(p, unread)
}

// notUnderstood warns once of definitions, and names the first few.
func notUnderstood(p *page.Page, unread []page.Line) {
	const few = 3
	switch len(unread) {
	case 0:
		return
	case 1:
		p.Warnings.Add("", unread[0].No, "", "a definition that is not understood: %s", unread[0].Text)
		return
	}
	var names []string
	for _, l := range unread[:min(few, len(unread))] {
		names = append(names, l.Text)
	}
	if len(unread) > few {
		names = append(names, "…")
	}
	p.Warnings.Add("", unread[0].No, "", "%d definitions that are not understood: %s (the first here)", len(unread), strings.Join(names, ", "))
}

// Definitions makes a table of each group of constants that lines of source
// define, and names those whose value is not known. Lines keep their spaces;
// the language is the extension of its files, "" where nobody says it.
func Definitions(lines []page.Line, language string) (blocks []page.Block, unread []page.Line) {
	s := scan(lines, language)
	blocks = s.blocks()
	return blocks, s.unread
}

var (
	// defines is a line that begins definitions, however far it is indented.
	defines = regexp.MustCompile(`^\s*(?:#\s*define\s+\w+\s+\S|(?:(?:export|public|static|pub|typedef|declare|inline|internal)\s+)*(?:const|constexpr|final|enum)\b.*[{(=;,]\s*(?:/[/*].*)?$)`)
	// comments is one that begins with a comment, coded one that ends as code.
	comments = regexp.MustCompile(`^\s*(?:/[/*]|\*|#\s*(?:define|if|ifdef|ifndef|endif|else|include|undef|pragma)\b)`)
	coded    = regexp.MustCompile(`[;{},()\\]\s*(?:/[/*].*)?$|\*/\s*$`)
)

// Begins reports whether a line begins definitions.
func Begins(line string) bool { return defines.MatchString(line) }

// Mostly reports whether lines are source with definitions for the most part.
func Mostly(lines []page.Line) bool {
	begin, code, all := 0, 0, 0
	inside := false // a comment
	for _, l := range lines {
		if strings.TrimSpace(l.Text) == "" {
			continue
		}
		all++
		if inside || comments.MatchString(l.Text) || coded.MatchString(l.Text) {
			code++
		}
		if defines.MatchString(l.Text) {
			begin++
		}
		if at := strings.LastIndex(l.Text, "/*"); at >= 0 && !inside {
			inside = true
		}
		inside = inside && !strings.Contains(l.Text, "*/")
	}
	return begin > 0 && code*10 >= all*7
}

// mayDefine is what lines have that define anything.
var mayDefine = regexp.MustCompile(`#\s*define\s|\benum\b|\bENUMERATED\b|=|\w\(|\d["']?\s*:\s*["']`)

// Rows counts the definitions in tables that Definitions made.
func Rows(blocks []page.Block) int {
	n := 0
	for i := range blocks {
		for _, row := range blocks[i].Rows {
			if !row.Header && (len(row.Cells) < 2 || !row.Cells[1].Copied) {
				n++
			}
		}
	}
	return n
}

// Likely is a quick answer to whether lines may define constants.
func Likely(lines []page.Line) bool {
	for _, l := range lines {
		if strings.ContainsAny(l.Text, "=(#:") || strings.Contains(l.Text, "enum") || strings.Contains(l.Text, "ENUM") {
			if mayDefine.MatchString(l.Text) {
				return true
			}
		}
	}
	return false
}
