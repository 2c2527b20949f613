package guess

import (
	"strings"
	"testing"
)

func TestValueType(t *testing.T) {
	for codes, want := range map[string]string{
		"1 2 3":                "int32",
		"-1 0x10":              "int32",
		"0x80070005 1":         "uint32",
		"-1 0x80070005":        "int64",
		"007 8":                "",
		"1 E2":                 "",
		"99999999999999999999": "",
	} {
		if got := valueType(strings.Fields(codes)); got != want {
			t.Errorf("%s: got %q, want %q", codes, got, want)
		}
	}
}

func TestFormOf(t *testing.T) {
	for _, test := range []struct{ codes, source, value string }{
		{"100 101", `-?\d+`, "int32"},
		{"100 101 102 103 104 105 106 107", `\d{3,4}`, "int32"},
		{"0 1 2 3 4 5 6 7 8 9", `-?\d+`, "int32"},
		{"0x1 0x2 0x3 0x4 0x5 0x6 0x7 0x8", `0x[0-9A-Fa-f]+`, "int32"},
		{"0x10 0x11 0x12 0x13 0x14 0x15 0x16 0x17", `0x[0-9A-Fa-f]{2,3}`, "int32"},
		{"-32700 -32600 -32601 -32602 -32603 -32000 -32001 -32002", `-?\d{5,6}`, "int32"},
		{"0x80070001 0x80070002 0x80070003 0x80070004 0x80070005 0x80070006 0x80070007 0x80070008", `0x[0-9A-Fa-f]{8}`, "uint32"},
		{"E001 E002 E003 E004 E005 E006 E007 E998", `[A-Z]+\d{3,4}`, ""},
		{"1 101", `-?\d+`, "int32"},
		{"-1 101", `-?\d+`, "int32"},
		{"0x1 0x2F", `0x[0-9A-Fa-f]+`, "int32"},
		{"1 0x2F", `-?\d+|0x[0-9A-Fa-f]+`, "int32"},
		{"007 008", `\d+(?:[-.]\d+)*`, ""},
		{"002-016 1-2", `\d+-\d+`, ""},
		{"1-2 3-4 5-6 7-8 1-1 2-2 3-3 44-4", `\d+-\d+`, ""},
		{"1-2-3 1-2", `\d+(?:[-.]\d+)*`, ""},
		{"E100 W2", `[A-Z]+\d+`, ""},
		{"E-100 W2", `[A-Z]+-?\d+`, ""},
		{"EPERM E_ONE", `[A-Z][A-Z0-9]*(?:_[A-Za-z0-9]+)*`, ""},
		{"errno.EPERM errno.EIO", `errno\.(?P<code>[A-Z][A-Z0-9]*(?:_[A-Za-z0-9]+)*)`, ""},
		{"EPERM E_One", `[A-Za-z_]\w*`, ""},
		{"NoName b_c", `[A-Za-z_]\w*`, ""},
		{"invalid_grant", `[a-z][A-Za-z0-9]*(?:[_.-][A-Za-z0-9]+)*`, ""},
		{"a/b 1", "", ""},
		{"", "", ""},
		// A word among many numbers is none of the codes, among few it may be.
		{"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 Other", `-?\d+`, "int32"},
		{"1 2 3 4 5 6 7 8 9 Timeout", `[\w%$#][\w.:$%#-]*`, ""},
		// Ranges among numbers are none, and the rest of the list.
		{"1 2 3 Other", `-?\d+`, "int32"},
		{"1 2 3-9 10 65536+", `-?\d+`, "int32"},
		{"0x1 0x2 0x3 0x4 0x10–0x1f 5xx N/A", `0x[0-9A-Fa-f]+`, "int32"},
		{"-1 -2 -3 -99..-90", `-?\d+`, "int32"},
		{"1 2 3 1-2", `\d+(?:[-.]\d+)*`, ""},
		{"1 2 3-9 10-20", `\d+(?:[-.]\d+)*`, ""},
		{"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 A B", `[\w%$#][\w.:$%#-]*`, ""},
	} {
		if got := formOf(strings.Fields(test.codes)); got.source != test.source || got.value != test.value {
			t.Errorf("%s: got %q, %q, want %q, %q", test.codes, got.source, got.value, test.source, test.value)
		}
	}
}
