package main

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/gen"
	"github.com/spectab/spectab/gen/report"
	"github.com/spectab/spectab/model"
)

func reportCommand(at *place) *cobra.Command {
	var dir string
	cmd := &cobra.Command{
		Use:   "report [source...] -o DIR",
		Short: "Make a catalogue of web pages with a search",
		Long: `report writes a folder of web pages: a page for each of the named sources, or
for all of them, and an index with one search over all their codes, symbols,
identifiers and texts. The pages need no server and load nothing from
elsewhere; without scripts they are plain pages with links. The address of a
row, source.html#Code-002-016, stays the same for ever, and index.html?q=jwt
opens with a search.

The folder is then the catalogue of these sources and no others: pages that
spectab wrote for another are removed. Files that spectab did not write are
never overwritten and never removed.`,
		Example: `  spectab report -o public
  spectab report xsolla-login baidu-oauth -o public/codes`,
		ValidArgsFunction: at.sourceNames,
		RunE: func(cmd *cobra.Command, args []string) error {
			return catalogue(at, args, dir, cmd.OutOrStdout())
		},
	}
	cmd.Flags().StringVarP(&dir, "output", "o", "", "folder that gets the pages")
	cmd.Flags().StringVar(&at.out, "out", "generated", "folder that holds the packages, for their import paths")
	for _, flag := range []string{"output", "out"} {
		if err := cmd.MarkFlagDirname(flag); err != nil {
			panic(err) // both are defined above
		}
	}
	if err := cmd.MarkFlagRequired("output"); err != nil {
		panic(err)
	}
	return cmd
}

// catalogue is read, render, compare, write, so that nothing is written where
// one of them fails.
func catalogue(at *place, names []string, dir string, stdout io.Writer) error {
	if info, err := os.Stat(dir); err == nil && !info.IsDir() || dir == "" {
		return fmt.Errorf("spectab: %q is no folder\n\t-o names the folder that gets the pages", dir)
	}
	specs, err := at.specsOf(names)
	if err != nil {
		return err
	}
	pages, err := report.Catalogue(specs, importsOf(specs, at.out))
	if err != nil {
		return fmt.Errorf("spectab: %w", err)
	}
	files := make([]gen.File, len(pages))
	for i, p := range pages {
		files[i] = gen.File{Path: p.Path, Content: p.Content}
	}
	changes, err := gen.CompareOwn(dir, files, report.IsCatalogue)
	if err != nil {
		return err
	}
	if err := gen.Write(gen.Job{Folders: []gen.Folder{{Dir: dir, Changes: changes}}}); err != nil {
		return fmt.Errorf("spectab: %w", err)
	}
	tellCatalogue(stdout, dir, specs, changes)
	return nil
}

func tellCatalogue(stdout io.Writer, dir string, specs []*model.Spec, changes []gen.Change) {
	entries, state := 0, "unchanged"
	for _, s := range specs {
		entries += rows(s)
	}
	if len(changes) > 0 {
		state = "written"
	}
	index := filepath.ToSlash(filepath.Join(dir, "index.html"))
	fmt.Fprintf(stdout, "%s: %s, %s: %s\n", index, count(len(specs), "source"), count(entries, "row"), state)
	for _, c := range changes {
		if c.Kind == gen.Orphaned {
			fmt.Fprintf(stdout, "removed %s, which is no page of these sources\n", filepath.ToSlash(filepath.Join(dir, c.Path)))
		}
	}
}

// importsOf asks the go command once for the import paths of the packages in a
// folder, by source. Those that are not there have none.
func importsOf(specs []*model.Spec, folder string) map[string]string {
	cmd := exec.Command("go", "list", "-e", "-find", "-f", "{{.Name}} {{.ImportPath}} {{.Dir}}", "./...")
	cmd.Dir = folder
	out, err := cmd.Output()
	if err != nil {
		return nil
	}
	found := map[string]string{} // by package
	for line := range strings.Lines(string(out)) {
		fields := strings.SplitN(strings.TrimSpace(line), " ", 3)
		if len(fields) == 3 && filepath.Base(fields[2]) == fields[0] && !strings.HasPrefix(fields[1], "_") {
			found[fields[0]] = fields[1]
		}
	}
	imports := map[string]string{}
	for _, s := range specs {
		if found[s.Package] != "" {
			imports[s.Source] = found[s.Package]
		}
	}
	return imports
}
