package charset

import (
	"bytes"
	"fmt"
	"path"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape/page"
)

// FromServer makes UTF-8 of a page whose character set nobody but its server
// declares, since a file does not keep that. A page that is UTF-8, or declares
// its character set itself, is returned as it is; but what declares UTF-8 and is
// none is in what the server says. The error is of type model.Problems.
func FromServer(file string, data []byte, label string) ([]byte, error) {
	extension := strings.TrimPrefix(path.Ext(file), ".")
	markup := strings.HasSuffix(extension, "html") || extension == "htm" || extension == "xml"
	ownMark := bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff"))
	if label == "" || utf8.Valid(data) || ownMark {
		return data, nil
	}
	if markup {
		if own := declaredCharset(data); own != "" && (!isUTF8(own) || isUTF8(label)) {
			return data, nil
		}
	}
	enc, name := charset.Lookup(label)
	if enc == nil || name == "replacement" || name == "x-user-defined" {
		return data, nil // reading finds out what it is
	}
	d := &Decoded{Markup: markup, declared: label, charset: name}
	var err error
	if name == "utf-8" {
		data, err = d.utf8(data, "its server declares so")
	} else {
		data, err = d.legacy(data, enc)
	}
	if err != nil {
		var problems model.Problems
		problems.Take(page.Placed(file, err))
		page.Guarded(problems, page.GuardUnreadable)
		return nil, problems.Err()
	}
	return data, nil
}

// Contradiction says how what a server declares of a page is at odds with what the
// page is, "" where it is not. Either way the bytes decide.
func Contradiction(data []byte, label string) string {
	_, name := charset.Lookup(label)
	switch isValid := utf8.Valid(data); {
	case name == "" || name == "utf-8":
		return ""
	case isValid && bytes.ContainsFunc(data, func(r rune) bool { return r >= utf8.RuneSelf }):
		return fmt.Sprintf("its server says that the page is in %s, and it is UTF-8", label)
	case !isValid && isUTF8(declaredCharset(data)):
		return fmt.Sprintf("the page declares UTF-8, and is in %s, as its server says", label)
	}
	return ""
}

func isUTF8(label string) bool {
	_, name := charset.Lookup(label)
	return name == "utf-8"
}
