package naming

import (
	"cmp"
	"strings"

	"github.com/spectab/spectab/model/text"
)

// Symbol turns a vendor's symbol into a Go identifier: "redirect_uri_mismatch"
// gives RedirectURIMismatch, "EPERM" stays. It is "" where the symbol has no
// Latin letters.
func (n *Namer) Symbol(symbol string) string {
	if n.Verbatim() {
		if name := verbatim(symbol); Valid(name) {
			return name
		}
	}
	return n.name(symbol, false)
}

// Rest is Symbol for what is left of a symbol whose prefix was cut: a word in
// capitals is one of several then, and short ones stay whole no more.
func (n *Namer) Rest(symbol string) string { return n.name(symbol, true) }

func (n *Namer) name(symbol string, isRest bool) string {
	chunks := chunksOf(text.ASCII(symbol))
	if len(chunks) == 1 && n.shouts(chunks[0], isRest) {
		return joinWords([]string{strings.ToUpper(chunks[0])})
	}
	var words []string
	for _, chunk := range chunks {
		words = append(words, n.spellChunk(chunk)...)
	}
	name := joinWords(words)
	if len(name) > maxDerived {
		return cutWithHash(name, symbol)
	}
	return name
}

// shouts reports whether a symbol that is one word in capitals stays so: no
// list knows it, and it is short, or begins as the names of C do.
func (n *Namer) shouts(word string, isRest bool) bool {
	lower := strings.ToLower(word)
	switch {
	case errnos()[lower] && (word == lower || isCapitals(word)):
		return true
	case !isCapitals(word) || len(word) < 2:
		return false
	case isEnglish(strings.TrimRight(lower, digits)), n.initialism(lower) != "", american()[lower] != "", len(segment(lower)) > 0:
		return false
	}
	return len(word) <= 4 && !isRest || word[0] == 'E' || strings.HasPrefix(word, "SIG") || strings.HasPrefix(word, "WSA")
}

// parts splits letters and digits where their case says so, but for the names
// of products, which have a case of their own.
func (n *Namer) parts(chunk string) []string {
	if n.initialism(strings.ToLower(chunk)) != "" {
		return []string{chunk}
	}
	return splitCase(chunk)
}

// spellChunk spells the letters and digits between two signs of a symbol.
func (n *Namer) spellChunk(chunk string) []string {
	var spelled []string
	parts := n.parts(chunk)
	for _, part := range parts {
		lower := strings.ToLower(part)
		if len(parts) > 1 && isCapitals(part) { // beside lower case, capitals mean something
			spelled = append(spelled, cmp.Or(n.initialism(lower), part))
			continue
		}
		pieces := segment(lower)
		if len(pieces) == 0 || n.initialism(lower) != "" {
			pieces = []string{part}
		}
		for _, piece := range pieces {
			spelled = append(spelled, n.spell(piece))
		}
	}
	return spelled
}
