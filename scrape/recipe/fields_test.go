package recipe

import (
	"slices"
	"testing"
)

func TestFields(t *testing.T) {
	var f fields
	f.put("code", "E1")
	f.put("key", "")
	f.add("text", "no")
	f.add("text", "")
	f.add("text", "disk")
	f.put("code", "E2")
	if want := (fields{{"code", "E2"}, {"text", "no disk"}}); !slices.Equal(f, want) {
		t.Errorf("%v, want %v", f, want)
	}
	if f.put("code", ""); f.of("code") != "" || len(f) != 1 {
		t.Errorf("%v, and the code was taken away", f)
	}
}
