package vocab

import (
	"regexp"
	"strings"
)

// prototype is a name with the arguments of a call behind it: none at all, or
// one with a type, as C and its kin declare them. A remark has neither:
// EACCES (Permission denied).
var prototype = regexp.MustCompile(`^[A-Za-z_~][\w.:~]*\s?\((?:\s*|void|[^()]*[*&][^()]*|(?:[^()]*[ ,])?(?:\w+_t|bool|char|int|short|long|unsigned|signed|float|double|size_t|struct \w+|enum \w+|const [\w:]+)\s+\w+(?:,[^()]*)?)\)`)

// manualPage is the name of a page of a manual, with its section: cleanup(8).
var manualPage = regexp.MustCompile(`^[a-z][\w.+-]*\([1-9][a-z]{0,2}\)`)

// IsPrototype reports whether a text begins with the name of a function and its
// arguments, or of a command and the section of its manual.
func IsPrototype(text string) bool {
	return strings.Contains(text, "(") && (prototype.MatchString(text) || manualPage.MatchString(text))
}

// calls are names of functions, and nothing else: open(), close().
var calls = regexp.MustCompile(`^(?:[A-Za-z_~][\w.:~]*\s?\(\)[,;]?\s*(?:and\s+)?)+$`)

// file is the name of a file of source code or of documentation.
var file = regexp.MustCompile(`^[\w./+-]*[A-Za-z_]\w*\.(?:[chm]|cc|cpp|cxx|hh?|hpp|hxx|inl|go|rs|py|rb|js|ts|java|cs|php|md|html?|dox)$`)

// IsFile reports whether a text is the name of a file, and nothing else.
func IsFile(text string) bool { return !strings.Contains(text, " ") && file.MatchString(text) }

// AreCalls reports whether a text is a list of functions.
func AreCalls(text string) bool { return strings.Contains(text, "()") && calls.MatchString(text) }
