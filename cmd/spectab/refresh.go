package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/cmd/spectab/internal/refresh"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
	"github.com/spectab/spectab/scrape/recipe"
)

// errRefused ends refresh with exitRefused. What was refused was said already.
var errRefused = errors.New("guards refused pages; nothing of these sources was changed")

// refreshFlags are the flags of refresh.
type refreshFlags struct {
	network networkFlags
	accept  []string
	dryRun  bool
	format  string
}

func refreshCommand(at *place) *cobra.Command {
	flags := &refreshFlags{}
	cmd := &cobra.Command{
		Use:   "refresh [source...]",
		Short: "Fetch the vendors' pages and replace snapshots where it is safe",
		Long: `refresh fetches the pages of the named sources, or of all of them, and says what
changed. Where a page says something new, its snapshot, the date in the recipe,
the lock and the package are replaced together, or none of them is, even if the
run is killed: the next one finishes it. Where a page says the same, in
whatever markup, nothing is written at all.

Guards refuse a page that would lose what the snapshot has: an answer other
than 200, a page of another language, a table that vanished, and so on. A
refusal names its guard, what was seen, and where the page is kept to be looked
at. --accept lets a guard pass for one thing, once: ` + strings.Join(refresh.Acceptable(), ", ") + `.
A page that is not the one asked for is never taken.

The pages of one host are fetched one after another with a pause between them,
as far as its robots.txt allows; hosts are asked side by side. A recipe may name
a command that prints the page (render:): with --allow-render it is run, without
a shell.

Exit code 0 means that every page was seen, 3 that a guard refused one, 1 that
the network or a source failed and nothing was refused.`,
		Example: `  spectab refresh                                   # every source
  spectab refresh --dry-run xsolla-login            # only say what would change
  spectab refresh --accept shrink=Code baidu-oauth  # its table Code may lose that many`,
		ValidArgsFunction: at.sourceNames,
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx, stop := signal.NotifyContext(cmd.Context(), os.Interrupt)
			defer stop()
			return flags.refresh(ctx, at, args, cmd.OutOrStdout(), cmd.ErrOrStderr())
		},
	}
	at.outFlags(cmd)
	cmd.Flags().StringVarP(&flags.format, "format", "f", "text", "text or json")
	completes(cmd, "format", "json", "text")
	flags.network.add(cmd)
	flags.network.addRender(cmd)
	cmd.Flags().BoolVar(&flags.dryRun, "dry-run", false, "write nothing, and only say what would change")
	cmd.Flags().StringSliceVar(&flags.accept, "accept", nil, "what to let pass, once: "+strings.Join(refresh.Acceptable(), ", "))
	return cmd
}

func (f *refreshFlags) refresh(ctx context.Context, at *place, args []string, stdout, stderr io.Writer) error {
	asJSON, err := formatOf(map[string]bool{"text": false, "json": true}, f.format)
	if err != nil {
		return err
	}
	engine, names, err := f.engine(at, args)
	if err != nil {
		return err
	}
	tell := newTeller(stdout, stderr, len(names), f.dryRun)
	tell.asJSON = asJSON
	engine.Run(ctx, names, tell.result)
	if err := tell.summary(); err != nil {
		return err
	}
	if ctx.Err() != nil {
		return errors.New("spectab: interrupted; the sources that are not listed were left alone")
	}
	return tell.err()
}

// engine checks the flags and makes the engine.
func (f *refreshFlags) engine(at *place, args []string) (*refresh.Engine, []string, error) {
	accept, err := f.acceptances()
	if err != nil {
		return nil, nil, err
	}
	lib, err := at.open()
	if err != nil {
		return nil, nil, err
	}
	if !lib.writable {
		return nil, nil, errors.New("spectab: the sources inside the command cannot be refreshed\n\tname a folder of sources by --specs")
	}
	if at.direct != "" && len(args) != 1 {
		return nil, nil, errors.New("spectab: -o is the folder of one package, so it needs the name of one source\n\tfor several, --out names the folder that holds their packages")
	}
	var problems model.Problems
	names := lib.choose(args, &problems)
	if err := problems.Err(); err != nil {
		return nil, nil, err
	}
	if len(names) == 0 {
		return nil, nil, lib.empty()
	}
	if len(accept) > 0 && len(names) > 1 {
		return nil, nil, errors.New("spectab: --accept is for one source at a time\n\tname the source that was looked at")
	}
	policy, err := at.policy()
	if err != nil {
		return nil, nil, err
	}
	folder, _ := refresh.UserFolder(at.specs) // without one, nothing is remembered
	return &refresh.Engine{
		Specs: at.specs, Out: at.out, Direct: at.direct, Client: f.network.client(at),
		Accept: accept, DryRun: f.dryRun, AllowRender: f.network.allowRender, Folder: folder, Now: time.Now(),
		Declare: func(source string, by *recipe.Recipe, changes []drift.Change) ([]drift.Change, []string, error) {
			levels, err1 := levelsOfSource(by, lib.fsys, source, lib.dir)
			accepted, err2 := readAccepted(lib.fsys, source, lib.dir)
			changes = drift.Relevel(drift.Relevel(changes, levels), policy.levels)
			var notes []string
			for _, p := range drift.Accept(changes, accepted, time.Now().UTC().Format(time.DateOnly)) {
				notes = append(notes, p.Error())
			}
			return changes, notes, errors.Join(err1, err2)
		},
	}, names, nil
}

func (f *refreshFlags) acceptances() ([]refresh.Acceptance, error) {
	var list []refresh.Acceptance
	for _, text := range f.accept {
		a, err := refresh.ParseAcceptance(text)
		if err != nil {
			return nil, fmt.Errorf("spectab: --accept: %w", err)
		}
		list = append(list, a)
	}
	return list, nil
}
