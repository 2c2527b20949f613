// Package guess says what the columns of a candidate mean where no recipe does,
// how sure that is, and drafts the recipe that reads the same.
//
//	guess.go       which column is what; subject.go what is guessed about
//	stat.go        what the cells of a column look like; text.go which column is
//	               the text, success.go which codes say that all went well
//	kind.go        errors, results, parameters or fields
//	pattern.go     expressions of one page
//	reading.go     what reads the rows then; guesstitle.go titles beside texts
//	whole.go       codes that are all of their cell
//	codeform.go    what the codes of a table have in common
//	majority.go    numbers, and rows beside them that are about none
//	told.go        the reading that a person tells the values of; toldmissing.go
//	               what of them no reading holds; same.go tables that go on
//	               with one another
//	measure.go     what is weighed of a table; weigh.go its confidence, by
//	               weights.txt, which the folder train makes
//	bygroup.go     tables whose groups repeat codes; byform.go those whose groups
//	               list names of other forms
//	shadow.go      one reading of the same lines
//	restated.go    tables that say again what another says
//	choice.go      the likeliest table and what goes with it, or several as one
//	category.go    the tables of categories as one, with groups
//	guessname.go   names of tables
//	warning.go     rows without a code, codes with several texts
//	draft*.go      the recipe that reads what was guessed; shared.go that of
//	               tables that mean different things by one code
package guess
