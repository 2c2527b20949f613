package page

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
)

// MaxPage is the size from which on a page is refused where nothing else is
// said: 64 MiB.
const MaxPage = 64 << 20

// ReadLimited reads a page of at most limit bytes. Of a larger one, one byte
// more is read, and a *Refusal returned that names no file.
func ReadLimited(r io.Reader, limit int64) ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(data)) > limit {
		return nil, Refuse(TooLarge, "raise the limit with --max-size if the page is what you want",
			fmt.Sprintf("page larger than the limit of %d bytes", limit))
	}
	return data, nil
}

// ReadFile reads a file of at most limit bytes, which has to be a regular one:
// a pipe or a device may have no end.
func ReadFile(fsys fs.FS, name string, limit int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() {
		return nil, errors.New("this is no regular file")
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(data)) > limit {
		err = fmt.Errorf("the file is larger than the limit of %d bytes", limit)
	}
	return data, err
}

// FetchAgain is the hint of pages that may be whole the next time.
const FetchAgain = "fetch the page again"

// SlimPage is how many letters and digits a page has at most that is no
// documentation.
const SlimPage = 1200

// MaxCells is how many cells a page of data may have. A cell is some hundred
// bytes once it is read, and one byte on the page where it is empty.
const MaxCells = 1 << 22

// How many cells a table may have that only continue others, as a multiple of
// those that it has itself, and however few those are. Spans past that are
// not laid out.
const (
	CopiesOfCell = 12
	CopiesOfGrid = 1 << 13
)
