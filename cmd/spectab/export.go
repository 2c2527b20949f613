package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/gen/report"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

// exporters are the formats of export, by name.
var exporters = map[string]func(io.Writer, []*model.Spec) error{
	"json": model.WriteJSON,
	"csv":  report.CSV,
	"md":   report.Markdown,
	"html": report.HTML,
}

func exportCommand(at *place) *cobra.Command {
	format := "json"
	cmd := &cobra.Command{
		Use:   "export [source...]",
		Short: "Print what the pages say as JSON, CSV, Markdown or HTML",
		Long: `export prints the tables of the named sources, or of all of them. The JSON is
one document of the schema spectab/1; CSV has a row an entry; Markdown has a
table a table; HTML is one page that needs no other file and runs no script.
"spectab report" makes a folder of such pages with a search.`,
		Example: `  spectab export xsolla-login --format md
  spectab export | jq -r '.sources[].tables[].entries[].code'`,
		ValidArgsFunction: at.sourceNames,
		RunE: func(cmd *cobra.Command, args []string) error {
			write, err := formatOf(exporters, format)
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
	cmd.Flags().StringVarP(&format, "format", "f", format, "json, csv, md or html")
	completes(cmd, "format", namesOf(exporters)...)
	return cmd
}

// formatOf looks up the value of --format.
func formatOf[F any](formats map[string]F, name string) (F, error) {
	f, ok := formats[name]
	if !ok {
		return f, fmt.Errorf("spectab: there is no format %q\n\t%s", name, strings.ReplaceAll(recipe.Nearest(name, namesOf(formats)), "\n", "\n\t"))
	}
	return f, nil
}

// specsOf reads the named sources, or all of them.
func (p *place) specsOf(names []string) ([]*model.Spec, error) {
	lib, err := p.open()
	if err != nil {
		return nil, err
	}
	readings, err := lib.read(names)
	if err != nil {
		return nil, err
	}
	return specsOf(readings), nil
}
