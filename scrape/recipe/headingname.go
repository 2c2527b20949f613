package recipe

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// The longest name of a type that is made of a heading, in words and in bytes:
// what says more is a sentence.
const (
	mostWords   = 3
	longestType = 30
)

// HeadingType is the Go type that a heading gives a table, by what the table
// holds, in the singular: "4.1 Reply codes returned by the server" makes
// ReplyCode, "java.net.SocketOptions" SocketOption. It is "" where the heading
// says more than a name can, or is of letters that make no exported name.
func HeadingType(heading string) string {
	heading = strings.TrimRight(sectionNumber.ReplaceAllString(heading, ""), "¶§# ")
	if strings.Contains(heading, ".") && dottedPath.MatchString(heading) {
		heading = heading[strings.LastIndexByte(heading, '.')+1:]
	}
	heading = headingList.ReplaceAllString(withoutRest(heading), "")
	if at := strings.LastIndexByte(heading, ' '); at > 0 && slices.Contains(headingHolders, strings.ToLower(heading[at+1:])) {
		heading = heading[:at]
	}
	name := model.Singular(model.SymbolName(heading))
	if len(strings.Fields(heading)) > mostWords || !model.ValidIdentifier(name) || len(name) < 3 || len(name) > longestType || strings.Contains(name, "_") {
		return ""
	}
	if name == "Error" { // the type that ParseError returns
		return "ErrorCode"
	}
	return name
}

// withoutRest is a heading up to a colon, or to a word behind which it says what
// the values are for.
func withoutRest(heading string) string {
	words := strings.Split(heading, " ")
	for i, w := range words[:len(words)-1] {
		if first, is := strings.CutSuffix(w, ":"); is {
			return strings.Join(append(words[:i], first), " ")
		}
		if i > 0 && slices.Contains(headingRest, strings.ToLower(w)) {
			return strings.Join(words[:i], " ")
		}
	}
	return heading
}

var (
	sectionNumber = regexp.MustCompile(`^(?:(?i:table|section|chapter|appendix)\s+)?[\d.]+\s+`)
	dottedPath    = regexp.MustCompile(`^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*){2,}$`) // of a class

	// a value is one of the first, and what they are for is no part of it
	headingRest = []string{"and", "with", "by", "for", "in", "from", "on", "that", "which", "returned", "used", "-", "–", "—", "&"}
	// what holds the values, before and behind their name
	headingList    = regexp.MustCompile(`^(?i:(?:\pL+\s+)*(?:list|table|summary|overview)\s+of\s+(?:the\s+|all\s+)?)`)
	headingHolders = []string{"registry", "reference", "table", "list", "listing", "overview"}
)
