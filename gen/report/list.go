package report

import (
	"fmt"
	"io"
	"text/tabwriter"
)

// A ListRow is one source in a list.
type ListRow struct {
	Source, Package, Language string
	Retrieved                 string // date of the snapshot, YYYY-MM-DD
	Age                       int    // of the snapshot, in days; counts only where Retrieved is known
	Checked                   string // when the page was last seen to say the same, "3 days ago"
	Tables, Entries           int
	URL                       string
}

// List writes an aligned table with a header and a line for each source.
func List(w io.Writer, rows []ListRow) error {
	out := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(out, "SOURCE\tPACKAGE\tLANGUAGE\tRETRIEVED\tAGE\tCHECKED\tTABLES\tENTRIES\tURL")
	for _, r := range rows {
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\t%s\t%s\t%d\t%d\t%s\n", known(r.Source), known(r.Package),
			known(r.Language), known(r.Retrieved), r.age(), known(r.Checked), r.Tables, r.Entries, known(r.URL))
	}
	return out.Flush()
}

func (r ListRow) age() string {
	switch {
	case r.Retrieved == "":
		return "-"
	case r.Age == 1:
		return "1 day"
	}
	return fmt.Sprintf("%d days", r.Age)
}

// known is s, or a dash, so that no column of a line is empty.
func known(s string) string {
	if s == "" {
		return "-"
	}
	return visible(s)
}
