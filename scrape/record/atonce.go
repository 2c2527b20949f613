package record

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// AtOnce does some things that have nothing to do with one another, as many at
// once as there are processors.
func AtOnce(n int, do func(int)) {
	var next atomic.Int64
	var all sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		all.Go(func() {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				do(int(i))
			}
		})
	}
	all.Wait()
}
