package scrape

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// Formats are the extensions that a snapshot may have.
func Formats() []string {
	return []string{"html", "htm", "xhtml", "txt", "md", "markdown", "wiki", "mediawiki", "csv", "tsv", "json", "xml"}
}

// ReadPage makes blocks of a page; the extension of file says its format.
// The error is a *model.Problem.
func ReadPage(file string, data []byte) (*Page, error) {
	format := strings.TrimPrefix(path.Ext(file), ".")
	if !slices.Contains(Formats(), format) {
		return nil, &model.Problem{File: file, Message: fmt.Sprintf("there is no reader for .%s", format), Hint: "known: " + strings.Join(Formats(), ", ")}
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, &model.Problem{File: file, Message: "the page is empty"}
	}
	markup := strings.HasSuffix(format, "html") || format == "htm" || format == "xml"
	text, err := decode(data, markup)
	if err != nil {
		return nil, placed(file, err)
	}
	p := &Page{File: file}
	switch format {
	case "txt":
		p.Blocks = readText(text)
	case "md", "markdown":
		p.Blocks, err = readMarkdown(text)
	case "wiki", "mediawiki":
		p.Blocks, err = readWikitext(text)
	case "csv":
		p.Blocks, err = readDelimited(text, ',')
	case "tsv":
		p.Blocks, err = readDelimited(text, '\t')
	case "json":
		p.Blocks, err = readJSONPage(text)
	case "xml":
		p.Blocks, err = readXML(text)
	default:
		p.Blocks, err = readHTML(text)
	}
	if err != nil {
		return nil, placed(file, err)
	}
	return p, nil
}

// placed is an error of a reader as a problem of a file.
func placed(file string, err error) *model.Problem {
	var p *model.Problem
	if !errors.As(err, &p) {
		return &model.Problem{File: file, Message: err.Error()}
	}
	p.File = file
	return p
}

// digest is the SHA-256 of a snapshot, in lower-case hexadecimal.
func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
