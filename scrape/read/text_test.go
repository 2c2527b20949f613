package read

import (
	"strings"
	"testing"
)

// A page that is read for all its broken characters can be shown too.
func TestUnseenText(t *testing.T) {
	page := []byte("<meta charset=utf-8>\r\n<table><tr><th>Code<th>Text<tr><td>E1<td>a text \xff of one<tr><td>E2<td>two</table>" + strings.Repeat("<p>words of the page", 200))
	if _, err := Unseen("page.html", page); err != nil {
		t.Fatal(err)
	}
	text, err := UnseenText("html", page)
	if err != nil || !strings.HasPrefix(text, "<meta charset=utf-8>\n<table>") {
		t.Errorf("%.40q, %v", text, err)
	}
}
