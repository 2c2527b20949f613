package main

import (
	"encoding/pem"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// serve serves a folder of a script over https until the script ends. $URL is
// its address, which the command trusts and which recipes have for URL.
func serve(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: serve FOLDER")
	}
	if runtime.GOOS != "linux" {
		ts.Logf("only Linux takes certificates from SSL_CERT_FILE")
	}
	server := newServer(ts.MkAbs(args[0]))
	files, agents := server.Config.Handler, ts.MkAbs("agents.txt")
	server.Config.Handler = http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_ = os.WriteFile(agents, []byte(r.UserAgent()+"\n"), 0o644) // of the last request
		files.ServeHTTP(w, r)
	})
	ts.Defer(server.Close)
	ts.Setenv("URL", server.URL)
	ts.Setenv("SSL_CERT_FILE", ts.MkAbs("server.pem"))
	ts.Check(trust(server, ts.MkAbs("server.pem")))
	recipes, err := filepath.Glob(ts.MkAbs("specs/*/source.yaml"))
	ts.Check(err)
	for _, recipe := range recipes {
		data, err := os.ReadFile(recipe)
		ts.Check(err)
		ts.Check(os.WriteFile(recipe, []byte(strings.ReplaceAll(string(data), "https://vendor.example", server.URL)), 0o644))
	}
}

func newServer(dir string) *httptest.Server {
	return httptest.NewTLSServer(http.FileServer(http.Dir(dir)))
}

// trust writes the certificate of a server for SSL_CERT_FILE.
func trust(server *httptest.Server, file string) error {
	return os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: server.Certificate().Raw}), 0o644)
}

func linuxOnly(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux takes certificates from SSL_CERT_FILE")
	}
}
