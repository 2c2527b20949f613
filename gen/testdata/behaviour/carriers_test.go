package emitted_test

import (
	"errors"
	"fmt"
	"slices"
	"testing"

	"example.com/emitted/carriers"
)

func TestCarriedNumbers(t *testing.T) {
	for s, want := range map[carriers.Code]carriers.Code{
		"FLOOD_WAIT_42": carriers.FloodWaitX, "FILE_PART_42_MISSING": carriers.FilePartXMissing, "42_WAIT": carriers.XWait,
	} {
		n, ok := s.Value()
		equal(t, n, 42)
		equal(t, ok, true)
		equal(t, s.Base(), want)
		equal(t, want.Base(), want)
		equal(t, s.Known(), true)
		equal(t, s.Message(), want.Message())
		equal(t, s.String(), string(s))
		found, ok := carriers.LookupCode(string(s))
		equal(t, found, want)
		equal(t, ok, true)
		equal(t, errors.Is(fmt.Errorf("call: %w", s), want), true)
		equal(t, errors.Is(s, carriers.Other), false)
	}
	for _, s := range []carriers.Code{"FLOOD_WAIT_", "FLOOD_WAIT_9", "FLOOD_WAIT_X", "OTHER", "FLOOD_WAIT_99999999999999999999", ""} {
		_, ok := s.Value()
		equal(t, ok, false)
	}
	equal(t, carriers.Code("FLOOD_WAIT_Y").Known(), false)
	equal(t, carriers.Code("FLOOD_WAIT_Y").Base(), "FLOOD_WAIT_Y")
	equal(t, errors.Is(carriers.FloodWait9, carriers.FloodWaitX), false)
	equalSlices(t, slices.Collect(carriers.FilePartXMissing.Placeholders()), []string{"%d", "%s"})
	free(t, func() {
		carriers.Code("FLOOD_WAIT_42").Value()
		carriers.LookupCode("FILE_PART_42_MISSING")
		carriers.LookupCode("nothing of the kind")
	})
}
