package drift

import (
	"math/big"
	"slices"
	"strings"
)

// limitOp says whether another value of a limit allows less or more. Most
// limits are the highest that is allowed; those that the vendor makes a caller
// wait, or that have to be reached, allow less when they grow.
func limitOp(column, name, before, after string) op {
	was, ok1 := new(big.Rat).SetString(before)
	is, ok2 := new(big.Rat).SetString(after)
	if column == "max" { // the highest number of values; none is no limit
		switch {
		case before == "":
			return tightened
		case after == "":
			return loosened
		}
	}
	if !ok1 || !ok2 {
		return changed
	}
	grows := is.Cmp(was)
	if column == "value" && isLowest(name) {
		grows = -grows
	}
	switch {
	case grows < 0:
		return tightened
	case grows > 0:
		return loosened
	}
	return respelled // 5 and 5.0
}

// lowest are words in the names of limits that allow less when they grow.
var lowest = []string{"min", "minimum", "interval", "wait", "delay", "backoff", "cooldown", "window", "period", "pause", "lockout"}

func isLowest(name string) bool {
	return slices.ContainsFunc(humps(name), func(part string) bool {
		return slices.ContainsFunc(strings.Split(strings.ToLower(part), "_"), func(w string) bool { return slices.Contains(lowest, w) })
	})
}
