package scrape

import (
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
	return []string{"html", "htm", "xhtml", "txt", "md", "markdown", "wiki", "mediawiki", "csv", "tsv", "json", "xml"}
}

// ReadPage makes blocks of a page; the extension of file says its format.
// The error is a *model.Problem, in a *Refusal where the bytes are no page.
func ReadPage(file string, data []byte) (*Page, error) { return readPage(file, data, false) }

// ReadUnseen is ReadPage for a page that no recipe vouches for. A few broken
// characters are a warning, since much can be told from the rest of the page,
// and so is a text that is too long to be one of a code, which is cut. A
// page that was delivered instead of the one asked for is a *Refusal.
func ReadUnseen(file string, data []byte) (*Page, error) {
	p, err := readPage(file, data, true)
	if err != nil {
		return nil, err
	}
	if err := p.Suspicion(); err != nil {
		return nil, err
	}
	return p, nil
}

func readPage(file string, data []byte, worn bool) (*Page, error) {
	if err := refuseMagic(data); err != nil {
		return nil, placed(file, err)
	}
	format := strings.TrimPrefix(path.Ext(file), ".")
	if !slices.Contains(Formats(), format) {
		return nil, &model.Problem{File: file, Message: fmt.Sprintf("there is no reader for .%s", format), Hint: "known: " + strings.Join(Formats(), ", ")}
	}
	markup := strings.HasSuffix(format, "html") || format == "htm" || format == "xml"
	d := &decoded{markup: markup, worn: worn}
	if err := d.decode(data); err != nil {
		return nil, placed(file, err)
	}
	p := &Page{File: file, Warnings: d.warnings}
	if err := p.read(format, d.text); err != nil {
		return nil, placed(file, err)
	}
	if worn {
		p.boundLines()
	}
	for _, w := range p.Warnings {
		w.File = file
	}
	return p, nil
}

// read makes the blocks of a page in a format.
func (p *Page) read(format, text string) (err error) {
	switch format {
	case "txt":
		p.Blocks = readText(text)
	case "md", "markdown":
		err = p.readMarkdown(text)
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
		err = p.readHTML(text)
	}
	return err
}

// maxLine is how long a text may be before it is cut: past that, nobody reads
// it as the text of a code.
const maxLine = 1 << 16

// boundLines cuts texts that are too long, with a warning.
func (p *Page) boundLines() {
	eachLines(p.Blocks, func(lines []Line) {
		for i := range lines {
			if l := &lines[i]; len(l.Text) > maxLine {
				p.Warnings.Add("", l.No, "", "a text of %d bytes is cut to %d", len(l.Text), maxLine)
				l.Text = strings.ToValidUTF8(l.Text[:maxLine], "") + "…"
			}
		}
	})
}

// digest is the SHA-256 of a snapshot, in lower-case hexadecimal.
func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
