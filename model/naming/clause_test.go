package naming

import (
	"slices"
	"strings"
	"testing"
)

// clauseOf reads words; a comma stands before the word that begins with one, and
// a name can do without what stands in brackets.
func clauseOf(words string) clause {
	var c clause
	for word := range strings.FieldsSeq(words) {
		w := clauseWord{}
		word, w.comma = strings.CutPrefix(word, ",")
		word, w.spare = strings.CutPrefix(word, "(")
		w.spelled, w.lower = upperFirst(word), word
		c = append(c, w)
	}
	return c
}

func TestCount(t *testing.T) {
	for _, c := range []struct {
		words       string
		limit, want int
	}{
		{"aaaa bbbb cccc", 12, 3},
		{"aaaa bbbb cccc", 11, 2},
		{"aaaa bbbb", 3, 0},
		{"", 5, 0},
		{"tls1 2 x", 5, 1},
		{"tls1 2 x", 6, 2}, // "_" stands between numbers
	} {
		if got := clauseOf(c.words).count(c.limit); got != c.want {
			t.Errorf("%q fits %d words into %d", c.words, got, c.limit)
		}
	}
}

// A shortened clause ends where one could pause.
func TestPause(t *testing.T) {
	for _, c := range []struct {
		words   string
		n, want int
	}{
		{"user in group", 2, 1},
		{"logged in", 2, 2},
		{"waiting for", 2, 1},
		{"user must log in", 2, 1},
		{"user must", 2, 2},
		{"must be alone", 2, 0},
		{"of the", 2, 0},
		{"one two three ,four five six", 5, 3},
		{"one two three ,four five six", 3, 3},
		{"one ,two three four", 3, 3},
		{"one two ,three four five", 4, 2},
		{"alpha beta gamma from delta epsilon", 5, 3},
		{"alpha beta gamma of delta epsilon", 5, 5},
		{"alpha beta gamma than delta epsilon", 5, 5},
		{"alpha beta from gamma delta epsilon zeta", 6, 6},
		{"alpha beta from gamma delta epsilon", 5, 2},
		{"alpha beta from gamma delta epsilon", 4, 2},
		{"alpha from gamma delta", 3, 3},
	} {
		if got := clauseOf(c.words).pause(c.n); got != c.want {
			t.Errorf("%q before word %d: %d, want %d", c.words, c.n, got, c.want)
		}
	}
}

// What a clause denies, or says is wrong, stays, whatever goes.
func TestFit(t *testing.T) {
	for _, c := range []struct {
		words string
		limit int
		want  string
		whole bool
	}{
		{"alpha beta", 9, "Alpha Beta", true},
		{"alpha beta gamma delta", 14, "Alpha Beta Gamma", false},
		{"alpha beta gamma delta invalid", 15, "Alpha Invalid", false},
		{"invalid alpha beta gamma denied", 16, "Invalid Alpha Beta", false},
		{"never alpha beta gamma denied", 16, "Never Alpha Beta", false},
		{"alpha beta gamma delta not allowed", 20, "Alpha Beta Not Allowed", false},
		{"client scope must not leak", 23, "Client Scope Must Not Leak", true},
		{"client scopes must not leak", 22, "Client Must Not Leak", false},
	} {
		words, whole := clauseOf(c.words).fit(c.limit)
		if got := strings.Join(words, " "); got != c.want || whole != c.whole {
			t.Errorf("%q in %d: %q, whole %v", c.words, c.limit, got, whole)
		}
	}
}

func TestFitEnding(t *testing.T) {
	for _, c := range []struct {
		words     string
		at, limit int
		want      string
	}{
		{"client scope must not leak", 3, 23, "Client Scope Must Not Leak"},
		{"client scope must not leak", 3, 22, "Client Must Not Leak"},
		{"client scope must not leak", 3, 20, ""},
		{"client scope seen not leak", 3, 22, "Client Scope Not Leak"},
		{"not leak", 0, 14, "Not Leak"},
		{"must not leak", 1, 22, "Must Not Leak"},
	} {
		if got := strings.Join(clauseOf(c.words).fitEnding(c.at, c.limit), " "); got != c.want {
			t.Errorf("%q from %d in %d: %q, want %q", c.words, c.at, c.limit, got, c.want)
		}
	}
}

// A comma before a word that is left out stands before the next.
func TestAbridged(t *testing.T) {
	c := clauseOf("one ,(the two three ,four (a (b five").abridged()
	var got []string
	for _, w := range c {
		if w.comma {
			w.lower = "," + w.lower
		}
		got = append(got, w.lower)
	}
	if want := strings.Fields("one ,two three ,four five"); !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestIsSpare(t *testing.T) {
	for _, c := range []struct {
		before, word string
		want         bool
	}{
		{"", "the", true},
		{"alpha", "the", true},
		{"", "be", true},
		{"must", "be", false},
		{"must also", "be", false},
		{"alpha must", "be", false},
		{"must alpha beta", "be", true},
		{"", "you", true},
		{"alpha", "you", false},
		{"", "alpha", false},
	} {
		if got := clauseOf(c.before).isSpare(c.word); got != c.want {
			t.Errorf("%q behind %q: %v", c.word, c.before, got)
		}
	}
}

func TestBridges(t *testing.T) {
	for word, want := range map[string]bool{"must": false, "not": false, "invalid": false, "of": false, "table": true} {
		if bridges(word) != want {
			t.Errorf("%s: %v", word, !want)
		}
	}
	if got := clauseOf("one of the").withoutLead(); len(got) != 1 || len(clauseOf("of the").withoutLead()) != 0 {
		t.Errorf("left is %v", got)
	}
}
