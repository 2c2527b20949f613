package charset

import (
	"fmt"
	"strings"
	"testing"
)

func TestLatin1WithoutACharsetIsReadAsBrowsersDo(t *testing.T) {
	page := "<p>letter <tt>\xe4</tt>, \x80 5 and \x93so\x94 on: no more than that, and the rest of the page has no letter of any language but English</p>"
	d := &Decoded{Markup: true}
	if err := d.Decode([]byte(page)); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(d.Text, "<tt>ä</tt>, € 5 and “so” on") || !strings.Contains(fmt.Sprint(d.Warnings), "1: the page does not say its character set; it was read as windows-1252") {
		t.Error(d.Text, d.Warnings)
	}
	for name, c := range map[string]*Decoded{
		"text is no page of a browser": {},
		"no character of it":           {Markup: true},
		"too much of it":               {Markup: true},
	} {
		bytes := map[string]string{"text is no page of a browser": page, "no character of it": page + "\x81", "too much of it": "<p>\xe4a\xf6b\xfcc"}[name]
		if err := c.Decode([]byte(bytes)); err == nil && strings.Contains(fmt.Sprint(c.Warnings), "as browsers do") {
			t.Errorf("%s: read as windows-1252", name)
		}
	}
}
