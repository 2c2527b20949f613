package guess

import (
	"fmt"
	"math"
	"regexp"
	"strconv"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// codeForms are the forms that a draft gives to codes, the narrowest first.
var codeForms = []*regexp.Regexp{
	regexp.MustCompile(`^-?\d+$`),
	regexp.MustCompile(`^0x[0-9A-Fa-f]+$`),
	regexp.MustCompile(`^\d+(?:[-.]\d+)+$`),
	regexp.MustCompile(`^[A-Z]+-?\d+$`),
	regexp.MustCompile(`^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$`),
	regexp.MustCompile(`^[a-z][a-z0-9]*(?:[_.-][a-z0-9]+)*$`),
	regexp.MustCompile(`^[A-Za-z_]\w*$`),
}

// codePattern is the form of all the codes, as a recipe gives it; "" where
// they have none in common.
func codePattern(entries []model.Entry) string {
	if digits := sameDigits(entries); digits > 1 {
		return fmt.Sprintf(`\d{%d}`, digits)
	}
	for _, form := range codeForms {
		if all(entries, form) {
			s := form.String()
			return s[1 : len(s)-1]
		}
	}
	return ""
}

func all(entries []model.Entry, form *regexp.Regexp) bool {
	for i := range entries {
		if !form.MatchString(entries[i].Code) {
			return false
		}
	}
	return true
}

// sameDigits is the number of digits that every code consists of, or 0.
func sameDigits(entries []model.Entry) int {
	n := len(entries[0].Code)
	for i := range entries {
		if code := entries[i].Code; len(code) != n || !recipe.IsDigits(code) {
			return 0
		}
	}
	return n
}

// valueType is the Go type for codes that are whole numbers, all of them in
// their shortest spelling: 007 and 7 would be one number. Else it is "".
func valueType(entries []model.Entry) string {
	low, high := int64(0), int64(0)
	for i := range entries {
		code := entries[i].Code
		v, err := strconv.ParseInt(code, 0, 64)
		if err != nil || len(code) > 1 && code[0] == '0' && code[1] != 'x' || len(code) > 2 && code[:2] == "-0" || code[0] == '+' {
			return ""
		}
		low, high = min(low, v), max(high, v)
	}
	switch {
	case low >= math.MinInt32 && high <= math.MaxInt32:
		return "int32"
	case low >= 0 && high <= math.MaxUint32:
		return "uint32"
	}
	return "int64"
}
