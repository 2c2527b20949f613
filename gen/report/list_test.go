package report

import (
	"bytes"
	"testing"
)

func TestList(t *testing.T) {
	var b bytes.Buffer
	err := List(&b, []ListRow{
		{Source: "acme-login", Package: "acmelogin", Language: "pt", Retrieved: "2026-11-22", Age: 12, Checked: "3 days ago, 2 failed: shrink", Tables: 2, Entries: 83, URL: "https://acme.example/login"},
		{Source: "café", Package: "cafe", Language: "fr", Retrieved: "2026-12-03", Age: 1, Tables: 1, Entries: 5, URL: "https://café.example/"},
		{Source: "new\tone\x1b[2J\n"},
	})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "list.txt", b.Bytes())
}
