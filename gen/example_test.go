package gen

import (
	"bytes"
	"testing"

	"github.com/spectab/spectab/model"
)

// The name of an example ends at an underscore, so a type that has one in its
// name gets no example that go vet would refuse.
func TestNoExampleOfATypeWithAnUnderscore(t *testing.T) {
	for name, want := range map[string]bool{"Reply": true, "Reply2_1": false} {
		spec := &model.Spec{ImportPath: "example.com/x", Source: "s", Package: "s", Tables: []model.Table{{
			Name: name, Kind: model.Codes, Entries: []model.Entry{{Code: "E1", Name: "One", Text: "one"}, {Code: "E2", Name: "Two", Text: "two"}},
		}}}
		files, err := Package(spec)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, f := range files {
			found = found || bytes.Contains(f.Content, []byte("func ExampleLookup"+name+"("))
		}
		if found != want {
			t.Errorf("%s: an example %v, want %v", name, found, want)
		}
	}
}

// TestExampleOfAnArray holds the reply of an example to the form that its path
// means.
func TestExampleOfAnArray(t *testing.T) {
	spec := manyCodes("small", 3)
	spec.Envelopes = []model.Envelope{{Table: "Code", Format: "json", Code: []string{"errors", "1", "code"}}}
	examples := mustPackage(t, spec)[2].Content
	if want := "`{\"errors\":[null,{\"code\":\"001-007\"}]}`"; !bytes.Contains(examples, []byte(want)) {
		t.Errorf("no reply %s in\n%s", want, examples)
	}
}
