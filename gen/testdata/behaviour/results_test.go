package emitted_test

import (
	"slices"
	"testing"

	"example.com/emitted/results"
)

func TestWrappedNumbers(t *testing.T) {
	equal(t, results.AccessDenied, -2147024891)
	equal(t, results.AccessDenied.String(), "E_ACCESSDENIED")
	equal(t, results.HResult(-2147024890).String(), "0x80070006")
	equal(t, results.HResult(1).String(), "0x00000001")
	equal(t, results.HResult(-1).String(), "0xFFFFFFFF")
	for _, s := range []string{"0x80070005", "0X80070005", "2147942405", "-2147024891", "-0x7FF8FFFB", "E_ACCESSDENIED", "ERROR_NO_ACCESS"} {
		found, ok := results.LookupHResult(s)
		equal(t, found, results.AccessDenied)
		equal(t, ok, true)
	}
	for _, s := range []string{"0x180070005", "0x80070006", "-2147942405", ""} {
		_, ok := results.LookupHResult(s)
		equal(t, ok, false)
	}
}

// TestGoneSymbol holds that a symbol which the page lost still finds its number.
func TestGoneSymbol(t *testing.T) {
	found, ok := results.LookupHResult("E_WAIT")
	equal(t, found, results.Pending)
	equal(t, ok, true)
}

func TestBits(t *testing.T) {
	equal(t, results.AccessDenied.Failed(), true)
	equal(t, results.AccessDenied.Facility(), 7)
	equal(t, results.AccessDenied.Status(), 5)
	equal(t, results.OK.Failed(), false)
	equal(t, results.HResult(-1).Facility(), 0x1fff)
	equal(t, results.FeatureTop.High(), 1<<31)
	equal(t, results.FeatureAll.High(), 1<<32-1)
}

func TestTwoSymbolsForOneNumber(t *testing.T) {
	equal(t, results.NoAccess, results.AccessDenied)
	equal(t, results.Wait, results.Pending)
	equalSlices(t, slices.Collect(results.HResults()), []results.HResult{results.OK, results.AccessDenied, results.Pending})
}

func TestSixtyFourBits(t *testing.T) {
	equal(t, results.FeatureAll.String(), "0xffffffffffffffff")
	equal(t, results.Feature(10).String(), "0x000000000000000a")
	for _, s := range []string{"0x8000000000000000", "9223372036854775808"} {
		found, ok := results.LookupFeature(s)
		equal(t, found, results.FeatureTop)
		equal(t, ok, true)
	}
}
