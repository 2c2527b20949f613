package plain

import (
	"testing"

	"github.com/spectab/spectab/scrape/page/pagetest"
)

func TestOptions(t *testing.T) {
	testText(t, map[string]pagetest.BlocksTest{
		"behind a gap and below": {Page: "  -a, --all=N  take all\n      --big[=WHEN]\n                 be big or\n                   small\n\n  -c           count\n\nEnd.", Want: `
item -a, --all=N
  p 1 take all
item --big[=WHEN]
  p 3 be big or
  p 4 small
item -c
  p 6 count
p 8 End.
`},
		"in quotes, on lines of their own": {Page: "'-s NAME'\n‘--spade=NAME’\n     Which spade.\n'-w'\n     Wide.", Want: `
item -s NAME, --spade=NAME
  p 3 Which spade.
item -w
  p 5 Wide.
`},
		"a line that begins with an option is prose": {Page: "-a is nothing to\n  -b at all.", Want: "p 1 -a is nothing to\np 2 -b at all.\n"},
		"one":             {Page: "-a  all", Want: "p 1 -a all\n"},
		"without a text":  {Page: "-a\n-b", Want: "p 1 -a\np 2 -b\n"},
		"an errno":        {Page: "-EIO     broken\n-ENOENT  lost", Want: "p 1 -EIO broken\np 2 -ENOENT lost\n"},
		"a number":        {Page: "-1  one\n-2  two", Want: "p 1 -1 one\np 2 -2 two\n"},
		"too many words":  {Page: "-a A B C D E F G H  all\n-b A B C D E F G H  both", Want: "p 1 -a A B C D E F G H all\np 2 -b A B C D E F G H both\n"},
		"of a long text":  {Page: "-a     all\n       -b is none\n-c     count", Want: "item -a\n  p 1 all\n  p 2 -b is none\nitem -c\n  p 3 count\n"},
		"other text ends": {Page: "-a  all\n-b  both\nmore", Want: "item -a\n  p 1 all\nitem -b\n  p 2 both\np 3 more\n"},
	})
}
