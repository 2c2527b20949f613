package gen

import (
	"math/bits"
	"slices"
)

// A perfect is a hash table without collisions: hash and displace. The low
// bits of a hash choose a step, those from bit 40 on, as a fraction of 2^16,
// choose a block of slots, and those from bit 32 on, with the bits of the step
// turned over, choose the slot in it, which holds the number of the row.
type perfect struct {
	seed  uint64
	tries int
	steps []int // by bucket
	slots []int // row by slot; 0 where the slot is free
}

func (p *perfect) slot(hash uint64) int {
	block := int(uint16(hash>>40)) * p.blocks() >> 16
	within := (int(hash>>32) ^ p.steps[hash&uint64(len(p.steps)-1)]) & (p.block() - 1)
	return block*p.block() + within
}

// block is how many slots the steps of a table lead to, a power of two.
func (p *perfect) block() int { return min(len(p.slots), maxStep+1) }

func (p *perfect) blocks() int { return len(p.slots) / p.block() }

// maxStep bounds the search in one bucket, so that a step takes one byte; what
// needs more is easier to find with another seed.
const maxStep = 1<<8 - 1

// maxTries bounds the search for a seed. Few tables need more than a dozen.
const maxTries = 2000

// newPerfect builds the table of n keys, of which hash gives the hash under a
// seed; nil where no seed tells them all apart, as with two keys that are
// equal.
func newPerfect(n int, hash func(i int, seed uint64) uint64) *perfect {
	for try := 1; try <= maxTries; try++ {
		p := &perfect{
			seed:  uint64(try) * 0x9e3779b97f4a7c15, // all bits differ from one to the next
			tries: try,
			steps: make([]int, powerOfTwo((n+2)/3)),
			slots: make([]int, slotsFor(n)),
		}
		hashes := make([]uint64, n)
		for i := range hashes {
			hashes[i] = hash(i, p.seed)
		}
		if p.place(hashes) {
			return p
		}
	}
	return nil
}

// slotsFor is how many slots n keys have: a seventh of them free, in whole
// blocks, which no step leads out of.
func slotsFor(n int) int {
	slots := n + n/6 + 1
	if slots <= maxStep {
		return powerOfTwo(slots)
	}
	return (slots + maxStep) &^ maxStep
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
	for step := 0; step < p.block(); step++ {
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
