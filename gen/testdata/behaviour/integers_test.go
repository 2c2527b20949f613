package emitted_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"example.com/emitted/integers"
)

func TestIntegerValues(t *testing.T) {
	equal(t, integers.Number0, -3)
	equal(t, integers.Hex, integers.Number19)
	equal(t, integers.Hex.String(), "E19")
	equal(t, integers.Forty, 40)
	equal(t, integers.Forty.Message(), "")
	equal(t, integers.Forty.Error(), "EFORTY")
	equal(t, integers.Number7.Error(), "E7: Number 7.")
	equal(t, integers.Errno(77).String(), "77")
	equal(t, integers.Errno(-77).Error(), "-77")
	for _, n := range []integers.Errno{-2147483648, 2147483647, -4, 37, 38, 39, 41, integers.Gone99} {
		equal(t, n.Known(), false)
	}
	all := slices.Collect(integers.Errnos())
	equal(t, len(all), 41)
	equal(t, len(slices.Compact(slices.Sorted(slices.Values(all)))), 41)
	equal(t, errors.Is(fmt.Errorf("read: %w", integers.Number3), integers.Number3), true)
}

func TestIntegerLookup(t *testing.T) {
	for n := range integers.Errnos() {
		for _, s := range []string{n.Key(), n.String(), fmt.Sprint(int(n))} {
			found, ok := integers.LookupErrno(s)
			equal(t, found, n)
			equal(t, ok, true)
		}
	}
	for s, want := range map[string]integers.Errno{"EHEX": 16, "0x10": 16, "0X1f": 31, "+5": 5, "0005": 5, "-0x3": -3} {
		found, ok := integers.LookupErrno(s)
		equal(t, found, want)
		equal(t, ok, true)
	}
	misses := []string{"", "-", "+", "0x", "x", "5a", "E", "E40", "4294967301", "-4294967299", "2147483648", " 5", "5 ", "1_0", "--3", "９"}
	for _, s := range misses {
		found, ok := integers.LookupErrno(s)
		equal(t, found, 0)
		equal(t, ok, false)
	}
	free(t, func() {
		for _, s := range misses {
			integers.LookupErrno(s)
		}
	})
}
