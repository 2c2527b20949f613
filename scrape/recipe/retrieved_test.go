package recipe

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestSetRetrieved(t *testing.T) {
	for _, test := range []struct{ name, old, want string }{
		{"plain", "a: 1\nretrieved: 2026-11-22\nb: 2\n", "a: 1\nretrieved: 2027-01-02\nb: 2\n"},
		{"comment", "retrieved: 2026-11-22 # not 2026-11-22\n", "retrieved: 2027-01-02 # not 2026-11-22\n"},
		{"quotes", "retrieved: '2026-11-22'\n", "retrieved: '2027-01-02'\n"},
		{"spaces", "retrieved:   \"2026-11-22\"", "retrieved:   \"2027-01-02\""},
		{"carriage returns", "a: 1\r\nretrieved: 2026-11-22\r\nb: 2\r\n", "a: 1\r\nretrieved: 2027-01-02\r\nb: 2\r\n"},
		{"flow", "{title: 百度 2026-11-22, retrieved: 2026-11-22}\n", "{title: 百度 2026-11-22, retrieved: 2027-01-02}\n"},
		{"other characters", "title: 百度\nretrieved: 2026-11-22\nurl: 百度\n", "title: 百度\nretrieved: 2027-01-02\nurl: 百度\n"},
		{"deeper", "tables:\n  - retrieved: 2026-11-22\nretrieved: 2026-11-22\n", "tables:\n  - retrieved: 2026-11-22\nretrieved: 2027-01-02\n"},
		{"already", "retrieved: 2027-01-02\n", "retrieved: 2027-01-02\n"},
	} {
		got, err := SetRetrieved("source.yaml", []byte(test.old), "2027-01-02")
		if err != nil || string(got) != test.want {
			t.Errorf("%s: got %q, want %q (%v)", test.name, got, test.want, err)
		}
	}
	for _, bad := range []string{"", "a: 1\n", "d: &d 2026-11-22\nretrieved: *d\n", "retrieved:\n", "][", "- retrieved\n"} {
		if got, err := SetRetrieved("source.yaml", []byte(bad), "2027-01-02"); err == nil {
			t.Errorf("%q became %q", bad, got)
		}
	}
}

// In each of the recipes one line changes.
func TestSetRetrievedInTheRecipes(t *testing.T) {
	files, _ := filepath.Glob("../../specs/*/" + File)
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		changed, err := SetRetrieved(file, data, "2031-01-02")
		if err != nil {
			t.Fatal(err)
		}
		old, now := strings.Split(string(data), "\n"), strings.Split(string(changed), "\n")
		var lines []string
		for i := range old {
			if old[i] != now[i] {
				lines = append(lines, now[i])
			}
		}
		if len(old) != len(now) || len(lines) != 1 || lines[0] != "retrieved: 2031-01-02" {
			t.Errorf("%s: the changed lines are %q", file, lines)
		}
	}
}

func TestSetGone(t *testing.T) {
	const flow = "  - {name: Code, kind: codes, columns: {code: Code}}\n  - {kind: results, doc: 'the name: Result', name: Result, columns: {code: R}}\n"
	const block = "  - name: Code # name: of all\n    kind: codes\n    columns: {code: Code}\n  - kind: results\n    name: Result\n    columns: {code: R}\n"
	for _, test := range []struct{ table, tables, old, want string }{
		{"Code", flow, "{name: Code,", "{gone: 2026-11-23, name: Code,"},
		{"Result", flow, " name: Result,", " gone: 2026-11-23, name: Result,"},
		{"Code", block, "- name: Code", "- gone: 2026-11-23\n    name: Code"},
		{"Result", block, "    name: Result", "    gone: 2026-11-23\n    name: Result"},
	} {
		data := recipeHead + "tables:\n" + test.tables
		got, err := SetGone("source.yaml", []byte(data), test.table, "2026-11-23")
		if want := strings.Replace(data, test.old, test.want, 1); err != nil || string(got) != want {
			t.Errorf("got\n%s\nwant\n%s\n%v", got, want, err)
		}
	}
	if _, err := SetGone("source.yaml", []byte(recipeHead+"tables:\n"+flow), "Param", "2026-11-23"); err == nil {
		t.Error("a table that is not there is declared gone")
	}
}

// What SetGone declares ClearGone takes back, and so it does what somebody
// wrote by hand.
func TestClearGone(t *testing.T) {
	head := "source: shop\nlanguage: en\npackage: shop\nretrieved: 2026-01-01\ntables:\n"
	for _, table := range []string{
		"  - name: Code # ours\n    kind: codes\n    columns: {code: Code}\n",
		"  - {name: Code, kind: codes, columns: {code: Code}}\n",
		"  - codes: Code\n    columns: {code: Code}\n",
	} {
		gone, err := SetGone("source.yaml", []byte(head+table), "Code", "2026-02-02")
		if err != nil {
			t.Fatal(err)
		}
		back, err := ClearGone("source.yaml", gone, "Code")
		if err != nil || string(back) != head+table {
			t.Errorf("%v:\n%s", err, back)
		}
	}
	for written, want := range map[string]string{
		"  - name: Code\n    kind: codes\n    gone: '2026-02-02'\n    columns: {code: Code}\n": "  - name: Code\n    kind: codes\n    columns: {code: Code}\n",
		"  - {codes: Code, columns: {code: Code}, gone: 2026-02-02}\n":                         "  - {codes: Code, columns: {code: Code}}\n",
	} {
		if back, err := ClearGone("source.yaml", []byte(head+written), "Code"); err != nil || string(back) != head+want {
			t.Errorf("%v:\n%s", err, back)
		}
	}
}
