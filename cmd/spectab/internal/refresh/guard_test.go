package refresh

import (
	"maps"
	"net/http"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/spectab/spectab/model/drift"
	"github.com/spectab/spectab/scrape/recipe"
)

// Pages that are delivered with 200 instead of the one asked for.
const (
	challenge    = `<html><head><title>Just a moment...</title><script src=/x.js></script></head><body><h1>docs.shop.example</h1><p>Checking your browser before accessing the site. Enable JavaScript and cookies to continue.</body></html>`
	softNotFound = `<html><head><title>404 Page not found</title></head><body><h1>Page not found</h1><p>The page you are looking for does not exist.</p></body></html>`
	shell        = `<html><head><title>Shop</title><script src="/app.js"></script></head><body><div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>`
	login        = `<html><head><title>Sign in</title></head><body><h1>Sign in</h1><form><input name=user><input type="password" name=p><button>Log in</button></form></body></html>`
)

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
		{"cut off", served(shopPage[:700], "Content-Length", "2000"), "truncated", "broke off", false},
		{"wrong coding", served(shopPage, "Content-Encoding", "gzip"), "encoding", "cannot be undone", false},
		{"too large", served(shopPage + strings.Repeat(" ", 1<<20)), "size", "larger than 1 MiB", false},
		{"cut off in the table, its length right", served(shopPage[:600]), "truncated", "inside the table", true},
		{"challenge", served(challenge), "challenge", "tests for robots", true},
		{"soft 404", served(softNotFound), "not-found", "no such page", true},
		{"script shell", served(shell), "shell", "scripts make its content", true},
		{"login", served(login), "login", "asks to sign in", true},
		{"empty", served("  \n"), "empty", "empty", true},
		{"an image", served("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), "binary", "image", true},
		{"JSON", served(`{"error": "gone"}`), "other-format", "", true},
		{"another type", served("%PDF-1.7", "Content-Type", "application/pdf"), "type", "application/pdf", true},
		{"wrong charset", served(edited(t, "The card is refused.", "Die Karte f\xe4llt aus.")), "unreadable", "UTF-8", true},
		{"wrong charset, by the server alone", served(strings.ReplaceAll(edited(t, "The card is refused.", "Die Karte f\xe4llt aus."), `<meta charset="utf-8">`, "")), "unreadable", "its server declares so", true},
		{"replacement characters", served(edited(t, "The card is refused.", "Die Karte f\uFFFDllt aus.")), "charset", "1 replacement", true},
		{"characters encoded twice", served(edited(t, "The card is refused.", "The card of the cafÃ© is refused.")), "charset", "1 characters that were encoded twice", true},
		{"half of the table", served(strings.Replace(shopPage, rest, "", 1)), "shrink", "E4, E5, E6", true},
		{"one table less", served(shopPage[:strings.Index(shopPage, "<h2>")] + "</body></html>"), "table-lost", "table Field", true},
		{"too few", served(edited(t, rest, "", "<tr><td>E3</td><td>The limit is reached.</td><td>Wait 5 minutes.</td></tr>\n", "", "<tr><td>E2</td><td>The user is unknown.</td><td>Register first.</td></tr>\n", "")), "min", "1, at least 2", true},
		{"canary", served(edited(t, "<tr><td>E1</td><td>The token is invalid.</td><td>Log in again.</td></tr>\n", "")), "canary", `"E1" must be there`, true},
		{"header renamed", served(edited(t, "<th>Remedy</th>", "<th>Solution</th>")), "columns", "remedy (Remedy)", true},
		{"code column dropped", served(edited(t, "<th>Code</th>", "", "<td>E1</td>", "", "<td>E2</td>", "", "<td>E3</td>", "", "<td>E4</td>", "", "<td>E5</td>", "", "<td>E6</td>", "")), "columns", "code (Code)", true},
		{"a code lost", served(edited(t, "<td>E5</td>", "<td></td>")), "row-dropped", "no code", true},
		{"another form", served(edited(t, "<td>E5</td>", "<td>X5</td>")), "cell-form", "X5", true},
		{"another script", served(edited(t, "<td>E5</td>", "<td>E٥</td>")), "cell-form", "E٥", true},
		{"renumbered", served(edited(t, "<td>E3", "<td>E13", "<td>E4", "<td>E14", "<td>E5", "<td>E15", "<td>E6", "<td>E16")), "shrink", "4 of its 6", true},
		{"all texts emptied", served(regexp.MustCompile(`(<tr><td>E\d</td>)<td>.*?</td>`).ReplaceAllString(shopPage, "$1<td></td>")), "shrink", "6 of its 6 texts in en", true},
		{"another language", served(edited(t, "Log in again.", "Entre.", "Register first.", "Registre-se.", "Wait 5 minutes.", "Espere.", "Take another card.", "Outro.", "Put something into it.", "Ponha.", "Come back tomorrow.", "Volte.")), "language", "6 of 6 texts", true},
		{"two codes swapped", served(edited(t, "<td>The token is invalid.</td><td>Log in again.</td>", "<td>@</td>", "<td>The user is unknown.</td><td>Register first.</td>", "<td>The token is invalid.</td><td>Log in again.</td>", "<td>@</td>", "<td>The user is unknown.</td><td>Register first.</td>")), "reused", `"E1" of table Code means another thing now`, true},
		{"a code twice", served(edited(t, "<tr><td>E5</td>", "<tr><td>E4</td><td>Other.</td><td>Other.</td></tr><tr><td>E5</td>")), "duplicate", "E4", true},
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

// A guard that is accepted lets the page pass, and no other guard does.
func TestAcceptedGuards(t *testing.T) {
	half := shopPage[strings.Index(shopPage, "<tr><td>E4"):strings.Index(shopPage, "</table>")]
	both := strings.Replace(edited(t, "The user is unknown.", "The u\uFFFDser is unknown."), half, "", 1)
	s := newShop(t)
	s.serve = served(both)
	s.engine.Accept = []Acceptance{{GuardShrink, "Code"}, {GuardCharset, "page.pt"}}
	r := s.refresh(t)
	wantOutcome(t, r, Refused)
	if len(r.Refusals) != 1 || r.Refusals[0].Guard != GuardCharset || len(r.Accepted) != 1 {
		t.Fatalf("refused by %v, accepted %v", r.Refusals, r.Accepted)
	}
	s.engine.Accept = []Acceptance{{GuardShrink, "Code"}, {GuardCharset, "page"}}
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
	s.serve = served(edited(t, "The cart is empty.", "The cart is void."))
	wantOutcome(t, s.refresh(t), Changed) // makes lock and package
	s.serve = served(edited(t, "<table><tr><th>Field</th><th>Meaning</th></tr><tr><td>error</td><td>The code.</td></tr></table>", ""))
	s.engine.Accept = []Acceptance{{GuardTableLost, "Field"}}
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
	s.serve = served(edited(t, "The cart is empty.", "The cart is bare.", "<table><tr><th>Field</th><th>Meaning</th></tr><tr><td>error</td><td>The code.</td></tr></table>", ""))
	wantOutcome(t, s.refresh(t), Changed)

	s.serve = served(edited(t, "The cart is empty.", "The cart is bare."))
	r = s.refresh(t)
	wantOutcome(t, r, Changed)
	if got := s.read(t, "specs/shop/source.yaml"); strings.Contains(got, "gone:") || !slices.Equal(r.Returned, []string{"Field"}) {
		t.Errorf("%q are back, and the recipe is\n%s", r.Returned, got)
	}
	if got := s.read(t, "generated/shop/shop.go"); !strings.Contains(got, `FieldError Field = "error"`) || strings.Contains(got, "Deprecated:") {
		t.Errorf("the package is\n%s", got)
	}
	wantOutcome(t, s.refresh(t), Unchanged)
}

// A recipe follows the page that was let in: to the heading that a table stands
// under now, and down to fewer rows.
func TestRecipeFollows(t *testing.T) {
	s := newShop(t)
	recipe := strings.Replace(s.read(t, "specs/shop/source.yaml"), "    min: 2\n", "    form: table\n    under: Errors\n    min: 6\n", 1)
	s.write(t, "specs/shop/source.yaml", recipe)
	s.serve = served(edited(t, "<h1>Errors</h1>", "<h1>Faults</h1>"))
	r := s.refresh(t)
	wantOutcome(t, r, Changed)
	recipe = strings.NewReplacer("under: Errors", "under: 'Errors|Faults'", "2026-11-01", "2026-11-23").Replace(recipe)
	if got := s.read(t, "specs/shop/source.yaml"); got != recipe || !slices.Equal(r.Followed, []string{"table Code: under: Errors|Faults"}) {
		t.Errorf("%q, and the recipe is\n%s", r.Followed, got)
	}
	wantOutcome(t, s.refresh(t), Unchanged)

	recipe = strings.Replace(recipe, "min: 6", "min: 3", 1)
	s.write(t, "specs/shop/source.yaml", recipe)
	s.engine.Declare = declareAll
	s.engine.Accept = []Acceptance{{GuardShrink, "Code"}}
	s.serve = served(edited(t, "<h1>Errors</h1>", "<h1>Faults</h1>", "<tr><td>E5</td><td>The cart is empty.</td><td>Put something into it.</td></tr>\n", "", "<tr><td>E6</td><td>The shop is closed.</td><td>Come back tomorrow.</td></tr>\n", ""))
	r = s.refresh(t)
	wantOutcome(t, r, Changed)
	if got := s.read(t, "specs/shop/source.yaml"); got != strings.Replace(recipe, "min: 3", "min: 2", 1) {
		t.Errorf("%q, and the recipe is\n%s", r.Followed, got)
	}
	if len(r.Notes) != 1 {
		t.Errorf("the notes are %q", r.Notes)
	}
}

func declareAll(_ string, _ *recipe.Recipe, changes []drift.Change) ([]drift.Change, []string, error) {
	for i := range changes {
		changes[i].Accepted = "known"
	}
	return changes, []string{"all are accepted"}, nil
}

// The last table of a source is never given up, whatever is accepted.
func TestLastTableIsNeverLost(t *testing.T) {
	s := newShop(t)
	before := s.files(t)
	s.serve = served("<!doctype html><html lang=en><head><title>Errors</title></head><body><h1>Errors</h1><p>" + strings.Repeat("The codes are listed elsewhere now. ", 40) + "</body></html>")
	s.engine.Accept = []Acceptance{{GuardTableLost, "Code"}, {GuardTableLost, "Field"}}
	wantOutcome(t, s.refresh(t), Refused)
	if !maps.Equal(s.files(t), before) {
		t.Error("files were changed")
	}
}

// Somebody replaced the snapshot by hand, and did not run gen: what it lost is
// gone since today, not since the day of the snapshot before, and the date
// follows, even where the vendor's page is the very same.
func TestReplacedByHand(t *testing.T) {
	s := newShop(t)
	s.serve = served(edited(t, "The cart is empty.", "The cart is void."))
	wantOutcome(t, s.refresh(t), Changed)
	now := edited(t, "<tr><td>E5</td><td>The cart is empty.</td><td>Put something into it.</td></tr>\n", "")
	s.write(t, "specs/shop/page.html", now)
	s.serve = served(now)
	s.engine.Now = s.engine.Now.AddDate(0, 1, 0)
	wantOutcome(t, s.refresh(t), Changed)
	if lock := s.read(t, "specs/shop/names.lock"); !strings.Contains(lock, "gone 2026-12-23") {
		t.Errorf("the lock is\n%s", lock)
	}
	if recipe := s.read(t, "specs/shop/source.yaml"); !strings.Contains(recipe, "retrieved: 2026-12-23") {
		t.Errorf("the recipe is\n%s", recipe)
	}
	wantOutcome(t, s.refresh(t), Unchanged)
}

// What cannot be read any more is compared by the lock.
func TestSnapshotThatTheRecipeCannotReadAnyMore(t *testing.T) {
	s := newShop(t)
	s.serve = served(edited(t, "The cart is empty.", "The cart is void."))
	wantOutcome(t, s.refresh(t), Changed)
	recipe := strings.Replace(s.read(t, "specs/shop/source.yaml"), "remedy: Remedy", "remedy: Solution", 1)
	s.write(t, "specs/shop/source.yaml", recipe)
	half := shopPage[strings.Index(shopPage, "<tr><td>E4"):strings.Index(shopPage, "</table>")]
	s.serve = served(strings.Replace(edited(t, "<th>Remedy</th>", "<th>Solution</th>"), half, "", 1))
	r := s.refresh(t)
	wantOutcome(t, r, Refused)
	if r.Refusals[0].Guard != GuardShrink {
		t.Errorf("refused by %v", r.Refusals)
	}
	s.serve = served(edited(t, "<th>Remedy</th>", "<th>Solution</th>"))
	wantOutcome(t, s.refresh(t), Changed)
}
