// Train makes the weights of package guess out of pages whose tables are known,
// and reports how well they do on pages that they have not seen.
//
//	go run ./scrape/guess/train -pages DIR [-o FILE]
//
// DIR has a folder for each page: page.* and truth.json, the rows that somebody
// who needs the page would want. Without -o nothing is written; the report is
// the same. The same pages make the same weights, to the byte.
//
//	main.go    the command
//	pages.go   pages and what is true of them
//	text.go    which column is the text
//	fit.go     logistic regression, held back to prior.txt
//	report.go  what was found on pages left out
package main
