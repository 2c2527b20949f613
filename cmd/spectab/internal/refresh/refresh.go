package refresh

import (
	"context"
	"errors"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
	"github.com/spectab/spectab/scrape"
	"github.com/spectab/spectab/scrape/fetch"
	"github.com/spectab/spectab/scrape/recipe"
)

// An Engine refreshes the sources of one folder.
type Engine struct {
	Specs  string // folder of the sources
	Out    string // parent of the package folders
	Direct string // the folder of the package of the one source; "" for Out/<package>
	Client *fetch.Client
	Accept []Acceptance // what guards may let pass, once
	DryRun bool

	AllowRender bool // run the commands that recipes name

	Folder Folder
	Now    time.Time

	// Declare gives the changes of a source the levels that its recipe and its
	// repository want, drops those that are off, and marks those that are
	// accepted, with what there is to say of the acceptances; may be nil.
	Declare func(source string, by *recipe.Recipe, changes []drift.Change) ([]drift.Change, []string, error)

	readers readers
}

// readers bounds how many pages are read at once: fetching waits for others,
// reading keeps a processor busy and pages in memory.
type readers struct {
	once sync.Once
	free chan struct{}
}

func (r *readers) begin() {
	r.once.Do(func() { r.free = make(chan struct{}, runtime.GOMAXPROCS(0)) })
	r.free <- struct{}{}
}

func (r *readers) end() { <-r.free }

// An Outcome is how a source came off.
type Outcome string

// The outcomes.
const (
	Unchanged Outcome = "unchanged"
	Changed   Outcome = "changed"
	Refused   Outcome = "refused" // by a guard
	Failed    Outcome = "failed"  // the network, or the source as it is on the disk
)

// A Result tells of one source.
type Result struct {
	Source   string
	Outcome  Outcome
	Note     string         // why it is unchanged, where that is worth a word
	Returned []string       // tables that were given up, and that the page has again
	Followed []string       // what the recipe says now of headings and of fewer rows
	Moved    []string       // where pages are now, if their addresses redirect
	Changes  []drift.Change // of a page that changed
	Files    []string       // that were written, or would be
	Removed  []string       // that were removed, or would be
	Refusals []*Refusal     // of a page that was refused
	Accepted []*Refusal     // guards that would have refused it
	Notes    []string       // what there is to say of accepted changes, and of character sets
	Err      error          // of one that failed
}

// Run refreshes the sources: those of one host one after another, hosts side
// by side. It calls done for each as it is ready, never two at a time, and
// goes on whatever happens to one of them.
func (e *Engine) Run(ctx context.Context, names []string, done func(*Result)) {
	var telling sync.Mutex
	e.Each(names, func(name string) {
		if ctx.Err() != nil {
			return
		}
		r := e.one(ctx, name)
		if ctx.Err() != nil && r.Outcome == Failed {
			return // the user's doing
		}
		telling.Lock()
		defer telling.Unlock()
		done(r)
	})
}

// Each calls do for the sources: for those of one host one after another, for
// those of several hosts at the same time.
func (e *Engine) Each(names []string, do func(name string)) {
	hosts := map[string][]string{}
	for _, name := range names {
		host := e.host(name)
		hosts[host] = append(hosts[host], name)
	}
	var wg sync.WaitGroup
	for _, list := range hosts {
		wg.Go(func() {
			for _, name := range list {
				do(name)
			}
		})
	}
	wg.Wait()
}

func (e *Engine) one(ctx context.Context, name string) *Result {
	c := &check{engine: e, result: &Result{Source: name}}
	err := c.run(ctx)
	r := c.result
	var refusal *Refusal
	switch {
	case errors.As(err, &refusal):
		r.Refusals = append(r.Refusals, refusal)
		r.Outcome = Refused
	case len(r.Refusals) > 0:
		r.Outcome = Refused
	case err != nil:
		r.Err, r.Outcome = err, Failed
	}
	if !e.DryRun && ctx.Err() == nil {
		c.remember()
	}
	return r
}

// dir is the folder of a source as messages name it.
func (e *Engine) dir(name string) string { return path.Join(filepath.ToSlash(e.Specs), name) }

// open reads the folder of a source.
func (e *Engine) open(name string) (*scrape.Source, error) {
	return scrape.Open(os.DirFS(e.Specs), name, e.dir(name))
}

// host is the host of a source's page, "" where that cannot be told.
func (e *Engine) host(name string) string {
	s, err := e.open(name)
	if err != nil {
		return ""
	}
	return fetch.Host(s.Recipe.URL)
}

// day is the date of the snapshots that this run takes.
func (e *Engine) day() string { return e.Now.UTC().Format(time.DateOnly) }

func (e *Engine) declare(source string, by *recipe.Recipe, changes []drift.Change) ([]drift.Change, []string, error) {
	if e.Declare == nil {
		return changes, nil, nil
	}
	return e.Declare(source, by, changes)
}

// extension is the format in which a page is kept. A server that calls it
// plain text says nothing of Markdown and the like.
func extension(page *fetch.Page, old string) string {
	was, now := strings.TrimPrefix(path.Ext(old), "."), page.Extension()
	for _, names := range [][]string{{"html", "htm", "xhtml"}, {"md", "markdown"}, {"wiki", "mediawiki"}} {
		if slices.Contains(names, was) && slices.Contains(names, now) {
			return was
		}
	}
	if now == "txt" && slices.Contains([]string{"md", "markdown", "wiki", "mediawiki", "csv", "tsv"}, was) {
		return was
	}
	return now
}

// changesOf says what changed between two states of a source; where the one
// before cannot be read, it is as if there had been none.
func changesOf(before, after *model.Spec) []drift.Change {
	if before == nil {
		before = content(after)
		for i := range before.Tables {
			before.Tables[i].Entries = nil
		}
	}
	return drift.Compare(before, after)
}
