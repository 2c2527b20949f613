package naming

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"github.com/spectab/spectab/model/text"
)

// splitClauses reads folded text: its clauses, each without the words that no
// name has.
func (n *Namer) splitClauses(message string) []clause {
	r := clauseReader{namer: n, shouted: !strings.ContainsFunc(message, unicode.IsLower)}
	r.tongue = tongueOf(chunksOf(strings.ToLower(message)))
	message = pluralNote.ReplaceAllString(message, "$1$2")
	for _, at := range slices.Backward(text.PlaceholderSpans(message)) {
		message = message[:at[0]] + " " + gap + " " + message[at[1]:]
	}
	for _, token := range strings.Fields(droppable().ReplaceAllString(message, " "+gap+" ")) {
		r.read(token)
	}
	r.end("")
	return r.done
}

// pluralNote is an ending in brackets: recipient(s).
var pluralNote = regexp.MustCompile(`([A-Za-z])\((e?s)\)`)

type clauseReader struct {
	namer   *Namer
	tongue  tongue // of the message
	shouted bool   // the whole message is in capitals, so that they mean nothing
	done    []clause
	open    clause
	comma   bool // a comma stands before the next word
	gap     bool // something was dropped before the next word
}

// gap stands where something was dropped.
const gap = "\x00"

// droppable finds what no name is made of: what stands in brackets, addresses
// of the web and of mail, and "e.g.".
var droppable = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\([^()]*\)|\[[^\]]*\]|\{[^}]*\}|<[A-Za-z/][^>]*>` +
		`|\b[A-Za-z][A-Za-z0-9+.-]*://\S+|\bwww\.\S+|\S+@\S+\.\w+` +
		`|(?:0x)?` + gap + `(?:'s)?` +
		`|\b(?i:e\.g|i\.e|n\.b)\b\.?,?`)
})

const punctuation = "\"'`.,;:!?()[]{}<>*|/\\_=+^~$#%@&-\u2013\u2014\u201c\u201d\u201e\u00ab\u00bb\u00a1\u00bf" + gap

func (r *clauseReader) read(token string) {
	core := strings.Trim(token, punctuation)
	switch {
	case token == gap:
		r.gap = true
		return
	case token == "@":
		r.append("At", token, false)
		return
	case token == "&":
		core = "and"
	case Operator(token) != "":
		r.word(Operator(token))
		return
	case core == "":
		if strings.ContainsAny(token, ".!?;:|-\u2013\u2014") {
			r.end(token)
		}
		return
	case r.comma && slices.Contains(starters, strings.ToLower(core)) && !r.open.isCondition():
		r.end(",")
	}
	for _, word := range expand(core) {
		r.say(word, strings.Contains(token, quoted(core)))
	}
	_, after, _ := strings.Cut(token, core)
	if marks := namedMarks(core, after); marks != "" {
		r.word(marks)
	}
	r.comma = r.comma || strings.Contains(after, ",")
	if strings.ContainsAny(after, ".!?;:") {
		r.end(after)
	}
}

// quoted is a word as some pages quote it.
func quoted(core string) string { return `"` + core + `"` }

// namedMarks spells the signs that are a part of the word before them: those
// of 50%, C++ and C#, and of a letter alone, A+.
func namedMarks(core, after string) string {
	after = strings.TrimRight(after, ".,;:!?\"'`)]")
	switch {
	case after == "%" && isNumber(core):
		return "Percent"
	case len(core) != 1 || isDigit(core[0]):
		return ""
	case after == "#":
		return "Sharp"
	case after == "+", after == "++", after == "-":
		return strings.Repeat(markWords[after[:1]], len(after))
	}
	return ""
}

// say adds a word to the open clause, unless no name has it.
func (r *clauseReader) say(word string, isQuoted bool) {
	lower := r.tongue.english(strings.ToLower(word))
	switch n := len(r.open); {
	case lower == "as" && n > 1 && r.open[n-1].lower == "such": // examples follow
		r.open = r.open[:n-1]
		r.end(",")
		return
	case isQuoted:
	case lower == "please", lower == "sorry", lower == "an", word == "a", lower == "a" && (n == 0 || r.shouted), n == 0 && slices.Contains(determiners, lower):
		return
	case lower == "this" && !leadsOn(r.open[n-1].lower): // cannot use this endpoint
		return
	case lower == "been" && n > 2 && r.open[n-1].lower == "already" && slices.Contains(perfect, r.open[n-2].lower):
		r.open = append(r.open[:n-2], r.open[n-1])
		return
	case n == 1 && slices.Contains(openings, r.open[0].lower+" "+lower):
		r.open = r.open[:0]
		return
	case n == 1 && r.open[0].lower == "you":
		r.open = r.open[:0]
	}
	if r.gap && !bridges(lower) {
		r.open = r.open.withoutLead()
	}
	spare := !isQuoted && r.open.isSpare(lower)
	for _, chunk := range chunksOf(word) {
		for _, part := range r.namer.parts(chunk) {
			if part != word {
				lower = strings.ToLower(part)
			}
			r.append(part, lower, spare)
		}
	}
}

// word adds one word that says what it is.
func (r *clauseReader) word(part string) { r.append(part, strings.ToLower(part), false) }

// append adds one word as an identifier has it, and as English has it in lower
// case.
func (r *clauseReader) append(part, lower string, spare bool) {
	r.open = append(r.open, clauseWord{spelled: r.spell(part), lower: lower, comma: r.comma, spare: spare})
	r.comma, r.gap = false, false
}

// spell spells a word of a sentence: capitals among words that have none are
// meant, but where they stress a word.
func (r *clauseReader) spell(word string) string {
	lower := strings.ToLower(word)
	if r.shouted || !isCapitals(word) || isEnglish(lower) || r.namer.initialism(lower) != "" {
		return r.namer.spell(word)
	}
	return word
}

// isSpare reports whether a shorter name can do without a word.
func (c clause) isSpare(lower string) bool {
	switch lower {
	case "the", "this", "that", "is", "are", "was", "were", "am", "been", "has", "either":
		return true
	case "be", "have": // "must be", "does not have"
		return c[max(0, len(c)-2):].find(modals) < 0
	case "you", "your", "we", "our", "i", "my", "it", "its", "there":
		return len(c) == 0
	}
	return false
}

// bridges reports whether a word can follow the last of a clause although something
// between them was dropped: "in @1 table", but not "for @1 must".
func bridges(lower string) bool {
	for _, list := range [][]string{modals, negations, verdicts, joints} {
		if slices.Contains(list, lower) {
			return false
		}
	}
	return true
}

// withoutLead drops the last words of c where what they led to was dropped.
func (c clause) withoutLead() clause {
	for len(c) > 0 && leadsOn(c[len(c)-1].lower) {
		c = c[:len(c)-1]
	}
	return c
}

// end closes the open clause, with the punctuation that ended it.
func (r *clauseReader) end(mark string) {
	c := r.open
	r.open, r.comma = nil, false
	if r.gap {
		c = c.withoutLead()
	}
	c = c[:c.pause(len(c))]
	r.gap = false
	if len(c) == 0 || len(c) == 1 && strings.HasPrefix(mark, ":") && slices.Contains(labels, c[0].lower) {
		return
	}
	if i := slices.IndexFunc(c, func(w clauseWord) bool { return w.comma }); i > 0 && c.isCondition() {
		r.done = append(r.done, c[i:], c[:i])
		return
	}
	r.done = append(r.done, c)
}

// isCondition reports whether a clause only leads up to what happens: "If
// this social profile is unlinked, no authentication methods are available."
func (c clause) isCondition() bool {
	return len(c) > 0 && slices.Contains(conditions, c[0].lower)
}

// expand writes a contraction out: "doesn't" gives does, not. A possessive
// loses its ending.
func expand(core string) []string {
	lower := strings.ToLower(core)
	if stem, ok := strings.CutSuffix(lower, "n't"); ok {
		switch stem {
		case "ca":
			return []string{"cannot"}
		case "wo":
			return []string{"will", "not"}
		}
		return []string{core[:len(stem)], "not"}
	}
	if slices.Contains(contracted, lower) { // I'm a teapot
		return nil
	}
	for _, ending := range []string{"'ve", "'re", "'s", "'m", "'d", "'ll"} {
		if stem, ok := strings.CutSuffix(lower, ending); ok {
			return []string{core[:len(stem)]}
		}
	}
	if strings.HasPrefix(lower, "e-mail") {
		return []string{core[:1] + core[2:]}
	}
	if isNumber(strings.ReplaceAll(core, ",", "")) {
		return []string{strings.ReplaceAll(core, ",", "")}
	}
	if stem, ok := strings.CutSuffix(core, ".0"); ok && isNumber(stem) {
		return []string{stem} // OAuth 2.0
	}
	return []string{core}
}

// The words that steer how a message becomes names.
var (
	// joints lead on to another word, wherever they stand.
	joints = []string{
		"and", "or", "nor", "but", "of", "to", "for", "from", "with", "by", "at", "as", "if", "than", "because", "since",
		"when", "while", "which", "who", "whose", "where", "into", "onto", "per", "via", "until", "unless", "during",
		"between", "against", "within", "without", "upon", "so", "then", "a", "an", "the",
	}
	// particles do so too, unless the vendor ended there: "logged in".
	particles = []string{"in", "on", "up", "out", "off", "over", "down", "through", "about", "under", "before", "after"}
	// looseWords hang where a name was shortened behind them.
	looseWords = []string{
		"is", "are", "be", "does", "do", "did", "must", "should", "can", "could", "may", "might", "will", "would", "not",
		"no", "cannot", "has", "have", "had", "its", "your", "their", "our", "my", "these", "those", "such", "very", "too",
		"more", "less", "any", "each", "every", "some", "other", "another", "only", "also", "already", "either", "neither",
		"both", "it", "you", "we", "they", "there", "least", "most", "one", "due", "other", "currently",
	}
	// negations turn a meaning round, and are never cut off.
	negations = []string{"not", "no", "never", "cannot", "none", "neither"}
	// verdicts say what is wrong with a subject.
	verdicts = []string{
		"already", "bad", "denied", "disabled", "exceeded", "exceeds", "expired", "failed", "fails", "forbidden", "incorrect",
		"invalid", "malformed", "missing", "rejected", "required", "unavailable", "unknown", "unsupported", "wrong",
	}
	// modals keep the verb behind them.
	modals = []string{
		"do", "does", "did", "must", "should", "can", "could", "may", "might", "will", "would", "shall", "to", "not",
		"cannot", "need",
	}
	// starters begin a new clause behind a comma.
	starters = []string{
		"as", "because", "but", "so", "since", "which", "please", "try", "you", "we", "they", "it", "if", "when", "unless",
		"while", "where", "who", "however", "contact", "check", "ensure", "make", "verify", "see", "retry", "use", "this",
	}
	// conditions begin a clause that leads up to another behind a comma.
	conditions = []string{
		"if", "when", "while", "since", "because", "although", "as", "once", "unless", "for", "in", "due", "after", "before",
		"during", "on", "at",
	}
	// contracted are pronouns with a verb, which no name begins with.
	contracted = []string{"i'm", "i've", "you're", "you've", "we're", "we've", "they're", "they've", "it's", "there's", "that's"}
	// determiners in front of a name say nothing.
	determiners = []string{"the", "this", "that", "these", "those", "your", "our"}
	// openings of a sentence say nothing in a name.
	openings = []string{"there is", "there are", "you are", "you have", "we are", "it is"}
	// perfect say with "been" that something happened.
	perfect = []string{"has", "have", "had"}
	// labels, with a colon behind them, say nothing.
	labels = []string{"error", "warning", "note", "notice", "info", "fatal", "failure", "exception"}
)
