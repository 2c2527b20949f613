package read

import (
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/charset"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/read/asciidoc"
	"github.com/spectab/spectab/scrape/read/catalog"
	"github.com/spectab/spectab/scrape/read/data"
	"github.com/spectab/spectab/scrape/read/markup"
	"github.com/spectab/spectab/scrape/read/plain"
	"github.com/spectab/spectab/scrape/read/rst"
	"github.com/spectab/spectab/scrape/read/source"
	"github.com/spectab/spectab/scrape/read/troff"
	"github.com/spectab/spectab/scrape/suspect"
)

// Formats are the extensions that a snapshot may have.
func Formats() []string {
	documents := []string{"html", "htm", "xhtml", "txt", "md", "markdown", "mdx", "rst", "rest", "adoc", "asciidoc", "wiki", "mediawiki", "csv", "tsv", "json", "jsonl", "ndjson", "yaml", "yml", "xml"}
	return slices.Concat(documents, catalog.Extensions(), troff.Extensions(), source.Extensions())
}

// Reads reports whether there is a reader for an extension. The sections of
// manuals are more than Formats lists: 3ssl, 1p.
func Reads(extension string) bool {
	return slices.Contains(Formats(), extension) || troff.Reads(extension)
}

// ReadPage makes blocks of a page; the extension of file says its format.
// The error is a *model.Problem, in a *Refusal where the bytes are no page.
func Page(file string, data []byte) (*page.Page, error) { return readPage(file, data, false) }

// ReadUnseen is ReadPage for a page that no recipe vouches for. A few broken
// characters are a warning, since much can be told from the rest of the page,
// and so is a text that is too long to be one of a code, which is cut. A
// page that was delivered instead of the one asked for is a *Refusal.
func Unseen(file string, data []byte) (*page.Page, error) {
	p, err := readPage(file, data, true)
	if err != nil {
		return nil, err
	}
	if err := suspect.Suspicion(p); err != nil {
		return nil, err
	}
	return p, nil
}

func readPage(file string, data []byte, worn bool) (*page.Page, error) {
	if err := charset.RefuseMagic(data); err != nil {
		return nil, page.Placed(file, err)
	}
	format := strings.TrimPrefix(path.Ext(file), ".")
	if !Reads(format) {
		return nil, &model.Problem{File: file, Message: fmt.Sprintf("there is no reader for .%s", format), Hint: "known: " + strings.Join(Formats(), ", ")}
	}
	d, err := decoded(format, data, worn)
	if err != nil {
		return nil, page.Placed(file, err)
	}
	p := &page.Page{File: file, Warnings: d.Warnings}
	if err := fill(p, format, d.Text); err != nil {
		return nil, page.Placed(file, err)
	}
	if worn {
		boundLines(p)
	}
	for _, w := range p.Warnings {
		w.File = file
	}
	return p, nil
}

// decoded is the text of a page, whose markup may say how it is written.
func decoded(format string, data []byte, worn bool) (*charset.Decoded, error) {
	markup := strings.HasSuffix(format, "html") || format == "htm" || format == "xml"
	d := &charset.Decoded{Markup: markup, Worn: worn}
	return d, d.Decode(data)
}

// UnseenText is the text that Unseen reads of a page of a format, to whose lines
// its numbers of lines refer.
func UnseenText(format string, data []byte) (string, error) {
	d, err := decoded(format, data, true)
	return d.Text, err
}

// fill makes the blocks of a page in a format.
func fill(p *page.Page, format, text string) (err error) {
	switch format {
	case "txt":
		p.Blocks = plain.Text(text)
	case "md", "markdown", "mdx":
		err = markup.FillMarkdown(p, text)
	case "adoc", "asciidoc":
		err = asciidoc.Fill(p, text)
	case "rst", "rest":
		err = rst.Fill(p, text)
	case "wiki", "mediawiki":
		p.Blocks, err = markup.Wikitext(text)
	case "csv":
		p.Blocks, err = data.Delimited(text, ',')
	case "tsv":
		p.Blocks, err = data.Delimited(text, '\t')
	case "yaml", "yml":
		p.Blocks, err = data.YAML(text)
	case "json", "jsonl", "ndjson":
		p.Blocks, err = data.JSON(text)
	case "xml":
		p.Blocks, err = data.XML(text)
	default:
		err = fillOther(p, format, text)
	}
	return err
}

// fillOther is fill for formats of many extensions.
func fillOther(p *page.Page, format, text string) error {
	switch {
	case slices.Contains(source.Extensions(), format):
		source.Fill(p, text)
		if (format == "jsx" || format == "tsx") && source.Rows(p.Blocks) == 0 && tableOrList.MatchString(text) {
			return markup.FillHTML(p, element(text)) // a component that writes its list itself
		}
	case slices.Contains(catalog.Extensions(), format):
		catalog.Fill(p, format, text)
	case troff.Reads(format):
		troff.Fill(p, text)
	default:
		return markup.FillHTML(p, text)
	}
	return nil
}

// tableOrList is markup of a table or a list.
var tableOrList = regexp.MustCompile(`<(?:td|li|dt)[\s>]`)

// MaxLine is how long a text may be before it is cut: past that, nobody reads
// it as the text of a code.
const MaxLine = 1 << 16

// boundLines cuts texts that are too long, with a warning.
func boundLines(p *page.Page) {
	page.EachLines(p.Blocks, func(lines []page.Line) {
		for i := range lines {
			if l := &lines[i]; len(l.Text) > MaxLine {
				p.Warnings.Add("", l.No, "", "a text of %d bytes is cut to %d", len(l.Text), MaxLine)
				l.Text = strings.ToValidUTF8(l.Text[:MaxLine], "") + "…"
			}
		}
	})
}
