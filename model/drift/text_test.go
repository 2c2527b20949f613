package drift

import (
	"strings"
	"testing"
)

func TestCompareText(t *testing.T) {
	for _, test := range []struct {
		before, after string
		want          op
		words         string
	}{
		{"Invalid JWT.", "Invalid JWT.", "", ""},
		{"Invalid  JWT.", "Invalid\u00a0JWT.", whitespace, ""},
		{"错误 code 码", "错误code码", whitespace, ""},
		{"zero\u200bwidth", "zerowidth", whitespace, ""},
		{"Invalid JWT", "Invalid JWT.", typography, ""},
		{"Invalid JWT", "invalid jwt。", typography, ""},
		{"“Quoted” – text…", "'quoted' - text...", typography, ""},
		{"（参数）", "(参数)", typography, ""},
		{"See https://a.example/x?n=1.", "See https://b.example/y?n=2.", links, ""},
		{"See [the docs](a.html).", "See [the docs](b.html).", links, ""},
		{"Invalid JWT.", "The JWT is malformed.", reworded, ""},
		{"5", "3", suspect, "5 → 3"},
		{"At most 5", "At most 3", suspect, "5 → 3"},
		{"At most 5 tries.", "At most 3 tries.", suspect, "5 → 3"},
		{"At most ٥ tries.", "At most 5 tries, then.", reworded, ""},
		{"At most ٠ tries.", "At most 0 tries, then.", reworded, ""},
		{"The key is used.", "The key is unused.", suspect, "used → unused"},
		{"Not found.", "Order.", reworded, ""},
		{"1,000 rows a day.", "1000 rows per day.", reworded, ""},
		{"1.5 seconds", "15 seconds", suspect, "1.5 → 15"},
		{"Retry.", "Do not retry.", suspect, "+ not"},
		{"You didn't sign in.", "You did not sign in.", reworded, ""},
		{"The token is valid now.", "The token is invalid now.", suspect, "valid → invalid"},
		{"พบผู้ใช้", "ไม่พบผู้ใช้", suspect, "+ ไม่"},
		{"O usuário existe.", "O usuário não existe.", suspect, "+ não"},
		{"参数有效。", "参数不有效。", suspect, "+ 不"},
		{"Пользователь найден.", "Пользователь не найден.", suspect, "+ не"},
		{"المستخدم موجود", "المستخدم غير موجود", suspect, "+ غير"},
		{"No user $1.", "No user $2.", suspect, "$1 → $2"},
		{"Hello {name}!", "Hello {user}!", suspect, "{name} → {user}"},
		{"File %s of %d.", "File of %d.", reworded, ""},
		{"At most 5 tries.", "At most 5 tries in 10 minutes.", reworded, ""},
		{"The server is not reachable.", "The server is unreachable.", reworded, ""},
		{"The card was refused.", "The card was refused. Do not log in with it again and again.", reworded, ""},
		{"Off ({% not-enabled /%}).", "Off.", reworded, ""},
		{"See printf for more.", "See printf(3) for more.", reworded, ""},
		{"Up to 50% of quota.", "At most 50% of quota.", reworded, ""},
	} {
		for _, back := range []bool{false, true} {
			before, after, want := test.before, test.after, test.words
			if back {
				before, after = after, before
				want = turned(want)
			}
			got, words := compareText(before, after)
			if got != test.want || strings.Join(words, ", ") != want {
				t.Errorf("%q to %q is %q %q, want %q %q", before, after, got, words, test.want, want)
			}
		}
	}
}

// turned is what the words say from the other side.
func turned(words string) string {
	if from, to, ok := strings.Cut(words, " → "); ok {
		return to + " → " + from
	}
	return strings.NewReplacer("+ ", "- ", "- ", "+ ").Replace(words)
}

func TestNegationsAreRead(t *testing.T) {
	if len(negations.whole) < 100 || len(negations.within) < 10 || len(negations.prefixes) < 5 {
		t.Errorf("%d words, %d parts, %d prefixes", len(negations.whole), len(negations.within), len(negations.prefixes))
	}
	for word := range negations.whole {
		if got := lowerWords(word); len(got) != 1 || got[0] != word {
			t.Errorf("the negation %q is never found: it is read as %q", word, got)
		}
	}
}

func TestSegments(t *testing.T) {
	long := strings.Repeat(" b", longestSegmented/2)
	for _, test := range []struct{ before, after, want string }{
		{"", "", ""},
		{"same text", "same text", "=same text"},
		{"at most 5 tries", "at most 3 tries", "=at most |-5|+3|= tries"},
		{"", "new", "+new"},
		{"参数有误", "参数错误", "=参数|-有|+错|=误"},
		{"a b!", "a c!", "=a |-b|+c|=!"},
		{"one two three", "four five six", "-one two three|+four five six"}, // marks between them apart
		{"one, two", "three, two", "-one|+three|=, two"},
		{"m p", "k m l", "+k |=m |-p|+l"},
		{"k m l", "m p", "-k |=m |-l|+p"},
		{"q m n r", "s m t n u", "-q|+s|= m |+t |=n |-r|+u"},
		{"a" + long + "!", "c" + long, "-a" + long + "!|+c" + long}, // too long to look into
		{"a" + long, "c" + long, "-a|+c|=" + long},
	} {
		var got []string
		for _, s := range Segments(test.before, test.after) {
			switch {
			case s.Old && s.New:
				got = append(got, "="+s.Text)
			case s.Old:
				got = append(got, "-"+s.Text)
			default:
				got = append(got, "+"+s.Text)
			}
		}
		if strings.Join(got, "|") != test.want {
			t.Errorf("%q to %q: %q, want %s", test.before, test.after, got, test.want)
		}
	}
}

// Segments lose nothing of either side.
func FuzzSegments(f *testing.F) {
	f.Add("a b c", "a x c d")
	f.Add("\xff", "参数, b")
	f.Fuzz(func(t *testing.T, before, after string) {
		var a, b []string
		for _, s := range Segments(before, after) {
			if s.Old {
				a = append(a, s.Text)
			}
			if s.New {
				b = append(b, s.Text)
			}
		}
		if strings.Join(a, "") != before || strings.Join(b, "") != after {
			t.Errorf("%q and %q became %q and %q", before, after, a, b)
		}
	})
}

func TestDifference(t *testing.T) {
	for _, test := range []struct{ before, after, gone, come string }{
		{"a b a", "a c c", "b a", "c c"},
		{"a", "a b a", "", "b a"},
	} {
		gone, come := difference(strings.Fields(test.before), strings.Fields(test.after))
		if got := strings.Join(gone, " ") + "/" + strings.Join(come, " "); got != test.gone+"/"+test.come {
			t.Errorf("%s to %s: %s", test.before, test.after, got)
		}
	}
}

// Only where texts differ is looked into, word by word and with what is
// joined to these words.
func TestBetween(t *testing.T) {
	for _, test := range []struct{ before, after, was, is string }{
		{"the user can log in", "the user can't log in", "can", "can't"},
		{"at most 5 tries", "at most 15 tries", "5", "15"},
		{"a b b", "a b", " b", ""},
		{"a b", "a b", "", ""},
		{"参数有误", "参数错误", "参数有误", "参数错误"},
		{"", "a", "", "a"},
	} {
		if was, is := between(test.before, test.after, isSpaceEdge); was != test.was || is != test.is {
			t.Errorf("%q to %q: %q, %q, want %q, %q", test.before, test.after, was, is, test.was, test.is)
		}
	}
}

// What surrounds the difference counts for how much two texts share.
func TestSaySame(t *testing.T) {
	for _, test := range []struct {
		before, after string
		want          bool
	}{
		{"the order of this user was not found here", "the order of this user was found here", true},
		{"not found", "the order of this user is gone", false},
		{"a b c d e f", "a b c g h i", false},
		{"a b c d e f j k l m n o", "a b c g h i j k l m n o", true},
	} {
		if got := saySame(test.before, test.after); got != test.want {
			t.Errorf("%q and %q say the same: %v", test.before, test.after, got)
		}
	}
}

func TestIsSqueezed(t *testing.T) {
	for s, want := range map[string]bool{"": true, "a b": true, "a  b": false, " a": false, "a ": false, "a\tb": false, "a\u00a0b": false} {
		if isSqueezed(s) != want {
			t.Errorf("isSqueezed(%q) = %v", s, !want)
		}
	}
}
