package naming

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"github.com/spectab/spectab/model/text"
)

// IsSymbol reports whether a code is a name in itself ("invalid_request",
// "EPERM", "E2BIG") rather than a number, with or without letters around it
// ("E001", "002-016", "42P01", "0x80240001", "ORA-00942").
func IsSymbol(code string) bool {
	if strings.ContainsFunc(text.ASCII(code), isForeign) {
		return false
	}
	chunks := chunksOf(text.ASCII(code))
	letters, numbers, words := 0, 0, 0 // letters and digits; chunks without digits
	for _, chunk := range chunks {
		n := countDigits(chunk)
		letters, numbers = letters+len(chunk)-n, numbers+n
		if n == 0 && len(chunk) >= 2 {
			words++
		}
	}
	switch {
	case letters < 2:
		return false
	case numbers == 0:
		return true
	case len(chunks) == 1:
		return isSymbolWithDigits(chunks[0])
	case words == 0:
		return slices.ContainsFunc(chunks, func(c string) bool { return countDigits(c) > 0 && isSymbolWithDigits(c) })
	case words == 1 && len(chunks) == 2 && isNumber(chunks[1]):
		return strings.Contains(code, "_") && (chunks[1][0] != '0' || len(chunks[1]) == 1) && len(chunks[1]) < len(chunks[0]) &&
			!slices.Contains(numberLabels, strings.ToLower(chunks[0]))
	}
	return true
}

// isSymbolWithDigits judges letters and digits without a separator.
func isSymbolWithDigits(chunk string) bool {
	stem := strings.TrimRight(chunk, digits)
	switch {
	case isDigit(chunk[0]):
		return slices.ContainsFunc(splitCase(strings.TrimLeft(chunk, digits)), func(part string) bool {
			return len(part) >= 3 && isWord(strings.ToLower(part))
		}) || noNamer.initialism(strings.ToLower(chunk)) != ""
	case stem == chunk: // E2BIG, but not HV00A
		return len(chunk)-strings.LastIndexAny(chunk, digits) > 2 && countDigits(chunk)*2 < len(chunk)
	case countDigits(stem) > 0:
		return false
	}
	return isNumbered(stem, chunk[len(stem):])
}

// isNumbered tells a word with a number ("address2", "SHA256") from a number
// with letters before it ("E001", "SQL0100", "ERR42").
func isNumbered(word, number string) bool {
	word = strings.ToLower(word)
	if len(number) > 3 || number[0] == '0' && len(number) > 1 || slices.Contains(numberLabels, word) {
		return false
	}
	return initialisms()[word] != "" || isWord(word) && len(number) < len(word) || segment(word) != nil ||
		len(splitCase(word)) > 1
}

// numberLabels are words that make no name of the number behind them.
var numberLabels = []string{"code", "err", "error", "errors", "msg", "message", "no", "num", "number", "status", "warning"}

// Fallback makes an identifier of a code that is no name, where its row
// has no message either: "002-016" of Code gives Code002_016.
func Fallback(typeName, code string) string {
	return appendSuffix(typeName, codeSuffix(code), code)
}

// appendSuffix is the identifier of a code, of its type and what stands for
// the code itself.
func appendSuffix(typeName, suffix, code string) string {
	if !Valid(typeName) {
		typeName = "Code"
	}
	name := typeName + suffix
	if isDigit(typeName[len(typeName)-1]) && isDigit(suffix[0]) {
		name = typeName + "_" + suffix
	}
	if len(name) > maxDerived {
		return cutWithHash(name, typeName+"\x00"+code)
	}
	return name
}

// maxSuffix is the length in bytes of the longest codeSuffix.
const maxSuffix = 32

// codeSuffix is what tells a clashing name apart: the code with its letters
// and digits as they are, or the words for its marks where it has neither.
// What the form of an identifier cannot hold, the hash of the code stands for.
func codeSuffix(code string) string {
	folded := text.ASCII(code)
	suffix := chunkSuffix(folded)
	if suffix == "" && !strings.ContainsFunc(folded, isForeign) {
		suffix = operatorSuffix(code)
	}
	switch {
	case IsSymbol(code), suffix == "", strings.ContainsFunc(folded, isForeign):
		return hashSuffix(code)
	case len(code) == 1 && isLower(code[0]):
		return "Lower" + suffix
	case len(suffix) > maxSuffix:
		return cutWithHash(suffix[:maxSuffix-hashLength], code)
	}
	return suffix
}

// hashSuffix is what is left to tell a code apart: its letters and digits, as
// many as fit, and the hash of the whole.
func hashSuffix(code string) string {
	return cut(chunkSuffix(text.ASCII(code)), maxSuffix-hashLength) + Hash(code)
}

// chunkSuffix joins the letters and digits of a code. "_" keeps numbers apart,
// "Minus" stands for a sign, so that 4.4, 44 and -44 differ.
func chunkSuffix(folded string) string {
	chunks := chunksOf(folded)
	suffix := strings.Builder{}
	if len(chunks) > 0 && isDigit(chunks[0][0]) && strings.HasPrefix(strings.TrimSpace(folded), "-") {
		suffix.WriteString("Minus")
	}
	for i, chunk := range chunks {
		if i > 0 && isDigit(chunk[0]) && isDigit(chunks[i-1][len(chunks[i-1])-1]) {
			suffix.WriteByte('_')
		}
		suffix.WriteString(upperFirst(chunk))
	}
	return suffix.String()
}

// WithCode is a name with a code behind it, unless the code begins with the
// name itself, so that its digits stay apart from those before.
func WithCode(name, code string) string {
	suffix := codeSuffix(code)
	if strings.HasPrefix(suffix, name) {
		return suffix
	}
	name = shortened(name, shortLength-len(suffix))
	if isDigit(name[len(name)-1]) && isDigit(suffix[0]) {
		return name + "_" + suffix
	}
	return name + suffix
}

// shortened is a name without its last words, where it is longer than limit
// bytes: what stands behind it tells it from others. A negation is never cut
// off.
func shortened(name string, limit int) string {
	if len(name) <= limit || strings.Contains(name, "_") {
		return name
	}
	words := splitCase(name)
	n, length := 1, len(words[0])
	for n < len(words) && length+len(words[n]) <= limit {
		length += len(words[n])
		n++
	}
	for n > 1 && isSmall(strings.ToLower(words[n-1])) {
		n--
	}
	if slices.ContainsFunc(words[n:], func(w string) bool { return slices.Contains(negations, strings.ToLower(w)) }) {
		return name
	}
	return strings.Join(words[:n], "")
}

// Operator spells a code that is made of marks which mean something together:
// "<=" gives LessOrEqual. It is "" for any other code.
func Operator(code string) string {
	code = strings.TrimSpace(norm.NFKC.String(code))
	return cmp.Or(comparisons[code], operators[code])
}
