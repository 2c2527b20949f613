package main

import (
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
	delay        time.Duration
	timeout      time.Duration
}

func (f *networkFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringVar(&f.contact, "contact", os.Getenv(contactVariable), "how a vendor can reach whoever runs this, an address or e-mail; default $"+contactVariable)
	cmd.Flags().BoolVar(&f.allowPrivate, "allow-private", false, "connect to loopback and private addresses too")
	cmd.Flags().DurationVar(&f.delay, "delay", time.Second, "pause between two requests to one host")
	cmd.Flags().DurationVar(&f.timeout, "timeout", 2*time.Minute, "longest time for one page")
}

func (f *networkFlags) client() *fetch.Client {
	delay := f.delay
	if delay == 0 {
		delay = -1 // none at all
	}
	return fetch.New(fetch.Config{Version: version(), Contact: f.contact, AllowPrivate: f.allowPrivate, Delay: delay, Total: f.timeout})
}

// version is that of the module, as far as the build knows it.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "(devel)" {
		return ""
	}
	return info.Main.Version
}
