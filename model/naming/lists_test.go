package naming

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// rowsOf reads a list of testdata: its lines by columns, without comments.
func rowsOf(t *testing.T, file string) [][]string {
	t.Helper()
	data, err := os.ReadFile("testdata/" + file)
	if err != nil {
		t.Fatal(err)
	}
	var rows [][]string
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			rows = append(rows, strings.Split(strings.TrimRight(line, "\n"), "\t"))
		}
	}
	return rows
}

// symbolWants are what a table of symbols asks for.
func symbolWants(n *Namer, rows [][]string, symbol, group int) []Want {
	var symbols []string
	for _, row := range rows {
		symbols = append(symbols, row[symbol])
	}
	shared := Shared(symbols)
	var wants []Want
	for _, row := range rows {
		w := Want{ID: row[0], Names: []string{n.Symbol(row[symbol])}}
		if rest := shared.Cut(row[symbol]); rest != row[symbol] && !n.Verbatim() {
			w.Names[0] = n.Rest(rest)
		}
		if group > 0 {
			w.Names = append(w.Names, w.Names[0]+n.Group(row[group]))
		}
		wants = append(wants, w)
	}
	return wants
}

// The names equal those that experts gave by hand. Each list has the fewest
// that do, of how many.
func TestHandMadeLists(t *testing.T) {
	verbatim, err := New(true, nil)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		file        string
		fewest, all int
		wants       func(rows [][]string) []Want
	}{
		{"kerr.tsv", 137, 137, func(rows [][]string) []Want { return symbolWants(nil, rows, 0, 0) }},
		{"pgerrcode.tsv", 259, 260, func(rows [][]string) []Want { return symbolWants(nil, rows, 1, 2) }},
		{"grpc.tsv", 17, 17, func(rows [][]string) []Want { return symbolWants(nil, rows, 0, 0) }},
		{"sqlite.tsv", 90, 94, func(rows [][]string) []Want { return symbolWants(nil, rows, 0, 0) }},
		{"windows.tsv", 347, 347, func(rows [][]string) []Want { return symbolWants(verbatim, rows, 0, 0) }},
		{"http.tsv", 59, 59, func(rows [][]string) []Want { return sentenceWants(rows, 0) }},
		{"discord.tsv", 96, 150, func(rows [][]string) []Want { return sentenceWants(rows, 1) }},
	}
	for _, test := range tests {
		rows := rowsOf(t, test.file)
		chosen := Settle(test.wants(rows), func(string) bool { return true })
		equal := 0
		for _, row := range rows {
			if name := chosen[row[0]]; name == row[len(row)-1] {
				equal++
			} else {
				t.Logf("%s: %q is called %s, by hand %s", test.file, row[:len(row)-1], name, row[len(row)-1])
			}
		}
		t.Logf("%s: %d of %d", test.file, equal, len(rows))
		if equal < test.fewest || len(rows) != test.all {
			t.Errorf("%s: %d of %d names are those given by hand, want %d of %d", test.file, equal, len(rows), test.fewest, test.all)
		}
	}
}

func sentenceWants(rows [][]string, message int) []Want {
	var wants []Want
	for _, row := range slices.CompactFunc(slices.Clone(rows), func(a, b []string) bool { return a[0] == b[0] }) {
		names := (*Namer)(nil).Sentence(row[message])
		wants = append(wants, Want{ID: row[0], Names: append(names, WithCode(names[0], row[0]))})
	}
	return wants
}
