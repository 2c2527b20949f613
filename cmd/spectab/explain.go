package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/spectab/spectab/gen/report"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/recipe"
)

func explainCommand(at *place) *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "explain CODE...",
		Short: "Tell what a code means, in every source that has it",
		Long: `explain looks the given codes up in all sources: by the code on the wire, by
the vendor's symbol or by the Go identifier, and prints what the vendor says,
with the remedy and the place on the page. A number may be written in another
way than on the page, and a code that carries a number is found with it.`,
		Example: "  spectab explain 003-007 invalid_grant",
		Args:    cobra.MinimumNArgs(1),

		ValidArgsFunction: at.codeNames,
		RunE: func(cmd *cobra.Command, args []string) error {
			return explain(at, args, format, cmd.OutOrStdout())
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", format, "text or json")
	completes(cmd, "format", "json", "text")
	return cmd
}

func explain(at *place, codes []string, format string, stdout io.Writer) error {
	write, err := formatOf(map[string]func(io.Writer, []report.Hit) error{"text": explainText, "json": explainJSON}, format)
	if err != nil {
		return err
	}
	specs, err := at.specsOf(nil)
	if err != nil {
		return err
	}
	var hits []report.Hit
	var unknown error
	for _, code := range codes {
		found := report.Find(specs, code)
		if len(found) == 0 {
			hint := cmp.Or(recipe.Nearest(code, allNames(specs)), "'spectab export' prints all that the sources have")
			unknown = errors.Join(unknown, &model.Problem{Message: fmt.Sprintf("spectab: no source has %q", code), Hint: hint})
		}
		hits = append(hits, found...)
	}
	if len(hits) > 0 {
		if err := write(stdout, hits); err != nil {
			return err
		}
	}
	return unknown
}

func explainText(w io.Writer, hits []report.Hit) error {
	return report.Explain(w, hits, colourful(w))
}

// explainJSON prints a document of the entries that were asked for alone.
func explainJSON(w io.Writer, hits []report.Hit) error {
	var specs []*model.Spec
	for _, h := range hits {
		at := slices.IndexFunc(specs, func(s *model.Spec) bool { return s.Source == h.Spec.Source })
		if at < 0 {
			dup := *h.Spec
			dup.Tables = nil
			specs, at = append(specs, &dup), len(specs)
		}
		t := specs[at].Table(h.Table.Name)
		if t == nil {
			dup := *h.Table
			dup.Entries, dup.Gone = nil, nil
			specs[at].Tables = append(specs[at].Tables, dup)
			t = &specs[at].Tables[len(specs[at].Tables)-1]
		}
		t.Entries = append(t.Entries, *h.Entry)
	}
	return model.WriteJSON(w, specs)
}

// allNames are the codes, the symbols and the Go identifiers, each once.
func allNames(specs []*model.Spec) []string {
	var names []string
	for _, s := range specs {
		for i := range s.Tables {
			for j := range s.Tables[i].Entries {
				e := &s.Tables[i].Entries[j]
				names = append(names, e.Code, e.Key, e.Name)
			}
		}
	}
	slices.Sort(names)
	return slices.DeleteFunc(slices.Compact(names), func(name string) bool { return name == "" })
}

// colourful reports whether w is a terminal whose user did not refuse colour
// (no-color.org).
func colourful(w io.Writer) bool {
	f, ok := w.(*os.File)
	return ok && os.Getenv("NO_COLOR") == "" && term.IsTerminal(int(f.Fd()))
}
