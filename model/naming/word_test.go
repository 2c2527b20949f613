package naming

import (
	"slices"
	"strings"
	"testing"
)

func TestIsFormOf(t *testing.T) {
	words := map[string]bool{"clip": true, "create": true, "city": true, "bug": true, "ty": true}
	for word := range strings.FieldsSeq("clip clips clipped clipping clipper clipable created creating creatable cities unclip unclipping unclips reclip") {
		if !isFormOf(words, word) {
			t.Errorf("%s is no word", word)
		}
	}
	for word := range strings.FieldsSeq("clipply clippable clipqing clipqed clipqer creatly bugs unbug ties clopies clipz preclop") {
		if isFormOf(words, word) {
			t.Errorf("%s is a word", word)
		}
	}
}

func TestIsAbbreviation(t *testing.T) {
	for word, want := range map[string]bool{"rdn": true, "zz": true, "z": false, "zxzxz": true, "zxzxzx": false, "zxzxz1": true, "zaz": false, "sky": false} {
		if isAbbreviation(word) != want {
			t.Errorf("%s: %v", word, !want)
		}
	}
}

func TestTellingWords(t *testing.T) {
	if got := TellingWords("CodeIDNot_found2BadErrSo"); !slices.Equal(got, []string{"not", "found", "bad"}) {
		t.Errorf("got %q", got)
	}
}
