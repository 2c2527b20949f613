package guess

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// A codeForm is what the codes of a table have in common.
type codeForm struct {
	source string // a regular expression; "" where they have nothing in common
	value  string // Go type of the numbers that all of them are; "" else
}

func (f codeForm) pattern() *recipe.Pattern {
	if f.source == "" {
		return nil
	}
	p, err := recipe.Compile(f.source)
	if err != nil {
		return nil
	}
	return p
}

// codeForms are the forms that words and names have, the narrowest first, and
// which form their list may grow into, where that is a wider one.
var codeForms = []struct {
	have *regexp.Regexp
	may  string
}{
	{have: regexp.MustCompile(`^0x[0-9A-Fa-f]+$`)},
	{have: regexp.MustCompile(`^\d+(?:[-.]\d+)*$`)},
	{have: regexp.MustCompile(`^[A-Z]+-?\d+$`)},
	{regexp.MustCompile(`^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$`), model.SymbolForm},
	{regexp.MustCompile(`^[a-z][a-z0-9]*(?:[_.-][a-z0-9]+)*$`), model.WordForm},
	{have: name},
	{have: regexp.MustCompile(`^[\w%$#][\w.:$%#-]*$`)},
	{have: regexp.MustCompile(`^[A-Za-z_][\w.-]*(?:\[[\w*-]*\][\w.-]*)*$`)},
	{have: regexp.MustCompile(`^[\w%$#<][\w.:$%#<>*-]*$`)},
}

var name = regexp.MustCompile(`^[A-Za-z_]\w*$`)

// formOf is the form of codes.
func formOf(codes []string) codeForm {
	if len(codes) == 0 {
		return codeForm{}
	}
	if numbers := mostNumbers(codes); numbers != nil {
		return codeForm{numberForm(numbers), valueType(numbers)}
	}
	if source := sameRuns(codes); source != "" {
		return codeForm{source: source}
	}
	if source := qualified(codes); source != "" {
		return codeForm{source: source}
	}
	for _, form := range codeForms {
		if all(codes, form.have) {
			return codeForm{source: cmp.Or(form.may, strings.Trim(form.have.String(), "^$"))}
		}
	}
	return codeForm{}
}

// numberForm is the form of whole numbers: of so many digits where all have as
// many and are many themselves.
func numberForm(numbers []string) string {
	hex, sign, widths := 0, "", map[int]bool{}
	for _, n := range numbers {
		if n[0] == '-' {
			n, sign = n[1:], "-?"
		}
		if digits, ok := strings.CutPrefix(n, "0x"); ok {
			n = digits
			hex++
		}
		widths[len(n)] = true
	}
	times := "+"
	if len(widths) == 1 && !widths[1] && len(numbers) >= manyAlike {
		times = digitsAlike(slices.Collect(maps.Keys(widths))[0], hex > 0)
	}
	switch {
	case hex == len(numbers):
		return `0x[0-9A-Fa-f]` + times
	case hex > 0:
		return `-?\d+|0x[0-9A-Fa-f]+`
	case times == "+":
		return `-?\d+` // the next one may be the first below 0
	}
	return sign + `\d` + times
}

// digitsAlike is how many digits codes may have that have n so far: one more, since
// 1000 comes after 999. Of hexadecimal numbers that fill a machine's word all
// digits are there.
func digitsAlike(n int, hex bool) string {
	if hex && (n == 8 || n == 16) {
		return fmt.Sprintf("{%d}", n)
	}
	return fmt.Sprintf("{%d,%d}", n, n+1)
}

// manyAlike is how many codes have to have as many digits until that is their
// form; one digit never is, since 10 comes after 9.
const manyAlike = 8

// A code consists of runs: digits, capitals, small letters, or one other
// character each.
func firstRun(code string) string {
	kind := runClass(code[0])
	if kind == 0 {
		_, size := utf8.DecodeRuneInString(code)
		return code[:size]
	}
	n := 1
	for n < len(code) && runClass(code[n]) == kind {
		n++
	}
	return code[:n]
}

// runClass is the first character of those that make a run with c, 0 where none
// do.
func runClass(c byte) byte {
	switch {
	case c >= '0' && c <= '9':
		return '0'
	case c >= 'A' && c <= 'Z':
		return 'A'
	case c >= 'a' && c <= 'z':
		return 'a'
	}
	return 0
}

func runsOf(code string) []string {
	var list []string
	for code != "" {
		run := firstRun(code)
		list, code = append(list, run), code[len(run):]
	}
	return list
}

// isLike reports whether two runs are of one kind.
func isLike(a, b string) bool {
	return runClass(a[0]) == runClass(b[0]) && (runClass(a[0]) != 0 || a == b)
}

// sameRuns is the form of codes that consist of as many digits in the same
// places, or of digits and letters in the same turn; "" where they do not.
func sameRuns(codes []string) string {
	if len(codes) < 2 {
		return ""
	}
	first := runsOf(codes[0])
	same := make([]bool, len(first))
	for i := range same {
		same[i] = len(codes) >= manyAlike
	}
	digits := false
	for _, code := range codes {
		for i := range first {
			if code == "" {
				return ""
			}
			run := firstRun(code)
			if !isLike(run, first[i]) {
				return ""
			}
			code = code[len(run):]
			digits = digits || runClass(run[0]) == '0'
			same[i] = same[i] && len(run) == len(first[i]) && len(run) > 1
		}
		if code != "" {
			return ""
		}
	}
	if !digits || len(first) == 1 && !same[0] {
		return ""
	}
	var b strings.Builder
	for i, part := range first {
		switch kind := runKind(part); {
		case kind == `\d` && same[i]:
			b.WriteString(kind + digitsAlike(len(part), false))
		case kind == `\d` || kind[0] == '[' && len(kind) > 1:
			b.WriteString(kind + "+")
		default:
			b.WriteString(kind)
		}
	}
	return b.String()
}

// runKind is what a run of a code is one of, as an expression.
func runKind(run string) string {
	switch runClass(run[0]) {
	case '0':
		return `\d`
	case 'A':
		return `[A-Z]`
	case 'a':
		return `[a-z]`
	}
	return regexp.QuoteMeta(run)
}

// qualified is the form of constants that all begin with the name of a module,
// which is no part of them: errno.EPERM. Of names in small letters it may be
// one: user.created.
func qualified(codes []string) string {
	module, _, ok := strings.Cut(codes[0], ".")
	if !ok || len(codes) < 2 || !all([]string{module}, name) {
		return ""
	}
	var rest []string
	for _, code := range codes {
		own, ok := strings.CutPrefix(code, module+".")
		if ok && own != "" && (own[0] < '0' || own[0] > '9') && own == strings.ToUpper(own) {
			rest = append(rest, own)
		}
	}
	if (len(codes)-len(rest))*20 > len(codes) {
		return "" // few may be no constants, but functions
	}
	inner := formOf(rest).source
	if inner == "" {
		return ""
	}
	return regexp.QuoteMeta(module+".") + "(?P<code>" + inner + ")"
}

func all(codes []string, form *regexp.Regexp) bool {
	for _, code := range codes {
		if !form.MatchString(code) {
			return false
		}
	}
	return true
}

// valueType is the Go type for codes that are whole numbers, all of them in
// their shortest spelling: 007 and 7 would be one number. Else it is "".
func valueType(codes []string) string {
	low, high := int64(0), int64(0)
	for _, code := range codes {
		if code == "" || runClass(code[0]) != '0' && code[0] != '-' {
			return "" // as most
		}
		v, err := strconv.ParseInt(code, 0, 64)
		if err != nil || len(code) > 1 && code[0] == '0' && code[1] != 'x' || len(code) > 2 && code[:2] == "-0" {
			return ""
		}
		low, high = min(low, v), max(high, v)
	}
	switch {
	case low >= math.MinInt32 && high <= math.MaxInt32:
		return "int32"
	case low >= 0 && high <= math.MaxUint32:
		return "uint32"
	}
	return "int64"
}
