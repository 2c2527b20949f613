package model

import "testing"

func TestTruth(t *testing.T) {
	for cell, want := range map[string][2]bool{
		"Yes": {true, true}, " TRUE ": {true, true}, "✓": {true, true}, "Да": {true, true}, "evet": {true, true},
		"No": {false, true}, "": {false, true}, "–": {false, true}, "Hayır": {false, true},
		"maybe": {false, false}, "yes, if signed in": {false, false}, "2": {false, false},
	} {
		value, ok := Truth(cell)
		if value != want[0] || ok != want[1] {
			t.Errorf("%q is %v, %v, want %v", cell, value, ok, want)
		}
	}
}
