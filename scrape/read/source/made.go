package source

import (
	"regexp"
	"slices"
)

// literals are the numbers and the texts that something is made of, and the
// text that its name says is the code, where no number's name does.
type literals struct {
	maker          string
	code           []token
	numbered       bool // by its name a number is the code
	numbers, words []token
	status         []token // of HTTP, by the name of a number that is none but that
}

// made reads what a call or a literal makes of numbers and texts, and reports
// whether that defines something: Register(space, 2, "text"), new Code(2,
// "text"), &Code{Number: 2, Text: "text"}, New("text").
func (d *definition) made(expr []token) bool {
	maker, inner := construction(expr)
	args := split(inner)
	if len(args) == 1 && len(args[0]) > 1 && args[0][0].is("{") { // new Code({ number: 2, text: "text" })
		inner, _ = matching(args[0][1:], "{", "}")
		args = split(inner)
	}
	found := literals{maker: maker}
	for _, arg := range args {
		found.add(arg)
	}
	found.settle()
	switch {
	case len(found.words) == 0, maker == "" && !speaking(args) && !tuple(expr, args, found):
		return false
	case len(args) == 1 && len(found.words) == 1 && slices.Contains(makers, maker):
	case !found.counts() && len(found.code) == 0 && (len(found.words) < 2 || space.MatchString(found.words[0].text) || !space.MatchString(found.words[1].text)):
		return false
	}
	d.expr = found.code
	if len(args) > 1 && !found.counts() && len(found.code) == 0 {
		d.expr, found.words = found.words[:1], found.words[1:]
	}
	d.literals = found
	if last := len(found.words) - 1; last > 0 { // a title or an identifier before the text
		d.says(found.words[:last])
		d.remark, d.text = d.text, nil
		found.words = found.words[last:]
	}
	d.says(found.words)
	return true
}

// tuple reports whether an expression is literals in brackets, a number among
// them.
func tuple(expr []token, args [][]token, found literals) bool {
	return expr[0].is("(") && len(found.numbers) > 0 && len(found.numbers)+len(found.words) == len(args)
}

// makers are functions that make an error of a text.
var makers = []string{"New", "Errorf", "NewError", "Error"}

// construction is what a whole expression calls or fills, by its last name,
// and what stands in its brackets; nothing where it is none.
func construction(expr []token) (maker string, inner []token) {
	for i := range expr {
		switch t := &expr[i]; {
		case t.is("("), t.is("{"):
			inner, rest := matching(expr[i+1:], t.text, closing[t.text])
			if len(rest) > 0 {
				return "", nil
			}
			return maker, inner
		case t.kind == identToken:
			maker = t.text
		case !t.is("&") && !t.is(".") && !t.is("::"):
			return "", nil
		}
	}
	return "", nil
}

// counts reports whether there is a number, be it a status alone.
func (l *literals) counts() bool { return len(l.numbers)+len(l.status) > 0 }

// add takes an argument that is a literal, with its name before it or without.
func (l *literals) add(arg []token) {
	at, isCode, isStatus := len(l.numbers), false, false
	if named(arg) {
		isStatus = statusName.MatchString(arg[0].text)
		isCode = codeName.MatchString(arg[0].text) && !isStatus
		if isCode {
			at = 0 // before a status
		}
		arg = arg[2:]
	}
	switch {
	case len(arg) == 0:
	case isCode && len(arg) == 1 && arg[0].kind == stringToken && !isProse(&arg[0]):
		l.code = arg
	case arg[0].kind == stringToken && !slices.ContainsFunc(arg, func(t token) bool { return t.kind != stringToken && !t.is("+") }):
		l.words = append(l.words, wholeOf(arg))
	case isStatus && len(arg) == 1 && arg[0].kind == numberToken && statusNumber.MatchString(arg[0].text):
		l.status = arg
	case len(arg) == 1 && arg[0].kind == numberToken, len(arg) == 2 && arg[0].is("-") && arg[1].kind == numberToken:
		n := arg[len(arg)-1]
		if len(arg) == 2 {
			n.text = "-" + n.text
		}
		l.numbers = slices.Insert(l.numbers, at, n)
		l.numbered = l.numbered || isCode
	}
}

// settle makes a name of the text that is called a code beside a number that is
// called one too.
func (l *literals) settle() {
	if l.numbered && len(l.code) > 0 {
		l.words = slices.Insert(l.words, 0, l.code[0])
		l.code = nil
	}
}

// named reports whether an argument stands behind its name.
func named(arg []token) bool {
	return len(arg) > 2 && arg[0].kind == identToken && (arg[1].is("=") || arg[1].is(":"))
}

// wholeOf is a string that is written in several pieces.
func wholeOf(pieces []token) token {
	whole := pieces[0]
	for _, t := range pieces[1:] {
		if t.kind == stringToken {
			whole.text, whole.long = whole.text+t.text, nil
		}
	}
	return whole
}

// Names of members that hold a code, a status beside it, and a text.
var (
	codeName   = regexp.MustCompile(`(?i)(?:code|status|number|errno|^id)$`)
	statusName = regexp.MustCompile(`(?i)http|status`)
	// statusNumber is a status of HTTP (RFC 9110, 15).
	statusNumber = regexp.MustCompile(`^[1-5]\d\d$`)
	textName     = regexp.MustCompile(`(?i)(?:message|msg|text|description|reason)$`)
)

// speaking reports whether arguments have the names of a code and a text.
func speaking(args [][]token) bool {
	is := func(name *regexp.Regexp) func([]token) bool {
		return func(arg []token) bool { return named(arg) && name.MatchString(arg[0].text) }
	}
	return slices.ContainsFunc(args, is(codeName)) && slices.ContainsFunc(args, is(textName))
}

// says makes strings the text of a definition: what a program says of it. What
// comments say stands beside it.
func (d *definition) says(words []token) {
	for i := range words {
		d.text = append(d.text, textOf(&words[i])...)
	}
	d.documented = d.documented || len(words) > 0
	d.said = len(words) > 0
}

// settleMade gives the definitions of each maker that have no code by name
// that one of their numbers which differs most: before a code there may stand a
// status.
func (g *group) settleMade() {
	g.settleStatuses()
	of := map[string][]*definition{}
	for _, d := range g.list {
		if len(d.literals.numbers) > 0 && len(d.literals.code) == 0 {
			of[d.literals.maker] = append(of[d.literals.maker], d)
		}
	}
	for _, list := range of {
		best, most := 0, 0
		for n := range list[0].literals.numbers {
			distinct := map[string]bool{}
			for _, d := range list {
				distinct[d.literals.number(n).text] = true
			}
			if len(distinct) > most {
				best, most = n, len(distinct)
			}
		}
		for _, d := range list {
			d.expr = []token{d.literals.number(best)}
		}
	}
}

// number is the nth, or the last of fewer.
func (l *literals) number(n int) token { return l.numbers[min(n, len(l.numbers)-1)] }

// settleStatuses makes codes of the statuses of HTTP where nothing has another
// number, or a code.
func (g *group) settleStatuses() {
	if slices.ContainsFunc(g.list, func(d *definition) bool { return len(d.literals.numbers)+len(d.literals.code) > 0 }) {
		return
	}
	for _, d := range g.list {
		d.literals.numbers, d.literals.status = d.literals.status, nil
	}
}
