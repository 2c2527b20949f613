package drift

import (
	"fmt"
	"slices"
	"strings"
)

// A Level says what a change means for a program that relied on the old page.
type Level uint8

// The levels, the mildest first.
const (
	Off        Level = iota // nothing that anybody wants to hear of
	Cosmetic                // nothing that a program could notice
	Compatible              // more is possible than before
	Dangerous               // a program may meet what it does not expect
	Breaking                // what was right is wrong now
)

var levelNames = []string{"off", "cosmetic", "compatible", "dangerous", "breaking"}

// Levels lists the names of the levels, the mildest first. Off is among them:
// whoever gives a rule that level never hears of its changes.
func Levels() []string { return slices.Clone(levelNames) }

// String is the name of the level.
func (l Level) String() string { return levelNames[l] }

// MarshalText is String.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// ParseLevel reads the name of a level.
func ParseLevel(s string) (Level, error) {
	i := slices.Index(levelNames, s)
	if i < 0 {
		return Off, fmt.Errorf("there is no level %q; the levels are %s", s, strings.Join(levelNames, ", "))
	}
	return Level(i), nil
}

// A Bump is the part of the version of the generated package that a change
// has to raise, by the rules of semantic versioning. It is about the Go
// package and says nothing of the vendor's service.
type Bump uint8

// The bumps, the smallest first.
const (
	None Bump = iota
	Patch
	Minor
	Major
)

var bumpNames = []string{"none", "patch", "minor", "major"}

// String is the name of the bump.
func (b Bump) String() string { return bumpNames[b] }

// MarshalText is String.
func (b Bump) MarshalText() ([]byte, error) { return []byte(b.String()), nil }
