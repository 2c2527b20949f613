package refresh

import (
	"encoding/json"
	"time"
)

// Health is what is known of a source besides what its repository says.
type Health struct {
	Checked  time.Time `json:"checked,omitzero"` // last check that no guard refused
	Tried    time.Time `json:"tried,omitzero"`   // last check at all
	Failures int       `json:"failures"`         // checks that failed since
	Problem  string    `json:"problem,omitempty"`

	// What the servers said of the pages of the last good check, by address.
	// It is worth something for the same snapshot and recipe only.
	Basis string          `json:"basis,omitempty"`
	Pages map[string]Seen `json:"pages,omitempty"`
}

// Seen is what a server said of a page.
type Seen struct {
	ETag         string    `json:"etag,omitempty"`
	LastModified string    `json:"lastModified,omitempty"`
	SHA256       string    `json:"sha256,omitempty"` // of the body
	Whole        time.Time `json:"whole,omitzero"`   // last time that a body came
}

func healthFile(source string) string { return "health/" + source + ".json" }

// Health returns what is known of a source. Where nothing is, or nothing that
// can be read, it is zero.
func (f Folder) Health(source string) Health {
	var h Health
	data, err := f.read(healthFile(source))
	if err != nil || json.Unmarshal(data, &h) != nil {
		return Health{}
	}
	return h
}

func (f Folder) setHealth(source string, h Health) error {
	data, err := json.MarshalIndent(h, "", "  ")
	if err != nil {
		return err
	}
	_, err = f.write(healthFile(source), append(data, '\n'))
	return err
}

// trust is how long a server is believed that says "not modified": some say
// it for ever.
const trust = 7 * 24 * time.Hour

// seen is what the server said last of a page, for a source in its state of
// then. It is the zero value where nothing is known.
func (h *Health) seen(basis, url string) Seen {
	if h.Basis != basis {
		return Seen{}
	}
	return h.Pages[url]
}

// believed reports whether the server may be asked what has changed since.
func (s *Seen) believed(now time.Time) bool {
	return now.Sub(s.Whole) < trust && now.After(s.Whole.Add(-time.Minute))
}
