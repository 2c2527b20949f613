package guess

import "testing"

func TestRangesOfNumbers(t *testing.T) {
	for text, want := range map[string]bool{
		"105-199": true, "105 - 199": true, "200–299": true, "-99..-90": true, "-32000 to -32099": true, "0x10–0x1f": true, "-5--1": true,
		"-4000001 -4000006": false, "1 2": false, "-5": false, "1-2-3": false, "a-b": false,
	} {
		if got := numberRange.MatchString(text); got != want {
			t.Errorf("%q is a range: %v", text, got)
		}
	}
}
