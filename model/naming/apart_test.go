package naming

import (
	"slices"
	"testing"
)

// Names that tell codes apart come behind the usual ones, in words before the
// hash; before them where case alone makes the difference, of others too.
func TestTellApart(t *testing.T) {
	for name, c := range map[string]struct {
		always bool
		others []string
		ids    []string
		want   [][]string
		exact  [][]string
	}{
		"case": {true, nil, []string{"v1", "V1", "x"}, [][]string{
			{"CodeV1", "CodeLowerV1", "CodeV1X944A4668", "Last"},
			{"CodeV1", "CodeUpperV1", "CodeV1X93FA9488", "Last"},
			{"CodeX", "Last", "CodeLowerX", "CodeXXFD0C5087"},
		}, [][]string{{"CodeV1", "CodeLowerV1", "CodeV1"}, {"CodeV1", "CodeUpperV1", "CodeV1"}, {"CodeX", "CodeLowerX", "CodeLowerX"}}},
		"case of others": {true, []string{"vI"}, []string{"Vi"}, [][]string{
			{"CodeVi", "CodeTitleVi", "CodeViX3BFA0A00", "Last"},
		}, [][]string{{"CodeVi", "CodeTitleVi", "CodeViX3BFA0A00"}}},
		"marks": {false, nil, []string{"1.5", "1-5", "15"}, [][]string{
			{"Code1_5", "Last", "Code1Dot5", "Code1_5XE8421739"},
			{"Code1_5", "Last", "Code1Dash5", "Code1_5XE83FD8A2"},
			{"Code15", "Last", "Code15X18EB258B"},
		}, [][]string{nil, nil, {"Code15", "Code15", "Code15"}}},
		"marks and case": {false, nil, []string{"a.b", "ab"}, [][]string{
			{"CodeAB", "Last", "ADotB", "LowerAB", "LowerADotB", "ABX108BF50C"},
			{"CodeAb", "Last", "LowerAb", "AbX4D2505CA"},
		}, [][]string{nil, {"Ab", "LowerAb", "CodeAbX4D2505CA"}}},
		"a letter alone stands behind the type": {false, nil, []string{"a"}, [][]string{
			{"CodeA", "Last", "LowerA", "AXE40C292C"},
		}, [][]string{{"CodeA", "LowerA", "CodeLowerA"}}},
		"signs": {true, nil, []string{"-up"}, [][]string{
			{"CodeUp", "Last", "CodeMinusUp", "CodeLowerMinusUp", "CodeLowerMinusUp", "CodeUpX126F9EC5"},
		}, [][]string{nil}},
		"letters of other scripts have the hash alone": {false, nil, []string{"错误1"}, [][]string{
			{"Code1", "Last", "Code1XC9DA7612"},
		}, [][]string{nil}},
	} {
		wants := make([]Want, len(c.ids))
		for i, id := range c.ids {
			wants[i] = Want{ID: id, Names: []string{"Code" + noNamer.plainSuffix(id), "Last"}}
		}
		noNamer.TellApart(wants, c.others, "Code", c.always)
		for i, w := range wants {
			if !slices.Equal(w.Names, c.want[i]) || !slices.Equal(w.Exact, c.exact[i]) {
				t.Errorf("%s: %q has %q, exactly %q", name, w.ID, w.Names, w.Exact)
			}
		}
	}
}

func TestMarkedSuffix(t *testing.T) {
	for code, want := range map[string]string{
		"1.5": "1Dot5", "1-5": "1Dash5", "-5": "Minus5", "5-": "5Minus", "a--b": "ADoubleDashB", "a---b": "ATripleDashB",
		"a----b": "", "15": "", "": "", "a\x01b": "", "*": "Star", "a.b-c": "ADotBDashC",
	} {
		if got := noNamer.markedSuffix(code); got != want {
			t.Errorf("%q: %q, want %q", code, got, want)
		}
	}
	long := ".2345678901234567890123456789012345678901234567890123456789012345"
	if noNamer.markedSuffix(long[:64]) == "" || noNamer.markedSuffix(long) != "" {
		t.Error("codes of up to 64 bytes are spelled")
	}
}

func TestCaseOf(t *testing.T) {
	for code, want := range map[string]string{
		"": "", "1": "", "ab": "Lower", "AB": "Upper", "A": "Upper", "Ab": "Title", "ABc": "Mixed", "aB": "Mixed", "a.1": "Lower",
	} {
		if got := caseOf(code); got != want {
			t.Errorf("%q: %q, want %q", code, got, want)
		}
	}
	for code, want := range map[string]bool{"": false, "1": true, "aB1": true, "a.b": false, "é": false} {
		if isBare(code) != want {
			t.Errorf("%q is bare: %v", code, !want)
		}
	}
}

// A value that is a symbol has no name but its own.
func TestValue(t *testing.T) {
	for value, want := range map[string][]string{
		"error": {"SortError"}, "-up": {"SortMinusUp"}, "+up": {"SortPlusUp"}, " -up": {"SortMinusUp"}, "a-b": {"SortAB"},
		"4": {"Sort4"}, "-4": {"SortMinus4"}, "*": {"SortStar"}, "-": {"SortMinus"}, "a": {"SortA", "SortLowerA"},
		"-a": {"SortMinusA", "SortA"}, "--up": {"SortUp"},
	} {
		if got := noNamer.Value("Sort", value); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
}
