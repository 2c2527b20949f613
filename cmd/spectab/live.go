package main

import (
	"context"
	"fmt"
	"path"
	"slices"
	"sync"
	"time"

	"github.com/spectab/spectab/cmd/spectab/internal/refresh"
	"github.com/spectab/spectab/gen/report"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
)

// compareLive compares the snapshots of sources with their pages as they are
// now, and writes nothing. A page that cannot be fetched or read is an error:
// no comparison was made.
func compareLive(ctx context.Context, at *place, network *networkFlags, names []string) (*report.Comparison, error) {
	lib, err := at.open()
	if err != nil {
		return nil, err
	}
	if !lib.writable {
		return nil, &model.Problem{Message: "the sources inside the command are compared with no page", Hint: "'spectab eject SOURCE' copies them into specs/; or name a folder of sources by --specs"}
	}
	var problems model.Problems
	names = lib.choose(names, &problems)
	engine := &refresh.Engine{Specs: at.specs, AllowRender: network.allowRender, Client: network.client(at), Now: time.Now()}
	pairs := make([]*refresh.Pair, len(names))
	var together sync.Mutex
	engine.Each(names, func(name string) {
		pair, err := engine.Live(ctx, name)
		together.Lock()
		defer together.Unlock()
		if err != nil {
			problems.Add(path.Join(lib.dir, name), 0, "", "%v", err)
		}
		pairs[slices.Index(names, name)] = pair
	})
	if err := problems.Err(); err != nil {
		return nil, fmt.Errorf("spectab: no comparison could be made:\n%w", err)
	}
	return liveComparison(lib, pairs)
}

func liveComparison(lib *library, pairs []*refresh.Pair) (*report.Comparison, error) {
	c := &report.Comparison{}
	var problems model.Problems
	today := time.Now().UTC().Format(time.DateOnly)
	for _, pair := range pairs {
		s := pair.After
		from := len(c.Changes)
		levels, err := levelsOfSource(pair.Recipe, lib.fsys, s.Source, lib.dir)
		problems.Take(err)
		changes := drift.Relevel(drift.Compare(pair.Before, s), levels)
		c.Add(changes, drift.CoverageOf(pair.Before, s, changes), report.Compared{
			Source: s.Source, Package: s.Package, OldFile: path.Join(lib.dir, s.Source, pair.Before.Snapshot.File), NewFile: s.URL,
		})
		accepted, err := readAccepted(lib.fsys, s.Source, lib.dir)
		problems.Take(err)
		for _, p := range drift.Accept(c.Changes[from:], accepted, today) {
			c.Notes = append(c.Notes, p.Error())
		}
	}
	return c, problems.Err()
}
