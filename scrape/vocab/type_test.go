package vocab

import "testing"

func TestIsType(t *testing.T) {
	for text, want := range map[string]bool{
		"string": true, "String": true, "string[]": true, "List<String>": true, "array of objects": true,
		"integer, required": true, "date-time": true, "int64": true,
		"": false, "strings": false, "Names the type": false, "required": false, "the string": false,
		"date on which it was made": false, "date of the last change": false,
	} {
		if got := IsType(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
