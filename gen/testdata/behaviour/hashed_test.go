package emitted_test

import (
	"fmt"
	"slices"
	"testing"

	"example.com/emitted/dense"
	"example.com/emitted/many"
	"example.com/emitted/numbers"
)

func TestHashedText(t *testing.T) {
	n := 0
	for code := range many.Codes() {
		equal(t, code.String(), fmt.Sprintf("%03d-%03d", n/40+1, n%40*7))
		equal(t, code.HTTPStatus(), 400+n%20)
		found, ok := many.LookupCode(string([]byte(code)))
		equal(t, found, code)
		equal(t, ok, true)
		for _, miss := range []string{string(code) + "0", string(code[1:]), "x" + string(code[1:])} {
			_, ok := many.LookupCode(miss)
			equal(t, ok, false)
		}
		n++
	}
	equal(t, n, 83)
	free(t, func() {
		for code := range many.Codes() {
			many.LookupCode(string(code))
			_ = code.Message()
		}
		for i := range 30 {
			many.LookupCode("012345678901234567890123456789"[:i])
		}
	})
}

func TestNumbersInOrder(t *testing.T) {
	for i := range dense.Code(40) {
		equal(t, (0x80000000 + i).Key(), fmt.Sprintf("E_SOMETHING_%d", i))
	}
	for _, code := range []dense.Code{0, 1, 0x7fffffff, 0x80000028, 0xffffffff} {
		equal(t, code.Known(), false)
		equal(t, code.Key(), "")
		equal(t, code.String(), fmt.Sprintf("0x%08X", uint32(code)))
	}
}

func TestHashedNumbers(t *testing.T) {
	all := slices.Collect(numbers.Codes())
	equal(t, len(all), 50)
	for i, code := range all {
		equal(t, uint32(code), uint32(0x80240000+i*i*7))
		equal(t, code.Known(), true)
		equal(t, (code + 1).Known(), false)
		for _, s := range []string{code.Key(), fmt.Sprint(uint32(code)), fmt.Sprintf("%#x", uint32(code))} {
			found, ok := numbers.LookupCode(s)
			equal(t, found, code)
			equal(t, ok, true)
		}
	}
	for _, miss := range []string{"", "WU_E_", "WU_E_50", "wu_e_1", "-1", "4294967296"} {
		_, ok := numbers.LookupCode(miss)
		equal(t, ok, false)
	}
}
