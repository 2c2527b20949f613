package naming

import (
	"fmt"
	"strings"

	"github.com/spectab/spectab/model/text"
)

// A Namer makes identifiers in the style that one table asks for. The nil
// Namer is that of most tables.
type Namer struct {
	verbatim    bool
	initialisms map[string]string // beside those of initialisms.txt, by lower case
}

// New returns a Namer that keeps symbols as the vendor writes them, where
// verbatim says so, and spells some words as initialisms has them.
func New(verbatim bool, initialisms []string) (*Namer, error) {
	n := &Namer{verbatim: verbatim, initialisms: map[string]string{}}
	for _, word := range initialisms {
		if chunks := chunksOf(word); len(chunks) != 1 || chunks[0] != word || isLower(word[0]) {
			return nil, fmt.Errorf("%q is no word that can begin a Go identifier", word)
		}
		n.initialisms[strings.ToLower(word)] = word
	}
	return n, nil
}

// Verbatim reports whether symbols stay as they are.
func (n *Namer) Verbatim() bool { return n != nil && n.verbatim }

// initialism spells a word as Go does where it is an initialism, the plural of
// one, or one with digits behind it: "ID", "URLs", "SHA256". Otherwise "".
func (n *Namer) initialism(lower string) string {
	if spelled := n.listed(lower); spelled != "" {
		return spelled
	}
	if stem, ok := strings.CutSuffix(lower, "s"); ok {
		if spelled := n.listed(stem); spelled != "" && !isDigit(stem[len(stem)-1]) {
			return spelled + "s"
		}
	}
	stem := strings.TrimRight(lower, digits)
	if spelled := n.listed(stem); spelled != "" && stem != lower {
		return spelled + lower[len(stem):]
	}
	return ""
}

func (n *Namer) listed(lower string) string {
	if n != nil && n.initialisms[lower] != "" {
		return n.initialisms[lower]
	}
	return initialisms()[lower]
}

// verbatim is a symbol with a capital in front and "_" for what no identifier
// has.
func verbatim(symbol string) string {
	name := strings.Trim(strings.Map(func(r rune) rune {
		if r < 0x80 && (isUpper(byte(r)) || isLower(byte(r)) || isDigit(byte(r))) {
			return r
		}
		return '_'
	}, text.ASCII(symbol)), "_")
	if name = upperFirst(name); len(name) > maxDerived {
		return cutWithHash(name, symbol)
	}
	return name
}
