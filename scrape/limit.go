package scrape

import (
	"fmt"
	"io"
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
		return nil, refuse(TooLarge, "raise the limit with --max-size if the page is what you want",
			fmt.Sprintf("page larger than the limit of %d bytes", limit))
	}
	return data, nil
}
