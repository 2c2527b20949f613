package guess

import (
	"sync"

	"github.com/spectab/spectab/scrape/recipe"
)

// patterns are those of the tables of one page. They are few, however many the
// tables: each is compiled once.
type patterns struct {
	mu    sync.Mutex
	known map[string]*recipe.Pattern
}

// of is the pattern of an expression; nil where there is none.
func (p *patterns) of(source string) *recipe.Pattern {
	if source == "" {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	found, ok := p.known[source]
	if !ok {
		if compiled, err := recipe.Compile(source); err == nil {
			found = compiled
		}
		p.known[source] = found
	}
	return found
}
