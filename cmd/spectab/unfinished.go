package main

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/cmd/spectab/internal/refresh"
)

// unfinished looks for a refresh that was killed while it replaced files,
// before any other command reads them. Most commands finish it; check, which
// writes nothing, says so.
func (p *place) unfinished(cmd *cobra.Command) error {
	sources := refresh.Unfinished(p.specs)
	switch {
	case len(sources) == 0 || cmd.Name() == "refresh":
		return nil
	case cmd.Name() == "check":
		return fmt.Errorf("spectab: the refresh of %s was interrupted\n\t'spectab gen' or 'spectab refresh' finishes it", strings.Join(sources, ", "))
	}
	return p.finishRefresh(cmd.ErrOrStderr())
}

// finishRefresh finishes what a refresh that was killed had decided to do.
func (p *place) finishRefresh(stderr io.Writer) error {
	finished, err := refresh.Recover(filepath.Clean(p.specs), cmp.Or(p.direct, p.out, "generated"))
	for _, source := range finished {
		fmt.Fprintf(stderr, "spectab: finished the refresh of %s, which was interrupted\n", source)
	}
	if err != nil {
		return fmt.Errorf("spectab: %w", err)
	}
	return nil
}
