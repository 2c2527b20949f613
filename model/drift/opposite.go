package drift

import (
	"bufio"
	_ "embed"
	"strings"
	"unicode/utf8"
)

//go:embed opposites.txt
var oppositesText string

// opposites are the lines of opposites.txt.
var opposites = readOpposites()

// A side is one of the sides of a line: words of one line and of different
// sides say the contrary of each other, or another thing.
type side struct{ line, side int }

type oppositeWords struct {
	words map[string][]side // whole words
	stems map[string][]side // what words begin with
	parts map[string][]side // parts of texts, in scripts without spaces
	first map[rune]bool     // that a part begins with
	most  int               // bytes of the longest part
}

func readOpposites() oppositeWords {
	o := oppositeWords{words: map[string][]side{}, stems: map[string][]side{}, parts: map[string][]side{}, first: map[rune]bool{}}
	lines := bufio.NewScanner(strings.NewReader(oppositesText))
	for n := 0; lines.Scan(); n++ {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		_, how, _ := strings.Cut(fields[0], "/")
		at := side{line: n}
		for _, field := range fields[1:] {
			if field == "/" {
				at.side++
				continue
			}
			for _, word := range strings.Split(field, "|") {
				o.add(how, word, at)
			}
			if how == "kind" {
				at.side++
			}
		}
	}
	return o
}

func (o *oppositeWords) add(how, word string, at side) {
	if how != "within" {
		if stem, ok := strings.CutSuffix(word, "*"); ok {
			o.stems[stem] = append(o.stems[stem], at)
		} else {
			o.words[word] = append(o.words[word], at)
		}
		return
	}
	o.parts[word] = append(o.parts[word], at)
	first, _ := utf8.DecodeRuneInString(word)
	o.first[first], o.most = true, max(o.most, len(word))
}

// sides are those that a word stands on, itself or by its stem.
func (o *oppositeWords) sides(word string) []side {
	list := o.words[word]
	for i := 1; i <= len(word); i++ {
		if more := o.stems[word[:i]]; more != nil {
			list = append(list[:len(list):len(list)], more...)
		}
	}
	return list
}

// areOpposed reports whether two words stand on different sides of a line.
func areOpposed(a, b []side) bool {
	opposed := false
	for _, x := range a {
		for _, y := range b {
			if x.line == y.line {
				if x.side == y.side {
					return false
				}
				opposed = true
			}
		}
	}
	return opposed
}

// opposedParts lists parts of a text that were replaced by their opposite, in
// scripts without spaces, where a part of a text stands for a word.
func opposedParts(before, after string) []string {
	gone, come := difference(partsOf(before), partsOf(after))
	var list []string
	for _, g := range gone {
		for _, c := range come {
			if areOpposed(opposites.parts[g], opposites.parts[c]) {
				list = append(list, g+" → "+c)
			}
		}
	}
	return list
}

// partsOf are the parts in a text, the longest that begins at each place.
func partsOf(s string) []string {
	var list []string
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		if r < utf8.RuneSelf || !opposites.first[r] {
			i += size
			continue
		}
		step := size
		for end := min(len(s), i+opposites.most); end > i; end-- {
			if opposites.parts[s[i:end]] != nil {
				list, step = append(list, s[i:end]), end-i
				break
			}
		}
		i += step
	}
	return list
}
