package vocab

import (
	_ "embed"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed nocode.txt
var noCodeList string

var noCodes = sync.OnceValue(func() map[string][]string {
	m := map[string][]string{}
	for line := range strings.Lines(noCodeList) {
		kind, list, ok := strings.Cut(line, ":")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		for phrase := range strings.SplitSeq(list, ",") {
			m[kind] = append(m[kind], strings.TrimSpace(phrase))
		}
	}
	return m
})

// Between stands between the ends of a range: an expression. A hyphen has
// blanks on both sides or on none: -1 -2 are two numbers.
const Between = `(?:-|\s+-\s+|\s*(?:[–—~…]|\.\.\.?|to|through)\s*)`

var numberRange = regexp.MustCompile(`^(\d+)` + Between + `(\d+)$`)

// IsRange reports whether a text is about several whole numbers that it does
// not name: 105-199, 65536+, 16 and up.
func IsRange(text string) bool {
	if text == "" || text[0] < '0' || text[0] > '9' {
		return false
	}
	if m := numberRange.FindStringSubmatch(text); m != nil {
		low, errLow := strconv.ParseUint(m[1], 10, 64)
		high, errHigh := strconv.ParseUint(m[2], 10, 64)
		return errLow == nil && errHigh == nil && low < high && (m[1] == "0" || m[1][0] != '0')
	}
	return IsOpen(text)
}

// IsOpen reports whether a text is a whole number and all above it.
func IsOpen(text string) bool {
	behind := strings.TrimLeft(text, "0123456789")
	return behind != "" && len(behind) < len(text) && slices.Contains(noCodes()["open"], strings.ToLower(strings.TrimSpace(behind)))
}

// IsRest reports whether a text says, in the place of a code, that the row is
// about no code, or about all others.
func IsRest(text string) bool {
	return slices.Contains(noCodes()["rest"], strings.ToLower(text)) || strings.Trim(text, "-–—*….") == ""
}
