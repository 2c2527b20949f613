package main

import (
	"cmp"
	"os"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/scrape/fetch"
)

// contactVariable is the environment variable that says who runs spectab.
const contactVariable = "SPECTAB_CONTACT"

// networkFlags are the flags of the commands that fetch pages.
type networkFlags struct {
	contact      string
	allowPrivate bool
	allowHTTP    bool
	allowRender  bool
	delay        period
	timeout      period
}

func (f *networkFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.contact, "contact", "", "how a vendor can reach whoever runs this, an address or e-mail (default $"+contactVariable+", else fetch: contact: in specs/"+policyFile+")")
	cmd.Flags().BoolVar(&f.allowPrivate, "allow-private", false, "connect to loopback and private addresses too")
	cmd.Flags().BoolVar(&f.allowHTTP, "allow-http", false, "fetch addresses of http too, of private hosts alone")
	f.delay, f.timeout = period(time.Second), period(2*time.Minute)
	cmd.Flags().Var(&f.delay, "delay", "pause between two requests to one host")
	cmd.Flags().Var(&f.timeout, "timeout", "longest time for one page, with its retries")
}

// renderVariable is the environment variable by which a user allows what
// --allow-render allows. No file of a repository does: it may be anybody's.
const renderVariable = "SPECTAB_ALLOW_RENDER"

// addRender adds the flag of the commands that run what recipes name.
func (f *networkFlags) addRender(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&f.allowRender, "allow-render", os.Getenv(renderVariable) == "1", "run the commands that recipes name under render: (default where $"+renderVariable+" is 1)")
}

// fetchSettings are what specs/spectab.yaml says of fetching.
type fetchSettings struct {
	Contact string `yaml:"contact"`
}

// settings are those of the folder of sources. Whether the file as a whole is
// right, readPolicy says.
func (p *place) fetchSettings() fetchSettings {
	var file struct {
		Drift any           `yaml:"drift"`
		Fetch fetchSettings `yaml:"fetch"`
	}
	if _, err := readYAML(os.DirFS(p.specs), policyFile, policyFile, &file); err != nil {
		return fetchSettings{}
	}
	return file.Fetch
}

// client is one for the pages of the sources.
func (f *networkFlags) client(at *place) *fetch.Client {
	config := f.config()
	config.Contact = cmp.Or(config.Contact, at.fetchSettings().Contact)
	return fetch.New(config)
}

func (f *networkFlags) config() fetch.Config {
	delay := time.Duration(f.delay)
	if delay == 0 {
		delay = -1 // none at all
	}
	return fetch.Config{Version: version(), Contact: cmp.Or(f.contact, os.Getenv(contactVariable)), AllowPrivate: f.allowPrivate, AllowHTTP: f.allowHTTP, Delay: delay, Total: time.Duration(f.timeout)}
}

// limited makes clients for pages that belong to no source.
func (f *networkFlags) limited(limit size) *fetch.Client {
	config := f.config()
	config.Limit = int64(limit)
	return fetch.New(config)
}

// version is that of the module, as far as the build knows it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "(devel)" {
		return ""
	}
	return info.Main.Version
}
