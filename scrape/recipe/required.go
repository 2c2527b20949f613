package recipe

import (
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// Words of a column that says what has to be there, beside yes and no. What is
// required under a condition is not always there. The first two lists have those
// that say so beside a type, too.
var (
	requiredNames = []string{
		"required", "mandatory", "obligatory", "obrigatório", "obrigatoria", "obrigatória", "obligatorio", "obligatoria",
		"obligatoire", "requis", "requise", "pflicht", "erforderlich", "zorunlu", "gerekli", "обязательно", "обязательный", "обязателен",
		"obbligatorio", "wymagane", "wymagany", "povinné", "povinný", "verplicht", "bắt", "wajib",
		"必填", "必须", "必須", "必选", "必传", "필수",
	}
	optionalNames = []string{
		"optional", "conditional", "opcional", "facultatif", "facultative", "optionnel", "fakultativ", "isteğe", "необязательно", "необязательный", "опционально",
		"facoltativo", "opzionale", "opcjonalne", "volitelné", "optioneel", "valgfri", "opsional",
		"可选", "选填", "非必填", "非必须", "非必选", "任意", "선택", "선택사항", "옵션",
	}
	requiredWords  = append([]string{"must", "always", "m", "r"}, requiredNames...) // m: as financial messages have it
	optionalWords  = append([]string{"conditionally", "depends", "sometimes", "recommended", "deprecated", "ignored", "reserved", "n/a", "na", "none", "never", "o", "c"}, optionalNames...)
	conditionWords = []string{"if", "when", "unless", "only", "se", "si", "wenn", "falls", "если", "для"}
)

// Always reads a cell that says whether something always has to be there. It is
// not ok with anything else in the cell.
func Always(text string) (value, ok bool) {
	if value, ok := model.Truth(text); ok {
		return value, true
	}
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return strings.ContainsRune(" .,;:()[]*–—-\u00a0", r) })
	if len(words) == 0 {
		return false, false
	}
	says := func(list []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return slices.Contains(list, w) })
	}
	first, isTruth := model.Truth(words[0])
	switch {
	case isTruth && words[0] != "":
		return first && !says(conditionWords), true
	case says(optionalWords):
		return false, true
	case says(requiredWords):
		return words[0] != "not" && !says(conditionWords), true
	}
	return false, false
}

// required reads what a row says of that. A column has to say it in words that
// are known; the group of a pattern says yes by matching, unless it says no.
func (rd *reading) required(r *row) bool {
	text := r.cells.of("required")
	if text == "" {
		return false
	}
	value, ok := Always(text)
	switch {
	case !ok && rd.table.has("required"):
		rd.problem(r.line, "take the role from the column in the recipe, and it stays as text", "required of %q is neither yes nor no: %q", Excerpt(r.cells.of("code")), Excerpt(text))
	case !ok:
		return true
	}
	return value
}

// betweenTypes is what may part a type from what is said of it.
const betweenTypes = " \t,，;:/()（）*"

// cutRequired parts a type from the word before or behind it that says whether
// something has to be there: string, required. Said is false where none does.
func cutRequired(kind string) (rest string, required, said bool) {
	for _, cut := range []func(string) (word, rest string){lastWord, firstWord} {
		word, rest := cut(kind)
		word = strings.ToLower(strings.Trim(word, betweenTypes))
		if is := slices.Contains(requiredNames, word); rest != "" && (is || slices.Contains(optionalNames, word)) {
			return rest, is, true
		}
	}
	return kind, false, false
}

func lastWord(text string) (word, rest string) {
	text = strings.TrimRight(text, betweenTypes)
	for word = range strings.FieldsFuncSeq(text, func(r rune) bool { return strings.ContainsRune(betweenTypes, r) }) {
	}
	return word, strings.TrimRight(strings.TrimSuffix(text, word), betweenTypes)
}

func firstWord(text string) (word, rest string) {
	at := strings.IndexAny(text, betweenTypes)
	if at < 0 {
		return text, ""
	}
	return text[:at], strings.TrimLeft(text[at:], betweenTypes)
}
