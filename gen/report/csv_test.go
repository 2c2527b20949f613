package report

import (
	"bytes"
	"encoding/csv"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

func TestCSV(t *testing.T) {
	var b bytes.Buffer
	if err := CSV(&b, []*model.Spec{login()}); err != nil {
		t.Fatal(err)
	}
	golden(t, "sample.csv", b.Bytes())
}

func TestCSVKeepsCodesLiterally(t *testing.T) {
	var b bytes.Buffer
	if err := CSV(&b, sample()); err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(&b).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	const header = "source,table,kind,code,name,key,text,remedy,detail,notes,also,http,group,type," +
		"required,default,values,max,placeholders,deprecated,line,extra"
	if got := strings.Join(rows[0], ","); got != header {
		t.Errorf("the header is %s", got)
	}
	var got, want []string
	for _, row := range rows[1:] {
		got = append(got, row[3])
	}
	for _, s := range sample() {
		for _, table := range s.Tables {
			for _, e := range table.Entries {
				want = append(want, e.Code)
			}
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("codes are %q, want %q", got, want)
	}
}

type failing struct{}

var errFull = errors.New("disk full")

func (failing) Write([]byte) (int, error) { return 0, errFull }

func TestFailedWritesAreReported(t *testing.T) {
	hits := Find(sample(), "002-016")
	for name, err := range map[string]error{
		"CSV":      CSV(failing{}, sample()),
		"Markdown": Markdown(failing{}, sample()),
		"Explain":  Explain(failing{}, hits, false),
		"List":     List(failing{}, []ListRow{{}}),
	} {
		if !errors.Is(err, errFull) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
