package model

import (
	"cmp"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// apartNames are identifiers for a code that the usual spelling makes one with
// another: first what differs in words, by case ("v1" gives VerLowerV1, "V1"
// VerUpperV1), by punctuation ("1.5" gives Ver1Dot5, "1-5" Ver1Dash5) and by
// both, and only then by the hash of the code. ByCase says which comes first.
func apartNames(typeName, plain, code string, byCase bool) []string {
	var names []string
	add := func(suffix string) { names = append(names, appendSuffix(typeName, suffix, code)) }
	if folded := fold(code); !strings.ContainsFunc(folded, isForeign) {
		letters, marked := caseOf(folded), markedSuffix(folded)
		if letters != "" && byCase {
			add(letters + plain)
		}
		if marked != "" {
			add(marked)
		}
		if letters != "" && !byCase {
			add(letters + plain)
		}
		if letters != "" && marked != "" {
			add(letters + marked)
		}
	}
	add(hashSuffix(code))
	return names
}

// plainSuffix is the usual spelling of a code, which others may share.
func plainSuffix(code string) string {
	return cmp.Or(symbolName(code), chunkSuffix(fold(code)))
}

// signedSuffix is the usual spelling of a value, with a word for the sign
// before a symbol: "created_at" and "-created_at" are two orders to sort by.
func signedSuffix(value string) string {
	suffix, value := plainSuffix(value), strings.TrimSpace(fold(value))
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
func markedSuffix(folded string) string {
	if len(folded) > longestRun {
		return ""
	}
	suffix, marks := "", 0
	for i := 0; i < len(folded); {
		end := i
		for end < len(folded) && isMark(folded[end]) == isMark(folded[i]) {
			end++
		}
		word := plainSuffix(folded[i:end])
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

// markWords are the words for the marks of ASCII.
var markWords = map[string]string{
	" ": "Space", "!": "Bang", `"`: "Quote", "#": "Hash", "$": "Dollar", "%": "Percent", "&": "Ampersand", "'": "Apostrophe",
	"(": "LeftParen", ")": "RightParen", "*": "Star", "+": "Plus", ",": "Comma", "-": "Minus", ".": "Dot", "/": "Slash",
	":": "Colon", ";": "Semicolon", "<": "Less", "=": "Equal", ">": "Greater", "?": "Question", "@": "At",
	"[": "LeftBracket", `\`: "Backslash", "]": "RightBracket", "^": "Caret", "_": "Underscore", "`": "Backtick",
	"{": "LeftBrace", "|": "Pipe", "}": "RightBrace", "~": "Tilde",
}
