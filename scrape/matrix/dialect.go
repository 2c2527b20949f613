package matrix

import (
	"html"
	"strings"
)

// A dialect is how a format writes what stands around the records, and what is
// marked within text. A mark that it doesn't have is "".
type dialect struct {
	escape  func(string) string
	page    string // {title}, {nav}, {intro}, {body}, {after}, {closing}, {notes}, {lang}; {-} and the like underline the line above
	nav     string // one of its lines: {text}
	heading string // above the records, and above each section of them: {text}
	section string

	headingEnd, sectionEnd string // behind the records

	// Each about {x}, a code or a word of a text.
	code, strong, emphasis, link, permalink, anchor, badge, hidden string

	note, notes string // behind {x}; and what it says at the end of the page
}

func same(s string) string { return s }

func quoted(s string) string { return strings.ReplaceAll(s, `"`, `\"`) }

func troffed(s string) string { return strings.ReplaceAll(s, "-", `\-`) }

const htmlPage = `<!DOCTYPE html>
<html lang="{lang}">
<head><meta charset="utf-8"><title>{title}</title></head>
<body>
<header><nav><ul>
{nav}</ul></nav></header>
<main>
<h1>{title}</h1>
<p>{intro}</p>
{body}
{notes}<h2>{after}</h2>
<p>{closing}</p>
</main>
<footer><p>© 2026</p></footer>
</body>
</html>
`

const markdownPage = `# {title}

{nav}
{intro}

{body}

## {after}

{closing}

{notes}`

const (
	rstPage = `{title}
{=}

{nav}
{intro}

{body}

{after}
{-}

{closing}

{notes}`
	asciidocPage = `= {title}

{nav}
{intro}

{body}

== {after}

{closing}
`
	wikiPage = `{intro}

{nav}
{body}

== {after} ==
{closing}

{notes}`
	manPage = `.TH HARVEST 7 2026-11-30
.SH NAME
harvest \- {title}
.SH DESCRIPTION
{intro}
{body}
.SH {after}
{closing}
`
	mdocPage = `.Dd November 30, 2026
.Dt HARVEST 7
.Os
.Sh NAME
.Nm harvest
.Nd {title}
.Sh DESCRIPTION
{intro}
{body}
.Sh {after}
{closing}
`
	plainPage = `{title}
{=}

{nav}
{intro}

{body}

{after}
{-}

{closing}
`
	docbookPage = `<?xml version="1.0" encoding="UTF-8"?>
<article xmlns="http://docbook.org/ns/docbook" xml:lang="{lang}">
<title>{title}</title>
<para>{intro}</para>
{body}
<section><title>{after}</title>
<para>{closing}</para></section>
</article>
`
)

var dialects = map[string]*dialect{
	"html": {
		escape: html.EscapeString, page: htmlPage, nav: "<li><a href=\"/\">{text}</a></li>\n",
		heading: "<h2 id=\"list\">{text}</h2>\n", section: "<h3>{text}</h3>\n",
		code: "<code>{x}</code>", strong: "<strong>{x}</strong>", emphasis: "<em>{x}</em>", link: `<a href="#{x}">{x}</a>`,
		permalink: `{x} <a class="headerlink" href="#{x}" title="Permalink">¶</a>`, anchor: `<a id="{x}"></a>{x}`,
		badge: `{x} <span class="badge">New</span>`, hidden: `<span style="display:none">00{x}</span>{x}`,
		note: "{x}<sup>1</sup>", notes: "<p><sup>1</sup> 2.0</p>\n",
	},
	"markdown": {
		escape: same, page: markdownPage, nav: "- [{text}](/{text})\n", heading: "## {text}\n\n", section: "### {text}\n\n",
		code: "`{x}`", strong: "**{x}**", emphasis: "*{x}*", link: "[{x}](#{x})", anchor: `<a id="{x}"></a>{x}`,
		badge: "{x} ![New](/img/new.svg)", hidden: "{x}<!-- 00{x} -->", note: "{x}[^1]", notes: "[^1]: 2.0\n",
	},
	"rst": {
		escape: same, page: rstPage, nav: "* `{text} <{text}.html>`_\n",
		heading: "{text}\n{-}\n\n", section: "{text}\n{~}\n\n",
		code: "``{x}``", strong: "**{x}**", emphasis: "*{x}*", link: "`{x} <#{x}>`_", note: "{x} [1]_", notes: ".. [1] 2.0\n",
	},
	"asciidoc": {
		escape: same, page: asciidocPage, nav: "* link:{text}.html[{text}]\n", heading: "== {text}\n\n", section: "=== {text}\n\n",
		code: "`{x}`", strong: "*{x}*", emphasis: "_{x}_", link: "link:#{x}[{x}]", anchor: "[[{x}]]{x}",
		badge: "{x} [.badge]#New#", note: "{x}footnote:[2.0]",
	},
	"wiki": {
		escape: same, page: wikiPage, nav: "* [[{text}]]\n", heading: "== {text} ==\n", section: "=== {text} ===\n",
		code: "<code>{x}</code>", strong: "'''{x}'''", emphasis: "''{x}''", link: "[[{x}]]", anchor: `<span id="{x}"></span>{x}`,
		hidden: "<!-- 00{x} -->{x}", note: "{x}<ref>2.0</ref>", notes: "<references />\n",
	},
	"man": {
		escape: troffed, page: manPage, heading: ".SH {text}\n", section: ".SS {text}\n",
		strong: `\fB{x}\fR`, emphasis: `\fI{x}\fP`,
	},
	"mdoc": {escape: troffed, page: mdocPage, heading: ".Sh {text}\n", section: ".Ss {text}\n", emphasis: `\fI{x}\fP`},
	"plain": {
		escape: same, page: plainPage, nav: "* {text}\n",
		heading: "{text}\n{-}\n\n", section: "{text}\n{~}\n\n",
		permalink: "{x} ¶",
	},
	"docbook": {
		escape: html.EscapeString, page: docbookPage, heading: "<section><title>{text}</title>\n", section: "<section><title>{text}</title>\n",
		headingEnd: "</section>\n", sectionEnd: "</section>\n",
		code: "<literal>{x}</literal>", strong: `<emphasis role="bold">{x}</emphasis>`, emphasis: "<emphasis>{x}</emphasis>",
		link: `<link linkend="l{x}">{x}</link>`, anchor: `<anchor xml:id="l{x}"/>{x}`, note: "{x}<footnote><para>2.0</para></footnote>",
	},
	// Formats of records alone.
	"rows":    {escape: same, page: "{body}\n"},
	"quoted":  {escape: quoted, page: "{body}\n"},
	"xml":     {escape: html.EscapeString, page: "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{body}\n"},
	"doubled": {escape: func(s string) string { return strings.ReplaceAll(s, `"`, `""`) }, page: "{body}\n"},
	// Source code, with the licence and the purpose above it.
	"slashes": {escape: quoted, page: "// Copyright 2026 the authors.\n\n{body}\n", section: "// {text}\n\n"},
	"hashes":  {escape: quoted, page: "# Copyright 2026 the authors.\n\n{body}\n", section: "# {text}\n\n"},
}

// Formats of others in parts.
func init() {
	for name, of := range map[string]string{"pre": "html", "fence": "markdown"} {
		d := dialect{escape: dialects[of].escape}
		d.around(dialects[of])
		dialects[name] = &d
	}
	d := *dialects["html"]
	d.around(dialects["markdown"])
	dialects["markdown-html"] = &d
}

// around takes what stands around the records from another dialect.
func (d *dialect) around(of *dialect) {
	d.page, d.nav, d.heading, d.section, d.notes = of.page, of.nav, of.heading, of.section, ""
}
