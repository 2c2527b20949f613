package refresh

import (
	"fmt"
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"
)

const portuguese = `<!doctype html><html lang="pt"><body><table><tr><th>Code</th><th>Texto</th><th>Remedy</th></tr>
<tr><td>E1</td><td>O token é inválido.</td><td>Entre de novo.</td></tr>
<tr><td>E2</td><td>O usuário é desconhecido.</td><td>Registre-se.</td></tr>
<tr><td>E3</td><td>O limite foi atingido.</td><td>Espere.</td></tr>
<tr><td>E4</td><td>O cartão foi recusado.</td><td>Use outro.</td></tr>
<tr><td>E5</td><td>O carrinho está vazio.</td><td>Encha-o.</td></tr>
</table><table><tr><th>Field</th><th>Meaning</th></tr><tr><td>error</td><td>O código.</td></tr></table></body></html>
`

const second = `<!doctype html><html lang="en"><body><table><tr><th>Code</th><th>Text</th><th>Remedy</th></tr>
<tr><td>E20</td><td>The parcel is lost.</td><td>Wait.</td></tr>
<tr><td>E21</td><td>The parcel is late.</td><td>Wait.</td></tr>
<tr><td>E22</td><td>The parcel is wet.</td><td>Dry it.</td></tr>
<tr><td>E23</td><td>The parcel is torn.</td><td>Send it back.</td></tr>
</table></body></html>
`

// newBranch is a shop with a page in Portuguese and a second part.
func newBranch(t *testing.T) (*shop, map[string]string) {
	t.Helper()
	s := newShop(t)
	pages := map[string]string{"/errors": shopPage, "/erros": portuguese, "/parcels": second}
	s.serve = func(w http.ResponseWriter, r *http.Request) {
		body, ok := pages[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		served(body)(w, r)
	}
	further := fmt.Sprintf("pages:\n  page.pt: %[1]s/erros\n  page-parcels: %[1]s/parcels\n", s.URL)
	s.write(t, "specs/shop/source.yaml", further+fmt.Sprintf(shopRecipe, s.URL))
	s.write(t, "specs/shop/page.pt.html", portuguese)
	s.write(t, "specs/shop/page-parcels.html", second)
	return s, pages
}

func written(t *testing.T, s *shop, before map[string]string) []string {
	t.Helper()
	var list []string
	for file, content := range s.files(t) {
		if before[file] != content {
			list = append(list, file)
		}
	}
	slices.Sort(list)
	return list
}

// One page that changed is replaced, and the others are left alone.
func TestOnePageOfSeveralChanges(t *testing.T) {
	for path, change := range map[string][3]string{
		"/errors":  {"The cart is empty.", "The cart is void.", "page.html"},
		"/erros":   {"O carrinho está vazio.", "O carrinho ficou vazio.", "page.pt.html"},
		"/parcels": {"The parcel is wet.", "The parcel is damp.", "page-parcels.html"},
	} {
		s, pages := newBranch(t)
		wantOutcome(t, s.refresh(t), Unchanged)
		before := s.files(t)
		pages[path] = strings.Replace(pages[path], change[0], change[1], 1)
		r := s.refresh(t)
		wantOutcome(t, r, Changed)
		want := []string{
			"generated/shop/shop.go", "generated/shop/shop_index.go", "generated/shop/shop_table.go",
			"specs/shop/names.lock", "specs/shop/" + change[2], "specs/shop/source.yaml",
		}
		if got := written(t, s, before); !slices.Equal(got, want) || len(r.Changes) != 1 || r.Changes[0].New != change[1] {
			t.Errorf("%s: written %q, changes %+v", path, got, r.Changes)
		}
		wantOutcome(t, s.refresh(t), Unchanged)
	}
}

// A page that is refused holds back all of them, and is the one that is kept.
func TestOnePageOfSeveralIsRefused(t *testing.T) {
	for _, test := range []struct {
		path, body string
		guard      string
		kept       string
	}{
		{"/erros", "", "status", ""},
		{"/parcels", second[:300], "truncated", "shop.page-parcels.html"},
		{"/erros", challenge, "challenge", "shop.page.pt.html"},
		{"/erros", strings.NewReplacer("O ", "El ", "foi", "fue", "é", "es", "está", "era").Replace(portuguese), "language", "shop.page.pt.html"},
		{"/parcels", second[:strings.Index(second, "<tr><td>E21")] + "</table></body></html>", "shrink", "shop.page-parcels.html"},
	} {
		s, pages := newBranch(t)
		before := s.files(t)
		if pages[test.path] = test.body; test.body == "" {
			delete(pages, test.path)
		}
		pages["/errors"] = edited(t, "The cart is empty.", "The cart is void.")
		r := s.refresh(t)
		wantOutcome(t, r, Refused)
		if r.Refusals[0].Guard != test.guard || !maps.Equal(s.files(t), before) {
			t.Errorf("%s: refused by %v, files %v", test.path, r.Refusals, maps.Equal(s.files(t), before))
		}
		if test.kept != "" && !strings.Contains(s.read(t, "cache/refused/"+test.kept), "<html") {
			t.Errorf("%s is not kept", test.kept)
		}
	}
}

// A page that the recipe has an address for and the folder no file is fetched
// for the first time.
func TestFurtherPageIsFetched(t *testing.T) {
	s, _ := newBranch(t)
	recipe := s.read(t, "specs/shop/source.yaml")
	s.write(t, "specs/shop/source.yaml", strings.Replace(recipe, "pages:\n", fmt.Sprintf("pages:\n  page.es: %s/errores\n", s.URL), 1))
	serve := s.serve
	s.serve = func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/errores" {
			served("| Code | Text | Remedy |\n|---|---|---|\n| E1 | El token no es válido. | Entre. |\n| E2 | Nadie. | Entre. |\n\n| Field | Meaning |\n|---|---|\n| error | El código. |\n", "Content-Type", "text/markdown")(w, r)
			return
		}
		serve(w, r)
	}
	wantOutcome(t, s.refresh(t), Changed)
	if got := s.read(t, "specs/shop/page.es.md"); !strings.Contains(got, "El token") {
		t.Errorf("the page is %q", got)
	}
	if got := s.read(t, "generated/shop/shop.go"); !strings.Contains(got, `"es"`) {
		t.Error("the package lacks Spanish")
	}
	wantOutcome(t, s.refresh(t), Unchanged)
}

// The validators of each page are asked for.
func TestConditionalRequestsOfSeveralPages(t *testing.T) {
	s, _ := newBranch(t)
	serve, asked := s.serve, map[string]string{}
	s.serve = func(w http.ResponseWriter, r *http.Request) {
		asked[r.URL.Path] = r.Header.Get("If-None-Match")
		w.Header().Set("ETag", fmt.Sprintf("%q", r.URL.Path))
		serve(w, r)
	}
	wantOutcome(t, s.refresh(t), Unchanged)
	wantOutcome(t, s.refresh(t), Unchanged)
	for path, tag := range asked {
		if tag != fmt.Sprintf("%q", path) {
			t.Errorf("%s was asked for with %q", path, tag)
		}
	}
}
