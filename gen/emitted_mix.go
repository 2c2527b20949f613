package gen

import "math/bits"

// mix spreads each bit of x over all bits of the result.
func mix(x uint64) uint64 {
	high, low := bits.Mul64(x, 0x9e3779b97f4a7c15)
	return high ^ low
}
