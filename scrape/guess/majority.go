package guess

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/spectab/spectab/scrape/vocab"
)

// A list of numbers has rows that are about no number of it: 105-199, N/A,
// Other. They do not make texts of the others; what may be a code does.

// mostNumbers are the numbers among codes, where most are numbers and the rest
// is none of the codes; else it is nil.
func mostNumbers(codes []string) []string {
	var numbers, others []string
	for _, code := range codes {
		if valueType([]string{code}) != "" {
			numbers = append(numbers, code)
		} else {
			others = append(others, code)
		}
	}
	few := len(numbers) > fewNumbers && len(others)*20 <= len(codes)
	if few || len(others) == 0 {
		return numbers
	}
	listed := valuesOf(numbers)
	mayBeCode := func(other string) bool { return !isNoNumber(other, listed) }
	if len(numbers) > max(2, len(others)) && !slices.ContainsFunc(others, mayBeCode) {
		return numbers
	}
	return nil
}

// fewNumbers is how many numbers are too few to tell of a twentieth that it is
// none of the codes, whatever it looks like.
const fewNumbers = 10

// rangeForm is the expression of a range of numbers. Recipes pass over ranges by
// it, since their ends move with every code that a page adds.
const rangeForm = `(-?0[xX][0-9A-Fa-f]+|-?\d+)` + vocab.Between + `(-?0[xX][0-9A-Fa-f]+|-?\d+)`

var (
	numberRange = regexp.MustCompile(`^` + rangeForm + `$`)
	numberClass = regexp.MustCompile(`^\d+[xX*]+$`)
)

// isNoNumber reports whether a cell is about many numbers, or none. A range is
// about numbers that are not listed: 1-2 beside 1 and 2 is a part of a code.
func isNoNumber(cell string, listed []int64) bool {
	ends := numberRange.FindStringSubmatch(cell)
	if ends == nil {
		return numberClass.MatchString(cell) || vocab.IsRange(cell) || vocab.IsRest(cell)
	}
	values := valuesOf(ends[1:])
	if len(values) < 2 {
		return false
	}
	at, _ := slices.BinarySearch(listed, values[0])
	return at == len(listed) || listed[at] > values[1]
}

// valuesOf are the values of those that are numbers, the lowest first.
func valuesOf(numbers []string) []int64 {
	var values []int64
	for _, number := range numbers {
		if n, err := strconv.ParseInt(number, 0, 64); err == nil {
			values = append(values, n)
		}
	}
	slices.Sort(values)
	return values
}
