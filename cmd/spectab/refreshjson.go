package main

import (
	"encoding/json"
	"io"

	"github.com/spectab/spectab/cmd/spectab/internal/refresh"
	"github.com/spectab/spectab/model/drift"
)

// A refreshed is what refresh tells of one source as JSON.
type refreshed struct {
	Source   string         `json:"source"`
	Outcome  string         `json:"outcome"`
	Note     string         `json:"note,omitempty"`
	Returned []string       `json:"returned,omitempty"` // tables
	Followed []string       `json:"followed,omitempty"` // what the recipe says now
	Moved    []string       `json:"moved,omitempty"`
	Changes  []drift.Change `json:"changes,omitempty"`
	Wrote    []string       `json:"wrote,omitempty"` // with --dry-run: would write
	Removed  []string       `json:"removed,omitempty"`
	Refusals []refusal      `json:"refusals,omitempty"`
	Accepted []refusal      `json:"accepted,omitempty"`
	Notes    []string       `json:"notes,omitempty"` // of what accepted.yaml accepts, and of character sets
	Error    string         `json:"error,omitempty"`
}

// A refusal is what a guard said; --accept guard=what lets it pass, where
// there is a what.
type refusal struct {
	Guard    string `json:"guard"`
	What     string `json:"what,omitempty"`
	Seen     string `json:"seen"`
	Expected string `json:"expected,omitempty"`
	Hint     string `json:"hint,omitempty"`
	Kept     string `json:"kept,omitempty"`
}

func refusals(list []*refresh.Refusal) []refusal {
	var out []refusal
	for _, r := range list {
		out = append(out, refusal{r.Guard, r.What, r.Seen, r.Expected, r.Hint, r.Kept})
	}
	return out
}

func refreshedOf(r *refresh.Result) refreshed {
	out := refreshed{
		Source: r.Source, Outcome: string(r.Outcome), Note: r.Note, Returned: r.Returned, Followed: r.Followed, Moved: r.Moved, Changes: r.Changes,
		Wrote: r.Files, Removed: r.Removed, Refusals: refusals(r.Refusals), Accepted: refusals(r.Accepted), Notes: r.Notes,
	}
	if r.Err != nil {
		out.Error = r.Err.Error()
	}
	return out
}

func writeRefreshed(w io.Writer, list []refreshed, dryRun bool) error {
	if list == nil {
		list = []refreshed{}
	}
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(map[string]any{"schema": "spectab-refresh/1", "dryRun": dryRun, "sources": list})
}
