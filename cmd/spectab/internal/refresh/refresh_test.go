package refresh

import (
	"context"
	"fmt"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// A change replaces everything that belongs together, and nothing else of the
// recipe than its date.
func TestChangeReplacesAllFiles(t *testing.T) {
	s := newShop(t)
	s.serve = served(edited(t, "<td>E2</td><td>The user is unknown.</td>", "<td>E2</td><td>The user is gone.</td>",
		"</table>\n<h2>", "<tr><td>E7</td><td>The shop is new.</td><td>Wait.</td></tr></table>\n<h2>"))
	r := s.refresh(t)
	wantOutcome(t, r, Changed)
	var seen []string
	for _, c := range r.Changes {
		seen = append(seen, c.ID+" "+c.Code)
	}
	if len(seen) != 2 || !strings.Contains(strings.Join(seen, ","), "code-added E7") {
		t.Errorf("the changes are %q", seen)
	}
	if got := s.read(t, "specs/shop/source.yaml"); got != strings.Replace(fmt.Sprintf(shopRecipe, s.URL), "2026-11-01", "2026-11-23", 1) {
		t.Errorf("the recipe is\n%s", got)
	}
	for file, part := range map[string]string{
		"specs/shop/page.html": "E7", "specs/shop/names.lock": "Code E7 ShopIsNew", "generated/shop/shop.go": `ShopIsNew Code = "E7"`,
	} {
		if got := s.read(t, file); !strings.Contains(strings.Join(strings.Fields(got), " "), part) {
			t.Errorf("%s lacks %q:\n%s", file, part, got)
		}
	}
	before := s.files(t)
	r = s.refresh(t)
	wantOutcome(t, r, Unchanged)
	if !maps.Equal(s.files(t), before) {
		t.Error("a second refresh changed files")
	}
}

func TestUnchangedWritesNothing(t *testing.T) {
	for _, test := range []struct{ name, body, note string }{
		{"the same", shopPage, ""},
		{"markup", edited(t, "<h1>", "<nav>menu</nav><h1 id=x class=new>", "<td>", "<td  class='c'>", "<table>", "\n\n<table border=1>"), "only its markup is another"},
		{"columns in another order", edited(t, "<th>Text</th><th>Remedy</th>", "<th>Remedy</th><th>Text</th>",
			"<td>The token is invalid.</td><td>Log in again.</td>", "<td>Log in again.</td><td>The token is invalid.</td>",
			"<td>The user is unknown.</td><td>Register first.</td>", "<td>Register first.</td><td>The user is unknown.</td>",
			"<td>The limit is reached.</td><td>Wait 5 minutes.</td>", "<td>Wait 5 minutes.</td><td>The limit is reached.</td>",
			"<td>The card is refused.</td><td>Take another card.</td>", "<td>Take another card.</td><td>The card is refused.</td>",
			"<td>The cart is empty.</td><td>Put something into it.</td>", "<td>Put something into it.</td><td>The cart is empty.</td>",
			"<td>The shop is closed.</td><td>Come back tomorrow.</td>", "<td>Come back tomorrow.</td><td>The shop is closed.</td>"), "only its markup is another"},
		{"rows in another order", edited(t, "<tr><td>E1</td><td>The token is invalid.</td><td>Log in again.</td></tr>\n", "",
			"</table>\n<h2>", "<tr><td>E1</td><td>The token is invalid.</td><td>Log in again.</td></tr></table>\n<h2>"), "its rows stand in another order"},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newShop(t)
			before := s.files(t)
			s.serve = served(test.body)
			r := s.refresh(t)
			wantOutcome(t, r, Unchanged)
			if r.Note != test.note || !maps.Equal(s.files(t), before) {
				t.Errorf("note %q, want %q; files %v", r.Note, test.note, maps.Equal(s.files(t), before))
			}
		})
	}
}

// What a server says of its character set is told where the page is in another.
func TestContradictedCharset(t *testing.T) {
	s := newShop(t)
	s.serve = served(edited(t, "The cart is empty.", "The café is empty."), "Content-Type", "text/html; charset=iso-8859-1")
	r := s.refresh(t)
	wantOutcome(t, r, Changed)
	if len(r.Notes) != 1 || !strings.Contains(r.Notes[0], "iso-8859-1, and it is UTF-8") {
		t.Errorf("notes %q", r.Notes)
	}
}

func TestDryRunWritesNothing(t *testing.T) {
	s := newShop(t)
	before := s.files(t)
	s.engine.DryRun = true
	s.serve = served(edited(t, "The cart is empty.", "The cart is void."))
	r := s.refresh(t)
	wantOutcome(t, r, Changed)
	if len(r.Files) != 5 || len(r.Changes) != 1 {
		t.Errorf("files %q, changes %v", r.Files, r.Changes)
	}
	s.serve = served(edited(t, "<td>E5</td>", "<td>X5</td>"))
	wantOutcome(t, s.refresh(t), Refused)
	if _, err := os.Stat(filepath.Join(s.dir, "cache")); err == nil || !maps.Equal(s.files(t), before) {
		t.Error("something was written")
	}
}

// A server that says "not modified" is believed as long as the snapshot is the
// one it means, and no longer than trust; a body that is the same needs no
// validators.
func TestConditionalRequests(t *testing.T) {
	s := newShop(t)
	asked := []string{}
	s.serve = func(w http.ResponseWriter, r *http.Request) {
		asked = append(asked, r.Header.Get("If-None-Match"))
		w.Header().Set("ETag", `"1"`)
		if r.Header.Get("If-None-Match") != "" {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		served(edited(t, "The cart is empty.", "The cart is void."))(w, r)
	}
	wantOutcome(t, s.refresh(t), Changed)
	wantOutcome(t, s.refresh(t), Unchanged)
	s.write(t, "specs/shop/page.html", shopPage) // an older revision is checked out
	wantOutcome(t, s.refresh(t), Changed)
	s.engine.Now = s.engine.Now.Add(trust + time.Hour)
	wantOutcome(t, s.refresh(t), Unchanged)
	if want := []string{"", `"1"`, "", ""}; strings.Join(asked, "|") != strings.Join(want, "|") {
		t.Errorf("validators %q, want %q", asked, want)
	}
}

// A source that is changed by hand meanwhile is left alone.
func TestSourceThatChangesMeanwhile(t *testing.T) {
	s := newShop(t)
	s.serve = func(w http.ResponseWriter, r *http.Request) {
		s.write(t, "specs/shop/source.yaml", fmt.Sprintf(shopRecipe, s.URL)+"# edited\n")
		served(edited(t, "The cart is empty.", "The cart is void."))(w, r)
	}
	r := s.refresh(t)
	wantOutcome(t, r, Failed)
	if !strings.Contains(r.Err.Error(), "has changed while") || s.read(t, "specs/shop/page.html") != shopPage {
		t.Errorf("the error is %v", r.Err)
	}
}

// One broken source never stops the others.
func TestBrokenSourcesDoNotStopOthers(t *testing.T) {
	s := newShop(t)
	s.write(t, "specs/broken/source.yaml", "source: broken\n")
	s.write(t, "specs/away/source.yaml", strings.NewReplacer("source: shop", "source: away", "package: shop", "package: away", s.URL, "https://127.0.0.1:1").Replace(fmt.Sprintf(shopRecipe, s.URL)))
	s.write(t, "specs/away/page.html", shopPage)
	outcomes := map[string]Outcome{}
	s.engine.Run(t.Context(), []string{"broken", "away", "shop"}, func(r *Result) { outcomes[r.Source] = r.Outcome })
	if want := map[string]Outcome{"broken": Failed, "away": Failed, "shop": Unchanged}; !maps.Equal(outcomes, want) {
		t.Errorf("outcomes %v, want %v", outcomes, want)
	}
}

func TestCanceledRunIsNoFailureOfTheSource(t *testing.T) {
	s := newShop(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s.engine.Run(ctx, []string{"shop"}, func(*Result) {})
	if h := s.engine.Folder.Health("shop"); h.Failures != 0 {
		t.Errorf("the health is %+v", h)
	}
}

// A page in a character set that only the server tells is kept as UTF-8.
func TestCharsetOfTheServer(t *testing.T) {
	s := newShop(t)
	body := strings.ReplaceAll(edited(t, "The card is refused.", "La carte est refus\xe9e, r\xe9essayez plus tard."), `<meta charset="utf-8">`, "")
	s.serve = served(body, "Content-Type", "text/html; charset=ISO-8859-1")
	wantOutcome(t, s.refresh(t), Changed)
	if got := s.read(t, "specs/shop/page.html"); !strings.Contains(got, "La carte est refusée, réessayez") {
		t.Errorf("the snapshot is\n%s", got)
	}
	wantOutcome(t, s.refresh(t), Unchanged)
}

// A page that a command prints goes the same way.
func TestRenderedPage(t *testing.T) {
	sh, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no sh here")
	}
	s := newShop(t)
	s.write(t, "rendered.html", edited(t, "The cart is empty.", "The cart is void."))
	s.engine.AllowRender = true
	render := fmt.Sprintf("render: [%s, -c, 'cat \"$0\"', %q, '{url}']\n", sh, filepath.Join(s.dir, "rendered.html"))
	s.write(t, "specs/shop/source.yaml", render+fmt.Sprintf(shopRecipe, s.URL))
	r := s.refresh(t)
	wantOutcome(t, r, Changed)
	if len(r.Changes) != 1 || !strings.Contains(s.read(t, "specs/shop/page.html"), "void") {
		t.Errorf("the changes are %v", r.Changes)
	}
	s.engine.AllowRender = false
	r = s.refresh(t)
	wantOutcome(t, r, Refused)
	if r.Refusals[0].Guard != "render" || !strings.Contains(r.Refusals[0].Error(), "--allow-render") {
		t.Errorf("refused by %v", r.Refusals)
	}
	s.engine.AllowRender = true
	s.write(t, "rendered.html", shell)
	r = s.refresh(t)
	wantOutcome(t, r, Refused)
	if r.Refusals[0].Guard != "shell" {
		t.Errorf("refused by %v", r.Refusals)
	}
}

// Where the page is now is told, and its address left to the user.
func TestMovedPage(t *testing.T) {
	s := newShop(t)
	s.serve = func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/errors" {
			http.Redirect(w, r, "/new/errors", http.StatusMovedPermanently)
			return
		}
		served(edited(t, "The cart is empty.", "The cart is void."))(w, r)
	}
	r := s.refresh(t)
	wantOutcome(t, r, Changed)
	if !slices.Equal(r.Moved, []string{s.URL + "/new/errors"}) {
		t.Errorf("the page moved to %q", r.Moved)
	}
}

// What looks like data and is read by nothing is told of, whether the rest of
// the page changed or not.
func TestLinesThatNothingReads(t *testing.T) {
	limits := "<h2>Limits</h2>\n<table>\n<tr><th>Thing</th><th>Most</th></tr>\n<tr><td>LOGIN_TRIES</td><td>5 a day</td></tr>\n</table>\n</body>"
	page := edited(t, "</body>", limits)
	fewer := strings.Replace(page, "5 a day", "3 a day", 1)
	for _, test := range []struct {
		name, page string
		outcome    Outcome
		told       string
	}{
		{"only its markup", strings.Replace(page, "<h2>Limits", "<h2 id=x>Limits", 1), Unchanged, ""},
		{"only such a line", fewer, Unchanged, "unread-changed"},
		{"a code besides", strings.Replace(fewer, "</table>\n<h2>Reply", "<tr><td>E7</td><td>The shop is new.</td><td>Wait.</td></tr>\n</table>\n<h2>Reply", 1), Changed, "unread-changed code-added"},
	} {
		s := newShop(t)
		s.write(t, "specs/shop/page.html", page)
		s.serve = served(test.page)
		r := s.refresh(t)
		wantOutcome(t, r, test.outcome)
		var told []string
		for _, c := range r.Changes {
			told = append(told, c.ID)
		}
		if got := strings.Join(told, " "); got != test.told || test.outcome == Unchanged && (test.told == "") != (r.Note == "only its markup is another") {
			t.Errorf("%s: %q, %q", test.name, got, r.Note)
		}
	}
}
