package report

import (
	"bytes"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"io"
	"net/url"
	"strings"

	"github.com/spectab/spectab/model"
)

var (
	//go:embed html.html
	htmlText string
	//go:embed html.css
	htmlStyle string

	htmlTemplate = template.Must(template.New("html.html").Funcs(template.FuncMap{"breakable": breakable}).Parse(htmlText))
)

// breakable cuts a literal where a line may end before it does within a word.
func breakable(literal string) []string { return strings.SplitAfter(literal, ".") }

const docType = "<!DOCTYPE html>\n"

// HTML writes one document with a section for each source and a table for each
// table. It needs no other file and runs no script.
func HTML(w io.Writer, specs []*model.Spec) error {
	page := newHTMLDocument("Catalogue of codes")
	if len(specs) == 1 {
		page.Title = titleOf(specs[0])
	}
	for _, s := range specs {
		page.Sources = append(page.Sources, htmlSourceOf(s, newAnchors(anchorText(s.Source)+":"), ""))
	}
	return page.write(w, docType, "document")
}

// An htmlDocument is what the templates show.
type htmlDocument struct {
	Title   string
	Style   template.CSS
	Policy  string // Content-Security-Policy
	Sources []htmlSource
	Rows    int // of all sources
}

func newHTMLDocument(title string) *htmlDocument {
	hash := sha256.Sum256([]byte(htmlStyle))
	return &htmlDocument{
		Title: title, Style: template.CSS(htmlStyle),
		Policy: "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(hash[:]) + "'; base-uri 'none'; form-action 'none'",
	}
}

// write puts start before a template, which would drop a comment.
func (p *htmlDocument) write(w io.Writer, start, name string) error {
	var b bytes.Buffer
	b.WriteString(start)
	if err := htmlTemplate.ExecuteTemplate(&b, name, p); err != nil {
		return err
	}
	_, err := w.Write(b.Bytes())
	return err
}

type htmlSource struct {
	ID, Name, Title, URL, Package, Import string
	Language, Owner, License, Retrieved   string
	Page                                  string // address of its page in a catalogue
	Rows                                  int
	TitleLanguage                         template.HTMLAttr
	Snapshots                             []model.Snapshot
	Tables                                []htmlSheet
}

func htmlSourceOf(s *model.Spec, a *anchors, importPath string) htmlSource {
	h := htmlSource{
		ID: strings.TrimSuffix(a.prefix, ":"), Name: visible(s.Source), Title: titleOf(s), URL: webAddress(s.URL),
		Package: visible(s.Package), Import: visible(importPath), Language: visible(s.Language), Owner: visible(s.Owner),
		License: visible(s.License), Retrieved: visible(s.Snapshot.Retrieved),
		TitleLanguage: languageAttributes(s.Language),
	}
	for _, snapshot := range append([]model.Snapshot{s.Snapshot}, s.Snapshot.Further...) {
		h.Snapshots = append(h.Snapshots, model.Snapshot{File: visible(snapshot.File), SHA256: visible(snapshot.SHA256)})
	}
	for i := range s.Tables {
		h.Rows += len(s.Tables[i].Entries)
		h.Tables = append(h.Tables, htmlTableFor(s, &s.Tables[i], a))
	}
	return h
}

// titleOf is what the page calls itself, on one line.
func titleOf(s *model.Spec) string {
	if title := strings.Join(strings.Fields(s.Title), " "); title != "" {
		return visible(title)
	}
	return visible(s.Source)
}

// webAddress is address if it is one of the web, and else empty.
func webAddress(address string) string {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" {
		return ""
	}
	return u.String()
}
