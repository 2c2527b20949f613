package source

import "slices"

// A bracket is what is known of one that opens before anything in it is read.
type bracket struct {
	end      int  // the token that closes it, how many there are where the page ends before; 0 where nothing does
	block    bool // it has a semicolon of its own: it holds statements
	blocks   bool // it holds statements at any depth
	declares bool // and a declaration
}

// closing are the brackets that close.
var closing = map[string]string{"{": "}", "[": "]", "(": ")"}

func opens(t *token) bool { return t.is("{") || t.is("[") || t.is("(") }

func closes(t *token) bool { return t.is("}") || t.is("]") || t.is(")") }

// brackets are those of tokens, each in the place of the token that opens it. One
// that does not close before the bracket around it does has no end.
func brackets(tokens []token) []bracket {
	all := make([]bracket, len(tokens))
	var open []int
	wanted := map[string]int{} // how many of those that are open each sign closes
	for i := range tokens {
		switch t := &tokens[i]; {
		case opens(t):
			open = append(open, i)
			wanted[closing[t.text]]++
		case closes(t):
			for closed := wanted[t.text] == 0; !closed; {
				from := open[len(open)-1]
				open = open[:len(open)-1]
				end := closing[tokens[from].text]
				wanted[end]--
				if closed = end == t.text; closed {
					all[from].end = i
				}
				if len(open) > 0 {
					all[open[len(open)-1]].add(&all[from])
				}
			}
		case len(open) > 0:
			in := &all[open[len(open)-1]]
			in.block = in.block || t.is(";")
			in.blocks = in.blocks || in.block
			in.declares = in.declares || declares(tokens[i:])
		}
	}
	for n := len(open) - 1; n >= 0; n-- {
		all[open[n]].end = len(tokens)
		if n > 0 {
			all[open[n-1]].add(&all[open[n]])
		}
	}
	return all
}

// add adds what a bracket within holds.
func (b *bracket) add(in *bracket) {
	b.declares = b.declares || in.declares
	b.blocks = b.blocks || in.blocks
}

// holding are words that declare something that holds values.
var holding = []string{"const", "let", "var", "val", "enum"}

// declares reports whether tokens begin with a declaration. Such a word may also
// be a key, or make what is behind it constant.
func declares(tokens []token) bool {
	if tokens[0].kind == directiveToken {
		return tokens[0].text == "define"
	}
	if len(tokens) < 3 || tokens[0].kind != identToken || !slices.Contains(holding, tokens[0].text) || tokens[1].kind != identToken {
		return false
	}
	sign := &tokens[2]
	return sign.is("=") || sign.is(":") || sign.is("{")
}

// literal reports whether what stands in the bracket n tokens ahead may be values
// alone: it ends, and is neither a block nor holds declarations, which are
// read where they stand.
func (s *scanner) literal(n int) bool {
	b := s.brackets[s.at+n]
	return b.end > 0 && !b.block && !b.declares
}
