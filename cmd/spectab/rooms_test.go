package main

import (
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/spectab/spectab"

// rooms says what each package may import beyond the standard library, tests
// aside. A room that is not listed may import nothing.
var rooms = map[string][]string{
	"model":                {"model/naming", "model/text", "golang.org/x/text"},
	"model/naming":         {"model/text", "golang.org/x/text"},
	"model/text":           {"golang.org/x/text"},
	"model/drift":          {"model", "model/text"},
	"scrape":               {"model", "scrape/page", "scrape/read", "scrape/recipe", "scrape/guess"},
	"scrape/page":          {"model", "model/text"},
	"scrape/page/pagetest": {"model", "scrape/page"},
	"scrape/charset":       {"model", "scrape/page", "golang.org/x/net/html/charset", "golang.org/x/text"},
	"scrape/read":          {"model", "scrape/page", "scrape/charset", "scrape/suspect", "scrape/read/markup", "scrape/read/plain", "scrape/read/data", "scrape/read/source", "scrape/read/troff", "scrape/read/rst", "scrape/read/asciidoc", "scrape/read/catalog"},
	"scrape/read/markup":   {"model", "scrape/page", "github.com/PuerkitoBio/goquery", "golang.org/x/net/html", "golang.org/x/text", "github.com/yuin/goldmark"},
	"scrape/read/plain":    {"scrape/page", "scrape/vocab", "scrape/read/source"},
	"scrape/read/troff":    {"scrape/page"},
	"scrape/read/source":   {"model/text", "scrape/page", "scrape/read/tree"},
	"scrape/read/tree":     {"model", "scrape/page", "scrape/vocab"},
	"scrape/read/catalog":  {"scrape/page", "golang.org/x/text"},
	"scrape/read/asciidoc": {"scrape/page", "scrape/read/markup"},
	"scrape/read/rst":      {"scrape/page", "scrape/read/markup", "golang.org/x/text"},
	"scrape/read/data":     {"model", "scrape/page", "scrape/read/tree", "scrape/vocab", "scrape/read/markup", "golang.org/x/text", "github.com/goccy/go-yaml"},
	"scrape/suspect":       {"scrape/page"},
	"scrape/vocab":         {"model", "model/text"},
	"scrape/record":        {"model/text", "scrape/page", "scrape/vocab", "scrape/read/plain", "scrape/read/source"},
	"scrape/recipe":        {"model", "model/naming", "model/text", "scrape/page", "scrape/read", "scrape/record", "scrape/vocab", "github.com/goccy/go-yaml", "github.com/agext/levenshtein", "golang.org/x/text"},
	"scrape/guess":         {"model", "model/text", "scrape/page", "scrape/recipe", "scrape/record", "scrape/vocab", "github.com/goccy/go-yaml"},
	"scrape/compare":       {"model", "model/drift", "scrape", "scrape/page", "scrape/read", "scrape/recipe", "scrape/guess"},
	"scrape/guess/train":   {"model", "scrape/guess", "scrape/page", "scrape/read"},
	"scrape/matrix":        {},
	"scrape/fetch":         {"golang.org/x/net", "code.dny.dev/ssrf", "github.com/temoto/robotstxt", "github.com/cenkalti/backoff/v5", "github.com/klauspost/compress/zstd", "github.com/andybalholm/brotli"},
	"gen":                  {"model", "model/text", "github.com/dave/jennifer", "github.com/rogpeppe/go-internal"},
	"gen/report":           {"model", "model/drift", "golang.org/x/text"},
	"specs":                {},
	"generated/...":        {},
	"cmd/spectab":          {"model", "model/drift", "scrape", "scrape/page", "scrape/charset", "scrape/read", "scrape/recipe", "scrape/guess", "scrape/suspect", "scrape/compare", "scrape/fetch", "gen", "gen/report", "specs", "cmd/spectab/internal/refresh", "github.com/spf13/cobra", "github.com/goccy/go-yaml", "github.com/schollz/progressbar/v3", "golang.org/x/term"},

	"cmd/spectab/internal/mutate":  {},
	"cmd/spectab/internal/refresh": {"model", "model/drift", "scrape", "scrape/page", "scrape/charset", "scrape/read", "scrape/recipe", "scrape/suspect", "scrape/compare", "scrape/fetch", "gen"},
}

func TestImportsStayInTheirRooms(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", module+"/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		fields := strings.Fields(line)
		room := strings.TrimPrefix(fields[0], module+"/")
		allowed, ok := rooms[room]
		if strings.HasPrefix(room, "generated") {
			allowed, ok = rooms["generated/..."], true
		}
		if !ok {
			t.Errorf("%s is a new room: say in this test what it may import", room)
		}
		for _, path := range fields[1:] {
			if !standard(path) && !mayImport(allowed, path) {
				t.Errorf("%s must not import %s", room, path)
			}
		}
	}
}

// standard reports whether a package belongs to Go itself: no dot in the
// first element of its path.
func standard(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return !strings.Contains(first, ".")
}

// Only fetch speaks HTTP; everything else is offline by what it imports.
func TestOnlyFetchImportsHTTP(t *testing.T) {
	out, err := exec.Command("go", "list", "-f", "{{.ImportPath}} {{join .Imports \" \"}}", module+"/...").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(strings.TrimSpace(string(out)), "\n") {
		fields := strings.Fields(line)
		if fields[0] != module+"/scrape/fetch" && slices.Contains(fields, "net/http") {
			t.Errorf("%s imports net/http", fields[0])
		}
	}
}

// mayImport wants packages of this module by name, and those of others by
// their prefix.
func mayImport(allowed []string, path string) bool {
	if own, ok := strings.CutPrefix(path, module+"/"); ok {
		return slices.Contains(allowed, own)
	}
	return slices.ContainsFunc(allowed, func(a string) bool { return path == a || strings.HasPrefix(path, a+"/") })
}

// Whoever adds spectab as a tool inherits its dependencies, so a new one is a
// decision.
func TestDependencies(t *testing.T) {
	want := []string{
		"code.dny.dev/ssrf",
		"github.com/PuerkitoBio/goquery",
		"github.com/agext/levenshtein",
		"github.com/andybalholm/brotli",
		"github.com/cenkalti/backoff/v5",
		"github.com/dave/jennifer",
		"github.com/goccy/go-yaml",
		"github.com/klauspost/compress",
		"github.com/rogpeppe/go-internal",
		"github.com/schollz/progressbar/v3",
		"github.com/spf13/cobra",
		"github.com/temoto/robotstxt",
		"github.com/yuin/goldmark",
		"golang.org/x/net",
		"golang.org/x/term",
		"golang.org/x/text",
	}
	out, err := exec.Command("go", "list", "-m", "-f", "{{if not (or .Indirect .Main)}}{{.Path}}{{end}}", "all").Output()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Fields(string(out)); !slices.Equal(got, want) {
		t.Errorf("direct dependencies are %q, want %q", got, want)
	}
}
