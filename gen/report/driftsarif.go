package report

import (
	"io"
	"net/url"
	"slices"

	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/model/drift"
)

// DriftSARIF writes changes in the Static Analysis Results Interchange Format
// 2.1.0: a rule for each kind of change, a result for each cause of changes, with the
// line of the snapshot and a fingerprint by which it is known again.
func DriftSARIF(w io.Writer, c *Comparison) error {
	rules := drift.Rules()
	run := sarifRun{Results: []sarifResult{}, ColumnKind: "unicodeCodePoints"}
	run.Tool.Driver = sarifDriver{Name: "spectab", InformationURI: "https://github.com/spectab/spectab"}
	for _, r := range rules {
		run.Tool.Driver.Rules = append(run.Tool.Driver.Rules, sarifRule{
			ID: r.ID, ShortDescription: sarifText{r.Why}, HelpURI: rulesPage + "#" + r.ID, DefaultConfiguration: sarifLevel{sarifLevelOf(r.Level)},
			Properties: sarifProperties{r.Level, r.Bump},
		})
	}
	for i := range c.Changes {
		f := &c.Changes[i]
		if f.IsMember() {
			continue
		}
		source := c.of(f.Source)
		run.Results = append(run.Results, sarifResult{
			RuleID: f.ID, RuleIndex: slices.IndexFunc(rules, func(r drift.Rule) bool { return r.ID == f.ID }),
			Level: sarifLevelOf(f.Level), Message: sarifText{visible(sentence(f))},
			Locations:           []sarifLocation{sarifPlace(&source, f)},
			PartialFingerprints: map[string]string{"spectabChange/v1": f.Fingerprint},
			Suppressions:        sarifSuppressions(f), Properties: sarifProperties{f.Level, f.Bump},
		})
	}
	return model.EncodeJSON(w, sarifLog{Schema: "https://json.schemastore.org/sarif-2.1.0.json", Version: "2.1.0", Runs: []sarifRun{run}})
}

// rulesPage is the page of the rules, which has an anchor for each.
const rulesPage = "https://github.com/spectab/spectab/blob/main/model/drift/RULES.md"

func sarifLevelOf(l drift.Level) string {
	switch l {
	case drift.Breaking:
		return "error"
	case drift.Dangerous:
		return "warning"
	}
	return "note"
}

func sarifPlace(source *Compared, f *drift.Change) sarifLocation {
	var l sarifLocation
	file, line := source.spot(f)
	l.PhysicalLocation.ArtifactLocation.URI = (&url.URL{Path: file}).String()
	l.PhysicalLocation.Region.StartLine = line
	if name := visible(f.Code); name != "" {
		l.LogicalLocations = []sarifLogical{{Name: name, FullyQualifiedName: visible(f.Source + "/" + f.Table + "/" + f.Code)}}
	}
	return l
}

func sarifSuppressions(f *drift.Change) []sarifSuppression {
	if f.Accepted == "" {
		return nil
	}
	return []sarifSuppression{{Kind: "external", Justification: f.Accepted}}
}

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool struct {
		Driver sarifDriver `json:"driver"`
	} `json:"tool"`
	Results    []sarifResult `json:"results"`
	ColumnKind string        `json:"columnKind"`
}

type sarifDriver struct {
	Name           string      `json:"name"`
	InformationURI string      `json:"informationUri"`
	Rules          []sarifRule `json:"rules"`
}

type sarifRule struct {
	ID                   string          `json:"id"`
	ShortDescription     sarifText       `json:"shortDescription"`
	HelpURI              string          `json:"helpUri"`
	DefaultConfiguration sarifLevel      `json:"defaultConfiguration"`
	Properties           sarifProperties `json:"properties"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifLevel struct {
	Level string `json:"level"`
}

// sarifProperties keep the words of spectab, which has one level more.
type sarifProperties struct {
	Level drift.Level `json:"level"`
	Bump  drift.Bump  `json:"bump"`
}

type sarifResult struct {
	RuleID              string             `json:"ruleId"`
	RuleIndex           int                `json:"ruleIndex"`
	Level               string             `json:"level"`
	Message             sarifText          `json:"message"`
	Locations           []sarifLocation    `json:"locations"`
	PartialFingerprints map[string]string  `json:"partialFingerprints"`
	Suppressions        []sarifSuppression `json:"suppressions,omitempty"`
	Properties          sarifProperties    `json:"properties"`
}

type sarifLocation struct {
	PhysicalLocation struct {
		ArtifactLocation struct {
			URI string `json:"uri"`
		} `json:"artifactLocation"`
		Region struct {
			StartLine int `json:"startLine"`
		} `json:"region"`
	} `json:"physicalLocation"`
	LogicalLocations []sarifLogical `json:"logicalLocations,omitempty"`
}

type sarifLogical struct {
	Name               string `json:"name"`
	FullyQualifiedName string `json:"fullyQualifiedName"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Justification string `json:"justification"`
}
