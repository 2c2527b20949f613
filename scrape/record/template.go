package record

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// manyNames is how many names of a text have to begin alike, and nine in ten of
// all, until those that do not are words of its prose.
const manyNames = 20

// named are the fields that begin with the stem of most of them, GPG_ERR_; all
// where most have none in common.
func named(fields []string) []string {
	sorted := slices.Compact(slices.Sorted(slices.Values(fields)))
	count := map[string]int{}
	for _, f := range sorted {
		if i := strings.IndexByte(f, '_'); i > 1 {
			count[f[:i+1]]++
		}
	}
	for stem, n := range count {
		if n >= manyNames && n*10 >= len(sorted)*9 {
			return slices.DeleteFunc(sorted, func(f string) bool { return !strings.HasPrefix(f, stem) })
		}
	}
	return fields
}

// sepForm is a separator as a regular expression.
func sepForm(sep string) string {
	switch sep {
	case "":
		return ""
	case " ":
		return `\s+`
	case wide:
		return `(?:\s{2,}|\t\s*)`
	}
	var b strings.Builder
	for i, r := range sep {
		if strings.HasPrefix(sep[i:], "->") {
			b.WriteString(`\s*(?:[-–—−]\s*>|→)`)
			continue
		}
		if r == '>' && strings.HasSuffix(sep[:i], "-") {
			continue // of the arrow
		}
		b.WriteString(`\s*`)
		switch r {
		case ':':
			b.WriteString(`[:：–—−-]`)
		case '(':
			b.WriteString(`[(（]`)
		case ')':
			b.WriteString(`[)）]`)
		case ',':
			b.WriteString(`[,，、]`)
		case ';':
			b.WriteString(`[;；]`)
		case '-':
			b.WriteString(`[-–—−]`)
		case '"':
			b.WriteString("[\"“”'‘’`「」]")
		case '[':
			b.WriteString(`[\[【]`)
		case ']':
			b.WriteString(`[\]】]`)
		case '.':
			b.WriteString(`[.。]`)
		default:
			b.WriteString(regexp.QuoteMeta(string(r)))
		}
	}
	b.WriteString(`\s*`)
	return b.String()
}

const (
	asideForm = `(?:\s*[(（](?P<aside>[^()（）]*)[)）])?`
	fieldForm = `(?:\s*[(（]([^()（）]*)[)）])?`
	restForm  = `[)）\]"”]*(?:` + partForm + `+` + endForm + `)?`
	pathRest  = `[)）\]"”]*(?:(?:[\s:：,，;–—=>→|-]|\.(?:\s|$))` + partForm + `*` + endForm + `)?` // behind names with points in them
	noRest    = `[\s.:：,;]*`
	partForm  = `[\s:：.,，;–—=>→|-]`
	endForm   = beginForm + `(?P<rest>.*?)(?:\s*\*/)?`
	wordClass = `[^\s,;:：，；()（）"“”\x60=]+`
	aboutForm = `(?P<rest>(?:[<\[{"“].*)?)` // what stands for a value, or nothing
	beginForm = `(?:(?://+|/\*+)[<!]*\s*)?`
)

// form is the regular expression of a prefix whose fields are known, with the
// prefix that goes further than it for some of the lines. One of the fields may
// be any word.
func (p *prefix) form(fields [][]string, further *prefix, anyWord int) string {
	var b strings.Builder
	b.WriteString(`^\s*`)
	at, rest := 0, restForm
	aside := false // one is due
	write := func(e *elem) {
		counted := e.sep == " " && (e.kind == number || e.kind == either || e.kind == 'a')
		if aside && !counted {
			b.WriteString(asideForm)
			aside = false
		}
		if counted {
			b.WriteString(`(?:\s+[(（]?|[(（])`)
		} else {
			b.WriteString(sepForm(e.sep))
		}
		if e.kind == fixed {
			b.WriteString(regexp.QuoteMeta(e.lit))
			return
		}
		class := e.class(fields[at])
		rest = restForm
		if slices.ContainsFunc(fields[at], isPointed) {
			rest = pathRest
		}
		if at == anyWord && e.kind != text {
			class = wordClass
		}
		b.WriteString("(" + class + ")")
		at++
		if counted {
			b.WriteString(`[)）]?`)
		}
		aside = aside || e.aside
	}
	for i := range p.elems {
		write(&p.elems[i])
	}
	after, end, open := p.after, p.end, 0
	if further != nil {
		if after != "" && aside {
			b.WriteString(asideForm)
			aside = false
		}
		b.WriteString(sepForm(after))
		for i := len(p.elems); i < len(further.elems); i++ {
			e := further.elems[i]
			if i == len(p.elems) && after != "" {
				e.sep = ""
			}
			b.WriteString(`(?:`)
			open++
			write(&e)
		}
		if further.after != "" {
			b.WriteString(sepForm(further.after))
		}
		after, end = "", false
		b.WriteString(strings.Repeat(`)?`, open))
	}
	if aside {
		b.WriteString(asideForm)
	}
	switch {
	case end:
		b.WriteString(sepForm(after) + noRest)
	case after != "":
		b.WriteString(sepForm(after) + endForm)
	default:
		b.WriteString(rest)
	}
	b.WriteString(`$`)
	return b.String()
}

// isPointed reports whether a point stands within a name, and no number: what
// follows a point is a part of it then.
func isPointed(field string) bool {
	at := strings.IndexByte(field, '.')
	return at > 0 && at < len(field)-1 && begins(field[at+1:], wordly) && !isDotted(field)
}

func (e *elem) class(fields []string) string {
	if e.kind == text {
		if strings.HasSuffix(e.sep, `"`) {
			return `[^"“”]+`
		}
		return `.+?`
	}
	return classOf(fields)
}

// A finder finds what a template does. Where the rest of a line is all that is
// left of it, an expression that ends where that begins is enough, which is
// quicker.
type finder struct {
	whole *regexp.Regexp
	quick *regexp.Regexp // nil where the template leaves no rest
	rest  int            // the group
}

// finders are those of the templates of a page, each made once.
type finders struct{ made sync.Map }

func (f *finders) of(template string) *finder {
	made, ok := f.made.Load(template)
	if !ok {
		made, _ = f.made.LoadOrStore(template, newFinder(template))
	}
	return made.(*finder)
}

func newFinder(template string) *finder {
	f := &finder{whole: regexp.MustCompile(template)}
	if head := headOf(template); head != "" {
		f.quick, f.rest = regexp.MustCompile(head), 2*f.whole.SubexpIndex("rest")
	}
	return f
}

// widened is a template with any word in the place of the code, for lines of a
// form. A term is all of its line then but for what stands for a value, in as many
// cells, since one of several words may be prose; and on a line of text a wide gap
// follows.
func widened(template, form string) string {
	for _, rest := range []string{restForm, pathRest} {
		head, is := strings.CutSuffix(template, rest+`$`)
		switch {
		case is && form == "definitions":
			return head + `[\s.:：,;=]*` + aboutForm + `$`
		case is && (form == "lines" || form == "code"):
			return head + sepForm(wide) + endForm + `$`
		}
	}
	return template
}

// headOf is a template to where the rest of a line begins, "" where it leaves
// none.
func headOf(template string) string {
	for _, rest := range []string{restForm, pathRest} {
		if head, is := strings.CutSuffix(template, rest+`$`); is {
			return head + strings.TrimSuffix(rest, endForm+`)?`) + beginForm + `(?P<rest>)|$)`
		}
	}
	if head, is := strings.CutSuffix(template, endForm+`$`); is {
		return head + beginForm + `(?P<rest>)`
	}
	return ""
}

func (f *finder) find(text string) []int {
	if f.quick == nil || strings.HasSuffix(text, "*/") || strings.Contains(text, "\n") {
		return f.whole.FindStringSubmatchIndex(text)
	}
	m := f.quick.FindStringSubmatchIndex(text)
	if m != nil && m[f.rest] >= 0 {
		m[1], m[f.rest+1] = len(text), len(text)
	}
	return m
}
