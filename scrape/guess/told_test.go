package guess

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/read"
)

const twoReadings = `<h1>Replies</h1>
<table><tr><th>Step</th><th>Name</th><th>What it says</th></tr>
<tr><td>7</td><td>red</td><td>The line is closed.</td></tr>
<tr><td>7</td><td>green</td><td>The line is open.</td></tr>
<tr><td>8</td><td>amber</td><td>The line will close.</td></tr></table>
<h2>Colours of wires</h2>
<ul><li>N-1 - blue wire, to the left<li>N-2 - brown wire, to the right<li>N-3 - red wire of the line</ul>
<p>Call us at 555-1234, or write to the red house.</p>`

func TestHaving(t *testing.T) {
	for name, c := range map[string]struct {
		values []string
		want   string // codes of the tables, a line each
		err    string
	}{
		"codes that are plain words":    {[]string{"`red`", "amber"}, "red green amber", ""},
		"numbers beside them":           {[]string{"7", "8"}, "7 7 8", ""},
		"a text":                        {[]string{"The line is closed.", "red"}, "red green amber", ""},
		"a code and a text":             {[]string{"green", "The line will close."}, "red green amber", ""},
		"another table":                 {[]string{"N-2"}, "N-1 N-2 N-3", ""},
		"two tables":                    {[]string{"amber", "N-3"}, "red green amber\nN-1 N-2 N-3", ""},
		"spaces do not count":           {[]string{"  N-2 ", "N-2"}, "N-1 N-2 N-3", ""},
		"prose":                         {[]string{"N-2", "555-1234"}, "", `page.html:8: "555-1234" stands on the page, but in no record`},
		"what is not there":             {[]string{"N-2", "N-4"}, "", `page.html: "N-4" does not stand on the page`},
		"a part of a word is not there": {[]string{"N-"}, "", `"N-" does not stand on the page`},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := read.Page("page.html", []byte(twoReadings))
			if err != nil {
				t.Fatal(err)
			}
			guesses, err := Having(p, c.values)
			if c.err != "" {
				if err == nil || !strings.Contains(err.Error(), c.err) {
					t.Errorf("%v, want %s", err, c.err)
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			var tables []string
			for i := range guesses {
				var codes []string
				for _, e := range guesses[i].Table.Entries {
					codes = append(codes, e.Code)
				}
				tables = append(tables, strings.Join(codes, " "))
				if guesses[i].Table.Confidence < surely {
					t.Errorf("confidence %.2f of what was told", guesses[i].Table.Confidence)
				}
			}
			if got := strings.Join(tables, "\n"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
