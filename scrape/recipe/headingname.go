package recipe

import (
	"regexp"
	"strings"

	"github.com/spectab/spectab/model"
)

// HeadingType is the Go type that a heading gives a table, in the singular:
// "4.1 Reply codes and texts" makes ReplyCode. It is "" where the heading is
// too long, or of letters that make no exported name.
func HeadingType(heading string) string {
	heading = headingMark.ReplaceAllString(sectionNumber.ReplaceAllString(heading, ""), "")
	if len(heading) > 60 || strings.Count(heading, " ") > 5 {
		return ""
	}
	name := singular(model.SymbolName(headingRest.ReplaceAllString(heading, "")))
	if !model.ValidIdentifier(name) || len(name) < 3 || len(name) > 40 || strings.Contains(name, "_") {
		return ""
	}
	if name == "Error" { // the type that ParseError returns
		return "ErrorCode"
	}
	return name
}

// singular is the singular of an English plural, as far as its end tells.
func singular(name string) string {
	for _, keep := range []string{"ss", "us", "is", "as"} {
		if strings.HasSuffix(name, keep) {
			return name
		}
	}
	if stem, ok := strings.CutSuffix(name, "ies"); ok && len(stem) > 2 {
		return stem + "y"
	}
	if stem, ok := strings.CutSuffix(name, "sses"); ok && stem != "" {
		return stem + "ss"
	}
	if stem, ok := strings.CutSuffix(name, "s"); ok && len(stem) > 2 {
		return stem
	}
	return name
}

var (
	sectionNumber = regexp.MustCompile(`^(?:(?i:table|section|chapter|appendix)\s+)?[\d.]+\s+`)
	headingMark   = regexp.MustCompile(`[¶§#]+\s*$`)
	headingRest   = regexp.MustCompile(`\s+(?:(?i:and|with)|&)\s.*$`) // a value is one of the first
)
