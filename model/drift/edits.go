package drift

// lineEdits says which lines of two files differ: those that no line of the other
// answers in the same order, white space aside. Lines count from 1.
type lineEdits struct{ old, new []bool }

func editsOf(before, after []uint64) *lineEdits {
	e := &lineEdits{old: make([]bool, len(before)+1), new: make([]bool, len(after)+1)}
	e.between(before, after, 0, 0, deepest)
	return e
}

// deepest is how often what is left between two lines is compared once more.
// It bounds the time that a page made for it would take.
const deepest = 16

// between compares runs of lines that begin behind so many lines of the whole.
// Lines that both sides have once are taken for the same as long as they stand
// in the same order, and so are the lines beside them; what is left between
// them is compared in the same way.
func (e *lineEdits) between(a, b []uint64, i, j, depth int) {
	for len(a) > 0 && len(b) > 0 && a[0] == b[0] {
		a, b, i, j = a[1:], b[1:], i+1, j+1
	}
	for len(a) > 0 && len(b) > 0 && a[len(a)-1] == b[len(b)-1] {
		a, b = a[:len(a)-1], b[:len(b)-1]
	}
	anchors := anchorsOf(a, b)
	if len(anchors) == 0 || depth == 0 {
		note(e.old[i+1:], a)
		note(e.new[j+1:], b)
		return
	}
	x, y := 0, 0
	for _, at := range append(anchors, [2]int{len(a), len(b)}) {
		if x < at[0] || y < at[1] {
			e.between(a[x:at[0]], b[y:at[1]], i+x, j+y, depth-1)
		}
		x, y = at[0]+1, at[1]+1
	}
}

// note marks lines as edited. An empty one says nothing.
func note(edited []bool, lines []uint64) {
	for i, line := range lines {
		edited[i] = line != 0
	}
}

// anchorsOf are the places of lines that either side has once, as many as
// stand in the same order.
func anchorsOf(a, b []uint64) [][2]int {
	count, at := make(map[uint64]int, len(b)), make(map[uint64]int, len(b))
	for j, line := range b {
		count[line]++
		at[line] = j
	}
	mine := make(map[uint64]int, len(a))
	for _, line := range a {
		mine[line]++
	}
	var places []int
	var from []int
	for i, line := range a {
		if line != 0 && mine[line] == 1 && count[line] == 1 {
			places, from = append(places, at[line]), append(from, i)
		}
	}
	var anchors [][2]int
	for _, k := range ascent(places) {
		anchors = append(anchors, [2]int{from[k], places[k]})
	}
	return anchors
}

// ascent are the indices of the longest ascending subsequence of a list.
func ascent(list []int) []int {
	var tails []int // indices of the lowest end of an ascent of each length
	before := make([]int, len(list))
	for i, n := range list {
		lo, hi := 0, len(tails)
		for lo < hi {
			if mid := (lo + hi) / 2; list[tails[mid]] < n {
				lo = mid + 1
			} else {
				hi = mid
			}
		}
		before[i] = -1
		if lo > 0 {
			before[i] = tails[lo-1]
		}
		if lo == len(tails) {
			tails = append(tails, i)
		} else {
			tails[lo] = i
		}
	}
	if len(tails) == 0 {
		return nil
	}
	out := make([]int, len(tails))
	for k, i := len(tails)-1, tails[len(tails)-1]; k >= 0; k, i = k-1, before[i] {
		out[k] = i
	}
	return out
}

// isEdited reports whether one of some lines is; they may lie outside.
func isEdited(edited []bool, from, to int) bool {
	for no := max(1, from); no <= to && no < len(edited); no++ {
		if edited[no] {
			return true
		}
	}
	return false
}
