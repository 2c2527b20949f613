package naming

import (
	"slices"
	"strings"
	"testing"
)

func TestSegment(t *testing.T) {
	tests := []struct{ word, want string }{
		{"passwordtooshort", "password too short"},
		{"nocookiesfornew", "no cookies for new"},
		{"mustbeposted", "must be posted"},
		{"externaldberror", "external db error"},
		{"createmergerequestfields", "create merge request fields"},
		{"filenotfound", "file not found"},
		{"outofmemory", "out of memory"},
		{"toolong", "too long"},
		{"inuse", "in use"},
		{"signin", "sign in"},
		{"firstname", "first name"},
		{"useragent", "user agent"},
		{"redirecturi", "redirect uri"},
		{"lguserid", "lg user id"},
		{"mwoauth", "mw oauth"},
		// words, and what only begins or ends like one
		{"therapist", ""},
		{"together", ""},
		{"notice", ""},
		{"tokens", ""},
		{"creating", ""},
		{"unreleased", ""},
		{"reusable", ""},
		{"orbitor", ""},
		{"crosshair", ""},
		{"bytea", ""},
		{"discipline", ""},
		{"stringent", ""},
		{"userxyz", ""},
		{"eaddrinuse", ""},
		{"enoent", ""},
		// too short, or too long to be a name
		{"dbid", ""},
		{"isof", ""},
		{strings.Repeat("user", 100), ""},
		{"", ""},
	}
	for _, test := range tests {
		if got := segment(test.word); strings.Join(got, " ") != test.want {
			t.Errorf("segment(%q) = %q, want %q", test.word, got, test.want)
		}
	}
}

func TestSplitCase(t *testing.T) {
	tests := []struct{ chunk, want string }{
		{"getURLFor", "get URL For"},
		{"userIDs", "user IDs"},
		{"IDsOfUser", "IDs Of User"},
		{"HTTPServer", "HTTP Server"},
		{"PlayFab", "Play Fab"},
		{"UTF8String", "UTF8 String"},
		{"E2BIG", "E2BIG"},
		{"lower", "lower"},
		{"URLs", "URLs"},
		{"aBs", "a Bs"},
		{"ABs", "ABs"},
		{"ABsx", "A Bsx"},
		{"ABsX", "ABs X"},
		{"ABt", "A Bt"},
		{"BsA", "Bs A"},
		{"A", "A"},
	}
	for _, test := range tests {
		if got := strings.Join(splitCase(test.chunk), " "); got != test.want {
			t.Errorf("splitCase(%q) = %q, want %q", test.chunk, got, test.want)
		}
	}
}

// The lists are read by people and merged by git: lower case, sorted, no line
// twice, no word that the other list spells better.
func TestWordLists(t *testing.T) {
	for name, list := range map[string]string{"words.txt": wordList, "english.txt": englishList, "initialisms.txt": initialismList} {
		lines := slices.Collect(listed(list))
		if !slices.IsSorted(lines) {
			t.Errorf("%s is not sorted: LC_ALL=C sort mends it", name)
		}
		if n := len(slices.Compact(slices.Clone(lines))); n != len(lines) {
			t.Errorf("%s has %d lines twice", name, len(lines)-n)
		}
	}
	for word := range listed(englishList) {
		if vocabulary()[word] {
			t.Errorf("english.txt: %q stands in words.txt too", word)
		}
	}
	for word := range listed(wordList + englishList) {
		if strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") != "" || len(word) < 2 {
			t.Errorf("%q is not of two or more lower-case letters", word)
		}
		if spelled := initialisms()[word]; spelled != "" && len(word) > 2 {
			t.Errorf("%q is a word and an initialism, %s", word, spelled)
		}
	}
	for word := range listed(initialismList) {
		if got := chunksOf(word); len(got) != 1 || isLower(word[0]) {
			t.Errorf("initialisms.txt: %q cannot begin an identifier", word)
		}
	}
}

func FuzzSegment(f *testing.F) {
	f.Add("passwordtooshort")
	f.Add("lguserid")
	f.Fuzz(func(t *testing.T, word string) {
		pieces := segment(word)
		if len(pieces) > 0 && strings.Join(pieces, "") != word {
			t.Errorf("segment(%q) = %q loses letters", word, pieces)
		}
	})
}

func TestSegmentBounds(t *testing.T) {
	for word, want := range map[string]string{
		"noid": "", "noone": "no one", "userof": "", "xquser": "xq user", "xqurl": "", "xqzuser": "xqz user", "xqzzuser": "", "xqnoone": "",
		"vnode": "v node", "vxy": "", "bluserid": "", strings.Repeat("user", 16): strings.Repeat("user ", 16), strings.Repeat("user", 17): "",
	} {
		if got := segment(word); !slices.Equal(got, strings.Fields(want)) {
			t.Errorf("%s: %q, want %s", word, got, want)
		}
	}
}
