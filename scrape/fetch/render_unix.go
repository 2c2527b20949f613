//go:build unix

package fetch

import (
	"os/exec"
	"syscall"
)

// ownGroup makes the end of a command that of all that it started: a browser
// is many processes.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
