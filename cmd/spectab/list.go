package main

import (
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/cmd/spectab/internal/refresh"
	"github.com/spectab/spectab/gen/report"
	"github.com/spectab/spectab/model"
)

// errOutdated ends list with exitDrift: what nobody has looked at for so long
// may have drifted. The sources were printed already.
var errOutdated = errors.New("sources have not been checked")

func listCommand(at *place) *cobra.Command {
	format, stale := "text", days(0)
	cmd := &cobra.Command{
		Use:   "list [source...]",
		Short: "List the sources and the age of their snapshots",
		Long: `list prints a line for each source: its package, the language of the page, the
day and the age of the snapshot, when spectab refresh last saw that the page
says the same and how often it has failed since, how many tables and entries it
has, and the address of the page. With --format json it prints the document of
export without the entries.

With --stale 30d the exit code is 2 where a source was not seen for 30 days:
neither retrieved nor, by this user, refreshed.`,
		ValidArgsFunction: at.sourceNames,
		RunE: func(cmd *cobra.Command, args []string) error {
			write, err := formatOf(map[string]func(io.Writer, []*model.Spec) error{"text": at.listText, "json": listJSON}, format)
			if err != nil {
				return err
			}
			specs, err := at.specsOf(args)
			if err != nil {
				return err
			}
			if err := write(cmd.OutOrStdout(), specs); err != nil {
				return err
			}
			return outdated(at, specs, time.Duration(stale))
		},
	}
	cmd.Flags().StringVarP(&format, "format", "f", format, "text or json")
	completes(cmd, "format", "json", "text")
	cmd.Flags().Var(&stale, "stale", "exit code 2 where a source was not seen for so long: 30d, 12h")
	return cmd
}

func (p *place) listText(w io.Writer, specs []*model.Spec) error {
	rowList := make([]report.ListRow, len(specs))
	for i, s := range specs {
		rowList[i] = report.ListRow{
			Source: s.Source, Package: s.Package, Language: s.Language, Retrieved: s.Snapshot.Retrieved,
			Age: age(s.Snapshot.Retrieved, time.Now()), Checked: checked(p.health(s.Source), time.Now()),
			Tables: len(s.Tables), Entries: rows(s), URL: s.URL,
		}
	}
	return report.List(w, rowList)
}

// health is what refresh remembers of a source: nothing where there is no
// cache, or where the source is inside of the command.
func (p *place) health(source string) refresh.Health {
	folder, err := refresh.UserFolder(p.specs)
	if err != nil || p.specs == builtin {
		return refresh.Health{}
	}
	return folder.Health(source)
}

// checked says when a source was last seen, and how often it has failed since.
func checked(h refresh.Health, now time.Time) string {
	text := ""
	switch n := int(now.Sub(h.Checked).Hours() / 24); {
	case h.Checked.IsZero():
	case n < 1:
		text = "today"
	default:
		text = count(n, "day") + " ago"
	}
	switch {
	case h.Failures == 0:
		return text
	case text != "":
		text += ", "
	}
	return fmt.Sprintf("%s%d failed: %s", text, h.Failures, printable(h.Problem))
}

// outdated reports the sources that were not seen for longer than limit.
func outdated(at *place, specs []*model.Spec, limit time.Duration) error {
	var old []string
	for _, s := range specs {
		seen := at.health(s.Source).Checked
		if day, err := time.Parse(time.DateOnly, s.Snapshot.Retrieved); err == nil && day.After(seen) {
			seen = day
		}
		if limit > 0 && time.Since(seen) > limit {
			old = append(old, s.Source)
		}
	}
	if len(old) == 0 {
		return nil
	}
	return fmt.Errorf("%w for %s: %s", errOutdated, days(limit), strings.Join(old, ", "))
}

// days is a duration as a flag, in days or as Go writes it.
type days time.Duration

func (d days) String() string {
	if n := time.Duration(d) / (24 * time.Hour); n > 0 && time.Duration(d)%(24*time.Hour) == 0 {
		return fmt.Sprintf("%dd", n)
	}
	if d == 0 {
		return ""
	}
	return inShort(time.Duration(d))
}

// Type names the value in the help.
func (days) Type() string { return "duration" }

// Set reads a number of days, or a duration.
func (d *days) Set(text string) error {
	if number, ok := strings.CutSuffix(text, "d"); ok {
		n, err := strconv.Atoi(number)
		if err != nil || n < 1 || n > 36500 {
			return errors.New("a number of days is written 30d")
		}
		*d = days(time.Duration(n) * 24 * time.Hour)
		return nil
	}
	duration, err := time.ParseDuration(text)
	if err != nil || duration <= 0 {
		return errors.New("a time is written 30d or 12h")
	}
	*d = days(duration)
	return nil
}

// listJSON leaves the entries out.
func listJSON(w io.Writer, specs []*model.Spec) error {
	short := make([]*model.Spec, len(specs))
	for i, s := range specs {
		dup := *s
		dup.Tables = nil
		for _, t := range s.Tables {
			t.Entries = []model.Entry{}
			dup.Tables = append(dup.Tables, t)
		}
		short[i] = &dup
	}
	return model.WriteJSON(w, short)
}

// age is the number of whole days from a date to now, at least 0.
func age(date string, now time.Time) int {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return 0
	}
	return max(0, int(now.UTC().Sub(t).Hours()/24))
}
