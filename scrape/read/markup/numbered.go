package markup

import (
	"regexp"
	"slices"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/spectab/spectab/scrape/page"
)

// numbered writes the numbers of a list before its items where they say more than
// how many those are: 404, 500. A list that counts from 1, or goes on with the one
// before, whose last number is before, says no more. Nor does one that counts down
// to 1, by steps of -1.
func (w *htmlWalker) numbered(b *page.Block, numbers []int, step, before int) {
	if len(numbers) == 0 || len(numbers) != len(b.Items) {
		return
	}
	last := numbers[len(numbers)-1]
	counts := numbers[0] == 1 || numbers[0] == before+1
	if step < 0 {
		counts = last == 1
	}
	for i := 1; i < len(numbers); i++ {
		if (numbers[i]-numbers[i-1])*step <= 0 {
			return
		}
		counts = counts && numbers[i] == numbers[i-1]+step
	}
	if w.lastNumber = last; counts {
		return
	}
	for i := range b.Items {
		if blocks := b.Items[i].Blocks; len(blocks) > 0 && blocks[0].Kind == page.Paragraph {
			prefix(&blocks[0].Lines[0], strconv.Itoa(numbers[i])+". ")
		}
	}
}

// prefix puts a text before a line, whose marks stay where they are in it.
func prefix(l *page.Line, text string) {
	l.Text = text + l.Text
	for i := range l.Marks {
		l.Marks[i].From += int32(len(text))
		l.Marks[i].To += int32(len(text))
	}
}

// numberOf is the number of an item, step behind one with the number last.
func numberOf(li *html.Node, last, step int) int {
	if n, err := strconv.Atoi(attribute(li, "value")); err == nil {
		return n
	}
	return last + step
}

// counting is the number before that of the first item of a list, and the step to the
// next: as HTML has it, a reversed list counts down to 1 where it does not say
// where it starts.
func counting(ol *html.Node) (before, step int) {
	step = 1
	if slices.ContainsFunc(ol.Attr, func(a html.Attribute) bool { return a.Key == "reversed" }) {
		step = -1
		for c := ol.FirstChild; c != nil; c = c.NextSibling {
			if c.DataAtom == atom.Li {
				before++
			}
		}
		before++
	}
	if n, err := strconv.Atoi(attribute(ol, "start")); err == nil {
		before = n - step
	}
	return before, step
}

// itemNumber is what stands before the text of an item of Markdown.
var itemNumber = regexp.MustCompile(`(?:^|[^\d])(\d{1,9})[.)][ \t]+$`)

// numbersOf are the numbers of a list as the author of the page wrote them; nil
// where some item has none.
func (r *markdownReader) numbersOf(list *ast.List) []int {
	if !list.IsOrdered() {
		return nil
	}
	var numbers []int
	for c := list.FirstChild(); c != nil; c = c.NextSibling() {
		first := c.FirstChild()
		if first == nil || first.Type() != ast.TypeBlock || first.Lines().Len() == 0 {
			return nil
		}
		end := first.Lines().At(0).Start
		m := itemNumber.FindSubmatch(r.source[max(0, end-16):end])
		if m == nil {
			return nil
		}
		n, _ := strconv.Atoi(string(m[1])) // nine digits at most
		numbers = append(numbers, n)
	}
	return numbers
}
