package recipe

import "testing"

func TestGuessedCodes(t *testing.T) {
	for text, want := range map[string]struct {
		first, key string
		ok         bool
	}{
		"404 (NOT FOUND)":    {"404", "NOT FOUND", true},
		"13 (0xD)":           {"13", "", true},
		"0xC0,0x2F":          {"0xC0,0x2F", "", true},
		"E_ONE (1)":          {"1", "E_ONE", true},
		"%{name}i":           {"%{name}i", "i", true},
		"WAIT_%d":            {"WAIT_%d", "", true},
		"2FA_WAIT_%d":        {"2FA_WAIT_%d", "", true},
		"50%d":               {"", "", false},
		"AssocGrp*Limit":     {"AssocGrp*Limit", "", true},
		"icon_hash?":         {"icon_hash", "", true},
		"<bad-call/>":        {"bad-call", "", true},
		"E1 (since v2.3)":    {"E1", "", true},
		"16 and up":          {"", "", false},
		"$29":                {"", "", false},
		"$HOME":              {"$HOME", "", true},
		"−32700":             {"-32700", "", true},
		"see the next table": {"", "", false},
	} {
		list := guessedCodes(text)
		if (len(list) > 0) != want.ok {
			t.Errorf("%q: %v, want %v", text, list, want.ok)
		}
		for _, c := range list {
			if c.of("code") != want.first || c.of("key") != want.key {
				t.Errorf("%q: code %q and key %q, want %q and %q", text, c.of("code"), c.of("key"), want.first, want.key)
			}
		}
	}
}

// White space around the hyphen of a code is no other code, where the form has
// it without.
func TestSpacedCodes(t *testing.T) {
	for form, want := range map[string]string{`\d{3}-\d{3}`: "001-002", `\d{3} - \d{3}`: "001 - 002", `\d{3}`: ""} {
		r, err := Parse("", []byte(columnsHead+"  - codes: Code\n    form: table\n    columns: {code: Code, text: Text}\n    code: '"+form+"'\n"))
		if err != nil {
			t.Fatal(err)
		}
		rd := &reading{table: &r.Tables[0]}
		got := ""
		if list := rd.codeCell("001 - 002"); len(list) > 0 {
			got = list[0].of("code")
		}
		if got != want {
			t.Errorf("%s: %q, want %q", form, got, want)
		}
	}
}
