package model

import (
	"fmt"
	"strings"
	"testing"
)

func codesLike(format string, n int) []string {
	var list []string
	for i := range n {
		list = append(list, fmt.Sprintf(format, i+1))
	}
	return list
}

func TestCodeForm(t *testing.T) {
	symbols := strings.Fields("INVALID_TOKEN TIMEOUT NOT_FOUND RATE_LIMIT INTERNAL OTHER")
	for _, test := range []struct {
		name            string
		codes           []string
		fits, strangers string // parted by commas
	}{
		{"padded", codesLike("%03d-001", 20), "099-077", "Note,1-1,011-0711,011-071 / 012-078,011-071 (new),011-071-1"},
		{"not padded", codesLike("%d", 20), "1,100000", "Note,1.5,1 2"},
		{"letter and number", codesLike("E%d", 12), "E999", "e1,E1 (new),12,EX"},
		{"symbols", symbols, "A,A_B_C,E2BIG,TLS_TLSv1_0", "Note,a_b,A B,A1-2,A_"},
		{"words", strings.Fields("invalid_token timeout not_found rate-limit internal"), "a,a_b,a-b,pageSize,a2", "Note,A,a b,a_"},
		{"one length", strings.Fields("42P01 0A000 22000 XX000 08P01 HY000"), "ABCDE,12345", "123456,42p01"},
		{"one of ten another", append(codesLike("%04d", 18), "Other", "N"), "0100", "10000,a b,Thing"},
		{"one length, too short", strings.Fields("A1B 2CD EF3 4GH I5J 6KL"), "anything", ""},
		{"not one length", strings.Fields("42P01 0A00 22000 XX000 08P01 HY000"), "anything", ""},
		{"too few", codesLike("%04d", 4), "anything", ""},
		{"nothing in common", []string{"1", "A", "a b", "x.y", "4-4", "0x1"}, "anything at all", ""},
	} {
		f := LearnForm(test.codes)
		for _, code := range strings.Split(test.fits, ",") {
			if !f.Fits(code) {
				t.Errorf("%s: %q does not fit", test.name, code)
			}
		}
		for _, code := range strings.Split(test.strangers, ",") {
			if code != "" && f.Fits(code) {
				t.Errorf("%s: %q fits", test.name, code)
			}
		}
	}
}

func TestFormHasAnExample(t *testing.T) {
	for want, codes := range map[string][]string{
		"001-001": codesLike("%03d-001", 20), "42P01": strings.Fields("42P01 0A000 22000 XX000 08P01 HY000"),
		"0001": append([]string{"Other"}, codesLike("%04d", 18)...),
	} {
		if f := LearnForm(codes); f == nil || f.Example != want {
			t.Errorf("the form of %q has the example %+v", codes, f)
		}
	}
}

func TestMetShapes(t *testing.T) {
	f := LearnForm(append(codesLike("%04d", 19), "Other"))
	for code, want := range map[string]bool{"0100": true, "Thing": true, "10000": false, "a b": false} {
		if f.Met(code) != want {
			t.Errorf("%q: %v", code, !want)
		}
	}
}

func TestPartOfCell(t *testing.T) {
	padded, symbols := LearnForm(codesLike("%03d-001", 20)), LearnForm(strings.Fields("AB_C D E_F GH I"))
	for _, test := range []struct {
		form               *CodeForm
		cell, code, remark string
	}{
		{padded, "005-029 Deprecated", "005-029", "Deprecated"},
		{padded, "011-071 (new)", "011-071", "new"},
		{padded, "011-071*", "011-071", "*"},
		{symbols, "AB_C*see", "", ""},
		{padded, "011-071¹", "011-071", "¹"},
		{padded, "011-071[1]", "011-071", "1"},
		{symbols, "AB_C(", "AB_C", "("},
		{symbols, "AB_C (deprecated) (old)", "AB_C", "(deprecated) (old)"},
		{padded, "011-071 (", "011-071", "("},
		{padded, "011-071 ()", "011-071", ""},
		{padded, "011-071", "", ""},
		{padded, "011-0711", "", ""},
		{padded, "Note", "", ""},
		{padded, "011-071 / 012-078", "", ""},
		{padded, "011-071 (see 012-078)", "", ""},
		{padded, "011-071 (see page 3)", "011-071", "see page 3"},
		{padded, "(011-071)", "", ""},
		{symbols, "AB C", "AB", "C"},
		{nil, "011-071 (new)", "", ""},
	} {
		code, remark, ok := PartCode(test.cell, test.form.Fits)
		if code != test.code || remark != test.remark || ok != (test.code != "") {
			t.Errorf("%q is %q and %q", test.cell, code, remark)
		}
	}
}
