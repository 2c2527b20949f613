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
func Formats() []string { return []string{"html", "htm", "xhtml", "txt"} }

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
	markup := format != "txt"
	text, err := decode(data, markup)
	if err != nil {
		return nil, &model.Problem{File: file, Message: err.Error(), Hint: "save the page as UTF-8"}
	}
	p := &Page{File: file}
	if markup {
		p.Blocks, err = readHTML(text)
	} else {
		p.Blocks = readText(text)
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
