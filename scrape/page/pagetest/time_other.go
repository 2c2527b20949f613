//go:build !unix

package pagetest

import "time"

var began = time.Now()

func processorTime() time.Duration { return time.Since(began) }
