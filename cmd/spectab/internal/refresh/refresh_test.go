package refresh

import (
	"context"
	"crypto/x509"
	"fmt"
	"io"
	"io/fs"
	"log"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/spectab/spectab/scrape/fetch"
)

// A shop is a source in a folder of its own, and the server with its page.
type shop struct {
	*httptest.Server
	dir    string
	engine *Engine
	serve  http.HandlerFunc
}

const shopRecipe = `# The shop's errors.
source: shop
url: %s/errors
language: en
package: shop
retrieved: 2026-11-01 # by hand
tables:
  - name: Code
    kind: codes
    code: 'E\d+'
    columns: {code: Code, text: [Text, Texto], remedy: Remedy}
    min: 2
    must: [E1]
  - {name: Field, kind: fields, columns: {code: Field, text: Meaning}}
`

const shopPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Errors</title></head><body>
<h1>Errors</h1>
<table>
<tr><th>Code</th><th>Text</th><th>Remedy</th></tr>
<tr><td>E1</td><td>The token is invalid.</td><td>Log in again.</td></tr>
<tr><td>E2</td><td>The user is unknown.</td><td>Register first.</td></tr>
<tr><td>E3</td><td>The limit is reached.</td><td>Wait 5 minutes.</td></tr>
<tr><td>E4</td><td>The card is refused.</td><td>Take another card.</td></tr>
<tr><td>E5</td><td>The cart is empty.</td><td>Put something into it.</td></tr>
<tr><td>E6</td><td>The shop is closed.</td><td>Come back tomorrow.</td></tr>
</table>
<h2>Reply</h2>
<table><tr><th>Field</th><th>Meaning</th></tr><tr><td>error</td><td>The code.</td></tr></table>
</body></html>
`

// Pages that are delivered with 200 instead of the one asked for.
const (
	challenge    = `<html><head><title>Just a moment...</title><script src=/x.js></script></head><body><h1>docs.shop.example</h1><p>Checking your browser before accessing the site. Enable JavaScript and cookies to continue.</body></html>`
	softNotFound = `<html><head><title>404 Page not found</title></head><body><h1>Page not found</h1><p>The page you are looking for does not exist.</p></body></html>`
	shell        = `<html><head><title>Shop</title><script src="/app.js"></script></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>`
	login        = `<html><head><title>Sign in</title></head><body><h1>Sign in</h1><form><input name=user><input type="password" name=p><button>Log in</button></form></body></html>`
)

func newShop(t *testing.T) *shop {
	t.Helper()
	s := &shop{dir: t.TempDir()}
	s.serve = page(shopPage)
	s.Server = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		s.serve(w, r)
	}))
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.StartTLS()
	t.Cleanup(s.Close)
	s.write(t, "specs/shop/source.yaml", fmt.Sprintf(shopRecipe, s.URL))
	s.write(t, "specs/shop/page.html", shopPage)
	s.engine = &Engine{
		Specs: filepath.Join(s.dir, "specs"), Out: filepath.Join(s.dir, "generated"),
		Client: s.client(), Folder: Folder{filepath.Join(s.dir, "cache")}, Now: time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC),
	}
	return s
}

func (s *shop) client() *fetch.Client {
	roots := x509.NewCertPool()
	roots.AddCert(s.Certificate())
	return fetch.New(fetch.Config{Roots: roots, AllowPrivate: true, Delay: -1, Retries: -1, Idle: 2 * time.Second, Limit: 1 << 20})
}

func (s *shop) write(t *testing.T, file, content string) {
	t.Helper()
	path := filepath.Join(s.dir, file)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func (s *shop) read(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(s.dir, file))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// files are all files of the repository, with their contents.
func (s *shop) files(t *testing.T) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(s.dir), ".", func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && !strings.HasPrefix(path, "cache/") {
			all[path] = s.read(t, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func (s *shop) refresh(t *testing.T) *Result {
	t.Helper()
	var results []*Result
	s.engine.Run(t.Context(), []string{"shop"}, func(r *Result) { results = append(results, r) })
	if len(results) != 1 {
		t.Fatalf("%d results", len(results))
	}
	return results[0]
}

func page(body string, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		io.WriteString(w, body)
	}
}

// edited is the page with some texts replaced; each has to be there.
func edited(t *testing.T, pairs ...string) string {
	t.Helper()
	text := shopPage
	for i := 0; i+1 < len(pairs); i += 2 {
		if !strings.Contains(text, pairs[i]) {
			t.Fatalf("the page has no %q", pairs[i])
		}
		text = strings.ReplaceAll(text, pairs[i], pairs[i+1])
	}
	return text
}

func wantOutcome(t *testing.T, r *Result, want Outcome) {
	t.Helper()
	if r.Outcome != want {
		t.Fatalf("%s is %s, want %s: %v %v", r.Source, r.Outcome, want, r.Err, r.Refusals)
	}
}

// A change replaces everything that belongs together, and nothing else of the
// recipe than its date.
func TestChangeReplacesAllFiles(t *testing.T) {
	s := newShop(t)
	s.serve = page(edited(t, "<td>E2</td><td>The user is unknown.</td>", "<td>E2</td><td>The user is gone.</td>",
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
		"specs/shop/page.html": "E7", "specs/shop/names.lock": "Code E7 ShopNew", "generated/shop/shop.go": `ShopNew Code = "E7"`,
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
			s.serve = page(test.body)
			r := s.refresh(t)
			wantOutcome(t, r, Unchanged)
			if r.Note != test.note || !maps.Equal(s.files(t), before) {
				t.Errorf("note %q, want %q; files %v", r.Note, test.note, maps.Equal(s.files(t), before))
			}
		})
	}
}

// Not one of these changes a file, and each is told apart from the others.
func TestRefusals(t *testing.T) {
	half := strings.Index(shopPage, "<tr><td>E4")
	rest := shopPage[half:strings.Index(shopPage, "</table>")]
	for _, test := range []struct {
		name  string
		serve http.HandlerFunc
		guard string // "" for a failure of the network
		seen  string
		kept  bool
	}{
		{"403", status(403), "status", "403 Forbidden", false},
		{"404", status(404), "status", "moved or is gone", false},
		{"500", status(500), "status", "500", false},
		{"429", status(429), "rate-limit", "429", false},
		{"429 until tomorrow", status(429, "Retry-After", "99999"), "rate-limit", "429", false},
		{"redirect to another host", status(302, "Location", "https://other.invalid/"), "redirect", "other.invalid", false},
		{"redirect in a circle", status(302, "Location", "/errors"), "redirect", "circle", false},
		{"redirect to http", status(302, "Location", "http://127.0.0.1/"), "url", "only https", false},
		{"hung up", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "", "no answer", false},
		{"cut off", page(shopPage[:700], "Content-Length", "2000"), "truncated", "broke off", false},
		{"wrong coding", page(shopPage, "Content-Encoding", "gzip"), "encoding", "cannot be undone", false},
		{"too large", page(shopPage + strings.Repeat(" ", 1<<20)), "size", "larger than 1 MiB", false},
		{"cut off in the table, its length right", page(shopPage[:600]), "truncated", "inside the table", true},
		{"cut off behind the tables, its length right", page(edited(t, "</body></html>", "", "The cart is empty.", "The cart is void.")), "truncated", "no </html>", true},
		{"challenge", page(challenge), "challenge", "tests for robots", true},
		{"soft 404", page(softNotFound), "not-found", "no such page", true},
		{"script shell", page(shell), "shell", "scripts make its content", true},
		{"login", page(login), "login", "asks to sign in", true},
		{"empty", page("  \n"), "empty", "empty", true},
		{"an image", page("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "binary", "image", true},
		{"JSON", page(`{"error": "gone"}`), "other-format", "", true},
		{"another type", page("%PDF-1.7", "Content-Type", "application/pdf"), "type", "application/pdf", true},
		{"wrong charset", page(edited(t, "The card is refused.", "Die Karte f\xe4llt aus.")), "unreadable", "UTF-8", true},
		{"wrong charset, by the server alone", page(strings.ReplaceAll(edited(t, "The card is refused.", "Die Karte f\xe4llt aus."), `<meta charset="utf-8">`, "")), "unreadable", "its server declares so", true},
		{"replacement characters", page(edited(t, "The card is refused.", "Die Karte f\uFFFDllt aus.")), "charset", "1 replacement", true},
		{"half of the table", page(strings.Replace(shopPage, rest, "", 1)), "shrink", "E4, E5, E6", true},
		{"one table less", page(shopPage[:strings.Index(shopPage, "<h2>")] + "</body></html>"), "table-lost", "table Field", true},
		{"too few", page(edited(t, rest, "", "<tr><td>E3</td><td>The limit is reached.</td><td>Wait 5 minutes.</td></tr>\n", "", "<tr><td>E2</td><td>The user is unknown.</td><td>Register first.</td></tr>\n", "")), "min", "1, at least 2", true},
		{"canary", page(edited(t, "<tr><td>E1</td><td>The token is invalid.</td><td>Log in again.</td></tr>\n", "")), "canary", `"E1" must be there`, true},
		{"header renamed", page(edited(t, "<th>Remedy</th>", "<th>Solution</th>")), "columns", "remedy (Remedy)", true},
		{"code column dropped", page(edited(t, "<th>Code</th>", "", "<td>E1</td>", "", "<td>E2</td>", "", "<td>E3</td>", "", "<td>E4</td>", "", "<td>E5</td>", "", "<td>E6</td>", "")), "columns", "code (Code)", true},
		{"a code lost", page(edited(t, "<td>E5</td>", "<td></td>")), "row-dropped", "no code", true},
		{"another form", page(edited(t, "<td>E5</td>", "<td>X5</td>")), "cell-form", "X5", true},
		{"another script", page(edited(t, "<td>E5</td>", "<td>E٥</td>")), "cell-form", "E٥", true},
		{"renumbered", page(edited(t, "<td>E3", "<td>E13", "<td>E4", "<td>E14", "<td>E5", "<td>E15", "<td>E6", "<td>E16")), "shrink", "4 of its 6", true},
		{"another language declared", page(edited(t, `lang="en"`, `lang="pt"`, "The cart is empty.", "O carrinho.")), "language", `"pt"`, true},
		{"another language", page(edited(t, "Log in again.", "Entre.", "Register first.", "Registre-se.", "Wait 5 minutes.", "Espere.", "Take another card.", "Outro.", "Put something into it.", "Ponha.", "Come back tomorrow.", "Volte.")), "language", "6 of 6 texts", true},
		{"a code twice", page(edited(t, "<tr><td>E5</td>", "<tr><td>E4</td><td>Other.</td><td>Other.</td></tr><tr><td>E5</td>")), "duplicate", "E4", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			s := newShop(t)
			before := s.files(t)
			s.serve = test.serve
			r := s.refresh(t)
			if !maps.Equal(s.files(t), before) {
				t.Error("files were changed")
			}
			if test.guard == "" {
				wantOutcome(t, r, Failed)
				if !strings.Contains(r.Err.Error(), test.seen) {
					t.Errorf("the error is %v", r.Err)
				}
				return
			}
			wantOutcome(t, r, Refused)
			got := r.Refusals[0]
			if len(r.Refusals) != 1 || got.Guard != test.guard || !strings.Contains(got.Error(), test.seen) || got.Hint == "" {
				t.Errorf("%d refusals, the first is\n%v\nwant one of %s with %q and a hint", len(r.Refusals), got, test.guard, test.seen)
			}
			if test.kept {
				kept, err := os.ReadFile(got.Kept)
				if err != nil || len(kept) == 0 {
					t.Errorf("the page is kept in %q: %v", got.Kept, err)
				}
			}
			if h := s.engine.Folder.Health("shop"); h.Failures != 1 || h.Problem != test.guard || !h.Checked.IsZero() {
				t.Errorf("the health is %+v", h)
			}
		})
	}
}

func status(code int, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
	}
}

// A guard that is accepted lets the page pass, and no other guard does.
func TestAcceptedGuards(t *testing.T) {
	half := shopPage[strings.Index(shopPage, "<tr><td>E4"):strings.Index(shopPage, "</table>")]
	both := strings.Replace(edited(t, `lang="en"`, `lang="pt"`), half, "", 1)
	s := newShop(t)
	s.serve = page(both)
	s.engine.Accept = []string{GuardShrink}
	r := s.refresh(t)
	wantOutcome(t, r, Refused)
	if len(r.Refusals) != 1 || r.Refusals[0].Guard != GuardLanguage || len(r.Accepted) != 1 {
		t.Fatalf("refused by %v, accepted %v", r.Refusals, r.Accepted)
	}
	s.engine.Accept = []string{GuardShrink, GuardLanguage}
	wantOutcome(t, s.refresh(t), Changed)
	if got := s.read(t, "generated/shop/shop.go"); !strings.Contains(got, `"E5"`) || strings.Count(got, "Deprecated:") != 3 {
		t.Errorf("the package has not three codes that are gone:\n%s", got)
	}
	s.engine.Accept = nil
	wantOutcome(t, s.refresh(t), Unchanged)
}

// A table that may be lost is declared gone, so that what was written can be
// read again; its identifiers stay.
func TestAcceptTableLost(t *testing.T) {
	s := newShop(t)
	s.serve = page(edited(t, "The cart is empty.", "The cart is void."))
	wantOutcome(t, s.refresh(t), Changed) // makes lock and package
	s.serve = page(edited(t, "<table><tr><th>Field</th><th>Meaning</th></tr><tr><td>error</td><td>The code.</td></tr></table>", ""))
	s.engine.Accept = []string{GuardTableLost}
	r := s.refresh(t)
	wantOutcome(t, r, Changed)
	if got := s.read(t, "specs/shop/source.yaml"); !strings.Contains(got, "{gone: 2026-11-23, name: Field,") {
		t.Errorf("the recipe is\n%s", got)
	}
	if got := s.read(t, "generated/shop/shop.go"); !strings.Contains(got, `FieldError Field = "error"`) || !strings.Contains(got, "Deprecated:") {
		t.Errorf("the package is\n%s", got)
	}
	s.engine.Accept = nil
	wantOutcome(t, s.refresh(t), Unchanged)
	s.serve = page(edited(t, "The cart is empty.", "The cart is bare.", "<table><tr><th>Field</th><th>Meaning</th></tr><tr><td>error</td><td>The code.</td></tr></table>", ""))
	wantOutcome(t, s.refresh(t), Changed)
}

func TestDryRunWritesNothing(t *testing.T) {
	s := newShop(t)
	before := s.files(t)
	s.engine.DryRun = true
	s.serve = page(edited(t, "The cart is empty.", "The cart is void."))
	r := s.refresh(t)
	wantOutcome(t, r, Changed)
	if len(r.Files) != 5 || len(r.Changes) != 1 {
		t.Errorf("files %q, changes %v", r.Files, r.Changes)
	}
	s.serve = page(edited(t, "<td>E5</td>", "<td>X5</td>"))
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
		page(edited(t, "The cart is empty.", "The cart is void."))(w, r)
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

// What cannot be read any more is compared by the lock.
func TestSnapshotThatTheRecipeCannotReadAnyMore(t *testing.T) {
	s := newShop(t)
	s.serve = page(edited(t, "The cart is empty.", "The cart is void."))
	wantOutcome(t, s.refresh(t), Changed)
	recipe := strings.Replace(s.read(t, "specs/shop/source.yaml"), "remedy: Remedy", "remedy: Solution", 1)
	s.write(t, "specs/shop/source.yaml", recipe)
	half := shopPage[strings.Index(shopPage, "<tr><td>E4"):strings.Index(shopPage, "</table>")]
	s.serve = page(strings.Replace(edited(t, "<th>Remedy</th>", "<th>Solution</th>"), half, "", 1))
	r := s.refresh(t)
	wantOutcome(t, r, Refused)
	if r.Refusals[0].Guard != GuardShrink {
		t.Errorf("refused by %v", r.Refusals)
	}
	s.serve = page(edited(t, "<th>Remedy</th>", "<th>Solution</th>"))
	wantOutcome(t, s.refresh(t), Changed)
}

// A source that is changed by hand meanwhile is left alone.
func TestSourceThatChangesMeanwhile(t *testing.T) {
	s := newShop(t)
	s.serve = func(w http.ResponseWriter, r *http.Request) {
		s.write(t, "specs/shop/source.yaml", fmt.Sprintf(shopRecipe, s.URL)+"# edited\n")
		page(edited(t, "The cart is empty.", "The cart is void."))(w, r)
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
	s.serve = page(body, "Content-Type", "text/html; charset=ISO-8859-1")
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
	render := fmt.Sprintf("render: [%s, -c, 'cat \"$0\"', %q, '{url}']\n", sh, filepath.Join(s.dir, "rendered.html"))
	s.write(t, "specs/shop/source.yaml", render+fmt.Sprintf(shopRecipe, s.URL))
	r := s.refresh(t)
	wantOutcome(t, r, Changed)
	if len(r.Changes) != 1 || !strings.Contains(s.read(t, "specs/shop/page.html"), "void") {
		t.Errorf("the changes are %v", r.Changes)
	}
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
		page(edited(t, "The cart is empty.", "The cart is void."))(w, r)
	}
	r := s.refresh(t)
	wantOutcome(t, r, Changed)
	if r.Moved != s.URL+"/new/errors" {
		t.Errorf("the page moved to %q", r.Moved)
	}
}
