// Package refresh replaces a snapshot by the page as it is now, where it is
// safe: it is the engine behind the verb.
//
//	refresh.go   Engine: fetch, guard, compare, replace
//	check.go     the steps for one source
//	replace.go   the files that a change makes
//	returned.go  tables that are back, pages that somebody replaced, recipes that follow
//	live.go      a source as it is now, for comparing alone
//	guard.go     the guards, by name, and what a refusal says
//	accept.go    what a user lets pass, one thing at a time
//	content.go   guards that compare what two pages say
//	stray.go     codes that seem gone, and lists of which a page shows a part
//	form.go      codes that have not the form of the others
//	language.go  texts in another language, by languages.txt
//	breaking.go  changes that break programs and that nobody declared
//	same.go      whether two pages say the same
//	health.go    when a source was last checked, outside the repository
//	folder.go    where that is kept, and refused pages with it
package refresh
