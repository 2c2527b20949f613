package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model/drift"
)

const pairs = "../../../shared/corpus/drift"

// A truth says what changed from one page to another, by an independent
// source.
type truth struct {
	Kind                     string
	Added, Removed, Reworded []struct{ Code, Key string }
}

// Real pages of two years: every code that came and went is found, and none
// is invented.
func TestDriftOfRealPages(t *testing.T) {
	folders, err := filepath.Glob(filepath.Join(pairs, "*", "truth.json"))
	if err != nil || len(folders) == 0 {
		t.Skip("the pages are not here")
	}
	for _, file := range folders {
		dir := filepath.Dir(file)
		t.Run(filepath.Base(dir), func(t *testing.T) { checkPair(t, dir) })
	}
}

func checkPair(t *testing.T, dir string) {
	data, err := os.ReadFile(filepath.Join(dir, "truth.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want truth
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	changes, problem := diffOf(t, dir)
	if strings.Contains(problem, "nothing on the page looks enough like a table") {
		t.Skip("a page cannot be guessed: ", problem)
	}
	for _, list := range []struct {
		what  string
		ids   []string
		truth []struct{ Code, Key string }
	}{
		{"added", []string{"code-added", "code-restored"}, want.Added},
		{"removed", []string{"code-removed", "code-purged"}, want.Removed},
		{"reworded", []string{"message-reworded", "message-suspect"}, want.Reworded},
	} {
		if list.what == "reworded" && len(list.truth) == 0 {
			continue // texts were no part of that truth
		}
		got := changes[list.ids[0]] + changes[list.ids[1]]
		for _, row := range list.truth {
			if !strings.Contains(got, " "+row.Code+" ") && !strings.Contains(got, " "+row.Key+" ") {
				t.Errorf("%s was not found to be %s", row.Code, list.what)
			}
		}
		if n := len(strings.Fields(got)); n/2 != len(list.truth) {
			t.Errorf("%d codes are said to be %s, %d are: %s", n/2, list.what, len(list.truth), got)
		}
	}
	if above := changes["above cosmetic"]; want.Kind == "format-only" && above != "" {
		t.Errorf("only the form of the page changed, and yet there is%s", above)
	}
}

// diffOf lists the codes and keys of two pages by the ID of their changes.
func diffOf(t *testing.T, dir string) (changes map[string]string, problem string) {
	args := []string{"diff", "--format", "json", "--fail-on", never}
	for _, side := range []string{"old.*", "new.*"} {
		files, err := filepath.Glob(filepath.Join(dir, side))
		if err != nil || len(files) != 1 {
			t.Fatalf("%s: %q, %v", side, files, err)
		}
		args = append(args, files[0])
	}
	var out, complaint bytes.Buffer
	if code := run(args, nil, &out, &complaint); code != exitClean {
		return nil, complaint.String()
	}
	var doc struct {
		Changes []struct{ ID, Level, Code, Key string }
	}
	if err := json.Unmarshal(out.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	changes = map[string]string{}
	for _, c := range doc.Changes {
		key := c.Key
		if key == "" {
			key = "-"
		}
		code, _, _ := strings.Cut(c.Code, " ") // before a second symbol
		changes[c.ID] += " " + code + " " + key + " "
		if slices.Index(drift.Levels(), c.Level) > int(drift.Cosmetic) {
			changes["above cosmetic"] += " " + c.ID + " of " + c.Code
		}
	}
	return changes, complaint.String()
}
