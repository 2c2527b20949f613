package scrape

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// Formats are the extensions that a snapshot may have.
func Formats() []string {
	return []string{"html", "htm", "xhtml", "txt", "md", "markdown", "wiki", "mediawiki"}
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
	markup := strings.HasSuffix(format, "html") || format == "htm"
	text, err := decode(data, markup)
	if err != nil {
		return nil, &model.Problem{File: file, Message: err.Error(), Hint: "save the page as UTF-8"}
	}
	p := &Page{File: file}
	switch format {
	case "txt":
		p.Blocks = readText(text)
	case "md", "markdown":
		p.Blocks, err = readMarkdown(text)
	case "wiki", "mediawiki":
		p.Blocks, err = readWikitext(text)
	default:
		p.Blocks, err = readHTML(text)
	}
	if err != nil {
		return nil, &model.Problem{File: file, Message: err.Error()}
	}
	return p, nil
}

// digest is the SHA-256 of a snapshot, in lower-case hexadecimal.
func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
