package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/gen"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape"
	"github.com/spectab/spectab/scrape/guess"
	"github.com/spectab/spectab/scrape/recipe"
)

// addOptions are what the user says of a page that the page does not say.
type addOptions struct {
	name      string
	pkg       string
	url       string
	language  string
	retrieved string
	tables    []string
	has       []string
	as        string // name of the one table
	kind      string
	value     string
}

func addCommand(at *place) *cobra.Command {
	o, flags := addOptions{}, pageFlags{}
	cmd := &cobra.Command{
		Use:   "add FILE|URL --name NAME",
		Short: "Make a source of any page, and its Go package",
		Long: `add looks at a page as "spectab inspect" does, writes a folder NAME with a
recipe, the page as its snapshot and the lock of identifiers into the folder of
the sources, and generates the package. It takes the likeliest table, those that
are like it, and further lists of errors that are as sure; with --has what holds these values, which have to stay there
then; or the tables that --table names. It ends with the line that imports the
package, with what it took and left, and with what a person should look at.

FILE may be - for standard input, read as HTML. Nothing is written where the
source is there already, or where any step fails.`,
		Example: `  spectab add https://acme.example/docs/errors --name acme-errors
  spectab add errors.html --name acme-errors --url https://acme.example/docs/errors
  spectab add errors.html --name acme --as Code --has E1042 --has 'No such user.'
  spectab add errors.html --name acme --table Code --out internal/codes`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			flags.named = len(o.tables) > 0
			in, err := flags.inspect(args[0], cmd)
			if err != nil {
				return err
			}
			o.has = flags.has
			c, err := in.choose(o)
			if err != nil {
				return err
			}
			in.warn(cmd, c.taken)
			return add(at, in, c, o, cmd.OutOrStdout())
		},
	}
	at.outFlags(cmd)
	cmd.Flags().StringVar(&o.name, "name", "", "name of the source, and of its folder")
	cmd.Flags().StringVar(&o.pkg, "package", "", "Go package to emit (default: NAME in one word)")
	cmd.Flags().StringVar(&o.url, "url", "", "address of the page (default: what the page declares)")
	cmd.Flags().StringVar(&o.language, "language", "", "language of the page, a BCP 47 tag (default: what the page declares)")
	cmd.Flags().StringVar(&o.retrieved, "retrieved", "", "day on which the page was saved, YYYY-MM-DD (default: today)")
	cmd.Flags().StringSliceVar(&o.tables, "table", nil, "take these tables only, by the names that inspect gives them")
	cmd.Flags().StringVar(&o.as, "as", "", "name of the Go type: what is taken becomes this one table")
	cmd.Flags().StringVar(&o.kind, "kind", "", "what the rows are: "+strings.Join(kindNames(), ", "))
	cmd.Flags().StringVar(&o.value, "value", "", "Go type of the codes: string, or an integer such as int32")
	completes(cmd, "kind", kindNames()...)
	flags.add(cmd)
	if err := cmd.MarkFlagRequired("name"); err != nil {
		panic(err) // the flag is defined above
	}
	return cmd
}

// add drafts a recipe, reads the page by it, and writes source and package.
func add(at *place, in *inspected, c *choice, o addOptions, stdout io.Writer) error {
	if at.specs == builtin {
		return errors.New("spectab: the built-in sources cannot be added to\n\t--specs names a folder")
	}
	if err := at.vacant(o.name); err != nil {
		return err
	}
	draft, err := c.draft(in, o)
	if err != nil {
		return err
	}
	if len(draft.Lost) > 0 {
		return &model.Problem{File: in.name, Message: "a recipe that can be drafted does not read all that was taken: " + strings.Join(draft.Lost, "; "), Hint: "--table or --has takes other tables, and 'spectab inspect --recipe' prints a recipe to go on from"}
	}
	source, err := scrape.NewSource(path.Join(filepath.ToSlash(at.specs), o.name), draft.Recipe, "page."+in.format, in.data)
	if err != nil {
		return err
	}
	spec, lock, err := source.Spec()
	if err != nil {
		return err
	}
	_, err = os.Stat(at.specs)
	a := &addition{at: at, choice: c, draft: draft, source: source, spec: spec, lock: lock.Bytes(), first: errors.Is(err, fs.ErrNotExist)}
	if err := a.write(); err != nil {
		return err
	}
	return a.report(stdout)
}

// vacant wants a name for a folder that is not there yet.
func (p *place) vacant(name string) error {
	if name == "" || !sourceName.MatchString(name) || model.IsDevice(name) {
		return fmt.Errorf("spectab: %q is no name for a source\n\tlower-case letters and digits, joined by dashes, such as xsolla-login", name)
	}
	if _, err := os.Stat(filepath.Join(p.specs, name)); err == nil {
		return fmt.Errorf("spectab: there is a source %s in %s already\n\tanother --name, or remove its folder first", name, p.specs)
	}
	return nil
}

var sourceName = regexp.MustCompile(`^[a-z0-9]+(?:[-_.][a-z0-9]+)*$`)

// aboutPage is what the options or the page say of the source.
func aboutPage(in *inspected, o addOptions) guess.About {
	name := cmp.Or(o.name, strings.TrimSuffix(path.Base(in.name), path.Ext(in.name)))
	return guess.About{
		Source: name, Title: in.page.Name(), URL: cmp.Or(o.url, in.address), Language: cmp.Or(o.language, in.page.Language),
		Package: cmp.Or(o.pkg, packageName(name)), Retrieved: cmp.Or(o.retrieved, time.Now().Format(time.DateOnly)),
	}
}

// packageName is the name of a source in one word.
func packageName(name string) string {
	word := strings.Map(func(r rune) rune {
		if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
	if word == "" || unicode.IsDigit(rune(word[0])) {
		return "p" + word
	}
	return word
}

// An addition is a source that is read and not yet written.
type addition struct {
	at     *place
	choice *choice
	draft  *guess.Draft
	source *scrape.Source
	spec   *model.Spec
	lock   []byte
	first  bool // the folder of sources is made for it
}

// write emits the package, compares it with what is there, and only then
// writes the source and the package together.
func (a *addition) write() error {
	dir, files, err := gen.PackageIn(a.at.out, a.at.direct, a.spec)
	if err != nil {
		return err
	}
	packages, err := gen.Compare(dir, files, false)
	if err != nil {
		return err
	}
	for _, c := range packages {
		if other := gen.SourceOf(c.Old); other != "" && other != a.spec.Source {
			return fmt.Errorf("spectab: package %s is that of source %s already\n\tanother --package, or another --name", a.spec.Package, other)
		}
	}
	folders := []gen.Folder{{Dir: a.at.specs, Changes: a.sourceFiles()}, {Dir: dir, Changes: packages}}
	if err := gen.Write(gen.Job{Home: a.at.specs, What: "add --name " + a.spec.Source, Folders: folders}); err != nil {
		return fmt.Errorf("spectab: %w", err)
	}
	return nil
}

// sourceFiles are the files of the source, as changes of the folder of
// sources.
func (a *addition) sourceFiles() []gen.Change {
	var changes []gen.Change
	for _, f := range []gen.File{{Path: recipe.File, Content: a.draft.Recipe}, {Path: a.source.PageFile, Content: a.source.Page}, {Path: model.LockFile, Content: a.lock}} {
		changes = append(changes, gen.Change{Path: path.Join(a.spec.Source, f.Path), Kind: gen.Missing, New: f.Content})
	}
	return changes
}

// report tells what was made, how to import it, and what to look at.
func (a *addition) report(w io.Writer) error {
	var b strings.Builder
	folder := a.packageFolder()
	fmt.Fprintf(&b, "%s: %s, %s\n", path.Join(filepath.ToSlash(a.at.specs), a.spec.Source), count(len(a.spec.Tables), "table"), count(rows(a.spec), "row"))
	fmt.Fprintf(&b, "%s: package %s\n", filepath.ToSlash(folder), a.spec.Package)
	if importPath := importPathOf(folder); importPath != "" {
		fmt.Fprintf(&b, "\n\timport %q\n", importPath)
	}
	a.choice.tell(&b)
	fmt.Fprintf(&b, "\nLook at these by hand, in %s:\n", path.Join(filepath.ToSlash(a.at.specs), a.spec.Source, recipe.File))
	for _, line := range a.checklist() {
		fmt.Fprintf(&b, "  - %s\n", line)
	}
	if a.first {
		fmt.Fprintf(&b, "\nFrom now on the sources are those of %s; the ones inside the command\nanswer to --specs %s.\n", filepath.ToSlash(a.at.specs), builtin)
	}
	_, err := io.WriteString(w, printable(b.String()))
	return err
}

func (a *addition) packageFolder() string {
	if a.at.direct != "" {
		return a.at.direct
	}
	return filepath.Join(a.at.out, a.spec.Package)
}

// checklist is what a person has to look at: what was guessed, what is
// missing, and what was left out.
func (a *addition) checklist() []string {
	var list []string
	for i := range a.choice.taken {
		g := &a.choice.taken[i]
		list = append(list, fmt.Sprintf("line %d, %s: %s (confidence %.2f)", g.Table.Line, count(len(g.Table.Entries), "row"), columnsOf(g), g.Table.Confidence))
	}
	list = append(list, a.draft.Remarks...)
	for i := range a.spec.Tables {
		t := &a.spec.Tables[i]
		if twice := slices.IndexFunc(t.Entries, func(e model.Entry) bool { return len(e.Also) > 0 }); twice >= 0 {
			list = append(list, fmt.Sprintf("%s: the page gives %q two texts", t.Name, t.Entries[twice].Code))
		}
	}
	var blank []string
	for key, value := range map[string]string{"url": a.spec.URL, "owner": a.spec.Owner, "license": a.spec.License} {
		if value == "" {
			blank = append(blank, key)
		}
	}
	if a.spec.Language == "und" {
		blank = append(blank, "language (it is und: unknown)")
	}
	if slices.Sort(blank); len(blank) > 0 {
		list = append(list, "still to be filled in: "+strings.Join(blank, ", "))
	}
	return list
}

// importPathOf asks the go command for the import path of a folder; "" where
// there is no module or no go command.
func importPathOf(folder string) string {
	cmd := exec.Command("go", "list", "-find", "-f", "{{.ImportPath}}", ".")
	cmd.Dir = folder
	out, err := cmd.Output()
	if err != nil {
		return ""
	}
	if p := strings.TrimSpace(string(out)); !strings.HasPrefix(p, "_") && p != "command-line-arguments" {
		return p
	}
	return ""
}
