package refresh

import (
	"maps"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

const (
	ownSpecs = "../../../../specs"
	ownPages = "../../../../scrape/testdata/pages"
)

var recipeURL = regexp.MustCompile(`(?m)^url: https://[^/\s]+`)

// ownSources puts the sources of this repository into the shop's folder, with
// its server for the vendors'.
func (s *shop) ownSources(t *testing.T) []string {
	t.Helper()
	recipes, err := filepath.Glob(filepath.Join(ownSpecs, "*", "source.yaml"))
	if err != nil || len(recipes) < 5 {
		t.Fatalf("%d recipes: %v", len(recipes), err)
	}
	var names []string
	for _, recipe := range recipes {
		name := filepath.Base(filepath.Dir(recipe))
		names = append(names, name)
		for _, file := range []string{"source.yaml", "page.txt", "names.lock"} {
			data, err := os.ReadFile(filepath.Join(filepath.Dir(recipe), file))
			if err != nil {
				t.Fatal(err)
			}
			text := string(data)
			if file == "source.yaml" {
				text = recipeURL.ReplaceAllString(text, "url: "+s.URL+"/"+name)
			}
			s.write(t, filepath.Join("specs", name, file), text)
		}
	}
	return names
}

// ownPage serves the HTML page of the source that the address begins with.
func ownPage(w http.ResponseWriter, r *http.Request) {
	name := strings.Split(r.URL.Path, "/")[1]
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	http.ServeFile(w, r, filepath.Join(ownPages, name, "page.html"))
}

// The first real refresh of the five sources turns a text rendition into HTML
// that says the same: nothing is written.
func TestFirstRefreshOfTheFiveSources(t *testing.T) {
	s := newShop(t)
	s.serve = ownPage
	names := s.ownSources(t)
	before := s.files(t)
	outcomes := map[string]string{}
	s.engine.Run(t.Context(), names, func(r *Result) {
		outcomes[r.Source] = string(r.Outcome) + ", " + r.Note
		for _, refusal := range r.Refusals {
			t.Errorf("%s: %v", r.Source, refusal)
		}
	})
	want := map[string]string{}
	for _, name := range []string{"baidu-oauth", "mediawiki-createaccount", "mediawiki-login", "mediawiki-oauth", "xsolla-login"} {
		want[name] = "unchanged, the same in another format"
	}
	if !maps.Equal(outcomes, want) {
		t.Errorf("got %v, want %v", outcomes, want)
	}
	if !maps.Equal(s.files(t), before) {
		t.Error("files were changed")
	}
}

// A change on the HTML page replaces the text rendition.
func TestRefreshFromTextToHTML(t *testing.T) {
	s := newShop(t)
	s.ownSources(t)
	s.serve = func(w http.ResponseWriter, _ *http.Request) {
		data, err := os.ReadFile(filepath.Join(ownPages, "xsolla-login", "page.html"))
		if err != nil {
			t.Error(err)
		}
		served(strings.Replace(string(data), "Invalid JWT.", "The JWT is not valid.", 1))(w, nil)
	}
	var result *Result
	s.engine.Run(t.Context(), []string{"xsolla-login"}, func(r *Result) { result = r })
	wantOutcome(t, result, Changed)
	if len(result.Changes) != 1 || result.Changes[0].Code != "002-016" {
		t.Errorf("the changes are %v", result.Changes)
	}
	files := s.files(t)
	if _, ok := files["specs/xsolla-login/page.txt"]; ok || !strings.Contains(files["specs/xsolla-login/page.html"], "The JWT is not valid.") {
		t.Error("the snapshot is not page.html alone")
	}
	if got := files["generated/xsollalogin/xsollalogin.go"]; !strings.Contains(got, "InvalidJWT") || !strings.Contains(got, "The JWT is not valid.") {
		t.Error("the package lacks the new text, or has another name for it")
	}
	s.engine.Run(t.Context(), []string{"xsolla-login"}, func(r *Result) { result = r })
	wantOutcome(t, result, Unchanged)
}

// The mirrors of Baidu's page have lost the column of codes.
func TestMirrorWithoutCodes(t *testing.T) {
	s := newShop(t)
	s.ownSources(t)
	before := s.files(t)
	codes := regexp.MustCompile(`\b(invalid|unauthorized|unsupported|slow|expired|redirect|authorization|access|temporarily|server|unknown)_[a-z_]+\b`)
	s.serve = func(w http.ResponseWriter, _ *http.Request) {
		data, err := os.ReadFile(filepath.Join(ownPages, "baidu-oauth", "page.html"))
		if err != nil {
			t.Error(err)
		}
		served(codes.ReplaceAllString(string(data), ""))(w, nil)
	}
	s.engine.Run(t.Context(), []string{"baidu-oauth"}, func(r *Result) { wantOutcome(t, r, Refused) })
	if !maps.Equal(s.files(t), before) {
		t.Error("files were changed")
	}
}
