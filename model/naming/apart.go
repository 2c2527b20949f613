package naming

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/spectab/spectab/model/text"
)

// TellApart adds to wants the names that tell each ID from any other: first
// what differs in words, by case ("v1" gives LowerV1, "V1" UpperV1), by
// punctuation ("1.5" gives 1Dot5, "1-5" 1Dash5) and by both, and only then by
// the hash of the ID. They come last, unless case alone makes the difference to
// another ID, of the wants or of others. Typ stands before all of them where
// always says so, else before those that are no identifier alone.
func (n *Namer) TellApart(wants []Want, others []string, typ string, always bool) {
	spellings := map[string]int{} // IDs in lower case
	for _, id := range others {
		spellings[strings.ToLower(id)]++
	}
	for _, w := range wants {
		spellings[strings.ToLower(w.ID)]++
	}
	spell := n.plainSuffix
	if always {
		spell = n.signedSuffix
	}
	compose := func(suffix, id string) string {
		if !always && len(suffix) > 1 && !isDigit(suffix[0]) {
			return suffix
		}
		return appendSuffix(typ, suffix, id)
	}
	for i := range wants {
		w := &wants[i]
		plain, at := spell(w.ID), len(w.Names)
		byCase := spellings[strings.ToLower(w.ID)] > 1
		if byCase && strings.HasSuffix(w.Names[0], plain) {
			at = 1
		}
		for _, suffix := range slices.Backward(n.apartSuffixes(plain, w.ID, byCase)) {
			w.Names = slices.Insert(w.Names, at, compose(suffix, w.ID))
		}
		if isBare(w.ID) {
			w.Exact = []string{compose(plain, w.ID), compose(caseOf(w.ID)+plain, w.ID), Fallback(typ, w.ID)}
		}
	}
}

// apartSuffixes tell a code from those that its usual spelling makes one with
// it. ByCase says whether case comes first.
func (n *Namer) apartSuffixes(plain, code string, byCase bool) []string {
	var suffixes []string
	if folded := text.ASCII(code); !strings.ContainsFunc(folded, isForeign) {
		letters, marked := caseOf(folded), n.markedSuffix(folded)
		if letters != "" && byCase {
			suffixes = append(suffixes, letters+plain)
		}
		if marked != "" {
			suffixes = append(suffixes, marked)
		}
		if letters != "" && !byCase {
			suffixes = append(suffixes, letters+plain)
		}
		if letters != "" && marked != "" {
			suffixes = append(suffixes, letters+marked)
		}
	}
	return append(suffixes, hashSuffix(code))
}

// Value are the identifiers that suit a value of a type, the best first. A
// symbol has no other: what would tell it apart is the hash.
func (n *Namer) Value(typ, value string) []string {
	var names []string
	if n.Symbol(value) != "" {
		names = append(names, typ+n.signedSuffix(value))
	}
	if len(names) > 0 && IsSymbol(value) {
		return names
	}
	return append(names, Fallback(typ, value))
}

// plainSuffix is the usual spelling of a code, which others may share.
func (n *Namer) plainSuffix(code string) string {
	return cmp.Or(n.Symbol(code), chunkSuffix(text.ASCII(code)))
}

// signedSuffix is the usual spelling of a value, with a word for the sign
// before a symbol: "created_at" and "-created_at" are two orders to sort by.
func (n *Namer) signedSuffix(value string) string {
	suffix, value := n.plainSuffix(value), strings.TrimSpace(text.ASCII(value))
	if len(value) < 2 || isMark(value[1]) || isDigit(value[1]) {
		return suffix
	}
	switch value[0] {
	case '-':
		return "Minus" + suffix
	case '+':
		return "Plus" + suffix
	}
	return suffix
}

// isBare reports whether a code is of letters and digits alone, so that its
// usual spelling leaves nothing out.
func isBare(code string) bool {
	return code != "" && len(strings.Join(chunksOf(code), "")) == len(code)
}

// caseOf says in a word how the letters of a code are written, "" where it has
// none.
func caseOf(folded string) string {
	letters := strings.Join(chunksOf(folded), "")
	lower, upper := strings.ToLower(letters), strings.ToUpper(letters)
	switch {
	case lower == upper:
		return ""
	case letters == lower:
		return "Lower"
	case letters == upper:
		return "Upper"
	case letters == upper[:1]+lower[1:]:
		return "Title"
	}
	return "Mixed"
}

// markedSuffix spells a code with a word for each mark in it. It is "" where
// some mark has no word, where there are no marks, and for a code so long that
// the name would be cut.
func (n *Namer) markedSuffix(folded string) string {
	if len(folded) > longestRun {
		return ""
	}
	suffix, marks := "", 0
	for i := 0; i < len(folded); {
		end := i
		for end < len(folded) && isMark(folded[end]) == isMark(folded[i]) {
			end++
		}
		word := n.plainSuffix(folded[i:end])
		if isMark(folded[i]) {
			marks++
			word = spellMarks(folded[i:end], i > 0 && end < len(folded))
		}
		if word == "" {
			return ""
		}
		suffix, i = suffix+word, end
	}
	if marks == 0 {
		return ""
	}
	return suffix
}

// isMark reports whether c is neither a letter nor a digit.
func isMark(c byte) bool { return !isUpper(c) && !isLower(c) && !isDigit(c) }

// operatorSuffix spells a code that is made of marks alone by what they mean
// ("<=" gives LessOrEqual), literally where they mean nothing together. It is
// "" where some mark has no word.
func operatorSuffix(code string) string {
	if code == "" {
		return "Empty"
	}
	code = norm.NFKC.String(code) // full-width forms
	if word := operators[code]; word != "" {
		return word
	}
	return spellMarks(code, false)
}

// spellMarks spells each mark, and says of one that is repeated how often. A
// hyphen inside a code is a dash, at either end a minus.
func spellMarks(marks string, inside bool) string {
	var spelled strings.Builder
	for marks != "" {
		mark := marks[:1]
		word := markWords[mark]
		if mark == "-" && inside {
			word = "Dash"
		}
		rest := strings.TrimLeft(marks, mark)
		n := len(marks) - len(rest)
		if word == "" || n >= len(times) {
			return ""
		}
		spelled.WriteString(times[n] + word)
		marks = rest
	}
	return spelled.String()
}

// times stand before the word of a mark that is there so often.
var times = [...]string{1: "", 2: "Double", 3: "Triple"}

// operators are marks that mean something together, or of which one does in
// other scripts.
var operators = map[string]string{
	"<=": "LessOrEqual", ">=": "GreaterOrEqual", "!=": "NotEqual", "<>": "NotEqual", "->": "Arrow",
	"≤": "LessOrEqual", "≥": "GreaterOrEqual", "≠": "NotEqual", "−": "Minus", "×": "Times", "÷": "DividedBy",
	"±": "PlusMinus", "→": "Arrow", "€": "Euro", "£": "Pound", "¥": "Yen", "§": "Section", "°": "Degree",
}

// comparisons are marks of ASCII that mean something alone.
var comparisons = map[string]string{"<": "Less", ">": "Greater", "=": "Equal", "==": "Equal", "+": "Plus"}

// markWords are the words for the marks of ASCII.
var markWords = map[string]string{
	" ": "Space", "!": "Bang", `"`: "Quote", "#": "Hash", "$": "Dollar", "%": "Percent", "&": "Ampersand", "'": "Apostrophe",
	"(": "LeftParen", ")": "RightParen", "*": "Star", "+": "Plus", ",": "Comma", "-": "Minus", ".": "Dot", "/": "Slash",
	":": "Colon", ";": "Semicolon", "<": "Less", "=": "Equal", ">": "Greater", "?": "Question", "@": "At",
	"[": "LeftBracket", `\`: "Backslash", "]": "RightBracket", "^": "Caret", "_": "Underscore", "`": "Backtick",
	"{": "LeftBrace", "|": "Pipe", "}": "RightBrace", "~": "Tilde",
}
