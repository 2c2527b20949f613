package report

import (
	"bytes"
	"strings"
	"testing"
	"unicode"
)

func everyHit() []Hit {
	var hits []Hit
	for _, code := range []string{"002-016", "003-007", "format", "`a|b``", "a\nb\x1b[2J"} {
		hits = append(hits, Find(sample(), code)...)
	}
	return hits
}

func explained(t *testing.T, colour bool) string {
	t.Helper()
	var b bytes.Buffer
	if err := Explain(&b, everyHit(), colour); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestExplain(t *testing.T) {
	golden(t, "explain.txt", []byte(explained(t, false)))
}

func TestExplainPrintsNoControlCharacters(t *testing.T) {
	got := explained(t, false)
	if i := strings.IndexFunc(got, func(r rune) bool { return r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r)) }); i >= 0 {
		t.Errorf("a control character at %q", got[i:])
	}
	if coloured := strings.NewReplacer(bold, "", dim, "", plain, "").Replace(explained(t, true)); coloured != got {
		t.Errorf("colour adds more than styles:\n%q", coloured)
	}
}

func TestExplainColour(t *testing.T) {
	got, _, _ := strings.Cut(explained(t, true), ",")
	if want := "\x1b[1m002-016\x1b[0m  acmelogin.InvalidJWT\n  \x1b[2mSource\x1b[0m        acme-login"; got != want {
		t.Errorf("it begins %q, want %q", got, want)
	}
}

func TestExplainFillsEightyColumns(t *testing.T) {
	widest := 0
	for line := range strings.Lines(explained(t, false)) {
		widest = max(widest, width(strings.TrimSuffix(line, "\n")))
	}
	if widest > lineWidth || widest < lineWidth-10 {
		t.Errorf("the widest line takes %d columns", widest)
	}
}
