package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/gen"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape"
)

func lockCommand(at *place) *cobra.Command {
	format := "text"
	cmd := &cobra.Command{
		Use:   "lock [source...]",
		Short: "Show which code has which Go identifier, for ever",
		Long: `lock shows the locks of the named sources, or of all of them: each code with
its Go identifier, those that the page lost with the day, and the former names
of what was renamed. "Param/format" are the values of a parameter, "Code{}" the
groups of a table, "Code()" the methods of its type.`,
		Example: `  spectab lock xsolla-login
  spectab lock purge xsolla-login 003-009`,
		ValidArgsFunction: at.sourceNames,
		RunE: func(cmd *cobra.Command, args []string) error {
			write, err := formatOf(map[string]func(io.Writer, []locked) error{"text": lockText, "json": lockJSON}, format)
			if err != nil {
				return err
			}
			locks, err := at.locks(args)
			if err != nil {
				return err
			}
			return write(cmd.OutOrStdout(), locks)
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", format, "text or json")
	completes(cmd, "format", "json", "text")
	cmd.AddCommand(purgeCommand(at))
	return cmd
}

// A locked is the lock of one source.
type locked struct {
	Source string          `json:"source"`
	Rows   []model.LockRow `json:"identifiers"`
}

func (p *place) locks(names []string) ([]locked, error) {
	lib, err := p.open()
	if err != nil {
		return nil, err
	}
	var problems model.Problems
	var list []locked
	for _, name := range lib.choose(names, &problems) {
		s, err := scrape.Open(lib.fsys, name, path.Join(lib.dir, name))
		if err != nil {
			problems.Take(err)
			continue
		}
		list = append(list, locked{name, s.Lock.Rows()})
	}
	return list, problems.Err()
}

func lockText(w io.Writer, locks []locked) error {
	tw := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, l := range locks {
		for _, row := range l.Rows {
			fmt.Fprintf(tw, "%s\t%s\t%s\t%s%s\n", l.Source, row.Table, printable(row.Code), row.Name, stateOf(row))
		}
	}
	return tw.Flush()
}

// stateOf says what became of a row, in a column of its own.
func stateOf(row model.LockRow) string {
	var parts []string
	if row.Gone != "" {
		parts = append(parts, "gone since "+row.Gone)
	}
	if len(row.Was) > 0 {
		parts = append(parts, "was "+strings.Join(row.Was, ", "))
	}
	if len(parts) == 0 {
		return ""
	}
	return "\t" + strings.Join(parts, ", ")
}

func lockJSON(w io.Writer, locks []locked) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(map[string]any{"schema": "spectab-lock/1", "sources": locks})
}

func purgeCommand(at *place) *cobra.Command {
	all := false
	cmd := &cobra.Command{
		Use:   "purge SOURCE [CODE...]",
		Short: "Give up the identifiers of codes that the page lost",
		Long: `purge removes tombstones from the lock of a source: those of the named codes or
identifiers, or with --all every one. It says what breaks. The packages change
with the next "spectab gen"; that is a major version for who imports them.`,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: at.goneCodes,
		RunE: func(cmd *cobra.Command, args []string) error {
			if (len(args) > 1) == all {
				return errors.New("spectab: name the codes to purge, or give --all\n\t'spectab lock' shows which are gone")
			}
			return purge(at, args[0], args[1:], cmd.OutOrStdout())
		},
	}
	cmd.Flags().BoolVar(&all, "all", false, "every code that is gone")
	return cmd
}

func purge(at *place, source string, codes []string, stdout io.Writer) error {
	lib, err := at.open()
	if err != nil {
		return err
	}
	if !lib.writable {
		return errors.New("spectab: the built-in sources cannot be changed\n\tpurge works on a folder of sources, --specs")
	}
	var problems model.Problems
	if lib.choose([]string{source}, &problems); len(problems) > 0 {
		return problems.Err()
	}
	s, err := scrape.Open(lib.fsys, source, path.Join(lib.dir, source))
	if err != nil {
		return err
	}
	lock, purged, err := s.Lock.Purge(codes)
	if err != nil {
		return err
	}
	if len(purged) == 0 {
		fmt.Fprintf(stdout, "%s: nothing is gone\n", source)
		return nil
	}
	change := gen.Change{Path: path.Join(source, model.LockFile), Kind: gen.Changed, Old: s.LockData, New: lock.Bytes()}
	if err := gen.Write(gen.Job{Home: at.specs, What: "lock purge", Folders: []gen.Folder{{Dir: at.specs, Changes: []gen.Change{change}}}}); err != nil {
		return fmt.Errorf("spectab: %w", err)
	}
	return tellPurged(stdout, s.Recipe.Package, source, purged)
}

// tellPurged says what breaks.
func tellPurged(w io.Writer, pkg, source string, purged []model.LockRow) error {
	for _, row := range purged {
		for _, id := range row.Identifiers() {
			fmt.Fprintf(w, "%s.%s is no more: %s of %s, gone since %s\n", pkg, id, printable(row.Code), row.Table, row.Gone)
		}
	}
	_, err := fmt.Fprintf(w, "programs that use them will not compile against the next package: run spectab gen %s, and raise the major version\n", source)
	return err
}
