package gen

// hashText mixes s eight bytes at a time. The last word may overlap the one
// before it, so that no byte is read alone. The seed multiplies the length: a
// byte could make up for a difference that does not depend on the seed.
func hashText(s string, seed uint64) uint64 {
	n := len(s)
	h := seed * uint64(n)
	switch {
	case n >= 8:
		for i := 0; i+8 < n; i += 8 {
			h = mix(h ^ word(s[i:]))
		}
		h ^= word(s[n-8:])
	case n >= 4:
		h ^= half(s) ^ half(s[n-4:])<<32
	case n > 0:
		h ^= uint64(s[0])<<8 ^ uint64(s[n/2])<<24 ^ uint64(s[n-1])<<40
	}
	return mix(h)
}

func word(s string) uint64 { return half(s) | half(s[4:])<<32 }
