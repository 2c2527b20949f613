package main

import "testing"

func TestSize(t *testing.T) {
	for text, want := range map[string]struct {
		bytes size
		shown string
	}{
		"1": {1, "1"}, "1500": {1500, "1500"}, "64MiB": {64 << 20, "64MiB"}, "2048KiB": {2 << 20, "2MiB"}, "3GiB": {3 << 30, "3GiB"},
	} {
		var s size
		if err := s.Set(text); err != nil || s != want.bytes || s.String() != want.shown {
			t.Errorf("%s: %v, %d, %s", text, err, s, s.String())
		}
	}
	for _, text := range []string{"", "0", "-1", "64MB", "MiB", "1.5GiB", "9999999999999GiB", "2000GiB"} {
		if s := size(7); s.Set(text) == nil || s != 7 {
			t.Errorf("%q is a size of %d", text, s)
		}
	}
}
