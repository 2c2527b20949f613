package model

import (
	"fmt"
	"math"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/spectab/spectab/model/text"
)

// bits is the size of an integer type, 0 where there is no such type.
func (v Value) bits() int {
	switch strings.TrimPrefix(v.Type, "u") {
	case "int8":
		return 8
	case "int16":
		return 16
	case "int32":
		return 32
	case "int64":
		return 64
	}
	return 0
}

// Wraps reports whether a code is one that Wrap makes negative.
func (v Value) Wraps(code string) bool {
	n, err := text.ParseLiteral(code)
	return err == nil && v.wraps(n)
}

func (v Value) wraps(n text.Number) bool {
	unsigned := Value{Type: "u" + v.Type}
	return v.Wrap && n.Radix == 16 && unsigned.bits() > 0 && !v.has(n) && unsigned.has(n)
}

// holds reports whether a code is an integer that the type has a value for.
func (v Value) holds(code string) bool {
	n, err := text.ParseLiteral(code)
	return err == nil && (v.has(n) || v.wraps(n))
}

// hint says what to do about a code that is none of the type.
func (v Value) hint(code string) string {
	wrapping := v
	wrapping.Wrap = true
	if wrapping.Wraps(code) {
		return fmt.Sprintf("%s goes past the greatest %s: say value: u%s, or wrap: true where it stands for a negative number", code, v.Type, v.Type)
	}
	return "mend the page, or the value: of the table"
}

// has reports whether an integer is in the range of the type.
func (v Value) has(n text.Number) bool {
	limit := uint64(math.MaxUint64) >> (64 - v.bits())
	switch {
	case v.Type[0] == 'u' && n.Negative:
		return n.Size == 0
	case v.Type[0] == 'u':
		return n.Size <= limit
	case n.Negative:
		return n.Size <= limit/2+1
	}
	return n.Size <= limit/2
}

// Number is the decimal spelling of the value that a code has in an integer
// type, so that 0x10, 0x0010 and 16 are one; it is not ok with a code that is
// none of the type.
func (v Value) Number(code string) (number string, ok bool) {
	n, err := text.ParseLiteral(code)
	if v.bits() == 0 || err != nil {
		return "", false
	}
	switch {
	case v.wraps(n):
		return strconv.FormatInt(int64(n.Size<<(64-v.bits()))>>(64-v.bits()), 10), true
	case !v.has(n):
		return "", false
	case n.Size > 0 && n.Negative:
		return "-" + strconv.FormatUint(n.Size, 10), true
	}
	return strconv.FormatUint(n.Size, 10), true
}

// durations are the types of constants that are a time.Duration in Go.
var durations = map[string]time.Duration{
	"milliseconds": time.Millisecond,
	"seconds":      time.Second,
	"minutes":      time.Minute,
	"hours":        time.Hour,
}

// checkConstant tells whether the type of a constant is known, and the value
// one of it.
func checkConstant(typ, value string) error {
	ok := true
	switch typ {
	case "string":
	case "url":
		u, err := url.Parse(value)
		ok = err == nil && u.Scheme != "" && u.Host != ""
	case "integer":
		_, err := strconv.ParseInt(value, 10, 64)
		ok = err == nil
	case "number":
		x, err := strconv.ParseFloat(value, 64)
		ok = err == nil && !math.IsInf(x, 0) && !math.IsNaN(x)
	default:
		unit := int64(durations[typ])
		if unit == 0 {
			return fmt.Errorf("there is no type %q", typ)
		}
		n, err := strconv.ParseInt(value, 10, 64)
		ok = err == nil && n <= math.MaxInt64/unit && n >= math.MinInt64/unit
	}
	if !ok {
		return fmt.Errorf("%q is no value of type %s", value, typ)
	}
	return nil
}
