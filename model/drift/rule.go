package drift

import (
	"slices"
	"strings"

	"github.com/spectab/spectab/model"
)

// A Rule is the verdict on one kind of fact.
type Rule struct {
	ID    string
	Level Level
	Bump  Bump
	Why   string // what the change means for whoever uses the package or the service

	facts string       // the facts that it answers: "text.reworded texts.reworded"
	kinds []model.Kind // of tables that it is for; nil for all
	where where
}

// where says which sources a rule is for.
type where uint8

const (
	anywhere where = iota
	built          // sources with a recipe, hence with a package
	guessed        // pages without: which kind a table is of, and what it is called, is a guess
)

var (
	outcomes  = []model.Kind{model.Codes, model.Results}
	params    = []model.Kind{model.Params}
	fields    = []model.Kind{model.Fields}
	constants = []model.Kind{model.Constants}
	notParams = []model.Kind{model.Codes, model.Results, model.Fields, model.Constants}
)

// rules answer every fact that Compare can find, each by exactly one of them.
var rules = []Rule{
	// Codes and other entries.
	{"code-added", Compatible, Minor, "a program may get a code that it does not handle", "entry.added", outcomes, built},
	{"code-added", Compatible, Minor, "a program may get a code that it does not handle", "entry.added required-entry.added", nil, guessed},
	{"code-removed", Dangerous, Minor, "the page no longer lists it; the constant stays and is deprecated", "entry.removed", outcomes, built},
	{"code-removed", Dangerous, Minor, "the page no longer lists it", "entry.removed", nil, guessed},
	{"mass-removed", Breaking, Minor, "the page lost a fifth of a table or more at once: it may be half a page", "codes.removed", nil, anywhere},
	{"code-purged", Breaking, Major, "the lock gave it up, so its constant is gone", "entry.purged", nil, anywhere},
	{"code-restored", Compatible, Minor, "the page lists it again", "entry.restored", nil, anywhere},
	{"code-reused", Breaking, Major, "the same code means another thing now", "entry.reused", nil, anywhere},
	{"code-renamed", Breaking, Minor, "the same thing has another code or name; the old constant stays", "entry.renamed name.renamed", nil, anywhere},
	{"name-changed", Breaking, Major, "the Go identifier changed and left no alias", "name.changed", nil, anywhere},
	{"alias-removed", Breaking, Major, "a name that it had before a rename is gone", "aliases.removed", nil, anywhere},
	{"alias-added", Compatible, Minor, "it has one more name from before", "aliases.added", nil, anywhere},
	{"code-format", Breaking, Major, "the literal on the wire is spelled in another way", "entry.respelled value-type.changed", nil, anywhere},
	{"code-format", Breaking, Major, "the literal on the wire is another one of two that stand for it", "alternative.respelled entry.reradixed", nil, built},
	{"code-notation", Cosmetic, Patch, "the page writes the same number in another way", "number.reradixed", nil, built},
	{"code-notation", Cosmetic, None, "the page names the same code by its number or its symbol, in another radix", "alternative.respelled entry.reradixed", nil, guessed},
	{"code-moved", Dangerous, Minor, "the code stands in another table, and so has another Go type", "entry.moved", nil, built},
	{"layout-changed", Cosmetic, None, "the same codes stand in other tables of the page", "entry.moved table.merged table.split", nil, guessed},
	{"key-changed", Dangerous, Minor, "the vendor's symbol for the same code is another one", "key.changed", nil, anywhere},
	{"field-added", Compatible, Minor, "the response has a field more", "entry.added", fields, built},
	{"field-removed", Breaking, Minor, "the response lacks a field; the constant stays and is deprecated", "entry.removed", fields, built},
	{"constant-added", Compatible, Minor, "the page states a value more", "entry.added", constants, built},
	{"constant-removed", Breaking, Major, "the page no longer states the value, so its function is gone", "entry.removed", constants, built},

	// Texts.
	{"message-reworded", Cosmetic, Patch, "the message says the same in other words, as far as one can tell", "text.reworded texts.reworded", nil, anywhere},
	{"message-suspect", Dangerous, Patch, "a number, a negation, a placeholder or an opposite in the message was replaced", "text.suspect texts.suspect placeholders.changed", nil, anywhere},
	{"message-added", Cosmetic, Patch, "the entry got a message", "text.added texts.added", nil, anywhere},
	{"message-removed", Dangerous, Patch, "the entry lost its message", "text.removed texts.removed", nil, anywhere},
	{"prose-reworded", Cosmetic, Patch, "what the page says besides is worded otherwise", "remedy.reworded detail.reworded notes.reworded also.reworded", nil, anywhere},
	{"prose-suspect", Dangerous, Patch, "a number, a negation, a placeholder or an opposite in what the page says besides was replaced", "remedy.suspect detail.suspect notes.suspect also.suspect", nil, anywhere},
	{"prose-added", Cosmetic, Patch, "the page says more of the entry", "remedy.added detail.added notes.added also.added", nil, anywhere},
	{"prose-removed", Cosmetic, Patch, "the page says less of the entry", "remedy.removed detail.removed notes.removed also.removed", nil, anywhere},
	{"whitespace", Cosmetic, None, "only white space changed", every("whitespace", "key", "text", "texts", "remedy", "detail", "notes", "also", "http", "group", "extra", "type", "default", "placeholders"), nil, anywhere},
	{"typography", Cosmetic, Patch, "only quotes, dashes, the case of letters or the full stop changed", every("typography", "text", "texts", "remedy", "detail", "notes", "also", "http", "group", "extra"), nil, anywhere},
	{"links", Cosmetic, None, "only addresses changed", every("links", "text", "texts", "remedy", "detail", "notes", "also", "http", "group", "extra"), nil, anywhere},
	{"deprecation-marked", Compatible, Minor, "the vendor advises against it", "deprecated.added", nil, anywhere},
	{"deprecation-lifted", Compatible, Patch, "the vendor no longer advises against it", "deprecated.removed", nil, anywhere},
	{"deprecation-reworded", Cosmetic, Patch, "the vendor advises against it in other words", "deprecated.changed", nil, anywhere},

	// What sorts and describes entries.
	{"reclassified", Dangerous, Minor, "the entry has another status or stands in another section", "http.changed group.changed", nil, built},
	{"reclassified", Dangerous, Minor, "the entry has another status", "http.changed", nil, guessed},
	{"section-changed", Cosmetic, None, "the entry stands under another heading of the page", "group.changed section.renamed", nil, guessed},
	{"section-renamed", Cosmetic, Minor, "a section has another title and the same entries", "section.renamed", nil, built},
	{"attribute-changed", Dangerous, Minor, "a column of the page says something else of the entry", "extra.changed", nil, anywhere},
	{"attribute-changed", Dangerous, Minor, "a column of the page says something else of the entry", "type.changed default.changed", outcomes, anywhere},
	{"attribute-changed", Dangerous, Minor, "a column of the page says something else of the entry", "default.changed", []model.Kind{model.Fields, model.Constants}, anywhere},
	{"class-lost", Breaking, Major, "the table lost its statuses or sections, and the type its method", "class.removed", nil, built},
	{"class-changed", Cosmetic, None, "statuses or sections came, went or moved to another column of the page", "class.removed class.renamed class.added", nil, guessed},
	{"class-renamed", Breaking, Major, "statuses or sections are called otherwise, and so is the method", "class.renamed", nil, built},
	{"column-removed", Breaking, Major, "the table lost a column, and the type its method", "column.removed", nil, built},
	{"column-changed", Cosmetic, None, "the table shows another column than before", "column.removed column.renamed", nil, guessed},
	{"column-renamed", Breaking, Major, "a column has another header, and so has the method another name", "column.renamed", nil, built},
	{"column-added", Compatible, Minor, "the table got a column, and the type a method", "column.added class.added", nil, built},
	{"column-added", Compatible, Minor, "the table got a column", "column.added", nil, guessed},

	// Tables.
	{"table-added", Compatible, Minor, "the page has a table more", "table.added", nil, anywhere},
	{"table-lost", Breaking, Major, "the page has a table less", "table.removed", nil, anywhere},
	{"tables-merged", Dangerous, Minor, "the codes of several tables stand in one", "table.merged", nil, built},
	{"tables-split", Dangerous, Minor, "the codes of one table stand in several", "table.split", nil, built},
	{"table-renamed", Breaking, Major, "the table has another name, and so has the Go type", "table-name.changed", nil, built},
	{"table-titled", Cosmetic, None, "the table is found under another name", "table-name.changed", nil, guessed},
	{"table-kind", Breaking, Major, "the table lists another kind of thing", "kind.changed", nil, built},
	{"table-kind-guessed", Cosmetic, None, "the table looks like another kind of thing", "kind.changed", nil, guessed},
	{"heading-changed", Cosmetic, None, "the heading above the table is another one", "heading.changed", nil, anywhere},
	{"rows-reordered", Cosmetic, None, "the same rows stand in another order", "rows.reordered values.reordered aliases.reordered", nil, anywhere},

	{"unread-changed", Dangerous, None, "a line that looks like data changed, and nothing read it", "row.unread", nil, anywhere},
	{"marks", Cosmetic, None, "only the markup, the links or the place of a row changed, or a header above rows", "row.marked", nil, anywhere},

	// Requests and responses.
	{"param-added-optional", Compatible, Minor, "a request may have a parameter more", "entry.added", params, built},
	{"param-added-required", Breaking, Minor, "a request without the parameter is refused", "required-entry.added", params, built},
	{"param-removed", Breaking, Minor, "a request must not rely on the parameter; the constant stays and is deprecated", "entry.removed", params, built},
	{"param-became-required", Breaking, Minor, "a request without the parameter is refused", "required.added", params, anywhere},
	{"param-became-optional", Compatible, Minor, "a request may leave the parameter out", "required.removed", params, anywhere},
	{"always-present", Compatible, Minor, "it is always there now", "required.added", notParams, anywhere},
	{"not-always-present", Dangerous, Minor, "it may be missing now", "required.removed", notParams, anywhere},
	{"type-notation", Cosmetic, Patch, "the same type is called otherwise", "type.respelled", nil, anywhere},
	{"param-type-narrowed", Breaking, Major, "the parameter takes less than it did", "type.narrowed", params, anywhere},
	{"param-type-widened", Compatible, Minor, "the parameter takes more than it did", "type.widened", params, anywhere},
	{"param-type", Breaking, Major, "the parameter takes another type", "type.changed", params, anywhere},
	{"field-type", Breaking, Major, "the field has another type", "type.changed", fields, anywhere},
	{"constant-type", Breaking, Major, "the value has another type, and so has the function", "type.changed", constants, anywhere},
	{"param-default", Dangerous, Minor, "a request without the parameter means something else", "default.changed", params, anywhere},
	{"limit-tightened", Breaking, Patch, "less is allowed than before", "max.tightened value.tightened", nil, anywhere},
	{"limit-loosened", Compatible, Patch, "more is allowed than before", "max.loosened value.loosened", nil, anywhere},
	{"value-changed", Dangerous, Patch, "the page states another value", "value.changed", constants, anywhere},
	{"value-notation", Cosmetic, Patch, "the same value is spelled otherwise", "value.respelled", constants, anywhere},
	{"value-removed", Breaking, Minor, "a value that a request may have had is refused", "values.removed", params, anywhere},
	{"value-added", Compatible, Minor, "a request may have a value more", "values.added", params, anywhere},
	{"response-value-removed", Compatible, Minor, "a response no longer has the value", "values.removed", notParams, anywhere},
	{"response-value-added", Compatible, Minor, "a program may get a value that it does not handle", "values.added", notParams, anywhere},

	// The source.
	{"source-added", Compatible, Minor, "there is a source more, and a package", "source.added", nil, anywhere},
	{"source-removed", Breaking, Major, "there is a source less, and its package is gone", "source.removed", nil, anywhere},
	{"language-added", Compatible, Patch, "the page has its texts in a language more", "language-of-texts.added translation.added", nil, anywhere},
	{"language-lost", Dangerous, Minor, "the page lost its texts in a language", "language-of-texts.removed translation.removed", nil, anywhere},
	{"languages-disagree", Dangerous, None, "the page in one language has a code that it lacks in another", "languages.disagree", nil, anywhere},
	{"page-language", Dangerous, None, "the page is in another language", "language.changed", nil, anywhere},
	{"source-moved", Cosmetic, None, "the page has another address on the same host", "url.moved", nil, anywhere},
	{"source-moved-host", Dangerous, None, "the page stands on another host", "url.changed", nil, anywhere},
	{"title-changed", Cosmetic, None, "the page has another title", "title.changed", nil, anywhere},
	{"package-renamed", Breaking, Major, "the Go package has another name", "package.changed", nil, anywhere},
}

// every is the same op of several subjects.
func every(what string, subjects ...string) string {
	return strings.Join(subjects, "."+what+" ") + "." + what
}

// Rules lists the rules, one for each ID, in the order of the documentation.
func Rules() []Rule {
	var list []Rule
	seen := map[string]bool{}
	for _, r := range rules {
		if !seen[r.ID] {
			seen[r.ID] = true
			list = append(list, r)
		}
	}
	return list
}

// index finds the rules of a fact.
var index = func() map[string][]*Rule {
	at := map[string][]*Rule{}
	for i := range rules {
		for _, fact := range strings.Fields(rules[i].facts) {
			at[fact] = append(at[fact], &rules[i])
		}
	}
	return at
}()

// rule is the first one that answers the fact; tests see to it that there is
// exactly one.
func (c *Change) rule() *Rule {
	if answers := c.answers(); len(answers) > 0 {
		return answers[0]
	}
	return nil
}

func (c *Change) answers() []*Rule {
	var list []*Rule
	for _, r := range index[c.subject+"."+string(c.op)] {
		isHere := r.where == anywhere || (r.where == guessed) == c.guessed
		if isHere && (r.kinds == nil || slices.Contains(r.kinds, c.Kind)) {
			list = append(list, r)
		}
	}
	return list
}
