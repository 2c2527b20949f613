package recipe

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

func TestBits(t *testing.T) {
	const table = "name: Code, kind: codes, columns: {code: Code}, "
	r, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - {"+table+"value: int32, wrap: true, bits: {Facility: 16-28, Failed: 31, Status: \"0-15\"}}\n"))
	if err != nil {
		t.Fatal(err)
	}
	got := r.Tables[0].value()
	want := []model.Bits{{Name: "Failed", Low: 31, High: 31, Flag: true}, {Name: "Facility", Low: 16, High: 28}, {Name: "Status", Low: 0, High: 15}}
	if len(got.Bits) != len(want) || !got.Wrap || got.Type != "int32" {
		t.Fatalf("got %+v", got)
	}
	for i := range want {
		if got.Bits[i] != want[i] {
			t.Errorf("got %+v, want %+v", got.Bits[i], want[i])
		}
	}
	for bad, message := range map[string]string{
		"value: uint32, wrap: true":         "wrap is for codes of a signed type",
		"wrap: true":                        "wrap is for codes of a signed type",
		"value: uint16, bits: {High: 8-16}": "High needs bit 16",
		"bits: {High: 8}":                   "High needs bit 8",
		"value: uint16, bits: {High: 8-7}":  `High cannot be the bits "8-7"`,
		"value: uint16, bits: {High: a}":    `High cannot be the bits "a"`,
		"value: uint16, bits: {high: 7}":    `the bits "high" need the name of a Go method`,
	} {
		_, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - {"+table+bad+"}\n"))
		if err == nil || !strings.Contains(err.Error(), message) {
			t.Errorf("%s: %v, want %q", bad, err, message)
		}
	}
}

// A canary is the same number in any notation.
func TestNumbersThatMustBeThere(t *testing.T) {
	r, err := Parse("source.yaml", []byte(recipeHead+"tables:\n  - {codes: Code, value: int32, wrap: true, columns: {code: Code}, must: [0x10, '-2147024891', 17]}\n"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Read("page.csv", []byte("Code,Text\n16,a\n0x80070005,b\n0x011,c\n")); err != nil {
		t.Error(err)
	}
	if _, err := r.Read("page.csv", []byte("Code,Text\n16,a\n0x80070005,b\n0x012,c\n")); err == nil || !strings.Contains(err.Error(), `"17" must be there`) {
		t.Errorf("got %v", err)
	}
}
