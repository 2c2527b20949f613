package gen

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

func TestPerfect(t *testing.T) {
	shapes := map[string]func(i int) string{
		"numbers":  func(i int) string { return fmt.Sprint(i) },
		"padded":   func(i int) string { return fmt.Sprintf("%03d-%03d", i/100, i%100) },
		"long":     func(i int) string { return fmt.Sprintf("a_rather_long_prefix_%d_and_its_end", i) },
		"zeros":    func(i int) string { return strings.Repeat("\x00", i%500) + fmt.Sprint(i/500) },
		"prefixed": func(i int) string { return fmt.Sprintf("ERR%07d", i*10) },
		"one byte": func(i int) string { return string([]byte{byte(i), byte(i >> 8)}) },
	}
	for name, key := range shapes {
		for _, n := range []int{1, 2, 3, 33, 83, 600, 3000} {
			p := newPerfect(n, func(i int, seed uint64) uint64 { return hashText(key(i), seed) })
			for i := range n {
				if got := p.slots[p.slot(hashText(key(i), p.seed))]; got != i {
					t.Fatalf("%s, %d: key %d is in row %d", name, n, i, got)
				}
			}
			if p.tries > 20 {
				t.Errorf("%s, %d: %d tries", name, n, p.tries)
			}
		}
	}
}

// Texts whose lengths a byte could make up for have different hashes under
// nearly every seed.
func TestHashesOfNeighbours(t *testing.T) {
	for _, pair := range [][2]string{
		{"0000", "10000"},
		{"0000", "200000"},
		{"0000", "3000000"},
		{"00000", "300000"},
		{"000000", "1000000"},
		{"1111", "01111"},
		{"000000000", "3000000000"},
		{"a", "aa"},
		{"", "\x00"},
		{"\x00\x00\x00", "\x00\x00"},
	} {
		same := 0
		for try := uint64(1); try < 1000; try++ {
			if seed := try * 0x9e3779b97f4a7c15; hashText(pair[0], seed) == hashText(pair[1], seed) {
				same++
			}
		}
		if same > 0 {
			t.Errorf("%q hash alike under %d of 1000 seeds", pair, same)
		}
	}
}

// All numerals of one to five digits, with zeros in front and without, find a
// table, and two equal keys find none.
func TestPerfectOfNumerals(t *testing.T) {
	var keys []string
	for width := 1; width <= 8; width++ {
		for i := range 400 {
			if s := fmt.Sprintf("%0*d", width, i*7); len(s) == width {
				keys = append(keys, s)
			}
		}
	}
	if p := newPerfect(len(keys), func(i int, seed uint64) uint64 { return hashText(keys[i], seed) }); p == nil || p.tries > 20 {
		t.Errorf("%d numerals: %+v", len(keys), p != nil)
	}
	if p := newPerfect(40, func(i int, seed uint64) uint64 { return hashText(fmt.Sprint(i/2), seed) }); p != nil {
		t.Error("equal keys have a table")
	}
}

func TestPerfectNumbers(t *testing.T) {
	for name, key := range map[string]func(i int) uint64{
		"spaced":   func(i int) uint64 { return uint64(i) * 1000 },
		"high":     func(i int) uint64 { return uint64(i) << 40 },
		"negative": func(i int) uint64 { return -uint64(i) * 17 },
		"hex":      func(i int) uint64 { return 0x80240000 | uint64(i) },
	} {
		p := newPerfect(3000, func(i int, seed uint64) uint64 { return hashNumber(key(i), seed) })
		for i := range 3000 {
			if got := p.slots[p.slot(hashNumber(key(i), p.seed))]; got != i {
				t.Fatalf("%s: key %d is in row %d", name, i, got)
			}
		}
	}
}

// TestSupportIsCopied holds the functions that emitted packages get to those
// that are tested here.
func TestSupportIsCopied(t *testing.T) {
	emitted := ""
	for _, spec := range []*model.Spec{ofLengths(8, 20), numbers(), replies()} {
		for _, file := range mustPackage(t, spec) {
			emitted += string(file.Content)
		}
	}
	for name, source := range map[string]string{
		"hashText": hashTextSource, "half": halfSource, "hashNumber": hashNumberSource, "mix": mixSource, "parseNumber": numberSource,
		"decodeJSON": jsonSource, "decodeXML": xmlSource,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), name, source, parser.ParseComments)
		if err != nil {
			t.Fatal(err)
		}
		for _, declaration := range file.Decls {
			f, ok := declaration.(*ast.FuncDecl)
			if !ok {
				continue
			}
			if text := source[f.Pos()-file.FileStart : f.End()-file.FileStart]; !strings.Contains(emitted, text) {
				t.Errorf("not emitted as it is here:\n%s", text)
			}
		}
	}
}

func TestNumber(t *testing.T) {
	for code, want := range map[string]string{
		"0": "0", "7": "7", "007": "7", "000": "0", "08": "8", "-5": "-5", "-05": "-5", "+5": "5", "0x1F": "0x1F", "0X1f": "0x1f", "-0x1": "-0x1",
		"18446744073709551615": "18446744073709551615",
		"":                     "", "-": "", "x": "", "0x": "", "1.5": "", "1_000": "", "0b1": "", "--1": "", "+-1": "", "0x-1": "", " 1": "", "１": "",
	} {
		if _, got, ok := number(code); ok != (want != "") || ok && got != want {
			t.Errorf("%q: %q, %v", code, got, ok)
		}
	}
}

// FuzzParseNumber holds the emitted parser to arbitrary precision.
func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"", "0", "127", "128", "-128", "-129", "255", "256", "0x7f", "0x80", "-0x80", "99999999999999999999", "0x", "+"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		value, _, ok := number(s)
		n8, ok8 := parseNumber[int8](s)
		same(t, s, value, ok, math.MinInt8, math.MaxInt8, big.NewInt(int64(n8)), ok8)
		n64, ok64 := parseNumber[int64](s)
		same(t, s, value, ok, math.MinInt64, math.MaxInt64, big.NewInt(n64), ok64)
		u8, okU8 := parseNumber[uint8](s)
		same(t, s, value, ok, 0, math.MaxUint8, big.NewInt(int64(u8)), okU8)
		u64, okU64 := parseNumber[uint64](s)
		same(t, s, value, ok, 0, math.MaxUint64, new(big.Int).SetUint64(u64), okU64)
	})
}

func same(t *testing.T, s string, value *big.Int, ok bool, least int64, greatest uint64, got *big.Int, gotOK bool) {
	t.Helper()
	ok = ok && value.Cmp(big.NewInt(least)) >= 0 && value.Cmp(new(big.Int).SetUint64(greatest)) <= 0
	if ok != gotOK || ok && value.Cmp(got) != 0 {
		t.Errorf("%q: got %v, %v, want %v, %v", s, got, gotOK, value, ok)
	}
}
