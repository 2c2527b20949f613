package main

import (
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/gen"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/specs"
)

func ejectCommand(at *place) *cobra.Command {
	return &cobra.Command{
		Use:   "eject SOURCE...",
		Short: "Copy built-in sources into specs/, to be refreshed and changed",
		Long: `eject copies sources that are inside the command into the folder of the sources:
recipe, pages and lock, so that the identifiers stay what they are. From there on
they are yours: refresh fetches their pages, and git knows their history.

Where a folder specs/ is, only its sources serve: eject all that you use.`,
		Example:           "  spectab eject xsolla-login",
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: builtinNames,
		RunE: func(cmd *cobra.Command, args []string) error {
			return eject(at.specs, args, cmd.OutOrStdout())
		},
	}
}

// builtinNames completes the names of the built-in sources.
func builtinNames(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
	lib, err := (&place{specs: builtin}).open()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	return lib.names, cobra.ShellCompDirectiveNoFileComp
}

// eject writes all of the named sources, or none.
func eject(dir string, names []string, stdout io.Writer) error {
	if dir == builtin {
		return &model.Problem{Message: "spectab: the sources inside the command cannot be written", Hint: "name the folder that gets them by --specs"}
	}
	lib, err := (&place{specs: builtin}).open()
	if err != nil {
		return err
	}
	var problems model.Problems
	var changes []gen.Change
	names = lib.choose(names, &problems)
	for _, name := range names {
		to := filepath.Join(dir, name)
		if exists(to) {
			problems.Add(filepath.ToSlash(to), 0, "it is yours already; remove it to have the built-in one anew", "the folder is there")
			continue
		}
		files, err := builtinFiles(name)
		if err != nil {
			return err
		}
		changes = append(changes, files...)
	}
	if err := problems.Err(); err != nil {
		return err
	}
	if err := gen.Write(gen.Job{Home: dir, What: "eject", Folders: []gen.Folder{{Dir: dir, Changes: changes}}}); err != nil {
		return fmt.Errorf("spectab: %w", err)
	}
	for _, name := range names {
		fmt.Fprintf(stdout, "%-24s written to %s\n", name, filepath.ToSlash(filepath.Join(dir, name)))
	}
	return nil
}

func builtinFiles(name string) ([]gen.Change, error) {
	var list []gen.Change
	for _, file := range filesOf(specs.FS, name) {
		data, err := fs.ReadFile(specs.FS, path.Join(name, file))
		if err != nil {
			return nil, fmt.Errorf("spectab: %w", err)
		}
		list = append(list, gen.Change{Path: path.Join(name, file), Kind: gen.Missing, New: data})
	}
	return list, nil
}
