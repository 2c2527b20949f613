package recipe

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

const styledPage = `# Errors

| Code | Symbol | Message |
| --- | --- | --- |
| 1 | SMB_ERROR_SASL_GONE | Gone. |
| 2 | SMB_ERROR_BAD_URL | Bad. |
| 3 | SMB_ERROR_NOT_FOUND | None. |
`

func TestStyle(t *testing.T) {
	for keys, want := range map[string]string{
		"":                         "SaslGone BadURL NotFound",
		"style: verbatim":          "SMB_ERROR_SASL_GONE SMB_ERROR_BAD_URL SMB_ERROR_NOT_FOUND",
		"initialisms: [SASL, Url]": "SASLGone BadUrl NotFound",
		"initialisms: [SASL]":      "SASLGone BadURL NotFound",
		"trim: SMB_":               "ErrorSaslGone ErrorBadURL ErrorNotFound",
		"trim: ''":                 "SMBErrorSaslGone SMBErrorBadURL SMBErrorNotFound",
		"prefix: P":                "PSaslGone PBadURL PNotFound",
	} {
		data := "source: a\ntitle: A\nurl: https://a.example/\nlanguage: en\npackage: a\nowner: A\nretrieved: 2026-01-02\n" +
			"tables:\n  - codes: Code\n    columns: {code: Code, key: Symbol, text: Message}\n    " + keys + "\n"
		r, err := Parse("a/source.yaml", []byte(data))
		if err != nil {
			t.Fatalf("%s: %v", keys, err)
		}
		s, err := r.Read("page.md", []byte(styledPage))
		if err != nil {
			t.Fatalf("%s: %v", keys, err)
		}
		if _, err := model.NewLock("names.lock").Assign(s); err != nil {
			t.Fatalf("%s: %v", keys, err)
		}
		var names []string
		for _, e := range s.Tables[0].Entries {
			names = append(names, e.Name)
		}
		if got := strings.Join(names, " "); got != want {
			t.Errorf("%s: %s, want %s", keys, got, want)
		}
	}
}

func TestStyleRefuses(t *testing.T) {
	data := "source: a\ntitle: A\nurl: https://a.example/\nlanguage: en\npackage: a\nowner: A\nretrieved: 2026-01-02\n" +
		"tables:\n  - codes: Code\n    columns: {code: Code, text: Message}\n    style: verbatm\n    initialisms: [two words]\n"
	_, err := Parse("a/source.yaml", []byte(data))
	if err == nil || !strings.Contains(err.Error(), `there is no style "verbatm"`) || !strings.Contains(err.Error(), `"two words" is no word`) {
		t.Errorf("got %v", err)
	}
}
