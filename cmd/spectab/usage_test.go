package main

import (
	"slices"
	"strings"
	"testing"
	"time"
)

func TestNegativeCodes(t *testing.T) {
	for _, test := range []struct{ args, want string }{
		{"explain -1", "explain -- -1"},
		{"explain 5 -1 7", "explain -- 5 -1 7"},
		{"explain -1 -f json", "explain -f json -- -1"},
		{"explain -fjson -1 --specs builtin", "explain -fjson --specs builtin -- -1"},
		{"explain --format=json -1 -- -2", "explain --format=json -- -1 -2"},
		{"explain -- -1", "explain -- -1"},
		{"explain -x 1", "explain -x 1"},
		{"--specs builtin explain -1", "explain --specs builtin -- -1"},
		{"history shop -n 3 -1", "history -n 3 -- shop -1"},
		{"history shop -n -1", "history shop -n -1"}, // the value of the flag
		{"lock purge shop -1 --all", "lock purge --all -- shop -1"},
		{"lock shop -1", "lock shop -1"}, // takes no codes
		{"gne -1", "gne -1"},
	} {
		if got := negativeCodes(newRoot(), strings.Fields(test.args)); !slices.Equal(got, strings.Fields(test.want)) {
			t.Errorf("%s: %q, want %s", test.args, got, test.want)
		}
	}
}

func TestDurationsInShort(t *testing.T) {
	for d, want := range map[time.Duration]string{
		time.Hour:                      "1h",
		2 * time.Minute:                "2m",
		time.Hour + 5*time.Second:      "1h0m5s",
		90 * time.Second:               "1m30s",
		10 * time.Second:               "10s",
		100*time.Hour + 20*time.Minute: "100h20m",
		0:                              "0s",
	} {
		if got := inShort(d); got != want {
			t.Errorf("%v: %s, want %s", d, got, want)
		}
	}
}
