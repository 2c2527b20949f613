package charset

import (
	"bytes"
	"fmt"
	"slices"
	"unicode/utf8"

	"golang.org/x/text/encoding"

	"github.com/spectab/spectab/model"
)

// The detector asks of each character set: how many bits would the text cost,
// written by somebody who knows how often the characters of that language
// come, and who thinks the rest unlikely? The cheapest reading is the right
// one, where it is clearly cheaper than the next that reads otherwise, and
// cheap enough to be a language at all.

// A guess is a character set and what the text costs in it.
type guess struct {
	*charsetModel
	bits  float64
	chars int // characters that are not ASCII
}

const (
	detectWithin = 64 << 10 // bytes of lines that are not ASCII; more would not tell more
	unmaskWithin = 2 << 10  // the same, to bear out what is declared
	clearly      = 4.0      // bits between the best reading and the next
	clearlyShare = 1.03     // and the ratio
)

// detect finds the character set of bytes that are not UTF-8 and declare
// nothing.
func detect(data []byte) (*guess, error) {
	guesses := rank(data)
	p := &model.Problem{Line: lineOf(data, firstHigh(data)), Hint: saveAsUTF8}
	if len(guesses) == 0 || !guesses[0].plausible() {
		p.Message = "this is not UTF-8, and no other character set that it could be"
		return nil, p
	}
	best := &guesses[0]
	for i := range guesses[1:] {
		next := &guesses[1+i]
		if next.bits > best.bits+clearly && next.bits > best.bits*clearlyShare {
			break
		}
		if !sameText(data, best.enc, next.enc) {
			p.Message = fmt.Sprintf("this is not UTF-8, and could be %s or %s", best.name, next.name)
			return nil, p
		}
	}
	return best, nil
}

// unmask is the character set that bytes are surely in, where it is not the
// declared one. A declared set that no model knows is believed.
func unmask(data []byte, declared string) *guess {
	at := slices.IndexFunc(charsetModels(), func(m *charsetModel) bool { return m.name == declared })
	if at < 0 {
		return nil
	}
	if own, ok := charsetModels()[at].weigh(highLines(data, unmaskWithin)); ok && own.plausible() {
		return nil
	}
	best, err := detect(data)
	if err != nil || best.name == declared {
		return nil
	}
	return best
}

// rank weighs a text in each character set that could have it, best first.
func rank(data []byte) []guess {
	sample := highLines(data, detectWithin)
	var guesses []guess
	for _, m := range charsetModels() {
		if g, ok := m.weigh(sample); ok && decodes(data, m.enc) {
			guesses = append(guesses, g)
		}
	}
	slices.SortStableFunc(guesses, func(a, b guess) int {
		switch {
		case a.bits < b.bits:
			return -1
		case a.bits > b.bits:
			return 1
		}
		return 0
	})
	return guesses
}

// highLines is the lines that are not ASCII alone, up to about most bytes.
func highLines(data []byte, most int) []byte {
	var sample []byte
	for at := firstHigh(data); at < len(data) && len(sample) < most; at += firstHigh(data[at:]) {
		from := bytes.LastIndexByte(data[:at], '\n') + 1
		from = max(from, at-64)
		to := at + bytes.IndexByte(data[at:], '\n') + 1
		if to <= at {
			to = len(data)
		}
		to = min(to, at+most)
		sample = append(sample, data[from:to]...)
		at = to
	}
	return sample
}

// decodes reports whether all of a text can be decoded.
func decodes(data []byte, enc encoding.Encoding) bool {
	out, err := decodeWith(data, enc, "")
	return err == nil && !bytes.Contains(out, []byte("\uFFFD"))
}

func sameText(data []byte, a, b encoding.Encoding) bool {
	textA, errA := decodeWith(data, a, "")
	textB, errB := decodeWith(data, b, "")
	return errA == nil && errB == nil && bytes.Equal(textA, textB)
}

// plausible reports whether a text costs no more than a language does.
func (g *guess) plausible() bool {
	return g.chars >= g.least && g.bits-g.prior <= g.limit*float64(g.chars)
}

// weigh sums up the bits of a text; it is false where the text cannot be in
// that character set.
func (m *charsetModel) weigh(data []byte) (guess, bool) {
	g := guess{charsetModel: m, bits: m.prior}
	before := around{kind: otherKind}
	for at := 0; at < len(data); {
		if n := asciiRun(data[at:]); n > 0 {
			at += n
			before = around{kind: asciiKind(data[at-1]), ascii: true}
			continue
		}
		size, c := m.next(data[at:])
		if size == 0 {
			return g, false
		}
		after := around{kind: otherKind, ascii: true}
		if at+size < len(data) && data[at+size] < utf8.RuneSelf {
			after.kind = asciiKind(data[at+size])
		} else if at+size < len(data) {
			after.ascii = false
		}
		g.bits += c.bits + contextBits(before, c, after)
		g.chars++
		before = around{kind: c.kind}
		at += size
	}
	return g, true
}

// A char is what a model makes of one character.
type char struct {
	bits float64
	kind charKind
}

type charKind int

const (
	otherKind  charKind = iota
	lowerLatin          // of ASCII too
	upperLatin
	lowerOther // Cyrillic, Greek; and all letters of scripts without cases
	upperOther
	wideKind // Han, kana, Hangul
	signKind // punctuation that stands beside letters: quotes, dashes
	markKind // what seldom stands inside a word
)

// around is what stands beside a character.
type around struct {
	kind  charKind
	ascii bool
}

func asciiKind(c byte) charKind {
	switch {
	case c >= 'a' && c <= 'z':
		return lowerLatin
	case c >= 'A' && c <= 'Z':
		return upperLatin
	}
	return otherKind
}

func (k charKind) latin() bool  { return k == lowerLatin || k == upperLatin }
func (k charKind) letter() bool { return k >= lowerLatin && k <= upperOther }

// contextBits is what a character costs more where it stands: scripts that
// mix inside a word, capitals behind small letters, marks inside words, single
// wide characters inside a word.
func contextBits(before around, c char, after around) float64 {
	bits := 0.0
	mixed := func(a, b charKind) bool { return a.letter() && b.letter() && a.latin() != b.latin() }
	switch {
	case c.kind == wideKind:
		if before.ascii && before.kind == lowerLatin && after.ascii && after.kind == lowerLatin {
			bits += 8
		}
		return bits
	case c.kind == markKind:
		if before.kind.letter() && (after.kind.letter() || !after.ascii) {
			bits += 10
		}
		return bits
	}
	if mixed(before.kind, c.kind) || mixed(c.kind, after.kind) {
		bits += 8
	}
	if c.kind.latin() && !before.ascii && before.kind.latin() {
		bits += 4
	}
	return bits + caseBits(before.kind, c.kind) + caseBits(c.kind, after.kind)
}

// caseBits is what a letter costs more, or less, behind another one.
func caseBits(a, b charKind) float64 {
	upper := b == upperLatin || b == upperOther
	switch {
	case upper && (a == lowerLatin || a == lowerOther):
		return 6
	case a == upperOther && b == upperOther: // a word in capitals
		return -2.5
	}
	return 0
}

// pairs is a set of characters of two bytes each, by their codes.
type pairs [1 << 16 / 64]uint64

func (p *pairs) has(lead, trail byte) bool {
	return p[int(lead)<<2|int(trail)>>6]>>(trail&63)&1 == 1
}

// pairsOf is the characters of a text in a character set of two bytes.
func pairsOf(enc encoding.Encoding, text string) *pairs {
	set := &pairs{}
	encoder := enc.NewEncoder()
	for _, r := range text {
		if b, err := encoder.String(string(r)); err == nil && len(b) == 2 {
			set[int(b[0])<<2|int(b[1])>>6] |= 1 << (b[1] & 63)
		}
	}
	return set
}
