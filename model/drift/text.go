package drift

import (
	"bufio"
	_ "embed"
	"regexp"
	"slices"
	"strings"
	"unicode"
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
	case unspaced(before) == unspaced(after):
		return whitespace, nil
	case fold(before) == fold(after):
		return typography, nil
	}
	before, after = withoutLinks(before), withoutLinks(after)
	if fold(before) == fold(after) {
		return links, nil
	}
	if words := suspicious(before, after); len(words) > 0 {
		return suspect, words
	}
	return reworded, nil
}

// suspicious lists the numbers, placeholders and negations in which two texts
// differ: "5 → 3", "+ not".
func suspicious(before, after string) []string {
	var list []string
	for _, tokens := range []func(string) []string{placeholders, numbers, negated} {
		gone, come := difference(tokens(before), tokens(after))
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
	}
	return append(list, prefixed(before, after)...)
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
	number      = regexp.MustCompile(`\p{Nd}+(?:[.,:]\p{Nd}+)*`)
	manual      = regexp.MustCompile(`(\w)\([1-8]\w?\)`) // a page of the Unix manual: printf(3)
	thousands   = regexp.MustCompile(`^\d{1,3}(?:,\d{3})+$`)
)

func placeholders(s string) []string { return placeholder.FindAllString(s, -1) }

// numbers are the numbers of a text that are no part of a placeholder, in
// ASCII digits and without commas between thousands.
func numbers(s string) []string {
	s = manual.ReplaceAllString(placeholder.ReplaceAllString(s, " "), "$1")
	list := number.FindAllString(s, -1)
	for i, n := range list {
		n = strings.Map(asciiDigit, n)
		if thousands.MatchString(n) {
			n = strings.ReplaceAll(n, ",", "")
		}
		list[i] = n
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
	whole    map[string]string // words of their own, and what they are a form of
	within   []string          // parts of words, in scripts without spaces
	prefixes []string          // that turn a word into its contrary
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

// negated lists the negations of a text.
func negated(s string) []string {
	var list []string
	for _, word := range lowerWords(s) {
		if form := negations.whole[word]; form != "" {
			list = append(list, form)
			continue
		}
		for _, part := range negations.within {
			for range strings.Count(word, part) {
				list = append(list, part)
			}
		}
	}
	return list
}

// lowerWords are the words of a text in lower case; an apostrophe is part of
// its word.
func lowerWords(s string) []string {
	s = strings.ReplaceAll(strings.ToLower(s), "’", "'")
	return strings.FieldsFunc(s, func(r rune) bool {
		return r != '\'' && !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\u200C'
	})
}

// prefixed lists words that became their contrary by a prefix, or were one:
// "valid → invalid".
func prefixed(before, after string) []string {
	gone, come := difference(lowerWords(before), lowerWords(after))
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
