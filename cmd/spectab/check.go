package main

import (
	"fmt"
	"io"
	"path"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/gen"
)

func checkCommand(at *place) *cobra.Command {
	cmd := &cobra.Command{
		Use:   "check [source...]",
		Short: "Tell whether the generated packages and locks are up to date",
		Long: `check makes the packages in memory and compares them with the files: those that
differ, those that are missing and those that no source makes any more, and
the lock and the snapshot of each source too. It prints a unified diff and
writes nothing.

Exit code 0 means up to date, 4 stale, 1 that the comparison could not be made.`,
		ValidArgsFunction: at.sourceNames,
		RunE: func(cmd *cobra.Command, args []string) error {
			return check(at, args, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	at.outFlags(cmd)
	return cmd
}

func check(at *place, names []string, stdout, stderr io.Writer) error {
	if lib, err := at.open(); err == nil && at.memo(lib, names).isClean() {
		return nil
	}
	lib, plan, err := at.plan(names)
	if err != nil {
		return err
	}
	plan.tellMended(stderr)
	stale := printChanges(stdout, plan.dir, plan.packages)
	if lib.writable {
		stale += printChanges(stdout, at.specs, plan.locks)
	}
	if stale > 0 {
		return fmt.Errorf("%w: %s; 'spectab gen' with the same arguments mends it", errStale, count(stale, "file"))
	}
	at.memo(lib, names).keep()
	return nil
}

func printChanges(w io.Writer, dir string, changes []gen.Change) int {
	for _, c := range changes {
		fmt.Fprintf(w, "%s: %s\n", path.Join(filepath.ToSlash(dir), c.Path), c.Kind)
		w.Write(c.Diff())
	}
	return len(changes)
}
