package markup

import (
	"regexp"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"golang.org/x/net/html"

	"github.com/spectab/spectab/scrape/page"
)

// numbered writes the numbers of a list before its items where they say more than
// how many those are: 404, 500. A list that counts from 1, or goes on with the one
// before, whose last number is before, says no more.
func (w *htmlWalker) numbered(b *page.Block, numbers []int, before int) {
	if len(numbers) == 0 || len(numbers) != len(b.Items) {
		return
	}
	counts := numbers[0] == 1 || numbers[0] == before+1
	for i := 1; i < len(numbers); i++ {
		if numbers[i] <= numbers[i-1] {
			return
		}
		counts = counts && numbers[i] == numbers[i-1]+1
	}
	if w.lastNumber = numbers[len(numbers)-1]; counts {
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

// numberOf is the number of an item, behind one with the number last.
func numberOf(li *html.Node, last int) int {
	if n, err := strconv.Atoi(attribute(li, "value")); err == nil {
		return n
	}
	return last + 1
}

// firstNumber is the number before that of the first item of a list.
func firstNumber(ol *html.Node) int {
	if n, err := strconv.Atoi(attribute(ol, "start")); err == nil {
		return n - 1
	}
	return 0
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
