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

	// What the server said of the page of the last good check. It is worth
	// something for the same snapshot and recipe only.
	Basis        string    `json:"basis,omitempty"`
	URL          string    `json:"url,omitempty"`
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

// believes reports whether what the server said last may be asked about.
func (h *Health) believes(basis, url string, now time.Time) bool {
	return h.Basis == basis && h.URL == url && now.Sub(h.Whole) < trust && now.After(h.Whole.Add(-time.Minute))
}
