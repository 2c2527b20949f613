package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/guess"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read"
)

func inspectCommand() *cobra.Command {
	format, all, recipe, limit, has := "text", false, false, pageSize(), []string{}
	var network networkFlags
	cmd := &cobra.Command{
		Use:   "inspect FILE|URL",
		Short: "Tell what tables are on any page, without a recipe",
		Long: `inspect looks at a page that has no recipe, and tells which tables of codes,
results or parameters are on it, what their columns mean, and how sure it is
(confidence, 0 to 1). As text it shows tables from 0.5 up; the others are more
likely none, and --all shows them too. JSON has all of them.

With --recipe it prints the recipe that reads the same tables, as "spectab add"
writes it to a folder of sources.

FILE may be - for standard input, read as HTML.`,
		Example: `  spectab inspect errors.html
  spectab inspect https://acme.example/docs/errors
  spectab inspect --recipe acme.html > specs/acme/source.yaml`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			show := inspectText
			if all {
				show = inspectAll
			}
			write, err := formatOf(map[string]func(io.Writer, *inspected) error{"text": show, "json": inspectJSON}, format)
			if err != nil {
				return err
			}
			if recipe {
				write = inspectRecipe
			}
			in, err := inspect(args[0], cmd, limit, &network, has)
			if err != nil {
				return err
			}
			return write(cmd.OutOrStdout(), in)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", format, "text or json")
	completes(cmd, "format", "json", "text")
	cmd.Flags().BoolVar(&all, "all", all, "as text, also show what is more likely no table of codes")
	cmd.Flags().BoolVar(&recipe, "recipe", recipe, "print the recipe that reads these tables")
	hasFlag(cmd, &has)
	cmd.Flags().Var(&limit, "max-size", "refuse a page that is larger")
	network.add(cmd)
	cmd.MarkFlagsMutuallyExclusive("format", "recipe")
	cmd.MarkFlagsMutuallyExclusive("all", "recipe")
	return cmd
}

// An inspected page is what it reads as without a recipe.
type inspected struct {
	name    string // as the user gave it
	data    []byte
	page    *page.Page
	guesses []guess.Guess
	address string // "" where it is not known
}

// likely is the confidence from which a table is more likely one of codes
// than not.
const likely = 0.5

// likely are the guesses that are more likely right than not.
func (in *inspected) likely() []guess.Guess {
	var list []guess.Guess
	for _, g := range in.guesses {
		if g.Table.Confidence >= likely {
			list = append(list, g)
		}
	}
	return list
}

// hasFlag adds the flag by which a person tells what a table holds. Each use is
// one value, which may hold commas.
func hasFlag(cmd *cobra.Command, has *[]string) {
	cmd.Flags().StringArrayVar(has, "has", nil, "only the reading in which this is a code, a symbol or a text; may be given several times")
}

// inspect reads a page and guesses its tables. A page on which nothing is
// likely to be one is an error.
func inspect(file string, cmd *cobra.Command, limit size, network *networkFlags, has []string) (*inspected, error) {
	name, data, err := openPage(cmd.Context(), file, cmd.InOrStdin(), limit, network.limited(limit))
	if err != nil {
		return nil, err
	}
	page, err := read.Unseen(name, data)
	if err != nil {
		return nil, err
	}
	in := &inspected{name: name, data: data, page: page, address: page.Address}
	if len(has) > 0 {
		in.guesses, err = guess.Having(page, has)
	} else {
		in.guesses = guess.Tables(page)
	}
	if err != nil {
		return nil, err
	}
	if strings.Contains(file, "://") {
		in.address = file
	}
	for _, doubt := range guess.Doubts(page, in.guesses) {
		fmt.Fprintln(cmd.ErrOrStderr(), printable("warning: "+doubt.Error()))
	}
	if len(in.likely()) == 0 {
		return nil, in.nothing()
	}
	return in, nil
}

// nothing is the error of a page without tables: it names what comes nearest
// to one.
func (in *inspected) nothing() error {
	p := &model.Problem{
		File: in.name, Message: "nothing on the page looks like a table of codes, results or parameters",
		Hint: "if scripts make the page, save it from a browser once it is complete",
	}
	if in.page.Title != "" {
		p.Message += fmt.Sprintf("; its title is %q", in.page.Title)
	}
	if len(in.guesses) > 0 {
		best := slices.MaxFunc(in.guesses, func(a, b guess.Guess) int { return cmp.Compare(a.Table.Confidence, b.Table.Confidence) })
		p.Hint = fmt.Sprintf("the likeliest is in line %d, %s, with a confidence of %.2f; %s", best.Table.Line, count(len(best.Table.Entries), "row"), best.Table.Confidence, p.Hint)
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
	data, err := page.ReadLimited(stdin, int64(limit))
	var refusal *page.Refusal
	if errors.As(err, &refusal) {
		refusal.Problem.File = name
	} else if err != nil {
		err = fmt.Errorf("spectab: %w", err)
	}
	return name, data, err
}

func inspectJSON(w io.Writer, in *inspected) error {
	spec := &model.Spec{Title: in.page.Name(), Snapshot: model.Snapshot{File: filepath.Base(in.name)}, Tables: []model.Table{}}
	for _, g := range in.guesses {
		spec.Tables = append(spec.Tables, g.Table)
	}
	return model.WriteJSON(w, []*model.Spec{spec})
}

// inspectRecipe prints a recipe. What a person has to look at stands above it
// in comments.
func inspectRecipe(w io.Writer, in *inspected) error {
	draft, err := guess.NewDraft(in.page, in.likely(), aboutPage(in, addOptions{}))
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, remark := range draft.Remarks {
		fmt.Fprintf(&b, "# %s\n", strings.Join(strings.Fields(remark), " "))
	}
	b.Write(draft.Recipe)
	_, err = io.WriteString(w, printable(b.String()))
	return err
}

// samples is how many rows of a table inspect shows.
const samples = 3

func inspectText(w io.Writer, in *inspected) error {
	shown := in.likely()
	if err := showGuesses(w, in, shown); err != nil {
		return err
	}
	if rest := len(in.guesses) - len(shown); rest > 0 {
		_, err := fmt.Fprintf(w, "\n%s more with a confidence under %.1f: --all\n", count(rest, "table"), likely)
		return err
	}
	return nil
}

func inspectAll(w io.Writer, in *inspected) error { return showGuesses(w, in, in.guesses) }

func showGuesses(w io.Writer, in *inspected, guesses []guess.Guess) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s\n", filepath.Base(in.name), count(len(guesses), "table"))
	if title := in.page.Name(); title != "" {
		fmt.Fprintf(&b, "%s\n", shorten(title, 76))
	}
	for i := range guesses {
		showGuess(&b, &guesses[i])
	}
	_, err := io.WriteString(w, printable(b.String()))
	return err
}

func showGuess(b *strings.Builder, g *guess.Guess) {
	fmt.Fprintf(b, "\n%s, %s: line %d, %s, %s, confidence %.2f\n", g.Table.Name, g.Table.Kind, g.Table.Line, g.Form, count(len(g.Table.Entries), "row"), g.Table.Confidence)
	if g.Table.Heading != "" {
		fmt.Fprintf(b, "  under    %s\n", shorten(g.Table.Heading, 66))
	}
	if groups := g.Table.GroupValues(); len(groups) > 0 {
		fmt.Fprintf(b, "  groups   %s\n", shorten(fmt.Sprintf("%d: %s", len(groups), strings.Join(groups, ", ")), 66))
	}
	fmt.Fprintf(b, "  columns  %s\n", columnsOf(g))
	for _, e := range g.Table.Entries[:min(samples, len(g.Table.Entries))] {
		fmt.Fprintf(b, "  %5d    %s\n", e.Line, sampleOf(&e))
	}
}

// columnsOf lists the columns of a table with their meaning.
func columnsOf(g *guess.Guess) string {
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

func sampleOf(e *model.Entry) string {
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
