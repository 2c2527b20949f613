package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape"
)

func inspectCommand() *cobra.Command {
	format, limit := "text", pageSize()
	cmd := &cobra.Command{
		Use:   "inspect FILE",
		Short: "Tell what tables are on any page, without a recipe",
		Long: `inspect looks at a page that has no recipe, and tells which tables of codes,
results or parameters are on it, what their columns mean, and how sure it is
(confidence, 0 to 1; under 0.5 it is more likely no such table).

FILE may be - for standard input, read as HTML.`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			write, err := formatOf(map[string]func(io.Writer, *model.Spec, []scrape.Guess) error{"text": inspectText, "json": inspectJSON}, format)
			if err != nil {
				return err
			}
			name, data, err := readInput(args[0], cmd.InOrStdin(), limit)
			if err != nil {
				return err
			}
			spec, guesses, err := inspect(name, data, cmd.ErrOrStderr())
			if err != nil {
				return err
			}
			return write(cmd.OutOrStdout(), spec, guesses)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", format, "text or json")
	cmd.Flags().Var(&limit, "max-size", "refuse a page that is larger")
	return cmd
}

func inspect(name string, data []byte, stderr io.Writer) (*model.Spec, []scrape.Guess, error) {
	page, err := scrape.ReadUnseen(name, data)
	if err != nil {
		return nil, nil, err
	}
	guesses := scrape.GuessTables(page)
	for _, doubt := range scrape.Doubts(page, guesses) {
		fmt.Fprintln(stderr, printable("warning: "+doubt.Error()))
	}
	if len(guesses) == 0 {
		return nil, nil, nothingFound(page)
	}
	spec := &model.Spec{Snapshot: model.Snapshot{File: filepath.Base(name)}, Tables: []model.Table{}}
	for _, g := range guesses {
		spec.Tables = append(spec.Tables, g.Table)
	}
	return spec, guesses, nil
}

// nothingFound is the error for a page without any table.
func nothingFound(page *scrape.Page) error {
	p := &model.Problem{
		File: page.File, Message: "nothing on the page looks like a table of codes, results or parameters",
		Hint: "if scripts make the page, save it from a browser once it is complete",
	}
	if page.Title != "" {
		p.Message += fmt.Sprintf("; its title is %q", page.Title)
	}
	return p
}

// readInput reads a file, or standard input as a page of HTML, up to a limit.
func readInput(file string, stdin io.Reader, limit size) (string, []byte, error) {
	name := "stdin.html"
	if file != "-" {
		f, err := os.Open(file)
		if err != nil {
			return "", nil, fmt.Errorf("spectab: %w", err)
		}
		defer f.Close()
		name, stdin = filepath.ToSlash(file), f
	}
	data, err := scrape.ReadLimited(stdin, int64(limit))
	var refusal *scrape.Refusal
	if errors.As(err, &refusal) {
		refusal.Problem.File = name
	} else if err != nil {
		err = fmt.Errorf("spectab: %w", err)
	}
	return name, data, err
}

func inspectJSON(w io.Writer, spec *model.Spec, _ []scrape.Guess) error {
	return model.WriteJSON(w, []*model.Spec{spec})
}

// samples is how many rows of a table inspect shows.
const samples = 3

func inspectText(w io.Writer, spec *model.Spec, guesses []scrape.Guess) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", spec.Snapshot.File, count(len(guesses), "table"))
	for _, g := range guesses {
		fmt.Fprintf(&b, "\nline %d: %s, %s, confidence %.2f\n", g.Table.Line, g.Form, count(len(g.Table.Entries), "row"), g.Table.Confidence)
		if g.Table.Heading != "" {
			fmt.Fprintf(&b, "  under    %s\n", shorten(g.Table.Heading, 66))
		}
		fmt.Fprintf(&b, "  columns  %s\n", columnsOf(g))
		for _, e := range g.Table.Entries[:min(samples, len(g.Table.Entries))] {
			fmt.Fprintf(&b, "  %5d    %s\n", e.Line, sampleOf(e))
		}
	}
	_, err := io.WriteString(w, printable(b.String()))
	return err
}

// columnsOf lists the columns of a table with their meaning.
func columnsOf(g scrape.Guess) string {
	var list []string
	for i, role := range g.Roles {
		text := fmt.Sprintf("%d", i+1)
		if i < len(g.Header) && g.Header[i] != "" {
			text = fmt.Sprintf("%q", shorten(g.Header[i], 24))
		}
		list = append(list, text+" = "+cmp.Or(role, "?"))
	}
	return strings.Join(list, ", ")
}

func sampleOf(e model.Entry) string {
	parts := []string{e.Code}
	for _, text := range []string{e.Key, e.Text} {
		if text != "" {
			parts = append(parts, text)
		}
	}
	return shorten(strings.Join(parts, "  "), 66)
}

// shorten cuts a text to n characters.
func shorten(s string, n int) string {
	if r := []rune(s); len(r) > n {
		return string(r[:n-1]) + "…"
	}
	return s
}
