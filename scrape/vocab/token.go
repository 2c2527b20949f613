package vocab

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	notation "github.com/spectab/spectab/model/text"
)

// tokenKind is what a word in a cell may be the code of.
type tokenKind int

const (
	prose  tokenKind = iota // a word, or no code at all
	word                    // one plain word: a code only where all of its column are
	Symbol                  // a name that is written as one: EPERM, invalid_grant, NoName
	Number                  // decimal, hexadecimal, or digits with dashes and dots
)

var (
	numberToken = regexp.MustCompile(`^(?:[-+−–]?\d+|0[xX][0-9A-Fa-f_]+|-?0[xX][0-9A-Fa-f]+L?|\d+(?:[-.]\d+)+)$`)
	hexToken    = regexp.MustCompile(`^0[xX][0-9A-Fa-f]+$`)
	symbolToken = regexp.MustCompile(`^(?:--?|\+)?\$?[A-Za-z_][\w$]*(?:[-.:/*]+[A-Za-z0-9_$]+|\[(?:[A-Za-z_][\w-]*|\d+|\*)?\])*$|^\d+[A-Za-z]\w*_\w*$|^#[A-Z][A-Z0-9]*(?:/\d)?[!?]$`)
	holeInName  = regexp.MustCompile(`%(?:\d+\$)?[dsuxi]`)
	holeOfName  = regexp.MustCompile(`<[A-Za-z][\w-]*>`)
	formatToken = regexp.MustCompile(`^%\S*[A-Za-z%]$`)
)

// Classify tells what one token without white space may be.
func Classify(tok string) tokenKind {
	switch {
	case tok == "" || len(tok) > 100 || !mayBegin(tok[0]):
		return prose
	case slices.Contains(verbs, tok):
		return word
	case onlyLetters(tok):
		return letters(tok)
	case onlyDigits(tok), !isLetter(tok[0]) && numberToken.MatchString(tok), isMixed(tok):
		return Number
	case tok[0] == '%' && formatToken.MatchString(tok):
		return Symbol
	case strings.Contains(tok, "%"): // a name with a number in it, WAIT_%d
		if name := holeInName.ReplaceAllString(tok, "0"); name != tok && strings.Contains(name, "_") {
			return Classify(name)
		}
		return prose
	case strings.Contains(tok, ".<"), strings.Contains(tok, ">."): // a name with names in it, branch.<name>.merge
		if name := holeOfName.ReplaceAllString(tok, "x"); name != tok && strings.Contains(name, ".") {
			return Classify(name)
		}
		return prose
	case !isName(tok) && !symbolToken.MatchString(tok):
		return prose
	}
	return Symbol
}

// mayBegin reports whether a code may begin with this byte; − and – begin with
// 0xE2.
func mayBegin(c byte) bool {
	return c >= '0' && c <= '9' || isLetter(c) || strings.IndexByte("_$%+-#\xe2", c) >= 0
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isCapital(c byte) bool { return c >= 'A' && c <= 'Z' }

func onlyDigits(tok string) bool {
	for i := 0; i < len(tok); i++ {
		if !isDigit(tok[i]) {
			return false
		}
	}
	return true
}

// isMixed reports whether tok is a number with capitals: up to eight of both, or
// a few capitals before digits that one more may follow, X-12A. One digit it has.
func isMixed(tok string) bool {
	capitals, i := 0, 0
	for i < len(tok) && isCapital(tok[i]) {
		i++
	}
	if capitals = i; i < len(tok) && (tok[i] == '-' || tok[i] == '_') {
		i++
	}
	digits := 0
	for i < len(tok) && isDigit(tok[i]) {
		i++
		digits++
	}
	if capitals > 0 && capitals <= 5 && digits > 0 && digits <= 6 && (i == len(tok) || i == len(tok)-1 && isCapital(tok[i])) {
		return true
	}
	return len(tok) <= 8 && strings.ContainsAny(tok, "0123456789") &&
		!strings.ContainsFunc(tok, func(r rune) bool { return (r < '0' || r > '9') && (r < 'A' || r > 'Z') })
}

func onlyLetters(tok string) bool {
	for i := 0; i < len(tok); i++ {
		if !isLetter(tok[i]) {
			return false
		}
	}
	return true
}

// verbs are the methods of HTTP. They are written as symbols, and tell of
// endpoints.
var verbs = []string{"GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"}

// isName reports whether tok is an identifier of most languages. It finds most
// of what symbolToken does, without a regular expression.
func isName(tok string) bool {
	for i := 0; i < len(tok); i++ {
		if c := tok[i]; !isLetter(c) && c != '_' && (i == 0 || c < '0' || c > '9') {
			return false
		}
	}
	return true
}

// letters tells a plain word, which may begin with a capital, from a name
// with capitals elsewhere.
func letters(tok string) tokenKind {
	for i := 0; i < len(tok); i++ {
		if tok[i] < 'a' && (i > 0 || len(tok) == 1) {
			return Symbol
		}
	}
	return word
}

// A CodeCell is what the codes in one cell are.
type CodeCell struct {
	Numbers     []string
	Symbols     []string
	Weak        bool // the symbols are plain words
	numberFirst bool
	Remark      string // behind the number, where it is a name: a reason phrase of HTTP
	Aside       string // what is said of the code in brackets
	Optional    bool   // a question mark behind the name says so
}

var (
	footnote  = regexp.MustCompile(`\s*\[\d{1,2}\](?:,\s*\[\d{1,2}\])*([^.\w\[]|$)`) // behind it a path would go on
	leadWords = regexp.MustCompile(`^(?:enumerator|#define|const|case|error(?: number| code)?:?|code:?|错误码|錯誤碼)\s+`)
)

// errorOfCell is an error as spreadsheets show it in the place of a value: #REF!,
// #NAME?, #N/A. Elsewhere a number sign says that a number follows.
var errorOfCell = regexp.MustCompile(`^#\p{Lu}[\p{Lu}\d/]*[!?]?$`)

// betweenCodes is what may stand between the codes of a cell.
var betweenCodes = []string{"", "or", "and", "/", "|", ",", "to"}

// betweenSymbols is the same in brackets, where words that nothing else parts are
// a phrase and no symbols: E001 (error code no1).
var betweenSymbols = regexp.MustCompile(`\s*[,/|]\s*|\s+(?:or|and|to)\s+`)

func isPhrase(text string) bool { return strings.Contains(text, " ") }

// remark is what a cell says of its code in brackets, of properties what one may
// do with them: Name { get; set; }.
var remark = regexp.MustCompile(`\s*(?:[(（][^()（）]*[)）]|\s\{[^{}]*\})\s*$`)

// ParseCodeCell reads a cell that should hold codes and nothing else, but for
// a remark in brackets; it is false where anything else stands there.
func ParseCodeCell(text string) (CodeCell, bool) {
	if !strings.HasSuffix(text, ")") && !strings.HasSuffix(text, "）") && !strings.HasSuffix(text, "}") || len(text) > 2*cellLimit {
		return parseCodes(text)
	}
	loc := remark.FindStringIndex(text)
	if loc == nil || loc[0] == 0 {
		return parseCodes(text)
	}
	front, inner := text[:loc[0]], strings.Trim(text[loc[0]:], " ()（）{}")
	if c, ok := parseCodes(front); ok && Capitals.MatchString(inner) {
		c.Remark = inner
		return c, true
	}
	if c, ok := parseCodes(text); ok && !Deprecates(inner) && !slices.ContainsFunc(betweenSymbols.Split(inner, -1), isPhrase) {
		return c, true
	}
	c, ok := parseCodes(front)
	c.Aside = inner
	return c, ok
}

// phrased is a number of some digits and a name of a few words behind it: 404
// Not Found.
var phrased = regexp.MustCompile(`^(\d{3,5})\s+(?:[-–—:]\s+)?(\p{Lu}[\p{L}'’]*(?:[ /-]+[\p{L}'’]+){0,5})$`)

// ParsePhrasedCell is parseCodeCell for a cell, an item or a term, where
// words behind a number are its name.
func ParsePhrasedCell(text string) (CodeCell, bool) {
	c, ok := ParseCodeCell(text)
	if ok || text == "" || text[0] < '0' || text[0] > '9' {
		return c, ok
	}
	m := phrased.FindStringSubmatch(text)
	if m == nil {
		return CodeCell{}, false
	}
	return CodeCell{Numbers: []string{m[1]}, numberFirst: true, Remark: m[2]}, true
}

// Capitals are words as some pages write the reason phrases of HTTP: NOT
// FOUND.
var Capitals = regexp.MustCompile(`^[A-Z]+(?: [A-Z]+)+$`)

// Conversion is the letter by which a format directive is known: the i of
// %{name}i. It is "" of any other code.
func Conversion(code string) string {
	if code == "" || code[0] != '%' || !formatToken.MatchString(code) {
		return ""
	}
	letters := code[strings.LastIndexFunc(code, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
	if len(letters) > longestConversion {
		return "" // %DISK-3-FULL is a name
	}
	return letters
}

// longestConversion is how many letters a conversion has at most, with its size:
// the lld of %lld.
const longestConversion = 3

func parseCodes(text string) (CodeCell, bool) {
	var c CodeCell
	if len(text) > 2*cellLimit {
		return c, false
	}
	if strings.Contains(text, "[") {
		text = footnote.ReplaceAllString(text, "$1")
	}
	text = strings.TrimRight(trim(text, " ¶§`*:"), " ¶§`*:.,") // a point before a code is of it: .tar
	if text == "" || text[0] != '#' || !errorOfCell.MatchString(text) {
		text = trim(text, "# ")
	}
	text = notation.Plain(text)
	if strings.HasPrefix(text, "<") && strings.HasSuffix(text, "/>") {
		text = text[1 : len(text)-2] // an empty element, of which a protocol makes a code
	}
	if text = WithoutLead(text); text == "" || len(text) > cellLimit {
		return c, false
	}
	if strings.HasPrefix(text, "0x") && byteList.MatchString(text) {
		c.Numbers, c.numberFirst = []string{text}, true
		return c, true
	}
	plain := "" // the word that may be the only symbol; most cells are prose, and go on with another
	if strings.Contains(text, "/") && areSlashed(text) {
		text = strings.ReplaceAll(text, "/", " / ")
	}
	for tok := range strings.FieldsFuncSeq(text, breaksCell) {
		tok = trim(tok, "`*\"'“”‘’")
		if name := strings.TrimSuffix(tok, "?"); name != tok && isName(name) {
			tok, c.Optional = name, true
		}
		switch kind := Classify(tok); {
		case len(tok) > 1 && tok[0] == '.' && isLetter(tok[1]) && isName(tok[1:]): // .htaccess
			c.Symbols = append(c.symbols(plain), tok)
		case slices.Contains(betweenCodes, tok):
		case kind == Number:
			c.numberFirst = c.numberFirst || len(c.Symbols) == 0 && !c.Weak
			c.addNumber(normalNumber(tok))
		case kind == Symbol:
			c.Symbols = append(c.symbols(plain), tok)
		case kind == word && len(c.Symbols) == 0 && !c.Weak:
			plain, c.Weak = tok, true
		default:
			return CodeCell{}, false
		}
	}
	c.Symbols = c.symbols(plain)
	return c, len(c.Numbers)+len(c.Symbols) > 0 && len(c.Symbols) <= 8
}

// slashedDigits is how long numbers are that a slash parts; what is shorter may be
// a date or a fraction.
const slashedDigits = 3

// areSlashed reports whether a cell is several numbers of one length with slashes
// between them: E100/E101. Else a slash is a part of a name.
func areSlashed(text string) bool {
	size := -1
	for tok := range strings.SplitSeq(text, "/") {
		tok = strings.TrimSpace(tok)
		if size < 0 {
			size = len(tok)
		}
		if len(tok) != size || size < slashedDigits || Classify(tok) != Number {
			return false
		}
	}
	return true
}

// symbols are those so far, the first of which is a plain word where there is
// one.
func (c *CodeCell) symbols(plain string) []string {
	if c.Weak && len(c.Symbols) == 0 {
		return []string{plain}
	}
	return c.Symbols
}

// trim is strings.Trim, which is slow where the set has other letters than those
// of ASCII, and mostly has nothing to do.
func trim(s, set string) string {
	if s == "" || alphanumeric(s[0]) && alphanumeric(s[len(s)-1]) {
		return s
	}
	return strings.Trim(s, set)
}

func alphanumeric(c byte) bool { return isLetter(c) || isDigit(c) }

// WithoutLead drops the words that stand before a code. All of them begin with
// one of a few letters, and most texts do not.
func WithoutLead(text string) string {
	if text == "" || strings.IndexByte("e#c\xe9", text[0]) < 0 {
		return text
	}
	return leadWords.ReplaceAllString(text, "")
}

// byteList is a code of several bytes, as registries write them: 0xC0,0x2F.
var byteList = regexp.MustCompile(`^0x[0-9A-Fa-f]{2}(?:,0x[0-9A-Fa-f]{2})+$`)

// cellLimit is the longest text, in bytes, that can be a cell of codes.
const cellLimit = 160

func breaksCell(r rune) bool {
	if r > '=' && r < 0x80 {
		return false
	}
	return unicode.IsSpace(r) || strings.ContainsRune("(),;=", r)
}

// normalNumber writes a typographic minus as the wire has it.
func normalNumber(tok string) string {
	if rest, ok := strings.CutPrefix(tok, "−"); ok {
		return "-" + rest
	}
	if rest, ok := strings.CutPrefix(tok, "–"); ok {
		return "-" + rest
	}
	return tok
}

// addNumber keeps a number unless it is another spelling of one that is there:
// 13 (0xD).
func (c *CodeCell) addNumber(tok string) {
	if len(c.Numbers) == 0 {
		c.Numbers = []string{tok}
		return
	}
	v, err := strconv.ParseInt(tok, 0, 64)
	for _, have := range c.Numbers {
		if w, err2 := strconv.ParseInt(have, 0, 64); err == nil && err2 == nil && v == w || have == tok {
			return
		}
	}
	c.Numbers = append(c.Numbers, tok)
}

// Shape reduces a code to its form: digits to 9, capitals to A, small letters
// to a, repetitions to one, so that the codes of one table look alike. Of
// hexadecimal numbers the digits do not count: 0x1A and 0xA1 are alike.
func Shape(s string) string {
	if strings.HasPrefix(s, "0") && hexToken.MatchString(s) {
		return "0x"
	}
	if s != "" && onlyDigits(s) {
		return "9"
	}
	var b strings.Builder
	last := byte(0)
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= '0' && c <= '9':
			c = '9'
		case c >= 'A' && c <= 'Z':
			c = 'A'
		case c >= 'a' && c <= 'z':
			c = 'a'
		}
		if c != last {
			b.WriteByte(c)
		}
		last = c
	}
	return b.String()
}
