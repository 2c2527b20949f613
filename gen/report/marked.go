package report

import (
	"bytes"
	_ "embed"
	"fmt"
	"html/template"
	"io"
	"strings"

	"github.com/spectab/spectab/model"
)

//go:embed marked.html
var markedPage string

var markedTemplate = template.Must(template.New("marked.html").Parse(markedPage))

// Marked writes a page that shows the text of another, a line each, with what
// was read beside the lines that entries of the tables begin on. It needs no
// other file, runs no script, and nothing of the other page is alive in it.
func Marked(w io.Writer, title, text string, tables []model.Table) error {
	page := markedView{Title: visible(title)}
	read := map[int][]markedEntry{}
	for i := range tables {
		t := &tables[i]
		page.Tables = append(page.Tables, markedTable{Name: t.Name, Kind: string(t.Kind), Line: t.Line, Rows: len(t.Entries), Confidence: fmt.Sprintf("%.2f", t.Confidence)})
		for j := range t.Entries {
			e := &t.Entries[j]
			read[e.Line] = append(read[e.Line], markedEntry{visible(t.Name), visible(e.Code), visible(e.Key), visible(e.Text)})
		}
	}
	for no, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		page.Lines = append(page.Lines, markedLine{No: no + 1, Text: visible(strings.ReplaceAll(line, "\t", "    ")), Entries: read[no+1]})
	}
	var b bytes.Buffer
	if err := markedTemplate.Execute(&b, page); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

type (
	markedView struct {
		Title  string
		Tables []markedTable
		Lines  []markedLine
	}
	markedTable struct {
		Name, Kind string
		Line, Rows int
		Confidence string
	}
	markedLine struct {
		No      int
		Text    string
		Entries []markedEntry
	}
	markedEntry struct{ Table, Code, Key, Text string }
)
