// Package markup reads HTML and what becomes HTML: Markdown and wikitext.
//
//	htmlpage.go   a page of markup: title, truncation
//	html.go       markup to blocks; htmlpre.go its preformatted text; numbered.go
//	              lists whose numbers say something
//	mark.go       how elements make their text look
//	unseen.go     what nobody sees
//	grid.go       tables and their spans; role.go those of other elements
//	textline.go    on which line the text of markup stands
//	fragment.go   what other formats write down as HTML
//	markdown*.go  Markdown, by goldmark; markdownflavour.go what publishers add to
//	              it, markdownyfm.go tables of Yandex, markdownbound.go what it would
//	              cost without a bound
//	wikitext*.go  MediaWiki's markup
package markup
