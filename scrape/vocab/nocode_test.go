package vocab

import "testing"

func TestIsRange(t *testing.T) {
	for text, want := range map[string]bool{
		"105-199": true, "3–14": true, "0 - 9": true, "1..5": true, "65536+": true, "16 and up": true, "16 及以上": true,
		"199-105": false, "001-016": false, "5": false, "16 and": false, "G1-G5": false, "": false, "1-2-3": false,
	} {
		if got := IsRange(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestIsRest(t *testing.T) {
	for text, want := range map[string]bool{"Other": true, "N/A": true, "—": true, "其他": true, "OTHER_ERROR": false, "timeout": false, "-1": false} {
		if got := IsRest(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
