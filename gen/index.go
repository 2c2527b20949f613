package gen

import (
	"cmp"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strings"

	"github.com/dave/jennifer/jen"
	"github.com/spectab/spectab/model"
)

// maxScan is the number of rows up to which looking at one after the other
// finds them as fast as anything does, and needs no index.
const maxScan = 8

// maxSwitch is the number of rows up to which a switch finds them as fast as
// a hash does.
const maxSwitch = 32

// A search is a way from a value to the number of its row.
type search struct {
	by     string // "" for the code, "ByKey"
	shares bool   // some symbols stand for several codes, and are not found
	keys   []searchKey
	hashes *perfect
	dense  []int // row + 1 by the distance from least; nil where hashes serve
	least  *big.Int
}

type searchKey struct {
	row     int
	literal string
	text    string
	value   *big.Int
}

// byCode finds rows by their value.
func (g *goType) byCode() *search {
	s := &search{}
	for i, r := range g.rows {
		if r.decides() {
			s.keys = append(s.keys, searchKey{i, r.name, r.text, r.value})
		}
	}
	if len(s.keys) <= maxSwitch {
		return s
	}
	if g.isInteger() && s.fill() {
		return s
	}
	s.hashes = newPerfect(len(s.keys), func(i int, seed uint64) uint64 {
		if k := s.keys[i]; k.value == nil {
			return hashText(k.text, seed)
		}
		return hashNumber(twosComplement(s.keys[i].value), seed)
	})
	g.numbered(s)
	return s
}

// byKey finds rows by the vendor's symbol, but for symbols that several codes
// share. What is gone from the page counts only where the page has no such
// symbol.
func (g *goType) byKey() *search {
	s := &search{by: "ByKey"}
	at := map[string]int{} // by symbol, the place in keys
	shared := map[string]bool{}
	for _, gone := range []bool{false, true} {
		for i := range g.rows {
			r := &g.rows[i]
			if r.key == "" || r.isGone != gone {
				continue
			}
			if first, ok := at[r.key]; !ok {
				at[r.key] = len(s.keys)
				s.keys = append(s.keys, searchKey{i, quote(r.key), r.key, nil})
			} else if other := &g.rows[s.keys[first].row]; !g.sameValue(other, r) && (other.isGone || !gone) {
				shared[r.key] = true
			}
		}
	}
	s.keys = slices.DeleteFunc(s.keys, func(k searchKey) bool { return shared[k.text] })
	slices.SortFunc(s.keys, func(a, b searchKey) int { return cmp.Compare(a.row, b.row) })
	s.shares = len(shared) > 0
	if len(s.keys) > maxSwitch {
		s.hashes = newPerfect(len(s.keys), func(i int, seed uint64) uint64 { return hashText(s.keys[i].text, seed) })
		g.numbered(s)
	}
	return s
}

func (g *goType) sameValue(a, b *row) bool {
	if g.isInteger() {
		return a.value.Cmp(b.value) == 0
	}
	return a.text == b.text
}

// numbered puts rows in the place of keys.
func (g *goType) numbered(s *search) {
	if s.hashes == nil {
		g.plan.problem(0, "no hash table can be made of the %s of %s: please report the page", model.Plural(g.noun), g.name)
		return
	}
	for i, key := range s.hashes.slots {
		s.hashes.slots[i] = s.keys[key].row
	}
}

func twosComplement(n *big.Int) uint64 {
	if n.Sign() < 0 {
		return uint64(n.Int64())
	}
	return n.Uint64()
}

// fill makes the dense table, unless most of it would be empty, or int64
// could not hold the numbers.
func (s *search) fill() bool {
	least, greatest := s.keys[0].value, s.keys[0].value
	for _, k := range s.keys {
		if k.value.Cmp(least) < 0 {
			least = k.value
		}
		if k.value.Cmp(greatest) > 0 {
			greatest = k.value
		}
	}
	span := new(big.Int).Sub(greatest, least)
	if !least.IsInt64() || !greatest.IsInt64() || span.Cmp(big.NewInt(int64(4*len(s.keys)))) > 0 {
		return false
	}
	s.least = least
	s.dense = make([]int, span.Int64()+1)
	for _, k := range s.keys {
		s.dense[new(big.Int).Sub(k.value, least).Int64()] = k.row + 1
	}
	return true
}

// emitIndex adds the functions that find rows, and what they read.
func (g *goType) emitIndex(f *jen.File) {
	if g.isScanned() {
		return
	}
	name := "Index"
	if g.carries {
		name = "Exact"
	}
	g.function(f, fmt.Sprintf("%s returns the place of %s in %s, or -1.", g.stem+name, g.receiver(), g.rowsVar()), name, jen.Int(),
		g.searchBody(g.code, jen.Id(g.receiver()))...)
	g.emitNumbers(f, g.code)
	if g.keys != nil {
		describe(f, fmt.Sprintf("%sByKey returns the place of a symbol in %s, or -1.", g.stem, g.rowsVar()))
		f.Func().Id(g.stem + "ByKey").Params(jen.Id("key").String()).Int().Block(g.searchBody(g.keys, jen.Id("key"))...)
		g.emitNumbers(f, g.keys)
	}
}

// isScanned reports whether a type needs no index.
func (g *goType) isScanned() bool {
	return len(g.rows) <= maxScan && !g.repeats() && g.keys == nil && !g.carries
}

// emitScan adds what finds a row without an index.
func (g *goType) emitScan(f *jen.File) {
	if g.carries {
		g.emitIndexOfCarriers(f)
	}
	if g.isScanned() {
		g.function(f, fmt.Sprintf("%sIndex returns the place of %s in %s, or -1.", g.stem, g.receiver(), g.rowsVar()), "Index", jen.Int(),
			jen.Return(jen.Qual("slices", "Index").Call(jen.Id(g.rowsVar()).Index(jen.Op(":")), jen.Id(g.receiver()))))
	}
}

func (g *goType) emitNumbers(f *jen.File, s *search) {
	var b strings.Builder
	switch {
	case s.hashes != nil:
		writeNumbers(&b, g.stem+"Steps"+s.by, "the step of each bucket of hashes", s.hashes.steps)
		writeNumbers(&b, g.stem+"Slots"+s.by, "the row in each slot", s.hashes.slots)
	case s.dense != nil && !s.inOrder():
		writeNumbers(&b, g.stem+"Slots", fmt.Sprintf("one more than the row of each number from %s on", s.least), s.dense)
	default:
		return
	}
	f.Id(b.String())
}

// numberAt reads one of the numbers of writeNumbers.
func (g *goType) numberAt(name string, numbers []int, i jen.Code) *jen.Statement {
	g.plan.support.packed = true
	return jen.Id("packed").Call(jen.Id(name), jen.Lit(packedBytes(numbers)), i)
}

// searchBody finds a row.
func (g *goType) searchBody(s *search, subject *jen.Statement) []jen.Code {
	switch {
	case s.hashes != nil:
		return g.hashBody(s, subject)
	case s.dense != nil:
		return g.denseBody(s, subject)
	case len(s.keys) == 0:
		return []jen.Code{jen.Return(jen.Lit(-1))}
	}
	return []jen.Code{
		jen.Switch(subject).BlockFunc(func(cases *jen.Group) {
			for _, k := range s.keys {
				cases.Case(jen.Id(k.literal)).Block(jen.Return(jen.Lit(k.row)))
			}
		}),
		jen.Return(jen.Lit(-1)),
	}
}

// hashBody looks one row up and compares it.
func (g *goType) hashBody(s *search, subject *jen.Statement) []jen.Code {
	step := g.numberAt(g.stem+"Steps"+s.by, s.hashes.steps, jen.Id("h").Op("&").Lit(len(s.hashes.steps)-1))
	slot := jen.Parens(jen.Id("h").Op(">>").Lit(32).Op("^").Uint64().Call(step)).Op("&").Lit(s.hashes.block() - 1)
	if n := s.hashes.blocks(); n > 1 {
		slot = jen.Uint64().Call(jen.Uint16().Call(jen.Id("h").Op(">>").Lit(40))).Op("*").Lit(n).Op(">>").Lit(16).Op("*").Lit(s.hashes.block()).Op("+").Add(slot)
	}
	found := g.codeAt(jen.Id("i"))
	if s.by != "" {
		found = g.cell("Key", jen.Id("i"))
	}
	return append(g.hash(s, subject),
		jen.Id("i").Op(":=").Add(g.numberAt(g.stem+"Slots"+s.by, s.hashes.slots, slot)),
		jen.If(found.Op("==").Add(subject)).Block(jen.Return(jen.Id("i"))),
		jen.Return(jen.Lit(-1)),
	)
}

// hash sets h to the hash of the subject.
func (g *goType) hash(s *search, subject *jen.Statement) []jen.Code {
	seed := jen.Id(fmt.Sprintf("%#x", s.hashes.seed))
	if g.isInteger() && s.by == "" {
		g.plan.support.hashNumber = true
		return []jen.Code{jen.Id("h").Op(":=").Id("hashNumber").Call(jen.Uint64().Call(subject), seed)}
	}
	if shortest, longest := s.lengths(); shortest >= 4 && longest <= 8 {
		g.plan.support.half = true
		return s.shortHash(shortest, longest, subject, seed)
	}
	g.plan.support.hashText = true
	return []jen.Code{jen.Id("h").Op(":=").Id("hashText").Call(s.asString(subject), seed)}
}

// shortHash is hashText of four to eight bytes, written out: the call would
// take as long as all the rest.
func (s *search) shortHash(shortest, longest int, subject, seed *jen.Statement) []jen.Code {
	length := func() *jen.Statement { return jen.Len(subject) }
	outside := length().Op("!=").Lit(longest)
	if shortest < longest {
		outside = length().Op("<").Lit(shortest).Op("||").Add(length()).Op(">").Lit(longest)
	}
	half := func(text jen.Code) *jen.Statement { return jen.Id("half").Call(s.asString(text)) }
	tail := jen.Add(subject).Index(length().Op("-").Lit(4).Op(":"))
	return []jen.Code{
		jen.If(outside).Block(jen.Return(jen.Lit(-1))),
		jen.Id("h").Op(":=").Id("mix").Call(seed.Op("*").Uint64().Call(length()).Op("^").Add(half(subject)).Op("^").Add(half(tail)).Op("<<").Lit(32)),
	}
}

// asString is a value of the type as a string, which a symbol is anyway.
func (s *search) asString(subject jen.Code) jen.Code {
	if s.by != "" {
		return subject
	}
	return jen.String().Call(subject)
}

// lengths are those of the shortest and the longest text.
func (s *search) lengths() (shortest, longest int) {
	shortest = len(s.keys[0].text)
	for _, k := range s.keys {
		shortest, longest = min(shortest, len(k.text)), max(longest, len(k.text))
	}
	return shortest, longest
}

// denseBody reads the row number at the distance from the least code. A bound
// that the type has anyway is left out, or vet would call it always true.
func (g *goType) denseBody(s *search, subject *jen.Statement) []jen.Code {
	least, greatest, _ := integerRange(model.Value{Type: g.base})
	last := new(big.Int).Add(s.least, big.NewInt(int64(len(s.dense)-1)))
	var outside *jen.Statement
	if s.least.Cmp(least) > 0 {
		outside = jen.Add(subject).Op("<").Id(s.least.String())
	}
	if last.Cmp(greatest) < 0 {
		above := jen.Add(subject).Op(">").Id(last.String())
		if outside == nil {
			outside = above
		} else {
			outside = outside.Op("||").Add(above)
		}
	}
	at := jen.Int64().Call(subject)
	if s.least.Sign() > 0 {
		at = at.Op("-").Id(s.least.String())
	} else if s.least.Cmp(big.NewInt(math.MinInt64)) == 0 {
		at = jen.Uint64().Call(subject).Op("+").Id(new(big.Int).Neg(s.least).String()) // past what int64 holds
	} else if s.least.Sign() < 0 {
		at = at.Op("+").Id(new(big.Int).Neg(s.least).String())
	}
	body := []jen.Code{jen.Return(g.numberAt(g.stem+"Slots", s.dense, jen.Uint64().Call(at)).Op("-").Lit(1))}
	if s.inOrder() {
		body = []jen.Code{jen.Return(jen.Int().Call(at))}
	}
	if outside != nil {
		body = append([]jen.Code{jen.If(outside).Block(jen.Return(jen.Lit(-1)))}, body...)
	}
	return body
}

// inOrder reports whether the rows are one number after another, so that the
// distance is the row.
func (s *search) inOrder() bool {
	for i, row := range s.dense {
		if row != i+1 {
			return false
		}
	}
	return true
}
