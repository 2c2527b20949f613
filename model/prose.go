package model

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// splitClauses reads folded text: its clauses, each without the words that a
// name can do without.
func splitClauses(text string) []clause {
	var r clauseReader
	for _, token := range strings.Fields(droppable().ReplaceAllString(text, " "+gap+" ")) {
		r.read(token)
	}
	r.end("")
	return r.done
}

type clauseReader struct {
	done  []clause
	open  clause
	comma bool // a comma stands before the next word
	gap   bool // something was dropped before the next word
}

// gap stands where something was dropped.
const gap = "\x00"

// droppable finds what no name is made of: what stands in brackets, addresses
// of the web and of mail, placeholders, and "e.g.".
var droppable = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\([^()]*\)|\[[^\]]*\]|\{[^}]*\}|<[^>]*>` +
		`|\b[A-Za-z][A-Za-z0-9+.-]*://\S+|\bwww\.\S+|\S+@\S+\.\w+` +
		`|(?:[$@]\d+|(?:0x)?%[-+#0-9.*]*(?:[a-zA-Z]\b|\d+))(?:'s)?` +
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
		core = "at"
	case token == "&":
		core = "and"
	case core == "":
		if strings.ContainsAny(token, ".!?;:|-\u2013\u2014") {
			r.end(token)
		}
		return
	case r.comma && slices.Contains(starters, strings.ToLower(core)) && !r.open.isCondition():
		r.end(",")
	}
	for _, word := range expand(core) {
		r.say(word)
	}
	_, after, _ := strings.Cut(token, core)
	r.comma = r.comma || strings.Contains(after, ",")
	if strings.ContainsAny(after, ".!?;:") {
		r.end(after)
	}
}

// say adds a word to the open clause, unless a name can do without it.
func (r *clauseReader) say(word string) {
	lower := strings.ToLower(word)
	first := len(r.open) == 0 || r.comma && r.open.isCondition()
	if r.open.skips(lower, first) {
		if n := len(r.open); lower == "been" && n > 0 && r.open[n-1].lower == "have" {
			r.open = r.open[:n-1]
		}
		return
	}
	if r.gap && !bridges(lower) {
		r.open = r.open.withoutLead()
	}
	for _, chunk := range chunksOf(word) {
		for _, part := range splitCase(chunk) {
			r.open = append(r.open, clauseWord{spellWord(part, inside), strings.ToLower(part), r.comma})
			r.comma, r.gap = false, false
		}
	}
}

func (c clause) skips(lower string, first bool) bool {
	switch lower {
	case "a", "an", "the", "this", "that", "is", "are", "was", "were", "am", "been", "has", "either":
		return true
	case "be", "have": // "must be", "does not have"
		return c[max(0, len(c)-2):].find(modals) < 0
	case "you", "your", "we", "our", "i", "my", "it", "its", "there", "please", "sorry":
		return first
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
	// labels, with a colon behind them, say nothing.
	labels = []string{"error", "warning", "note", "notice", "info", "fatal", "failure", "exception"}
)
