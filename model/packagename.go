package model

import (
	"go/token"
	"regexp"
	"slices"
	"strings"
)

// device are the names that Windows keeps for its devices, with any extension.
var device = regexp.MustCompile(`(?i)^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?$`)

// IsDevice reports whether a file or folder of that name cannot be checked out
// on Windows.
func IsDevice(name string) bool { return device.MatchString(name) }

// folders that the go command gives a meaning: nobody can import a package in
// one, or only its neighbours can.
var goFolders = []string{"documentation", "internal", "main", "testdata", "vendor"}

// ValidPackage reports whether a name can be that of a package, and of its
// folder, that others import on every system.
func ValidPackage(name string) bool {
	return token.IsIdentifier(name) && strings.ToLower(name) == name && !strings.HasPrefix(name, "_") && !IsDevice(name) && !slices.Contains(goFolders, name)
}
