package drift

import (
	"bufio"
	_ "embed"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
		return r != '\'' && !unicode.IsLetter(r) && !unicode.IsMark(r)
	})
}
