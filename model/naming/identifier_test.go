package naming

import (
	"slices"
	"strings"
	"testing"
)

func TestValid(t *testing.T) {
	for _, name := range []string{"A", "InvalidJWT", "Code002_016", "Ошибка", strings.Repeat("A", 100)} {
		if !Valid(name) {
			t.Errorf("Valid(%q) = false, want true", name)
		}
	}
	for _, name := range []string{"", "_", "type", "string", "lower", "_A", "9A", "A-B", "A B", "错误", "A\x00", strings.Repeat("A", 101)} {
		if Valid(name) {
			t.Errorf("Valid(%q) = true, want false", name)
		}
	}
}

func FuzzIdentifier(f *testing.F) {
	for _, test := range symbolNames {
		f.Add(test.symbol)
	}
	for _, test := range messageNames {
		f.Add(test.text)
	}
	f.Add("func /*\u202e*/ \x00\xff `init`")
	f.Add("'n't 've 0x% 2.0 ((a)")
	f.Fuzz(func(t *testing.T, text string) {
		name := noNamer.Symbol(text)
		if name != "" && (!Valid(name) || len(name) > maxDerived) {
			t.Errorf("noNamer.Symbol(%q) = %q is no identifier", text, name)
		}
		if IsSymbol(text) && name == "" {
			t.Errorf("%q is a symbol without a name", text)
		}
		verbatim := &Namer{verbatim: true}
		for _, name := range []string{noNamer.Rest(text), noNamer.Group(text), verbatim.Symbol(text)} {
			if name != "" && (!Valid(name) || len(name) > maxDerived) {
				t.Errorf("of %q comes %q, which is no identifier", text, name)
			}
		}
		shared := Shared([]string{"ns_" + text, "ns_a", "ns_b"})
		if rest := shared.Cut("ns_" + text); !strings.HasSuffix("ns_"+text, rest) || rest == "" {
			t.Errorf("of ns_%s is left %q", text, rest)
		}
		names := noNamer.Sentence(text)
		for _, name := range names {
			if !Valid(name) || len(name) > extendedLength {
				t.Errorf("noNamer.Sentence(%q) has %q", text, name)
			}
		}
		fallback := Fallback("Code", text)
		if !Valid(fallback) || len(fallback) > maxDerived {
			t.Errorf("Fallback(Code, %q) = %q", text, fallback)
		}
		suffix := codeSuffix(text)
		if !Valid("A"+suffix) || suffix == "" || len(suffix) > maxSuffix {
			t.Errorf("codeSuffix(%q) = %q", text, suffix)
		}
		if name != noNamer.Symbol(text) || !slices.Equal(names, noNamer.Sentence(text)) || fallback != Fallback("Code", text) {
			t.Errorf("%q is named differently the second time", text)
		}
	})
}
