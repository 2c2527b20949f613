package main

import (
	"io"
	"testing"
)

// BenchmarkGen makes the five packages anew each time; nothing is written
// after the first.
func BenchmarkGen(b *testing.B) { benchmarkCommand(b, "gen") }

// BenchmarkCheck compares them with the files.
func BenchmarkCheck(b *testing.B) { benchmarkCommand(b, "check") }

func benchmarkCommand(b *testing.B, verb string) {
	b.Chdir(b.TempDir())
	if code := run([]string{"gen"}, nil, io.Discard, io.Discard); code != exitClean {
		b.Fatalf("gen: exit code %d", code)
	}
	for b.Loop() {
		if code := run([]string{verb}, nil, io.Discard, io.Discard); code != exitClean {
			b.Fatalf("%s: exit code %d", verb, code)
		}
	}
}
