package naming

import (
	"regexp"
	"slices"
	"unicode"

	"github.com/spectab/spectab/model/text"
)

// The lengths in bytes that names from a message keep to: of a sentence that
// is taken as it is, of one that had to be shortened, and of several.
const (
	wholeLength    = 42
	shortLength    = 40
	extendedLength = 64
)

// longestMessage bounds how much of a text is read for a name.
const longestMessage = 2000

// Sentence derives identifiers from a message in prose, the shortest first:
// from its first clause, then from the first and the next, and so on. It is
// nil where the message is not in Latin letters.
func (n *Namer) Sentence(message string) []string {
	message = text.ASCII(message[:min(len(message), longestMessage)])
	if !isLatin(message) {
		return nil
	}
	var names []string
	var said []string // the words of the clauses so far
	for i, c := range n.splitClauses(message) {
		words, whole := c.words(), true
		if i == 0 {
			words = c.short()
			names = appendName(names, words)
			words, whole = c.long()
		} else if len(joinWords(slices.Concat(said, words))) > extendedLength {
			words, whole = c.abridged().fit(extendedLength - len(joinWords(said)))
			if !whole && len(words) < 2 {
				break
			}
		}
		said = append(said, words...)
		names = appendName(names, said)
		if !whole {
			break
		}
	}
	return names
}

// short returns the words of a clause for the shortest name: all, all but the
// articles, all but those that a name can do without, or the first of these.
func (c clause) short() []string {
	if words := c.words(); len(joinWords(words)) <= shortLength {
		return words
	}
	for _, c := range []clause{c.without(isArticle), c.abridged()} {
		if words := c.words(); len(joinWords(words)) <= wholeLength {
			return words
		}
	}
	words, _ := c.abridged().fit(shortLength)
	return words
}

// long returns as many words as the longest name has room for, and whether
// they say all of the clause.
func (c clause) long() (words []string, whole bool) {
	for _, c := range []clause{c, c.without(isArticle)} {
		if words := c.words(); len(joinWords(words)) <= shortLength {
			return words, true
		}
	}
	return c.without(isArticle).fit(extendedLength)
}

func appendName(names, words []string) []string {
	name := joinWords(words)
	if len(name) > extendedLength || !Valid(name) || slices.Contains(names, name) {
		return names
	}
	return append(names, name)
}

// isLatin reports whether folded text is mostly of ASCII letters: names from
// the few foreign words of a Chinese message would mislead.
func isLatin(folded string) bool {
	latin, foreign := 0, 0
	for _, r := range folded {
		switch {
		case isForeign(r):
			foreign++
		case r <= unicode.MaxASCII && unicode.IsLetter(r):
			latin++
		}
	}
	return latin > 1 && latin > 2*foreign
}

// longestGroup is the length of the longest word for a group that stands
// behind a name.
const longestGroup = 40

// Group is the word for a section of a page, or "": of "Class 22 — Data
// Exception" it is DataException.
func (n *Namer) Group(title string) string {
	if m := groupLabel.FindStringSubmatch(title); m != nil {
		title = m[1]
	}
	name := n.Symbol(title)
	if len(name) > longestGroup || !Valid(name) {
		return ""
	}
	return name
}

// groupLabel is what only counts sections, before what they are called.
var groupLabel = regexp.MustCompile(`^(?:[\d.]+\s+|\S+(?:\s+\S+)?(?:\s+[-–—]|:)\s+)(\pL.*)$`)
