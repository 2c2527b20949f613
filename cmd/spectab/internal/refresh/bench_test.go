package refresh

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"fmt"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"runtime/metrics"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/spectab/spectab/scrape/fetch"
)

const (
	benchHosts   = 50
	benchSources = 1000
	benchDelay   = 500 * time.Millisecond
)

// BenchmarkThousandSources refreshes the five sources 200 times over, on 50
// hosts. It reports the time as a ratio to the pauses that politeness alone
// asks for, and the most memory, the server's included:
//
//	go test ./cmd/spectab/internal/refresh -run - -bench Thousand -benchtime 1x
func BenchmarkThousandSources(b *testing.B) {
	if runtime.GOOS != "linux" {
		b.Skip("needs many loopback addresses")
	}
	s := startHosts(b)
	names := s.writeSources(b)
	memory, stop := watchMemory()
	defer stop()
	for b.Loop() {
		engine := &Engine{
			Specs: filepath.Join(s.dir, "specs"), Out: filepath.Join(s.dir, "generated"), Now: time.Now(),
			Client: fetch.New(fetch.Config{Roots: s.roots, AllowPrivate: true, Delay: benchDelay}),
		}
		counts := map[Outcome]int{}
		start := time.Now()
		engine.Run(b.Context(), names, func(r *Result) { counts[r.Outcome]++ })
		// One request for robots.txt and twenty for pages have twenty pauses.
		polite := benchDelay * benchSources / benchHosts
		b.ReportMetric(float64(time.Since(start))/float64(polite), "x-polite")
		if counts[Unchanged] != benchSources {
			b.Errorf("outcomes %v", counts)
		}
	}
	b.ReportMetric(float64(memory.Load()>>20), "MB")
	b.ReportMetric(float64(s.most.Load()), "connections/host")
	if s.most.Load() > 1 {
		b.Errorf("%d connections to one host at once", s.most.Load())
	}
}

// manyHosts are servers on loopback addresses of their own.
type manyHosts struct {
	dir   string
	roots *x509.CertPool
	hosts []string
	most  atomic.Int32 // connections to one of them at once
}

func startHosts(b *testing.B) *manyHosts {
	s := &manyHosts{dir: b.TempDir(), roots: x509.NewCertPool()}
	certificate := s.certificate(b)
	for i := range benchHosts {
		listener, err := net.Listen("tcp", fmt.Sprintf("127.0.0.%d:0", i+1))
		if err != nil {
			b.Fatal(err)
		}
		s.hosts = append(s.hosts, listener.Addr().String())
		var open atomic.Int32
		server := &http.Server{
			Handler:   http.HandlerFunc(benchPage),
			ErrorLog:  log.New(io.Discard, "", 0),
			TLSConfig: &tls.Config{Certificates: []tls.Certificate{certificate}},
			ConnState: func(_ net.Conn, state http.ConnState) {
				switch state {
				case http.StateNew:
					if n := open.Add(1); n > s.most.Load() {
						s.most.Store(n)
					}
				case http.StateClosed:
					open.Add(-1)
				}
			},
		}
		b.Cleanup(func() { server.Close() })
		go server.ServeTLS(listener, "", "")
	}
	return s
}

func benchPage(w http.ResponseWriter, r *http.Request) {
	if r.URL.Path == "/robots.txt" {
		http.NotFound(w, r)
		return
	}
	ownPage(w, r)
}

// certificate is one for all of the hosts, which signs itself.
func (s *manyHosts) certificate(b *testing.B) tls.Certificate {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		b.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign | x509.KeyUsageDigitalSignature,
	}
	for i := range benchHosts {
		template.IPAddresses = append(template.IPAddresses, net.IPv4(127, 0, 0, byte(i+1)))
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		b.Fatal(err)
	}
	leaf, err := x509.ParseCertificate(der)
	if err != nil {
		b.Fatal(err)
	}
	s.roots.AddCert(leaf)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

// writeSources spreads copies of the five sources over the hosts.
func (s *manyHosts) writeSources(b *testing.B) []string {
	folders, err := filepath.Glob(filepath.Join(ownSpecs, "*", "source.yaml"))
	if err != nil || len(folders) < 5 {
		b.Fatalf("%d sources: %v", len(folders), err)
	}
	var names []string
	for i := range benchSources {
		own := filepath.Base(filepath.Dir(folders[i%5]))
		name := fmt.Sprintf("source%d", i)
		names = append(names, name)
		folder := filepath.Join(s.dir, "specs", name)
		if err := os.MkdirAll(folder, 0o755); err != nil {
			b.Fatal(err)
		}
		for _, file := range []string{"source.yaml", "page.txt", "names.lock"} {
			data, err := os.ReadFile(filepath.Join(ownSpecs, own, file))
			if err != nil {
				b.Fatal(err)
			}
			text := string(data)
			if file == "source.yaml" {
				text = recipeURL.ReplaceAllString(text, "url: https://"+s.hosts[i%benchHosts]+"/"+own+"/"+name)
				text = strings.Replace(text, "source: "+own, "source: "+name, 1)
			}
			if err := os.WriteFile(filepath.Join(folder, file), []byte(text), 0o644); err != nil {
				b.Fatal(err)
			}
		}
	}
	return names
}

// watchMemory samples how much memory the process has from the system.
func watchMemory() (most *atomic.Uint64, stop func()) {
	most = &atomic.Uint64{}
	done := make(chan struct{})
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	go func() {
		for {
			metrics.Read(sample)
			if now := sample[0].Value.Uint64() - sample[1].Value.Uint64(); now > most.Load() {
				most.Store(now)
			}
			select {
			case <-done:
				return
			case <-time.After(5 * time.Millisecond):
			}
		}
	}()
	return most, func() { close(done) }
}
