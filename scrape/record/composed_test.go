package record

import "testing"

func TestBeginsWithCode(t *testing.T) {
	for text, want := range map[string]bool{
		"E101: The key is wrong.": true, "101 Wrong": true, "001 - 002": false, "E101": false, "The key of E101 is wrong.": false, "1001 - 2000, 3000": false,
	} {
		if got := beginsWithCode(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
