package record

import (
	"regexp"
	"strings"
	"unicode"
)

// Forms of numbers, symbols and words, by which atoms are told apart and
// found again: a template has those forms that its records show.
const (
	numberForms = 3
	pascalForm  = 5
	countedForm = 12
	letterForm  = 13
	wordForm    = 14
	anyForm     = 15
)

// A form is a regular expression, for templates, and the same as a function:
// every word of a page is asked for its form.
type form struct {
	expr string
	has  func(string) bool
}

var forms = [anyForm + 1]form{
	{`[-+−–]?\d+`, isDecimal},
	{`0[xX][0-9A-Fa-f][0-9A-Fa-f_]*L?`, isHex},
	{`[-+−–]?\d+(?:[-.,]\d+)+`, isDotted},
	{`[A-Z][A-Z0-9]+(?:(?:[_-][A-Z0-9]+)+_?|_)`, isConstant},
	{`[A-Z][A-Z0-9]+`, isCapitals},
	{`[A-Z][a-z0-9]*(?:[A-Z][a-z0-9]*)+`, isPascal},
	{`[a-z]+(?:[A-Z][a-z0-9]*)+`, isCamel},
	{`[A-Za-z0-9]*(?:_[A-Za-z0-9]*)+`, isSnake},
	{`[a-z][a-z0-9]*(?:[-.:/]+[a-z0-9_]+)+|[A-Za-z_][\w-]*(?:::[\w-]+)+`, isPath},
	{`%\S*[A-Za-z%]`, isFormat},
	{`--?[A-Za-z?][\w-]*`, isFlag},
	{`[A-Za-z]+[-_.]?\d[\w.-]*`, isNumbered},
	countedForm: {`\d+[A-Za-z]\w*`, isCounted},
	letterForm:  {`[A-Za-z]`, func(s string) bool { return len(s) == 1 && class[s[0]]&letter != 0 }},
	wordForm:    {`[\p{L}\p{M}]+(?:[-'’][\p{L}\p{M}]+)*`, isWord},
	anyForm:     {"[^\\s,;:：，；()（）\"“”`]*[$%#@*&+/._\\d][^\\s,;:：，；()（）\"“”`]*", isMixed},
}

// formOf is the first form that an atom has.
func formOf(s string) int {
	if len(s) > 1 && span(s, lower) == len(s) {
		return wordForm // as most are
	}
	for i := range forms {
		if forms[i].has(s) {
			return i
		}
	}
	return wordForm
}

// Classes of the characters of ASCII.
const (
	lower = 1 << iota
	upper
	digit
	under
	hexa // a letter that is a digit too

	letter = lower | upper
	alnum  = letter | digit
	wordly = alnum | under // \w
)

var class = func() (of [256]uint8) {
	for c := '0'; c <= '9'; c++ {
		of[c] = digit
	}
	for c := 'a'; c <= 'z'; c++ {
		of[c], of[c-'a'+'A'] = lower, upper
	}
	for _, c := range "abcdefABCDEF" {
		of[c] |= hexa
	}
	of['_'] = under
	return of
}()

// span is how many characters of some classes s begins with.
func span(s string, of uint8) int {
	for i := 0; i < len(s); i++ {
		if class[s[i]]&of == 0 {
			return i
		}
	}
	return len(s)
}

// begins reports whether the first character of s is of some classes.
func begins(s string, of uint8) bool { return s != "" && class[s[0]]&of != 0 }

// chained reports whether s is one part or more of some classes, each behind
// one mark.
func chained(s, marks string, of uint8) bool {
	for rest := s; rest != ""; {
		n := span(rest[1:], of)
		if n == 0 || strings.IndexByte(marks, rest[0]) < 0 {
			return false
		}
		rest = rest[1+n:]
	}
	return s != ""
}

// unsigned drops the sign of a number.
func unsigned(s string) string {
	if s == "" || class[s[0]] != 0 {
		return s
	}
	for _, sign := range []string{"-", "+", "−", "–"} {
		if rest, ok := strings.CutPrefix(s, sign); ok {
			return rest
		}
	}
	return s
}

func isDecimal(s string) bool {
	s = unsigned(s)
	return s != "" && span(s, digit) == len(s)
}

func isHex(s string) bool {
	if len(s) < 3 || s[0] != '0' || s[1]|0x20 != 'x' || !begins(s[2:], digit|hexa) {
		return false
	}
	rest := s[2:]
	rest = rest[span(rest, digit|hexa|under):]
	return rest == "" || rest == "L"
}

func isDotted(s string) bool {
	s = unsigned(s)
	n := span(s, digit)
	return n > 0 && chained(s[n:], "-.,", digit)
}

func isConstant(s string) bool {
	n := span(s, upper|digit)
	if n < 2 || n == len(s) || !begins(s, upper) {
		return false
	}
	rest := strings.TrimSuffix(s[n:], "_")
	return rest == "" || chained(rest, "_-", upper|digit)
}

func isCapitals(s string) bool {
	return len(s) > 1 && begins(s, upper) && span(s, upper|digit) == len(s)
}

func isPascal(s string) bool {
	if !begins(s, upper) || span(s, alnum) < len(s) {
		return false
	}
	return 1+span(s[1:], lower|digit) < len(s)
}

func isCamel(s string) bool {
	n := span(s, lower)
	return n > 0 && begins(s[n:], upper) && span(s[n:], alnum) == len(s)-n
}

func isSnake(s string) bool {
	return span(s, wordly) == len(s) && strings.Contains(s, "_")
}

func isPath(s string) bool {
	if strings.Contains(s, "::") && isScoped(s) {
		return true
	}
	if !begins(s, lower) {
		return false
	}
	n := span(s, lower|digit)
	for rest := s[n:]; rest != ""; {
		part := strings.TrimLeft(rest, "-.:/")
		n := span(part, lower|digit|under)
		if n == 0 || len(part) == len(rest) {
			return false
		}
		rest = part[n:]
	}
	return n < len(s)
}

// isScoped reports whether a name stands in the scope of others: File::Temp.
func isScoped(s string) bool {
	for part := range strings.SplitSeq(s, "::") {
		if part == "" || !isBeyond(part, "-") {
			return false
		}
	}
	return begins(s, letter|under)
}

func isFormat(s string) bool {
	last := len(s) - 1
	return last > 0 && s[0] == '%' && (s[last] == '%' || begins(s[last:], letter)) && !strings.ContainsAny(s, "\t\n\f\r ")
}

func isFlag(s string) bool {
	name, dashed := strings.CutPrefix(s, "-")
	name = strings.TrimPrefix(name, "-")
	return dashed && (begins(name, letter) || strings.HasPrefix(name, "?")) && isBeyond(name[1:], "-")
}

func isNumbered(s string) bool {
	n := span(s, letter)
	if n == 0 || n == len(s) {
		return false
	}
	if strings.IndexByte("-_.", s[n]) >= 0 {
		n++
	}
	return begins(s[n:], digit) && isBeyond(s[n:], ".-")
}

func isCounted(s string) bool {
	n := span(s, digit)
	return n > 0 && begins(s[n:], letter) && span(s[n:], wordly) == len(s)-n
}

// isBeyond reports whether s is nothing but the characters of words and some
// marks.
func isBeyond(s, marks string) bool {
	for i := 0; i < len(s); i++ {
		if class[s[i]] == 0 && strings.IndexByte(marks, s[i]) < 0 {
			return false
		}
	}
	return true
}

func isWord(s string) bool {
	inside := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.Is(unicode.M, r):
			inside = true
		case inside && (r == '-' || r == '\'' || r == '’'):
			inside = false
		default:
			return false
		}
	}
	return inside
}

func isMixed(s string) bool {
	return !strings.ContainsAny(s, "\t\n\f\r ,;:：，；()（）\"“”`") && strings.ContainsAny(s, "$%#@*&+/._0123456789")
}

var betweenCodes = regexp.MustCompile(`\s*[,/|]\s*`)

// classOf is the forms that fields have.
func classOf(fields []string) string {
	lists := false
	var used [anyForm + 1]bool
	for _, f := range fields {
		if !strings.ContainsAny(f, " ,") {
			used[formOf(f)] = true
			continue
		}
		lists = true
		for _, part := range betweenCodes.Split(f, -1) {
			used[formOf(part)] = true
		}
	}
	var some []string
	for i, is := range used {
		if is {
			some = append(some, forms[i].expr)
		}
	}
	form := strings.Join(some, "|")
	if lists {
		form = `(?:` + form + `)`
		return form + `(?:\s*[,/|]\s*` + form + `)*`
	}
	return form
}
