package main

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/gen/report"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/guess"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read"
	"github.com/spectab/spectab/scrape/recipe"
)

func inspectCommand() *cobra.Command {
	format, all, asRecipe, marked := "text", false, false, ""
	var flags pageFlags
	cmd := &cobra.Command{
		Use:   "inspect FILE|URL",
		Short: "Tell what tables are on any page, without a recipe",
		Long: `inspect looks at a page that has no recipe, and tells which tables of codes,
results or parameters are on it, what their columns mean, and how sure it is
(confidence, 0 to 1). As text it shows the likeliest with its first rows, and
the others from 0.5 up on a line each; what is under 0.5 is more likely none,
and --all shows all of them. JSON has all of them, the likeliest first.

With --has it shows only the reading in which that value is a code, a symbol or
a text. Two codes that you know are enough for most pages.

With --recipe it prints the recipe that reads the same tables, as "spectab add"
writes it to a folder of sources. With --html it also writes a page that shows
the text of this one with what was read beside it.

FILE may be - for standard input, read as HTML.`,
		Example: `  spectab inspect errors.html
  spectab inspect https://acme.example/docs/errors
  spectab inspect errors.html --has 002-016 --has 'Invalid JWT.'
  spectab inspect --recipe acme.html > specs/acme/source.yaml`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			show, shown := inspectText, (*inspected).likeliest
			if all {
				show, shown = inspectAll, (*inspected).likely
			}
			if format == "json" {
				shown = (*inspected).likely
			}
			write, err := formatOf(map[string]func(io.Writer, *inspected) error{"text": show, "json": inspectJSON}, format)
			if err != nil {
				return err
			}
			if asRecipe {
				write = inspectRecipe
			}
			flags.named = all && format == "text" // whatever there is, likely or not
			in, err := flags.inspect(args[0], cmd)
			if err != nil {
				return err
			}
			in.warn(cmd, shown(in))
			if marked != "" {
				if err := in.mark(marked); err != nil {
					return err
				}
			}
			return write(cmd.OutOrStdout(), in)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", format, "text or json")
	completes(cmd, "format", "json", "text")
	cmd.Flags().BoolVar(&all, "all", all, "as text, also show what is more likely no table of codes")
	cmd.Flags().BoolVar(&asRecipe, "recipe", asRecipe, "print the recipe that reads these tables")
	cmd.Flags().StringVar(&marked, "html", "", "also write the page to this file, with what was read marked on it")
	flags.add(cmd)
	cmd.MarkFlagsMutuallyExclusive("format", "recipe")
	cmd.MarkFlagsMutuallyExclusive("all", "recipe")
	return cmd
}

// An inspected page is what it reads as without a recipe.
type inspected struct {
	name    string // as the user gave it
	format  string // the extension that says it
	data    []byte
	page    *page.Page
	guesses []guess.Guess
	address string // "" where it is not known
}

// likely are the guesses that are more likely right than not, the likeliest
// first.
func (in *inspected) likely() []guess.Guess {
	return slices.DeleteFunc(guess.Ranked(in.guesses), func(g guess.Guess) bool { return g.Table.Confidence < guess.Likely })
}

// mark writes the page to a file, with what is likely marked on it.
func (in *inspected) mark(file string) error {
	text, err := read.UnseenText(in.format, in.data)
	if err != nil {
		return err
	}
	var tables []model.Table
	for _, g := range in.likely() {
		tables = append(tables, g.Table)
	}
	var b bytes.Buffer
	if err := report.Marked(&b, in.name, text, tables); err != nil {
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o666)
}

// pageFlags are the flags of the verbs that look at a page without a recipe.
type pageFlags struct {
	limit   size
	network networkFlags
	has     []string
	readAs  string

	named bool // the user names tables, or wants all, likely ones or not
}

func (f *pageFlags) add(cmd *cobra.Command) {
	f.limit = pageSize()
	// Each use of --has is one value, which may hold commas.
	cmd.Flags().StringArrayVar(&f.has, "has", nil, "only the reading in which this is a code, a symbol or a text; may be given several times")
	cmd.Flags().StringVar(&f.readAs, "read-as", "", "format of a page whose name does not say it, such as markdown")
	completes(cmd, "read-as", read.Formats()...)
	cmd.Flags().Var(&f.limit, "max-size", "refuse a page that is larger")
	f.network.add(cmd)
}

// inspect reads a page and guesses its tables. A page on which nothing is
// likely to be one is an error.
func (f *pageFlags) inspect(file string, cmd *cobra.Command) (*inspected, error) {
	name, data, err := openPage(cmd.Context(), file, cmd.InOrStdin(), f.limit, f.network.limited(f.limit))
	if err != nil {
		return nil, err
	}
	in := &inspected{name: name, data: data, format: strings.TrimPrefix(path.Ext(name), ".")}
	if f.readAs != "" {
		if in.format = f.readAs; !slices.Contains(read.Formats(), in.format) {
			return nil, fmt.Errorf("spectab: no page is read as %q\n\t%s", f.readAs, recipe.Nearest(f.readAs, read.Formats()))
		}
		name = strings.TrimSuffix(name, path.Ext(name)) + "." + in.format
	}
	if in.page, err = read.Unseen(name, data); err != nil {
		return nil, err
	}
	if in.address = in.page.Address; strings.Contains(file, "://") {
		in.address = file
	}
	if len(f.has) > 0 {
		in.guesses, err = guess.Having(in.page, f.has)
		return in, err
	}
	if in.guesses = guess.Tables(in.page); len(in.guesses) == 0 || len(in.likely()) == 0 && !f.named {
		return nil, in.nothing()
	}
	return in, nil
}

// warn tells what is doubtful about the page, and about tables that are shown
// or taken.
func (in *inspected) warn(cmd *cobra.Command, guesses []guess.Guess) {
	for _, warning := range guess.Warnings(in.page, guesses) {
		fmt.Fprintln(cmd.ErrOrStderr(), printable("warning: "+warning.Error()))
	}
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
		p.Hint = fmt.Sprintf("the likeliest is in line %d, %s, with a confidence of %.2f: 'spectab add --table %s' takes it; %s",
			best.Table.Line, count(len(best.Table.Entries), "row"), best.Table.Confidence, best.Table.Name, p.Hint)
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
	for _, g := range guess.Ranked(in.guesses) {
		spec.Tables = append(spec.Tables, g.Table)
	}
	return model.WriteJSON(w, []*model.Spec{spec})
}

// inspectRecipe prints a recipe. What a person has to look at stands above it
// in comments.
func inspectRecipe(w io.Writer, in *inspected) error {
	draft, err := guess.NewDraft(in.page, in.ordered(), aboutPage(in, addOptions{}))
	if err != nil {
		return err
	}
	var b strings.Builder
	for _, remark := range append(draft.Remarks, draft.Lost...) {
		fmt.Fprintf(&b, "# %s\n", strings.Join(strings.Fields(remark), " "))
	}
	b.Write(draft.Recipe)
	_, err = io.WriteString(w, printable(b.String()))
	return err
}

// samples is how many rows of a table inspect shows.
const samples = 3

// likeliest is the first table of the page.
func (in *inspected) likeliest() []guess.Guess { return in.likely()[:min(1, len(in.likely()))] }

// ordered are the likely guesses in the order of the page.
func (in *inspected) ordered() []guess.Guess {
	return slices.DeleteFunc(slices.Clone(in.guesses), func(g guess.Guess) bool { return g.Table.Confidence < guess.Likely })
}

// inspectText shows the likeliest table with its rows, and the other likely
// ones on a line each.
func inspectText(w io.Writer, in *inspected) error {
	shown := in.likely()
	b := in.title(len(shown))
	for i := range shown {
		if i == 0 {
			showGuess(b, &shown[i])
			continue
		}
		if i == 1 {
			b.WriteString("\n")
		}
		b.WriteString(headline(&shown[i]) + "\n")
	}
	if rest := len(in.guesses) - len(shown); rest > 0 {
		fmt.Fprintf(b, "\n%s more with a confidence under %.1f: --all\n", count(rest, "table"), guess.Likely)
	}
	_, err := io.WriteString(w, printable(b.String()))
	return err
}

func inspectAll(w io.Writer, in *inspected) error {
	b := in.title(len(in.guesses))
	for _, g := range guess.Ranked(in.guesses) {
		showGuess(b, &g)
	}
	_, err := io.WriteString(w, printable(b.String()))
	return err
}

// title begins the output for a page with so many tables.
func (in *inspected) title(tables int) *strings.Builder {
	b := &strings.Builder{}
	fmt.Fprintf(b, "%s: %s\n", filepath.Base(in.name), count(tables, "table"))
	if title := in.page.Name(); title != "" {
		fmt.Fprintf(b, "%s\n", shorten(title, 76))
	}
	return b
}

// headline is a guess on one line.
func headline(g *guess.Guess) string {
	return fmt.Sprintf("%s, %s: line %d, %s, %s, confidence %.2f", g.Table.Name, g.Table.Kind, g.Table.Line, g.Form, count(len(g.Table.Entries), "row"), g.Table.Confidence)
}

func showGuess(b *strings.Builder, g *guess.Guess) {
	fmt.Fprintf(b, "\n%s\n", headline(g))
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
