package recipe

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/spectab/spectab/model"
)

// value is the Go type of the codes, with the fields of their bits in the
// order of the bits, highest first.
func (t *Table) value() model.Value {
	v := model.Value{Type: t.Value, Wrap: t.Wrap}
	for _, name := range slices.Sorted(maps.Keys(t.Bits)) {
		if b, ok := parseBits(string(t.Bits[name])); ok {
			b.Name = name
			v.Bits = append(v.Bits, b)
		}
	}
	slices.SortStableFunc(v.Bits, func(a, b model.Bits) int { return b.High - a.High })
	return v
}

// parseBits reads "16-28", or "31" for a flag.
func parseBits(s string) (b model.Bits, ok bool) {
	low, high, isRange := strings.Cut(s, "-")
	if !isRange {
		high = low
	}
	var errLow, errHigh error
	b.Low, errLow = strconv.Atoi(low)
	b.High, errHigh = strconv.Atoi(high)
	b.Flag = !isRange
	return b, errLow == nil && errHigh == nil && b.Low >= 0 && b.Low <= b.High && b.High < 64
}

// checkNumbers checks what a recipe says of integer codes.
func (t *Table) checkNumbers(add adder) {
	isSigned := strings.HasPrefix(t.Value, "int")
	if t.Wrap && !isSigned {
		add(t.line("wrap"), "drop it, or give value: a signed type such as int32", "wrap is for codes of a signed type, and table %s has none", t.Name)
	}
	size, _ := strconv.Atoi(strings.TrimLeft(t.Value, "uint"))
	for _, name := range slices.Sorted(maps.Keys(t.Bits)) {
		b, ok := parseBits(string(t.Bits[name]))
		switch {
		case !model.ValidIdentifier(name):
			add(t.line("bits"), "a name such as Severity", "the bits %q need the name of a Go method", name)
		case !ok:
			add(t.line("bits"), "lowest and highest bit, such as 16-28, or one bit alone", "%s cannot be the bits %q", name, t.Bits[name])
		case b.High >= size:
			add(t.line("bits"), "give value: a type that has them, such as uint32", "%s needs bit %d, which value %q does not have", name, b.High, t.Value)
		}
	}
}
