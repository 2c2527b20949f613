package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// workflows are the files for CI, by name.
func workflows(t *testing.T) map[string][]byte {
	t.Helper()
	root := os.DirFS(filepath.Join("..", "..", ".github"))
	files := map[string][]byte{}
	err := fs.WalkDir(root, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files[name], err = fs.ReadFile(root, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// What CI runs is a script that a shell can read, and no text of a pull
// request gets into it.
func TestWorkflowsRunScripts(t *testing.T) {
	scripts := 0
	for name, data := range workflows(t) {
		if path.Ext(name) != ".yml" {
			continue
		}
		var doc any
		if err := yaml.Unmarshal(data, &doc); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		for _, script := range runs(doc) {
			scripts++
			if strings.Contains(script, "${{") {
				t.Errorf("%s: an expression inside of a script: %s", name, script)
			}
			check := exec.Command("bash", "-n")
			check.Stdin = strings.NewReader(script)
			if out, err := check.CombinedOutput(); err != nil {
				t.Errorf("%s: %v: %s", name, err, out)
			}
		}
	}
	if scripts < 5 {
		t.Errorf("%d scripts were found", scripts)
	}
}

// runs are the values of run: anywhere in a document.
func runs(doc any) []string {
	var list []string
	switch v := doc.(type) {
	case map[string]any:
		for key, value := range v {
			if script, ok := value.(string); ok && key == "run" {
				list = append(list, script)
			}
			list = append(list, runs(value)...)
		}
	case []any:
		for _, value := range v {
			list = append(list, runs(value)...)
		}
	}
	return list
}

var commandLine = regexp.MustCompile(`(?:go tool spectab|\$RUNNER_TEMP/spectab"|\{spectab\[@\]\}") ([a-z]+)([^\n|;>]*)`)

// The commands of the files for CI exist, with these flags.
func TestWorkflowsUseTheCommand(t *testing.T) {
	found := 0
	for name, data := range workflows(t) {
		for _, m := range commandLine.FindAllStringSubmatch(string(data), -1) {
			found++
			cmd, _, err := newRoot().Find([]string{m[1]})
			if err != nil {
				t.Errorf("%s: %s: %v", name, m[0], err)
			}
			for _, word := range strings.Fields(m[2]) {
				if flag, ok := strings.CutPrefix(word, "--"); ok && cmd.Flag(flag) == nil {
					t.Errorf("%s: %s has no flag --%s", name, m[1], flag)
				}
			}
			if format := regexp.MustCompile(`--format (\S+)`).FindStringSubmatch(m[2]); format != nil && diffFormats[format[1]] == nil {
				t.Errorf("%s: there is no format %s", name, format[1])
			}
		}
	}
	if found < 8 {
		t.Errorf("%d commands were found", found)
	}
}

// Nothing that CI does merges a change.
func TestWorkflowsNeverMerge(t *testing.T) {
	for name, data := range workflows(t) {
		if words := strings.Fields(string(data)); slices.Contains(words, "merge_request.merge_when_pipeline_succeeds") || strings.Contains(string(data), "pr merge") || strings.Contains(string(data), "--auto") {
			t.Errorf("%s merges", name)
		}
	}
}
