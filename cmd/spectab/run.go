package main

import (
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// Exit codes, as the help of the root command lists them.
const (
	exitClean   = 0
	exitError   = 1 // wrong use, or a failure
	exitDrift   = 2 // diff: something changed at or above --fail-on; list: a source is --stale
	exitRefused = 3 // refresh: a guard refused a page
	exitStale   = 4 // check: the generated output is not what gen would write
)

// errStale ends check with exitStale. What is stale was printed already.
var errStale = errors.New("the generated output is stale")

// run is the whole command: results go to stdout, everything else to stderr,
// and the exit code is returned.
func run(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	cmd := newRoot()
	cmd.SetArgs(negativeCodes(cmd, args))
	cmd.SetIn(stdin)
	cmd.SetOut(stdout)
	cmd.SetErr(stderr)
	err := cmd.Execute()
	switch {
	case err == nil:
		return exitClean
	case errors.Is(err, errDrift), errors.Is(err, errOutdated):
		fmt.Fprintln(stderr, "spectab:", err)
		return exitDrift
	case errors.Is(err, errRefused):
		fmt.Fprintln(stderr, "spectab:", err)
		return exitRefused
	case errors.Is(err, errStale):
		fmt.Fprintln(stderr, "spectab:", err)
		return exitStale
	}
	fmt.Fprintln(stderr, printable(err.Error()))
	return exitError
}

func newRoot() *cobra.Command {
	at := &place{}
	root := &cobra.Command{
		Use:   "spectab",
		Short: "Turn the tables in vendors' documentation into Go packages",
		Long: `spectab turns the tables in vendors' documentation pages (error codes, result
values, parameters, fields, limits) into Go packages, and keeps them true.

Sources are the folders of specs/: a recipe, the vendor's page and the lock of
identifiers. Where there is no folder specs/, the sources built into the
command serve; "spectab list" shows them.

Exit codes: 0 clean, 1 wrong use or a failure, 2 drift (diff), 3 a guard
refused a page (refresh), 4 stale output (check).`,
		Example: `  spectab gen                                  # every source, into generated/
  spectab gen xsolla-login -o internal/xsolla  # one built-in source, straight into a folder
  spectab explain 003-007                      # what a code means`,
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.PersistentPreRunE = func(cmd *cobra.Command, _ []string) error {
		if err := checkFlags(cmd); err != nil {
			return err
		}
		return at.unfinished(cmd)
	}
	root.PersistentFlags().StringVar(&at.specs, "specs", "specs", `folder of the sources; "builtin" for those inside the command`)
	root.AddCommand(
		inspectCommand(),
		initCommand(at),
		addCommand(at),
		genCommand(at),
		checkCommand(at),
		refreshCommand(at),
		diffCommand(at),
		historyCommand(at),
		ejectCommand(at),
		exportCommand(at),
		reportCommand(at),
		explainCommand(at),
		listCommand(at),
		lockCommand(at),
		schemaCommand(),
	)
	wordUsage(root)
	return root
}
