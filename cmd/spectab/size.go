package main

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// A size is a number of bytes as a flag: 500000, 64MiB.
type size int64

// pageSize is the limit for pages that come from outside specs/.
func pageSize() size { return page.MaxPage }

var sizeUnits = []struct {
	name  string
	bytes size
}{{"GiB", 1 << 30}, {"MiB", 1 << 20}, {"KiB", 1 << 10}}

func (s *size) String() string {
	for _, u := range sizeUnits {
		if *s >= u.bytes && *s%u.bytes == 0 {
			return fmt.Sprintf("%d%s", *s/u.bytes, u.name)
		}
	}
	return strconv.FormatInt(int64(*s), 10)
}

func (s *size) Type() string { return "size" }

func (s *size) Set(text string) error {
	factor := size(1)
	for _, u := range sizeUnits {
		if digits, ok := strings.CutSuffix(text, u.name); ok {
			text, factor = digits, u.bytes
		}
	}
	n, err := strconv.ParseInt(text, 10, 32)
	if err != nil || n < 1 || n > 1<<40/int64(factor) {
		return fmt.Errorf("a size is a number of bytes, KiB, MiB or GiB: 64MiB")
	}
	*s = size(n) * factor
	return nil
}
