package refresh

import (
	"crypto/x509"
	"fmt"
	"io"
	"io/fs"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
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

func newShop(t *testing.T) *shop {
	t.Helper()
	s := &shop{dir: t.TempDir()}
	s.serve = served(shopPage)
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
	return fetch.New(fetch.Config{Roots: roots, AllowPrivate: true, Delay: -1, Retries: -1, Idle: time.Minute, Limit: 1 << 20})
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

func served(body string, header ...string) http.HandlerFunc {
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

func status(code int, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		w.WriteHeader(code)
	}
}
