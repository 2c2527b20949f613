package naming

import "slices"

// A clause is a list of words that make sense together.
type clause []clauseWord

type clauseWord struct {
	spelled string // as part of an identifier
	lower   string // as the vendor wrote it, in lower case
	comma   bool   // a comma stood before it
	spare   bool   // a name can do without it
}

// fit returns the words of a clause that make a name of at most limit bytes,
// and whether they are all of it. A shortened clause ends where one could
// pause, and never loses its negation, or all of what it says of its subject.
func (c clause) fit(limit int) (words []string, whole bool) {
	n := c.count(limit)
	if n == len(c) {
		return c.words(), true
	}
	end := c.pause(n)
	if at := c[end:].find(negations); at >= 0 {
		return c.fitEnding(end+at, limit), false
	}
	if at := c[end:].find(verdicts); at >= 0 && c[:end].find(verdicts) < 0 && c[:end].find(negations) < 0 {
		return c.fitEnding(end+at, limit), false
	}
	return c[:end].words(), false
}

// find is the index of the first word that is one of list, or -1.
func (c clause) find(list []string) int {
	return slices.IndexFunc(c, func(w clauseWord) bool { return slices.Contains(list, w.lower) })
}

// fitEnding shortens a clause in its middle, so that what begins at c[at]
// stays: "ScopeRequestedByClient" and "NotAllowed".
func (c clause) fitEnding(at, limit int) []string {
	if at > 0 && slices.Contains(modals, c[at-1].lower) {
		at--
	}
	tail := c[at:]
	tail = tail[:tail.pause(tail.count(limit/2))]
	if len(tail) == 0 {
		return nil
	}
	head := c[:at]
	head = head[:head.pause(head.count(limit-len(joinWords(tail.words()))-1))]
	return slices.Concat(head.words(), tail.words())
}

func (c clause) words() []string {
	words := make([]string, len(c))
	for i, w := range c {
		words[i] = w.spelled
	}
	return words
}

// count is how many words from the front fit into limit bytes.
func (c clause) count(limit int) int {
	n, length := 0, 0
	for n < len(c) && length+len(c[n].spelled) <= limit {
		length += len(c[n].spelled)
		n++
	}
	for n > 0 && len(joinWords(c[:n].words())) > limit {
		n--
	}
	return n
}

// pause is the place to end the first n words of a clause: where a comma
// stood, else before a late preposition or conjunction, and never behind a
// word that leads on to another.
func (c clause) pause(n int) int {
	if n < len(c) {
		n = c.breath(n)
		for n > 0 && (leadsOn(c[n-1].lower) || slices.Contains(looseWords, c[n-1].lower)) {
			n--
		}
	}
	for n > 0 && leadsOn(c[n-1].lower) && !slices.Contains(particles, c[n-1].lower) {
		n--
	}
	return n
}

func (c clause) breath(n int) int {
	for i := n; i > 1; i-- {
		if c[i].comma {
			return i
		}
	}
	for i := n; i >= n/2 && i > 1; i-- {
		if leadsOn(c[i].lower) && c[i].lower != "of" && c[i].lower != "than" {
			return i
		}
	}
	return n
}

// leadsOn reports whether a word needs another one after it.
func leadsOn(lower string) bool {
	return slices.Contains(joints, lower) || slices.Contains(particles, lower)
}

// abridged is a clause without the words that a name can do without.
func (c clause) abridged() clause { return c.without(isSpare) }

func isSpare(w clauseWord) bool { return w.spare }

func isArticle(w clauseWord) bool { return w.spare && (w.lower == "the" || w.lower == "this") }

// without is a clause without some of its words. A comma before one of them
// stands before the next.
func (c clause) without(drop func(clauseWord) bool) clause {
	var kept clause
	comma := false
	for _, w := range c {
		comma = comma || w.comma
		if drop(w) {
			continue
		}
		w.comma, comma = comma, false
		kept = append(kept, w)
	}
	return kept
}
