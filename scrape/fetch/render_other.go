//go:build !unix

package fetch

import "os/exec"

// ownGroup does nothing here: WaitDelay ends what a command leaves behind.
func ownGroup(*exec.Cmd) {}
