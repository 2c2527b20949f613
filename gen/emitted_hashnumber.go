package gen

// hashNumber is hashText for an integer.
func hashNumber(n, seed uint64) uint64 { return mix(n ^ seed<<32) }
