package recipe

import (
	"fmt"
	"strings"
	"testing"
)

const successPage = `# Errors

| Code | Symbol | Message |
| --- | --- | --- |
| 0 | NONE | Fine. |
| 1 | BAD_URL | Bad. |
| 2 | GONE | Gone. |
`

func TestSuccess(t *testing.T) {
	for keys, want := range map[string]string{
		"codes: Code\n    value: int32\n    success: ['0']":     "[0]",
		"codes: Code\n    value: int32\n    success: [NONE, 7]": "[0 7]",
		"codes: Code\n    value: int32\n    success: [OK]":      `success "OK" is neither a code nor a symbol of table Code`,
		"params: Code\n    success: ['0']":                      "success is for codes and results",
	} {
		data := "source: a\ntitle: A\nurl: https://a.example/\nlanguage: en\npackage: a\nowner: A\nretrieved: 2026-01-02\n" +
			"tables:\n  - " + keys + "\n    columns: {code: Code, key: Symbol, text: Message}\n" +
			"envelopes: [{format: json, code: error.code, extra: {RequestID: error.request, HelpURL: help}}]\n"
		r, err := Parse("a/source.yaml", []byte(data))
		if err != nil {
			t.Fatalf("%s: %v", keys, err)
		}
		s, err := r.Read("page.md", []byte(successPage))
		if err != nil {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%s: %v, want %s", keys, err, want)
			}
			continue
		}
		if got := fmt.Sprint(s.Tables[0].Success); got != want {
			t.Errorf("%s: %s, want %s", keys, got, want)
		}
		if got := fmt.Sprint(s.Envelopes[0].Extra); got != "[{HelpURL [help]} {RequestID [error request]}]" {
			t.Errorf("%s: further members %s", keys, got)
		}
	}
}
