package main

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/charset"
	"github.com/spectab/spectab/scrape/fetch"
	"github.com/spectab/spectab/scrape/read"
)

// openPage reads a page from where the user says: an address, a file, or
// standard input. Its name, for messages, ends in the extension that says its
// format, whatever the address ends in.
func openPage(ctx context.Context, arg string, stdin io.Reader, limit size, client *fetch.Client) (name string, data []byte, err error) {
	if !strings.Contains(arg, "://") {
		return readInput(arg, stdin, limit)
	}
	page, err := client.Get(ctx, fetch.Request{URL: arg})
	if err != nil {
		return "", nil, fmt.Errorf("spectab: %w", err)
	}
	extension := page.Extension()
	if extension == "" {
		return "", nil, &model.Problem{
			File: page.URL, Message: fmt.Sprintf("the page is of type %s, which there is no reader for", page.Type),
			Hint: "known: " + strings.Join(read.Formats(), ", "),
		}
	}
	name = pageName(page.URL, extension)
	data, err = charset.FromServer(name, page.Body, page.Charset)
	return name, data, err
}

// pageName names a page by its address, without query, and with the extension
// of its format.
func pageName(address, extension string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "page." + extension
	}
	u.RawQuery = ""
	name := strings.TrimSuffix(u.String(), "/")
	if path.Ext(u.Path) != "."+extension {
		name += "." + extension
	}
	return name
}
