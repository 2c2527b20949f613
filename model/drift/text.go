package drift

import (
	"bufio"
	_ "embed"
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
	case fold(before) == fold(after):
		if unspaced(before) == unspaced(after) {
			return whitespace, nil
		}
		return typography, nil
	}
	if hasLinks(before) || hasLinks(after) {
		before, after = withoutLinks(before), withoutLinks(after)
		if fold(before) == fold(after) {
			return links, nil
		}
	}
	if words := suspicious(before, after); len(words) > 0 {
		return suspect, words
	}
	return reworded, nil
}

// suspicious lists the numbers, placeholders and negations in which two texts
// differ: "5 → 3", "+ not".
func suspicious(before, after string) []string {
	was, is := lowerWords(before), lowerWords(after)
	list := differing(nil, placeholders(before), placeholders(after))
	list = differing(list, numbers(before), numbers(after))
	list = differing(list, negated(was), negated(is))
	return append(list, contraries(was, is)...)
}

// differing appends the tokens that one side only has.
func differing(list, before, after []string) []string {
	if slices.Equal(before, after) {
		return list
	}
	gone, come := difference(before, after)
	for i := range max(len(gone), len(come)) {
		switch {
		case i >= len(gone):
			list = append(list, "+ "+come[i])
		case i >= len(come):
			list = append(list, "- "+gone[i])
		default:
			list = append(list, gone[i]+" → "+come[i])
		}
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
		if strings.Contains(n, ",") && thousands.MatchString(n) {
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

//go:embed negations.txt
var negationsText string

// negations are the words of negations.txt.
var negations = readNegations()

type negationWords struct {
	whole       map[string]string // words of their own, and what they are a form of
	within      []string          // parts of words, in scripts without spaces
	withinASCII []string          // those of them that are in ASCII
	prefixes    []string          // that turn a word into its contrary
}

func readNegations() negationWords {
	n := negationWords{whole: map[string]string{}}
	lines := bufio.NewScanner(strings.NewReader(negationsText))
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		switch language, how, _ := strings.Cut(fields[0], "/"); {
		case how == "within":
			for _, part := range fields[1:] {
				if !slices.Contains(n.within, part) { // scripts share characters
					n.within = append(n.within, part)
					if len(part) == utf8.RuneCountInString(part) {
						n.withinASCII = append(n.withinASCII, part)
					}
				}
			}
		case how == "prefix":
			n.prefixes = append(n.prefixes, fields[1:]...)
		case how == "as":
			for _, word := range fields[1:] {
				n.whole[word] = fields[1]
			}
		case language != "":
			for _, word := range fields[1:] {
				n.whole[word] = word
			}
		}
	}
	return n
}

// negated lists the negations among the words of a text.
func negated(words []string) []string {
	var list []string
	for _, word := range words {
		if form := negations.whole[word]; form != "" {
			list = append(list, form)
			continue
		}
		for _, part := range negations.parts(word) {
			for range strings.Count(word, part) {
				list = append(list, part)
			}
		}
	}
	return list
}

// parts are those that a word may have: one in ASCII has no Chinese ones.
func (n *negationWords) parts(word string) []string {
	for i := range len(word) {
		if word[i] >= utf8.RuneSelf {
			return n.within
		}
	}
	return n.withinASCII
}

// lowerWords are the words of a text in lower case; an apostrophe is part of
// its word.
func lowerWords(s string) []string {
	s = strings.ReplaceAll(strings.ToLower(s), "’", "'")
	return strings.FieldsFunc(s, func(r rune) bool {
		return r != '\'' && !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\u200C'
	})
}

// contraries lists words that became their contrary by a prefix, or were one:
// "valid → invalid".
func contraries(before, after []string) []string {
	gone, come := difference(before, after)
	var list []string
	for _, g := range gone {
		for _, c := range come {
			if isContrary(g, c) || isContrary(c, g) {
				list = append(list, g+" → "+c)
			}
		}
	}
	return list
}

func isContrary(word, contrary string) bool {
	prefix, ok := strings.CutSuffix(contrary, word)
	return ok && len(word) > 3 && slices.Contains(negations.prefixes, prefix)
}
