package catalog

import (
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// names are the fields of a message of gettext, as the table has them.
var names = map[string]string{"msgctxt": "context", "msgid": "key", "msgid_plural": "plural", "msgstr": "message", "msgstr[0]": "message"}

// gettext reads the messages of a file. One without a key is about the file;
// those that are obsolete are comments, and comments of translators are none of
// the message's.
func (r *reader) gettext(text string) {
	var e entry
	no := 0
	for line := range strings.SplitSeq(text, "\n") {
		no++
		line = strings.TrimSpace(line)
		word, rest, _ := strings.Cut(line, " ")
		switch {
		case line == "":
			r.message(&e)
		case strings.HasPrefix(line, "#."):
			r.message(&e)
			r.comment(line[2:], no)
		case line[0] == '#':
			r.message(&e)
		case line[0] == '"' && len(e.fields) > 0:
			e.fields[len(e.fields)-1].text += unquote(line, "po")
		case strings.HasPrefix(word, "msg"):
			if word == "msgctxt" || word == "msgid" && (len(e.fields) > 1 || len(e.fields) == 1 && e.fields[0].name != "context") {
				r.message(&e)
			}
			name := names[word]
			if name == "" {
				name = "plural"
			}
			e.fields = append(e.fields, field{name, unquote(rest, "po"), no})
		default:
			r.page.Warnings.Add("", no, "", "a line that is no part of a message is not read")
		}
	}
	r.message(&e)
}

// message ends a message.
func (r *reader) message(e *entry) {
	if len(e.fields) == 0 {
		return
	}
	key := ""
	var merged []field
	for _, f := range e.fields {
		if f.name == "key" {
			key = f.text
		}
		if last := len(merged) - 1; last >= 0 && merged[last].name == f.name {
			merged[last].text += "\n" + f.text
			continue
		}
		merged = append(merged, f)
	}
	if key == "" {
		r.head(e)
	} else {
		r.add(entry{fields: merged})
	}
	*e = entry{}
}

// head reads what the file says of itself.
func (r *reader) head(e *entry) {
	r.comments = nil
	for _, f := range e.fields {
		for line := range strings.SplitSeq(f.text, "\n") {
			if language, ok := strings.CutPrefix(line, "Language:"); ok && f.name == "message" {
				r.page.Language = page.Clean(strings.ReplaceAll(language, "_", "-"))
			}
		}
	}
}
