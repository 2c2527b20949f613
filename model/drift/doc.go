// Package drift says what changed between two states of a source: facts first,
// entry by entry and with the line on both sides, then a verdict on each of
// them by one table of rules.
//
// The files:
//
//	compare.go      Compare: two Specs to a list of changes
//	source.go       what changed of the source itself
//	pair.go         which table of one side is which of the other
//	match.go        which entry of one table is which of the other
//	evidence.go     renames, and what they are recognised by
//	reuse.go        codes that mean another thing now: swaps, shifts, new meanings
//	move.go         entries that went to another table, tables merged and split
//	column.go       what an entry can say, column by column
//	columns.go      columns that came, went or changed their name
//	groups.go       sections that changed their title
//	entry.go        what changed inside of one entry
//	lists.go        values that were added to a list or taken from it
//	limit.go        whether another value of a limit is tighter
//	types.go        whether another type of a parameter takes less or more
//	order.go        rows that stand in another order
//	text.go         what kind of change of a text it is
//	contrary.go     words by which a text says the contrary now
//	negation.go     negations, by negations.txt
//	opposite.go     opposites and units, by opposites.txt
//	essence.go      texts without what nobody means by them
//	segment.go      the words in which two texts differ
//
//	edits.go        which lines of two files differ
//	unread.go       lines that look like data, changed, and no change is about
//	reader.go       which entry says what a line does
//	place.go        on which line a change stands
//	cause.go        changes of one cause made one
//
//	change.go       Change: a fact with its verdict
//	level.go        Level and Bump
//	rule.go         the table of rules
//	coverage.go     how much was compared
//	accept.go       changes that somebody accepted, and levels of one's own
//
// Facts know nothing of levels: what a change is called and how bad it is,
// the table of rules alone decides.
package drift
