//go:build !unix

package gen

// syncFolder does nothing: folders cannot be synced here, and a rename is on
// the disk with the file system's own journal.
func syncFolder(string) error { return nil }
