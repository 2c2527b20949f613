package guess

import (
	"hash/maphash"
	"math"

	"github.com/spectab/spectab/scrape/vocab"
)

// assignTitle finds the column that has a short title of each number beside a
// long text: Unknown error, beside We are not sure what went wrong. The title
// is then the text, from which identifiers are made, and the long text the
// detail. What stands behind the codes below one title has no other.
func (c *subject) assignTitle(stats []stat, roles []string) {
	text, key := -1, -1
	for j, role := range roles {
		switch {
		case role == "text":
			text = j
		case role == "key":
			key = j
		}
	}
	if text < 0 || key >= 0 || text > 0 && roles[text-1] == "code" && stats[text].header == "" && stats[text-1].header != "" {
		return
	}
	title := bestColumn(stats, func(j int) float64 {
		if roles[j] != "" && roles[j] != "detail" || !stats[j].isTitle(&stats[text]) || !c.isDistinct(j) {
			return math.Inf(-1)
		}
		return -stats[j].length
	})
	if title < 0 {
		return
	}
	for j, role := range roles {
		if role == "detail" {
			roles[j] = ""
		}
	}
	roles[title], roles[text] = "text", "detail"
}

// isTitle reports whether a column looks like titles, by its header and by how
// much less there is in it than in the text.
func (s *stat) isTitle(text *stat) bool {
	if vocab.HeaderSays(s.header, "none") > 0 || vocab.HeaderSays(s.header, "key") < 1 && vocab.HeaderSays(s.header, "text") < 1 {
		return false
	}
	return s.filled >= 0.95 && !s.answers && s.codes-s.weak < 0.3 && s.length >= 3 && s.length <= 40 && s.spaces <= 4 && 1.5*s.length < text.length
}

// isDistinct reports whether hardly any two cells of a column are the same,
// within each member of a family.
func (c *subject) isDistinct(j int) bool {
	var seen []uint64
	for i := range c.Rows[:min(len(c.Rows), sampleRows)] {
		if cells := c.Rows[i].Cells; j < len(cells) {
			seen = append(seen, placedIn(maphash.String(textSeed, cells[j].Text()), c.Rows[i].Of))
		}
	}
	return len(seen) > 1 && 20*distinct(seen) >= 19*len(seen)
}
