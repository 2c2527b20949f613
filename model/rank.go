package model

import (
	"cmp"
	"math/big"
	"strconv"
	"strings"
)

// A rank is the place of a row among those of its table. It is a number with
// as many decimals as it takes to stand between two others, so that a new row
// changes the rank of none that is there, and two branches may put rows at
// one place: of equal ranks the ID decides.
type rank struct {
	whole int
	part  string // decimals, without zeros at the end
}

// maxRank leaves room for the ranks of new rows.
const maxRank = 1 << 30

func parseRank(s string) (rank, bool) {
	whole, part, hasPart := strings.Cut(s, ".")
	n, err := strconv.Atoi(whole)
	if err != nil || n < -maxRank || n > maxRank || hasPart && part == "" || strings.Trim(part, "0123456789") != "" {
		return rank{}, false
	}
	return rank{n, strings.TrimRight(part, "0")}, true
}

func (r rank) String() string {
	if r.part == "" {
		return strconv.Itoa(r.whole)
	}
	return strconv.Itoa(r.whole) + "." + r.part
}

func (r rank) compare(other rank) int {
	return cmp.Or(cmp.Compare(r.whole, other.whole), cmp.Compare(r.part, other.part))
}

// ranksBetween are n ranks above low and below high, as short as possible;
// where one of the two is nil, there is no such bound.
func ranksBetween(low, high *rank, n int) []rank {
	switch {
	case low == nil && high == nil:
		low = &rank{}
		fallthrough
	case high == nil:
		high = &rank{whole: low.whole + n + 1}
	case low == nil:
		low = &rank{whole: high.whole - n - 1}
	}
	for decimals := 0; ; decimals++ {
		least, greatest := low.scaled(decimals, false), high.scaled(decimals, true)
		room := new(big.Int).Sub(greatest, least)
		if room.Cmp(big.NewInt(int64(n))) <= 0 {
			continue
		}
		ranks := make([]rank, n)
		for i := range ranks {
			step := new(big.Int).Mul(room, big.NewInt(int64(i+1)))
			ranks[i] = unscaled(step.Add(step.Div(step, big.NewInt(int64(n+1))), least), decimals)
		}
		return ranks
	}
}

// scaled is r with so many decimals, as a whole number; what is behind them is
// dropped, or rounded up.
func (r rank) scaled(decimals int, up bool) *big.Int {
	digits := r.part + strings.Repeat("0", max(0, decimals-len(r.part)))
	part, _ := new(big.Int).SetString("0"+digits[:decimals], 10)
	n := new(big.Int).Mul(big.NewInt(int64(r.whole)), power(decimals))
	n.Add(n, part)
	if up && decimals < len(r.part) {
		n.Add(n, big.NewInt(1))
	}
	return n
}

func unscaled(n *big.Int, decimals int) rank {
	whole, part := new(big.Int).DivMod(n, power(decimals), new(big.Int))
	digits := part.String()
	digits = strings.Repeat("0", max(0, decimals-len(digits))) + digits
	return rank{int(whole.Int64()), strings.TrimRight(digits, "0")}
}

func power(decimals int) *big.Int {
	return new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
}
