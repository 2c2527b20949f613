package refresh

import (
	"bytes"
	"context"
	"fmt"
	"path"
	"strings"

	"github.com/spectab/spectab/gen"
	"github.com/spectab/spectab/scrape"
	"github.com/spectab/spectab/scrape/charset"
	"github.com/spectab/spectab/scrape/fetch"
	"github.com/spectab/spectab/scrape/read"
	"github.com/spectab/spectab/scrape/recipe"
)

// A visit is what becomes of one page of a source.
type visit struct {
	scrape.Addressed             // the file as it is on the disk
	seen             Seen        // what its server said last
	page             *fetch.Page // nil where there is no address
	next             recipe.PageFile
	kept             string // file in which the page is kept, once it was refused
}

// fetch fetches the pages of the source that have an address.
func (c *check) fetch(ctx context.Context) error {
	if c.source.Recipe.URL == "" {
		return c.noAddress()
	}
	basis := c.basis()
	for _, p := range c.source.Pages() {
		v := &visit{Addressed: p, seen: c.health.seen(basis, p.URL), next: p.PageFile}
		if p.URL != "" {
			var err error
			if v.page, err = c.get(ctx, v); err != nil {
				return ofFetch(err)
			}
		}
		c.visits = append(c.visits, v)
	}
	return nil
}

func (c *check) get(ctx context.Context, v *visit) (*fetch.Page, error) {
	r := c.source.Recipe
	request := fetch.Request{URL: v.URL, Hosts: r.Hosts, Language: v.Language}
	if len(r.Render) > 0 && !c.engine.AllowRender {
		return nil, &Refusal{
			Guard: string(fetch.Render), Seen: fmt.Sprintf("the recipe wants to run %q", strings.Join(r.Render, " ")),
			Hint: "--allow-render lets it, if you trust whoever wrote the recipe",
		}
	}
	if len(r.Render) > 0 {
		return c.engine.Client.Render(ctx, r.Render, request)
	}
	if v.seen.believed(c.engine.Now) {
		request.ETag, request.LastModified = v.seen.ETag, v.seen.LastModified
	}
	return c.engine.Client.Get(ctx, request)
}

// fresh are the visits that brought something else than the file has.
func (c *check) fresh() []*visit {
	var list []*visit
	for _, v := range c.visits {
		if v.page != nil && !v.page.NotModified && v.page.SHA256 != digest(v.Data) && v.page.SHA256 != v.seen.SHA256 {
			list = append(list, v)
		}
	}
	return list
}

// decode makes a file of the page that came.
func (c *check) decode(v *visit) error {
	ext := extension(v.page, v.Name)
	if ext == "" {
		return &Refusal{
			Guard: GuardType, Seen: "the page is of type " + v.page.Type, Expected: "one of " + strings.Join(read.Formats(), ", "),
			Hint: "correct its address in the recipe, so that it leads to the page itself", Kept: c.keep(v, "bin"),
		}
	}
	v.next.Name = strings.TrimSuffix(v.Name, path.Ext(v.Name)) + "." + ext
	var err error
	if v.next.Data, err = charset.FromServer(v.next.Name, v.page.Body, v.page.Charset); err != nil {
		v.next.Data = v.page.Body
	} else if odd := charset.Contradiction(v.page.Body, v.page.Charset); odd != "" {
		c.result.Notes = append(c.result.Notes, odd)
	}
	if refusal := notThePage(&v.next); refusal != nil {
		refusal.Kept = c.keep(v, ext)
		return refusal
	}
	if err != nil {
		return ofPage(err, map[string]string{v.next.Name: c.keep(v, ext)})[0]
	}
	return nil
}

// keep keeps a page for the user to look at, and returns where. All that are
// kept are those of the last refusal.
func (c *check) keep(v *visit, extension string) string {
	if v.kept != "" || c.engine.DryRun {
		return v.kept
	}
	if !c.keeping {
		c.engine.Folder.forget(c.result.Source)
		c.keeping = true
	}
	name := c.result.Source + "."
	if stem := strings.TrimSuffix(v.Name, path.Ext(v.Name)); stem != "page" {
		name += stem + "."
	}
	v.kept = c.engine.Folder.keep(name+extension, v.page.Body)
	return v.kept
}

// keepAll keeps the pages that came, and returns where, by their names in
// problems.
func (c *check) keepAll() map[string]string {
	kept := map[string]string{}
	for _, v := range c.fresh() {
		kept[path.Join(c.engine.dir(c.result.Source), v.next.Name)] = c.keep(v, strings.TrimPrefix(path.Ext(v.next.Name), "."))
	}
	return kept
}

// pageFiles are what the pages are to be, as far as they differ from what is on
// the disk.
func (c *check) pageFiles() []gen.Change {
	var files []gen.Change
	for _, v := range c.visits {
		switch {
		case v.next.Name == v.Name && bytes.Equal(v.next.Data, v.Data):
		case v.next.Name == v.Name:
			files = append(files, gen.Change{Path: v.Name, Old: v.Data, New: v.next.Data})
		default:
			files = append(files, gen.Change{Path: v.next.Name, New: v.next.Data})
			if v.Data != nil {
				files = append(files, gen.Change{Path: v.Name, Old: v.Data})
			}
		}
	}
	return files
}
