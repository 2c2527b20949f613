package gen

import (
	"math/bits"
	"slices"
)

// A perfect is a hash table without collisions: hash and displace. The low
// bits of a hash choose a step, the upper half of the hash times the step, as
// a fraction of 2^32, chooses the slot, and the slot holds the number of the
// row.
type perfect struct {
	seed  uint64
	steps []int // by bucket
	slots []int // row by slot; 0 where the slot is free
}

func (p *perfect) slot(hash uint64) int {
	step := uint64(p.steps[hash&uint64(len(p.steps)-1)])
	return int(hash * step >> 32 * uint64(len(p.slots)) >> 32)
}

// maxStep bounds the search in one bucket; what needs more is easier to find
// with another seed.
const maxStep = 1<<16 - 1

// newPerfect builds the table of n keys, of which hash gives the hash under a
// seed. Equal keys never get one, so the caller must see to it that all differ.
func newPerfect(n int, hash func(i int, seed uint64) uint64) *perfect {
	for seed := uint64(1); ; seed++ {
		p := &perfect{
			seed:  seed,
			steps: make([]int, powerOfTwo((n+2)/3)),
			slots: make([]int, n+n/8+1),
		}
		hashes := make([]uint64, n)
		for i := range hashes {
			hashes[i] = hash(i, seed)
		}
		if p.place(hashes) {
			return p
		}
	}
}

func powerOfTwo(atLeast int) int { return 1 << bits.Len(uint(max(atLeast, 2)-1)) }

// place finds a step for each bucket, the fullest first.
func (p *perfect) place(hashes []uint64) bool {
	buckets := make([][]int, len(p.steps))
	for i, h := range hashes {
		b := h & uint64(len(p.steps)-1)
		buckets[b] = append(buckets[b], i)
	}
	order := make([]int, len(buckets))
	for b := range order {
		order[b] = b
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(buckets[b]) - len(buckets[a]) })
	used := make([]bool, len(p.slots))
	for _, b := range order {
		if !p.settle(b, buckets[b], hashes, used) {
			return false
		}
	}
	return true
}

// settle finds the least step that sends all keys of a bucket to free slots.
func (p *perfect) settle(bucket int, keys []int, hashes []uint64, used []bool) bool {
	taken := make([]int, 0, len(keys))
	for step := 1; step <= maxStep; step++ {
		p.steps[bucket] = step
		taken = taken[:0]
		for _, key := range keys {
			slot := p.slot(hashes[key])
			if used[slot] {
				break
			}
			used[slot] = true
			taken = append(taken, slot)
		}
		if len(taken) == len(keys) {
			for i, slot := range taken {
				p.slots[slot] = keys[i]
			}
			return true
		}
		for _, slot := range taken {
			used[slot] = false
		}
	}
	return false
}
