package naming

import (
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model/text"
)

// fewestShare is how many symbols have to share a prefix: two may do so by
// accident.
const fewestShare = 3

// errorWords say of a symbol that it is an error, which the type says already.
var errorWords = []string{"e", "er", "err", "error", "errors"}

// A Prefix is what the symbols of a table begin with, and no identifier needs:
// SQLITE of SQLITE_BUSY, GNUTLS and E of GNUTLS_E_AGAIN.
type Prefix struct {
	words []string // in lower case
	kind  string   // the word for errors behind them, where not all symbols have it
}

// Shared is the prefix of symbols: the words in front that at least nine of
// ten have, and a word for errors behind them that most have. It ends before
// what says how things are: INVALID of INVALID_TOKEN is none.
func Shared(symbols []string) Prefix {
	split := make([][]string, 0, len(symbols))
	for _, symbol := range symbols {
		split = append(split, wordsInFront(symbol))
	}
	var p Prefix
	for {
		word, count := commonest(split, p.words)
		if count < fewestShare || count*10 < len(symbols)*9 || slices.Contains(negations, word) || slices.Contains(verdicts, word) {
			break
		}
		p.words = append(p.words, word)
	}
	if word, count := commonest(split, p.words); count >= fewestShare && count*2 > len(symbols) && slices.Contains(errorWords, word) {
		p.kind = word
	}
	return p
}

// Cut is a symbol without the prefix, as far as it has it. What would leave
// nothing that begins an identifier stays.
func (p Prefix) Cut(symbol string) string {
	rest := symbol
	for _, word := range append(slices.Clone(p.words), p.kind) {
		front := wordsInFront(rest)
		if word == "" || len(front) < 2 || front[0] != word {
			break
		}
		rest = cutWord(rest, len(word))
	}
	if rest == symbol || !IsSymbol(rest) && (len(rest) < 2 || !isLower(rest[0]|0x20) || !Valid(upperFirst(rest))) {
		return symbol
	}
	return rest
}

// cutWord drops the first word of a symbol, of so many letters, with the signs
// on both sides of it.
func cutWord(symbol string, length int) string {
	return strings.TrimLeft(strings.TrimLeft(symbol, signs)[length:], signs)
}

const signs = "_-.:/ "

// wordsInFront are the words of a symbol in lower case, parted by signs and by
// case alone. A symbol that has other letters, or signs of other meaning in
// front, has none.
func wordsInFront(symbol string) []string {
	if text.ASCII(symbol) != symbol {
		return nil
	}
	var words []string
	for _, chunk := range strings.FieldsFunc(symbol, func(r rune) bool { return strings.ContainsRune(signs, r) }) {
		if len(chunksOf(chunk)) != 1 || len(chunksOf(chunk)[0]) != len(chunk) {
			return words
		}
		for _, word := range splitCase(chunk) {
			words = append(words, strings.ToLower(word))
		}
	}
	return words
}

// label is one word before a colon, as in Error: and Rejection:.
var label = regexp.MustCompile(`^(\pL+)\s?[:：]\s`)

// Opening is what most messages of a table begin with, and that tells none of
// them from another: a word and a colon. It is "" where there is none.
func Opening(messages []string) string {
	counts := map[string]int{}
	for _, message := range messages {
		found := label.FindString(message)
		if counts[found]++; found != "" && counts[found]*2 > len(messages) && len(messages) >= fewestShare {
			return found
		}
	}
	return ""
}

// commonest is the word that most symbols have behind the words in front, and
// more behind it.
func commonest(split [][]string, front []string) (word string, count int) {
	counts := map[string]int{}
	for _, words := range split {
		if len(words) > len(front)+1 && slices.Equal(words[:len(front)], front) {
			counts[words[len(front)]]++
		}
	}
	for w, n := range counts {
		if n > count || n == count && w < word {
			word, count = w, n
		}
	}
	return word, count
}
