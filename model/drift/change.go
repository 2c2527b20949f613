package drift

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// A Change is one thing that differs between two states of a source. The
// fields up to Hint are the fact, those below the verdict.
type Change struct {
	ID     string `json:"id"` // of the rule, "code-added"
	Level  Level  `json:"level"`
	Bump   Bump   `json:"bump"`
	Source string `json:"source"`
	Table  string `json:"table"` // by its name in the new state; in the old one where it is gone
	Code   string `json:"code"`  // what the table knows the entry by; in the old state where it is gone
	Key    string `json:"key,omitempty"`
	Column string `json:"column,omitempty"` // what of the entry or the table changed

	Old     string `json:"old"`
	New     string `json:"new"`
	OldLine int    `json:"oldLine"` // of the old snapshot; 0 where there is none
	NewLine int    `json:"newLine"` // of the new snapshot; 0 where there is none

	// One cause is one change. Where it is a cause of many, Count says of how
	// many and Codes of which; those on lines that were edited follow it, and
	// have its fingerprint for their Cause.
	Cause string   `json:"cause"`
	Count int      `json:"count"`
	Codes []string `json:"codes,omitempty"`

	Words       []string `json:"words,omitempty"` // why a text is suspect: "5 → 3"
	Why         string   `json:"why,omitempty"`   // of the rule
	Hint        string   `json:"hint,omitempty"`  // what it may be besides
	Fingerprint string   `json:"fingerprint"`     // the same for the same change, whatever its lines
	Accepted    string   `json:"accepted,omitempty"`

	Kind     model.Kind   `json:"-"` // of the table; "" for what is of the source
	OldEntry *model.Entry `json:"-"` // the entry in the old state; nil where it is none of one entry
	NewEntry *model.Entry `json:"-"`

	OldHeading string `json:"-"` // above the table, on either side
	NewHeading string `json:"-"`

	subject  string            // what the rules know the fact by
	op       op                // what happened to it
	guessed  bool              // the tables have no recipe, and there is no package
	from     string            // the table's name in the old state
	cells    map[string]string // by ID, of a column that came or went
	ids      []string          // of the entries in their new order, or of those that moved
	levelled bool              // its level is not that of its rule
	members  []Change          // what a change of a whole table is for single entries
	file     string            // of the snapshot, where it is of no entry
	block    int               // of the page, of a row that nothing read
}

// An op is what can happen to a subject.
type op string

const (
	added      op = "added"
	removed    op = "removed"
	changed    op = "changed"
	renamed    op = "renamed"
	moved      op = "moved"
	merged     op = "merged"
	split      op = "split"
	restored   op = "restored"
	purged     op = "purged"
	reused     op = "reused"
	respelled  op = "respelled"
	reradixed  op = "reradixed"
	reordered  op = "reordered"
	whitespace op = "whitespace"
	typography op = "typography"
	links      op = "links"
	reworded   op = "reworded"
	suspect    op = "suspect"
	tightened  op = "tightened"
	loosened   op = "loosened"
	disagree   op = "disagree"
	widened    op = "widened"
	narrowed   op = "narrowed"
	unread     op = "unread"
	marked     op = "marked"
)

// seal gives a fact its verdict and its fingerprint.
func (c *Change) seal() {
	c.Count = 1
	if rule := c.rule(); rule != nil {
		c.ID, c.Level, c.Bump, c.Why = rule.ID, rule.Level, rule.Bump, rule.Why
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{c.Source, c.Table, c.ID, c.Code, c.Column, squeeze(c.Old), squeeze(c.New)}, "\x00")))
	c.Fingerprint = hex.EncodeToString(sum[:8])
}

// IsMember reports whether the change is one of several that have one cause,
// which stands before it.
func (c *Change) IsMember() bool { return c.Cause != "" }

// Heads are the changes without those that belong to another.
func Heads(changes []Change) []Change {
	return slices.DeleteFunc(slices.Clone(changes), func(c Change) bool { return c.IsMember() })
}

// HighestBump is the bump that all of the changes together ask for.
func HighestBump(changes []Change) Bump {
	highest := None
	for i := range changes {
		highest = max(highest, changes[i].Bump)
	}
	return highest
}
