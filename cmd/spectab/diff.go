package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/gen/report"
	"github.com/spectab/spectab/model/drift"
)

// never is the value of --fail-on that finds any drift acceptable.
const never = "never"

// errDrift ends diff with exitDrift. What has drifted was printed already.
var errDrift = errors.New("the specification has drifted")

// diffFormats are the formats of diff, by name.
var diffFormats = map[string]func(io.Writer, *report.Comparison) error{
	"text":      func(w io.Writer, c *report.Comparison) error { return report.DriftText(w, c, colourful(w)) },
	"json":      report.DriftJSON,
	"markdown":  report.DriftMarkdown,
	"github":    report.DriftGitHub,
	"sarif":     report.DriftSARIF,
	"junit":     report.DriftJUnit,
	"html":      report.DriftHTML,
	"changelog": report.DriftChangelog,
}

// diffFlags are the flags of diff.
type diffFlags struct {
	against, format, failOn, recipe string
	expectBump                      string
	live, isAgainst, rules          bool // isAgainst: --against is given
	network                         networkFlags
}

func diffCommand(at *place) *cobra.Command {
	flags := &diffFlags{}
	cmd := &cobra.Command{
		Use:   "diff [source...] | diff OLD NEW",
		Short: "Tell what changed in the vendors' specifications, and how bad it is",
		Long: `diff compares two states of sources entry by entry, says of each change what it
is and how bad (breaking, dangerous, compatible or cosmetic), and which part of
the package's version has to be raised. Both states are read by this version of
spectab, so that only the vendor's changes and those of the recipe show.

The new state is the folder of the sources. The old one is a revision of its
git repository, or another folder of sources (--against). With the names of two
folders or of two pages, these are compared; a page without a recipe beside it
is guessed as inspect does. With --live the old state is the folder of the
sources, and the new one the vendors' pages as they are now; nothing is written.

specs/SOURCE/accepted.yaml accepts single changes by their fingerprints, or all
of a rule in a table or in the source, each with a reason and the last day on
which it holds:

  - {fingerprint: 0123456789abcdef, reason: we do not use it, expires: 2027-01-31}
  - {rule: message-suspect, table: Code, reason: shown to nobody, expires: 2027-01-31}

specs/spectab.yaml sets the level of a rule for all sources, and the default of
--fail-on; drift: in the recipe of a source sets levels for that source. Changes
of a rule that is off are not told. --rules lists the rules:

  drift:
    fail-on: dangerous
    levels: {code-added: dangerous, links: off}

For releases, --expect-bump holds the raised version against what the changes
ask for: spectab diff --against v1.2.0 --expect-bump.

Exit code 0 means nothing at or above --fail-on, 2 drift, or a version that was
raised by too little, 1 that the comparison could not be made as it should.`,
		Example: `  spectab diff                                  # the folder against the last commit
  spectab diff --against main --format markdown # for a pull request
  spectab diff old.html new.html --fail-on never`,
		ValidArgsFunction: at.sourceNames,
		RunE: func(cmd *cobra.Command, args []string) error {
			flags.isAgainst = cmd.Flags().Changed("against")
			if flags.rules {
				return writeRules(cmd.OutOrStdout(), flags.format)
			}
			return flags.diff(cmd.Context(), at, args, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	formats := strings.Join(namesOf(diffFormats), ", ")
	cmd.Flags().StringVar(&flags.against, "against", "HEAD", "the old state: a revision of git, or a folder of sources")
	cmd.Flags().StringVarP(&flags.format, "format", "f", "text", formats)
	cmd.Flags().StringVar(&flags.failOn, "fail-on", "", "lowest level of a change for which the exit code is 2: "+strings.Join(drift.Levels()[1:], ", ")+" or "+never+" (default breaking)")
	cmd.Flags().StringVar(&flags.recipe, "recipe", "", "recipe by which two pages are read")
	cmd.Flags().BoolVar(&flags.live, "live", false, "compare the snapshots with the pages as they are now")
	cmd.Flags().BoolVar(&flags.rules, "rules", false, "list the rules, with their levels (--format text, json or markdown)")
	cmd.Flags().StringVar(&flags.expectBump, "expect-bump", "", "fail where the version was raised by less than the changes ask for: none, patch, minor, major, a version such as v1.3.0, or the tag of the commit (without a value)")
	cmd.Flags().Lookup("expect-bump").NoOptDefVal = tagOfCommit
	cmd.MarkFlagsMutuallyExclusive("live", "against")
	cmd.MarkFlagsMutuallyExclusive("live", "recipe")
	completes(cmd, "format", namesOf(diffFormats)...)
	completes(cmd, "fail-on", append(drift.Levels()[1:], never)...)
	flags.network.add(cmd)
	flags.network.addRender(cmd)
	return cmd
}

func (f *diffFlags) diff(ctx context.Context, at *place, args []string, stdout, stderr io.Writer) error {
	write, err := formatOf(diffFormats, f.format)
	if err != nil {
		return err
	}
	p, err := at.policy()
	if err != nil {
		return err
	}
	limit, err := f.limit(p)
	if err != nil {
		return err
	}
	c, err := f.compare(ctx, at, args)
	if err != nil {
		return err
	}
	c.Changes = drift.Relevel(c.Changes, p.levels)
	c.Fails = func(change *drift.Change) bool {
		return f.failOn != never && change.Level >= limit && change.Accepted == ""
	}
	if err := write(stdout, c); err != nil {
		return err
	}
	if f.expectBump != "" {
		return f.checkBump(at, c)
	}
	if bad := c.Failing(); len(bad) > 0 {
		return fmt.Errorf("%w: %s at or above %s", errDrift, count(len(bad), "change"), f.failOn)
	}
	if misfits := c.Misfits(); len(misfits) > 0 {
		return fmt.Errorf("spectab: a recipe does not fit, so that the comparison is in part a guess: %s", misfits[0])
	}
	return nil
}

// limit is the level of --fail-on, else that of the policy, else breaking.
func (f *diffFlags) limit(p *policy) (drift.Level, error) {
	f.failOn = cmp.Or(f.failOn, p.FailOn, drift.Breaking.String())
	if f.failOn == never {
		return drift.Breaking, nil
	}
	level, err := drift.ParseLevel(f.failOn)
	if err == nil && level == drift.Off {
		err = fmt.Errorf("the level %s is for rules", level)
	}
	if err != nil {
		return 0, fmt.Errorf("spectab: --fail-on: %w, %s", err, never)
	}
	return level, nil
}

// compare finds out what is to be compared with what, and does it.
func (f *diffFlags) compare(ctx context.Context, at *place, args []string) (*report.Comparison, error) {
	if at.arePaths(args) {
		return f.comparePaths(args)
	}
	if f.live {
		return compareLive(ctx, at, &f.network, args)
	}
	if f.recipe != "" {
		return nil, errors.New("spectab: --recipe is for two pages\n\tname the old page and the new one")
	}
	return compareSources(at, f.against, args)
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// writeRules lists the rules.
func writeRules(w io.Writer, format string) error {
	write, err := formatOf(map[string]func(io.Writer) error{"text": report.RulesText, "json": report.RulesJSON, "markdown": report.RulesMarkdown}, format)
	if err != nil {
		return err
	}
	return write(w)
}
