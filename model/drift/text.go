package drift

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// compareText says what kind of change it is from one text to another, and
// the words that make it suspect. The op is "" where nothing changed.
func compareText(before, after string) (op, []string) {
	switch {
	case before == after:
		return "", nil
	case before == "":
		return added, nil
	case after == "":
		return removed, nil
	case essence(before) == essence(after):
		if unspaced(before) == unspaced(after) {
			return whitespace, nil
		}
		return typography, nil
	}
	if hasLinks(before) || hasLinks(after) {
		before, after = withoutLinks(before), withoutLinks(after)
		if essence(before) == essence(after) {
			return links, nil
		}
	}
	if words := suspicious(before, after); len(words) > 0 {
		return suspect, words
	}
	return reworded, nil
}

// suspicious lists the numbers and placeholders of a text that were replaced
// by others, and the words by which it says the contrary now: "5 → 3",
// "+ not", "enabled → disabled". What was added to a text, or left out of it,
// is no reason.
func suspicious(before, after string) []string {
	before, after = unmarked(before), unmarked(after)
	was, is := before, after
	if !strings.ContainsAny(before+after, placeholderStarts) {
		was, is = between(before, after, isSpaceEdge)
	}
	list := replaced(placeholders(was), placeholders(is))
	list = append(list, replaced(numbers(was), numbers(is))...)
	return append(list, contraries(before, after)...)
}

// replaced are the tokens of one side that stand for those of the other.
func replaced(before, after []string) []string {
	if slices.Equal(before, after) {
		return nil
	}
	gone, come := difference(before, after)
	var list []string
	for i := range min(len(gone), len(come)) {
		list = append(list, gone[i]+" → "+come[i])
	}
	return list
}

// difference is what stands in one list only, each as often as it is there
// too often.
func difference(before, after []string) (gone, come []string) {
	count := map[string]int{}
	for _, s := range after {
		count[s]++
	}
	for _, s := range before {
		if count[s] > 0 {
			count[s]--
		} else {
			gone = append(gone, s)
		}
	}
	for _, s := range slices.Backward(after) {
		if count[s] > 0 {
			count[s]--
			come = append(come, s)
		}
	}
	slices.Reverse(come)
	return gone, come
}

var (
	placeholder = regexp.MustCompile(`\$\{[^{}]+\}|\$\w+|%\([\w.]+\)[a-zA-Z]|%(?:\d+\$)?[-+0#]*\d*(?:\.\d+)?(?:ll|[hlzjt])?[sdiuxXfFgGeEcpqvTn]\b|%\d+!?\w*|\{\{[^{}]+\}\}|\{[^{}\s]*\}|<[A-Za-z][\w .-]*>`)
	manual      = regexp.MustCompile(`(\w)\([1-8]\w?\)`) // a page of the Unix manual: printf(3)
	thousands   = regexp.MustCompile(`^\d{1,3}(?:,\d{3})+$`)
)

func placeholders(s string) []string {
	if !strings.ContainsAny(s, placeholderStarts) {
		return nil
	}
	return placeholder.FindAllString(s, -1)
}

// placeholderStarts are the characters that every placeholder begins with. To
// look for them is much quicker than to match.
const placeholderStarts = "$%{<"

// numbers are the numbers of a text that are no part of a placeholder, in
// ASCII digits and without commas between thousands.
func numbers(s string) []string {
	if strings.ContainsAny(s, placeholderStarts) {
		s = placeholder.ReplaceAllString(s, " ")
	}
	if strings.Contains(s, "(") {
		s = manual.ReplaceAllString(s, "$1")
	}
	list := digitRuns(s)
	for i, n := range list {
		n = strings.Map(asciiDigit, n)
		if thousands.MatchString(n) {
			n = strings.ReplaceAll(n, ",", "")
		}
		list[i] = n
	}
	return list
}

// digitRuns are the digits of a text, those that a point, a comma or a colon
// parts in one: 3.1.
func digitRuns(s string) []string {
	var list []string
	begin, end := -1, -1 // of the run; the digits end at end
	for i, r := range s {
		switch {
		case unicode.IsDigit(r):
			if begin < 0 {
				begin = i
			}
			end = i + utf8.RuneLen(r)
		case begin >= 0 && (end < i || r != '.' && r != ',' && r != ':'):
			list = append(list, s[begin:end])
			begin = -1
		}
	}
	if begin >= 0 {
		list = append(list, s[begin:end])
	}
	return list
}

// asciiDigit is the digit of the same value. The digits of every script stand
// in order, and a zero has no digit before it.
func asciiDigit(r rune) rune {
	if r < unicode.MaxASCII || !unicode.Is(unicode.Nd, r) {
		return r
	}
	for _, block := range unicode.Nd.R16 {
		if rune(block.Lo) <= r && r <= rune(block.Hi) {
			return '0' + (r-rune(block.Lo))%10
		}
	}
	return r
}

// template is a command of a template that was left in a text: {% if x %}.
var template = regexp.MustCompile(`\{%[^{}]*%\}`)

// unmarked is a text without what its author did not say in words.
func unmarked(s string) string {
	if strings.Contains(s, "{%") {
		return template.ReplaceAllString(s, " ")
	}
	return s
}
