package report

import (
	"encoding/csv"
	"io"
	"strings"

	"github.com/spectab/spectab/model"
)

// CSV writes a header and then one row for each entry. Lists are joined by
// " | ", extra columns stand as header=value, sorted; what is empty or 0 is an
// empty cell. Nothing is escaped beyond what CSV itself needs, so that codes
// stay what they are: a spreadsheet has to import the columns as text, or it
// will take "002" for a number and "=1" for a formula.
func CSV(w io.Writer, specs []*model.Spec) error {
	out := csv.NewWriter(w)
	header := []string{"source", "table", "kind"}
	for _, c := range columns {
		if c.name != "" {
			header = append(header, c.name)
		}
	}
	if err := out.Write(header); err != nil {
		return err
	}
	for _, s := range specs {
		for i := range s.Tables {
			if err := csvTable(out, s, &s.Tables[i]); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

func csvTable(out *csv.Writer, s *model.Spec, t *model.Table) error {
	for i := range t.Entries {
		row := []string{s.Source, t.Name, string(t.Kind)}
		for _, c := range columns {
			if c.name != "" {
				row = append(row, strings.Join(c.values(&t.Entries[i]), " | "))
			}
		}
		if err := out.Write(row); err != nil {
			return err
		}
	}
	return nil
}
