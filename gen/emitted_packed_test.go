package gen

import "testing"

func TestPacked(t *testing.T) {
	for _, greatest := range []int{1, 255, 256, 65535, 65536, 1<<31 - 1} {
		numbers := []int{0, 1, greatest / 2, greatest - 1, greatest}
		width := packedBytes(numbers)
		s := string(pack(numbers, width))
		for i, want := range numbers {
			if got := packed(s, width, uint64(i)); got != want {
				t.Errorf("number %d of %v in %d bytes is %d", i, numbers, width, got)
			}
		}
	}
}
