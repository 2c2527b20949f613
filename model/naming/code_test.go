package naming

import (
	"strings"
	"testing"
)

func TestIsSymbol(t *testing.T) {
	symbols := "invalid_request NoName M_FORBIDDEN EPERM E2BIG ZZ_LAST passwordtooshort password-name-match UI OK " +
		"el3rst -EBUSY JSON_ERROR_UTF8 CURLE_HTTP2 SMPTE_25 ISO_8859_1 sha256 utf8 oauth2 address2 2fa_required " +
		"AB_1 AB_0 3ds 1the word0 word10 zone123 E22BIG sha2_1 404_not_found int4_minmax_ops MWOAuth désactivé XA_RBROLLBACK"
	for symbol := range strings.FieldsSeq(symbols) {
		if !IsSymbol(symbol) {
			t.Errorf("IsSymbol(%q) = false, want true", symbol)
		}
	}
	numbers := "E001 002-016 0x80240001 42P01 HY000 08P01 4.4.2 -1 404 A ORA-00942 ERR42 ERR_404 SQL0100N HV00A XX000 " +
		"0x01-0x0f 8024FFFE 2201B 50-51 TS2304 AADSTS50011 错误 用户_id 4xx %...A error-12 P0001 " +
		"A_1 AB_01 AB_12 AB_123 CODE_1 AB-1 word01 zone1234 word1234 E2B A222BC a1 x_y_1 a_b_1"
	for number := range strings.FieldsSeq(numbers) {
		if IsSymbol(number) {
			t.Errorf("IsSymbol(%q) = true, want false", number)
		}
	}
	for _, code := range []string{"", " ", "E002 / E003"} {
		if IsSymbol(code) {
			t.Errorf("IsSymbol(%q) = true, want false", code)
		}
	}
}

func TestFallback(t *testing.T) {
	tests := []struct{ typeName, code, want string }{
		{"Code", "002-016", "Code002_016"},
		{"Code", "4.4", "Code4_4"},
		{"Code", "44", "Code44"},
		{"Code", "-44", "CodeMinus44"},
		{"Code", "E001", "CodeE001"},
		{"Code", "E002 / E003", "CodeE002E003"},
		{"Code", "0x80240001", "Code0x80240001"},
		{"Code", "42P01", "Code42P01"},
		{"Code", "ORA-00942", "CodeORA00942"},
		{"Code", "A", "CodeA"},
		{"Code", "a", "CodeLowerA"},
		{"Code", "<", "CodeLess"},
		{"Code", "<=", "CodeLessOrEqual"},
		{"Code", "≥", "CodeGreaterOrEqual"},
		{"Code", "≠", "CodeNotEqual"},
		{"Code", "＜", "CodeLess"},
		{"Code", "&&", "CodeDoubleAmpersand"},
		{"Code", "...", "CodeTripleDot"},
		{"Code", "=~", "CodeEqualTilde"},
		{"Code", "-", "CodeMinus"},
		{"Code", "€", "CodeEuro"},
		{"Code", "", "CodeEmpty"},
		{"Code", " ", "CodeSpace"},
		{"Code", "------", "CodeX67C666BB"},
		{"Code", strings.Repeat("7", 32), "Code" + strings.Repeat("7", 32)},
		{"Code", strings.Repeat("7", 33), "Code" + strings.Repeat("7", 23) + Hash(strings.Repeat("7", 33))},
		{strings.Repeat("T", 79), "7", strings.Repeat("T", 79) + "7"},
		{"Opcode2", "7", "Opcode2_7"},
		{"not valid", "7", "Code7"},
	}
	for _, test := range tests {
		if got := Fallback(test.typeName, test.code); got != test.want {
			t.Errorf("Fallback(%q, %q) = %q, want %q", test.typeName, test.code, got, test.want)
		}
	}
}

func TestFallbackDistinct(t *testing.T) {
	codes := []string{
		"4.4", "44", "-44", "044", "错误", "错误2", "成功", "", " ", "eperm", "EPERM", "E-PERM", "a", "A", "😀", "0x1", "0X1",
		strings.Repeat("9", 200), strings.Repeat("9", 201), "E错", "E误",
	}
	seen := map[string]string{}
	for _, code := range codes {
		name := Fallback("Code", code)
		if !Valid(name) || len(name) > maxDerived {
			t.Errorf("Fallback(Code, %q) = %q is no name", code, name)
		}
		if other, ok := seen[name]; ok {
			t.Errorf("%q and %q both give %s", code, other, name)
		}
		seen[name] = code
	}
}

func TestWithCode(t *testing.T) {
	for _, c := range []struct{ name, code, want string }{
		{"E1", "E12", "E12"},
		{"A1", "2", "A1_2"},
		{"A", "2", "A2"},
		{"A1", "B2", "A1B2"},
		{"A1b", "2", "A1b2"},
		{"ParcelsOfGuestsWhoLeftWereSentToTheHouse", "12", "ParcelsOfGuestsWhoLeftWereSent12"},
		{"ParcelsOfGuestsWhoLeftWereSentToTheTown", "1", "ParcelsOfGuestsWhoLeftWereSentToTheTown1"},
		{"ParcelsOfGuestsWhoLeftWereSentAndHaveNotCome", "12", "ParcelsOfGuestsWhoLeftWereSentAndHaveNotCome12"},
		{"A" + strings.Repeat("a", 18) + "B" + strings.Repeat("b", 18) + "Ccc", "12", "A" + strings.Repeat("a", 18) + "B" + strings.Repeat("b", 18) + "12"},
		{"A_" + strings.Repeat("B", 50), "2", "A_" + strings.Repeat("B", 50) + "2"},
	} {
		if got := WithCode(c.name, c.code); got != c.want {
			t.Errorf("%s with %s: %s, want %s", c.name, c.code, got, c.want)
		}
	}
	if Operator(" <= ") != "LessOrEqual" || Operator("a") != "" {
		t.Error("an operator has white space around it")
	}
}
