package emitted_test

import (
	"testing"
	"time"

	"example.com/emitted/limits"
)

func TestLimits(t *testing.T) {
	equal(t, limits.PollingInterval(), 5*time.Second)
	equal(t, limits.PollInterval(), 5*time.Second)
	equal(t, limits.OldWindow(), 7*time.Minute)
	equal(t, limits.OlderWindow(), 7*time.Minute)
	equal(t, limits.Window(), time.Hour)
	equal(t, limits.MaxUsers(), 100)
	equal(t, limits.Ratio(), 0.5)
	equal(t, limits.Endpoint(), "https://api.example.com/v1")
}
