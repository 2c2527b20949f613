package main

import (
	"io"
	"time"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/gen/report"
	"github.com/spectab/spectab/model"
)

func listCommand(at *place) *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "list [source...]",
		Short: "List the sources and the age of their snapshots",
		Long: `list prints a line for each source: its package, the language of the page, the
day and the age of the snapshot, how many tables and entries it has, and the
address of the page. With --format json it prints the document of export
without the entries.`,
		ValidArgsFunction: at.sourceNames,
		RunE: func(cmd *cobra.Command, args []string) error {
			write, err := formatOf(map[string]func(io.Writer, []*model.Spec) error{"text": listText, "json": listJSON}, format)
			if err != nil {
				return err
			}
			specs, err := at.specsOf(args)
			if err != nil {
				return err
			}
			return write(cmd.OutOrStdout(), specs)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", format, "text or json")
	return cmd
}

func listText(w io.Writer, specs []*model.Spec) error {
	rowList := make([]report.ListRow, len(specs))
	for i, s := range specs {
		rowList[i] = report.ListRow{
			Source: s.Source, Package: s.Package, Language: s.Language, Retrieved: s.Snapshot.Retrieved,
			Age: age(s.Snapshot.Retrieved, time.Now()), Tables: len(s.Tables), Entries: rows(s), URL: s.URL,
		}
	}
	return report.List(w, rowList)
}

// listJSON leaves the entries out.
func listJSON(w io.Writer, specs []*model.Spec) error {
	short := make([]*model.Spec, len(specs))
	for i, s := range specs {
		dup := *s
		dup.Tables = nil
		for _, t := range s.Tables {
			t.Entries = []model.Entry{}
			dup.Tables = append(dup.Tables, t)
		}
		short[i] = &dup
	}
	return model.WriteJSON(w, short)
}

// age is the number of whole days from a date to now, at least 0.
func age(date string, now time.Time) int {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return 0
	}
	return max(0, int(now.UTC().Sub(t).Hours()/24))
}
