package guess

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
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

const numberOrName = `<h1>Errors</h1>
<table><tr><th>Error code</th><th>Error name</th><th>Error message</th><th>Notes</th></tr>
<tr><td>101</td><td>KeyEmpty</td><td>The key is empty.</td><td>Name the key.</td></tr>
<tr><td>102</td><td>KeyLong</td><td>The key is too long.</td><td>Shorten the key.</td></tr>
<tr><td></td><td>ReadThrottled</td><td>Reads come too often.</td><td>Read later.</td></tr>
<tr><td></td><td>WriteThrottled</td><td>Writes come too often.</td><td>Write later.</td></tr></table>
<h2>Errors of the server</h2>
<table><tr><th>Error name</th><th>Error message</th></tr>
<tr><td>ReadThrottled</td><td>Too many reads at the server.</td></tr>
<tr><td>StoreDeleted</td><td>The store is being deleted.</td></tr></table>`

const errorsOfEachCall = `<h1>Errors</h1>
<table><tr><th>Code</th><th>Message</th></tr>
<tr><td>NAME_INVALID</td><td>The name is invalid.</td></tr>
<tr><td>TAG_INVALID</td><td>The tag is invalid.</td></tr>
<tr><td>TOO_MANY</td><td>Too many requests.</td></tr></table>
<h2>GET /tags</h2>
<table><tr><th>Code</th><th>Message</th></tr><tr><td>TAG_INVALID</td><td>The tag is invalid.</td></tr></table>
<h2>GET /names</h2>
<table><tr><th>Code</th><th>Message</th></tr><tr><td>NAME_INVALID</td><td>The name is invalid.</td></tr></table>`

func TestHaving(t *testing.T) {
	for name, c := range map[string]struct {
		page   string
		want   string // codes of the tables, a line each
		values []string
		err    string
	}{
		"codes that are plain words":    {twoReadings, "red green amber", []string{"`red`", "amber"}, ""},
		"numbers beside them":           {twoReadings, "7 7 8", []string{"7", "8"}, ""},
		"a text":                        {twoReadings, "red green amber", []string{"The line is closed.", "red"}, ""},
		"a code and a text":             {twoReadings, "red green amber", []string{"green", "The line will close."}, ""},
		"another table":                 {twoReadings, "N-1 N-2 N-3", []string{"N-2"}, ""},
		"two tables":                    {twoReadings, "red green amber\nN-1 N-2 N-3", []string{"amber", "N-3"}, ""},
		"spaces do not count":           {twoReadings, "N-1 N-2 N-3", []string{"  N-2 ", "N-2"}, ""},
		"prose":                         {twoReadings, "", []string{"N-2", "555-1234"}, `page.html:8: "555-1234" stands on the page, but in no record`},
		"a number beside, and a name":   {numberOrName, "KeyEmpty KeyLong ReadThrottled WriteThrottled\nReadThrottled StoreDeleted", []string{"101", "ReadThrottled"}, ""},
		"what is said again":            {errorsOfEachCall, "NAME_INVALID TAG_INVALID TOO_MANY", []string{"TAG_INVALID", "NAME_INVALID"}, ""},
		"what is not there":             {twoReadings, "", []string{"N-2", "N-4"}, `page.html: "N-4" does not stand on the page`},
		"a part of a word is not there": {twoReadings, "", []string{"N-"}, `"N-" does not stand on the page`},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := read.Page("page.html", []byte(c.page))
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

// A value that stands beside itself says nothing more for a reading.
func TestWeighBeside(t *testing.T) {
	o := option{guesses: []Guess{{Table: model.Table{Entries: []model.Entry{{Code: "E1", Extra: map[string]string{"cmd": "E1", "other": "E2"}}}}}}}
	for value, want := range map[string]int{"E1": 0, "E2": 1, "E3": 0} {
		if o.weigh([]string{value}); o.beside != want {
			t.Errorf("%s stands beside %d times, want %d", value, o.beside, want)
		}
	}
}
