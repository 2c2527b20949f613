package main

import (
	"cmp"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/gen"
)

// unfinished looks for a run that was killed while it wrote, before the
// command reads anything. Most commands finish it or take it back; those that
// write nothing say so.
func (p *place) unfinished(cmd *cobra.Command) error {
	out := cmp.Or(p.direct, p.out, "generated")
	dry := cmd.Name() == "check"
	if f := cmd.Flags().Lookup("dry-run"); f != nil {
		dry = dry || f.Value.String() == "true"
	}
	for _, home := range []string{p.specs, out} {
		switch {
		case home == builtin || !gen.Unfinished(home):
		case dry:
			return fmt.Errorf("spectab: an earlier run was interrupted while it wrote\n\t'spectab gen' or any other command that writes finishes it, or takes it back")
		default:
			if err := finish(home, []string{out, moduleRoot(home)}, cmd.ErrOrStderr()); err != nil {
				return err
			}
		}
	}
	return nil
}

func finish(home string, places []string, stderr io.Writer) error {
	left, err := gen.Recover(home, places...)
	if left != nil {
		done := "took back"
		if left.Finished {
			done = "finished"
		}
		fmt.Fprintf(stderr, "spectab: %s %s, which was interrupted\n", done, printable(left.What))
	}
	if err != nil {
		return fmt.Errorf("spectab: %w", err)
	}
	return nil
}

// moduleRoot is the folder of the Go module that a folder belongs to, or,
// where there is none, the one that it is in.
func moduleRoot(folder string) string {
	parent := filepath.Dir(absolute(folder))
	for dir := parent; ; dir = filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir
		}
		if dir == filepath.Dir(dir) {
			return parent
		}
	}
}
