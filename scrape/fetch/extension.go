package fetch

import (
	"net/http"
	"net/url"
	"path"
	"strings"
)

// byType are the formats that a media type decides.
var byType = map[string]string{
	"text/html": "html", "application/xhtml+xml": "html",
	"text/markdown": "md", "text/x-markdown": "md",
	"text/x-wiki": "wiki", "text/mediawiki": "wiki",
	"text/csv": "csv", "text/tab-separated-values": "tsv",
	"application/json": "json", "text/json": "json",
	"application/xml": "xml", "text/xml": "xml",
}

// byName are the formats that an address may name where the server says no
// more than that this is text, or bytes.
var byName = map[string]string{
	".md": "md", ".markdown": "md", ".wiki": "wiki", ".mediawiki": "wiki", ".csv": "csv", ".tsv": "tsv",
	".json": "json", ".xml": "xml", ".html": "html", ".htm": "html", ".txt": "txt",
}

// Extension is the format of the page as the extension of a snapshot, without
// the dot: by its media type, else by its address, else by its first bytes.
// It is "" for what is no page.
func (p *Page) Extension() string {
	kind := p.Type
	if format := byType[kind]; format != "" {
		return format
	}
	switch {
	case strings.HasSuffix(kind, "+json"):
		return "json"
	case strings.HasSuffix(kind, "+xml"):
		return "xml"
	}
	if kind != "" && kind != "text/plain" && kind != "application/octet-stream" {
		return ""
	}
	if u, err := url.Parse(p.URL); err == nil {
		if format := byName[strings.ToLower(path.Ext(u.Path))]; format != "" {
			return format
		}
	}
	sniffed, _, _ := strings.Cut(http.DetectContentType(p.Body), ";")
	switch {
	case kind == "" && sniffed == "text/html", kind == "" && sniffed == "text/xml":
		return byType[sniffed]
	case strings.HasPrefix(sniffed, "text/"):
		return "txt"
	}
	return ""
}
