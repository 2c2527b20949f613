package main

import (
	"bytes"
	"flag"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

var kills = flag.Int("kills", 8, "how often each command is killed")

// A killing is a source whose page turns from one form into another and back,
// while refresh is killed.
type killing struct {
	dir     string
	env     []string
	server  *httptest.Server
	odd     atomic.Bool // which of the two pages is served
	program string
}

const killRecipe = `source: shop
url: URL/errors
language: en
package: shop
retrieved: 2026-01-01
tables:
  - {name: Code, kind: codes, columns: {code: Code, text: Text}}
`

// killPage is a page of many rows, so that writing takes a while; every file
// that is made of it says which of the two it is.
func killPage(odd bool) string {
	word := map[bool]string{false: "even", true: "odd"}[odd]
	var b strings.Builder
	b.WriteString("<html><table><tr><th>Code<th>Text\n")
	for i := range 250 {
		fmt.Fprintf(&b, "<tr><td>E%03d<td>The %s text of %d is here.\n", i, word, i)
	}
	if odd { // a code of its own, which the lock keeps
		b.WriteString("<tr><td>E999<td>A new one.\n")
	}
	b.WriteString("</table></html>")
	return b.String()
}

func startKilling(t *testing.T) *killing {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	k := &killing{dir: t.TempDir(), program: program}
	k.server = httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html")
		w.Write([]byte(killPage(k.odd.Load())))
	}))
	k.server.Config.ErrorLog = log.New(io.Discard, "", 0)
	k.server.StartTLS()
	t.Cleanup(k.server.Close)
	certificate := filepath.Join(k.dir, "server.pem")
	if err := trust(k.server, certificate); err != nil {
		t.Fatal(err)
	}
	k.env = append(os.Environ(), "SPECTAB_TEST_COMMAND=1", "SSL_CERT_FILE="+certificate, "XDG_CACHE_HOME="+filepath.Join(k.dir, "cache"), "NO_PROXY=127.0.0.1")
	for file, content := range map[string]string{
		"source.yaml": strings.Replace(killRecipe, "URL", k.server.URL, 1), "page.html": killPage(false),
	} {
		path := filepath.Join(k.dir, "specs/shop", file)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	k.must(t, "gen")
	return k
}

func (k *killing) command(args ...string) *exec.Cmd {
	cmd := exec.Command(k.program, args...)
	cmd.Dir, cmd.Env = k.dir, k.env
	return cmd
}

func (k *killing) must(t *testing.T, args ...string) string {
	t.Helper()
	out, err := k.command(args...).CombinedOutput()
	if err != nil {
		t.Fatalf("spectab %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return string(out)
}

var refreshArgs = []string{"refresh", "--allow-private", "--delay", "0s"}

// whole checks that each file is one of two states, and returns whether they
// are all of one.
func (k *killing) whole(t *testing.T, states [2]map[string][]byte) bool {
	t.Helper()
	agree := [2]int{}
	for file := range states[0] {
		data, err := os.ReadFile(filepath.Join(k.dir, file))
		if err != nil {
			t.Fatal(err)
		}
		even, odd := bytes.Equal(data, states[0][file]), bytes.Equal(data, states[1][file])
		if !even && !odd {
			t.Fatalf("%s is neither old nor new", file)
		}
		for i, is := range []bool{even, odd} {
			if is {
				agree[i]++
			}
		}
	}
	return agree[0] == len(states[0]) || agree[1] == len(states[0])
}

// state reads the files that belong together.
func (k *killing) state(t *testing.T) map[string][]byte {
	t.Helper()
	files := map[string][]byte{}
	for _, file := range []string{"specs/shop/page.html", "specs/shop/source.yaml", "specs/shop/names.lock", "generated/shop/shop.go"} {
		data, err := os.ReadFile(filepath.Join(k.dir, file))
		if err != nil {
			t.Fatal(err)
		}
		files[file] = data
	}
	return files
}

// Killed at any moment, every file is old or new, and the next run succeeds.
func TestRefreshKilledAtAnyMoment(t *testing.T) {
	linuxOnly(t)
	k := startKilling(t)
	for _, odd := range []bool{true, false} { // all names are in the lock, all dates are today's
		k.odd.Store(odd)
		k.must(t, refreshArgs...)
	}
	var states [2]map[string][]byte
	var took time.Duration
	for i, odd := range []bool{false, true} {
		k.odd.Store(odd)
		start := time.Now()
		k.must(t, refreshArgs...)
		took = time.Since(start)
		states[i] = k.state(t)
	}
	finished, undone := 0, 0
	for range *kills {
		k.odd.Store(!k.odd.Load())
		cmd := k.command(refreshArgs...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(took/3 + time.Duration(rand.Int64N(int64(took))))
		cmd.Process.Kill()
		cmd.Wait()
		if !k.whole(t, states) {
			undone++
		}
		if out := k.must(t, refreshArgs...); strings.Contains(out, "finished") {
			finished++
		}
		if !k.whole(t, states) {
			t.Fatal("after the next run, some files are old and some new")
		}
		k.must(t, "check")
	}
	t.Logf("%d kills, %d of them between two files, %d finished by the next run", *kills, undone, finished)
}
