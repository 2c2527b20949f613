package vocab

import "testing"

func TestIsOption(t *testing.T) {
	for word, want := range map[string]bool{
		"-v": true, "-V": true, "-?": true, "--verbose": true, "--HELP": true, "-deep": true, "-O2": true, "-Wall": true,
		"-EINVAL": false, "-E2BIG": false, "-1": false, "--1": false, "-": false, "--": false, "v": false, "": false,
	} {
		if got := IsOption(word); got != want {
			t.Errorf("%q: %v", word, got)
		}
	}
}
