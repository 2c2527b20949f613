package guess

import (
	"github.com/spectab/spectab/scrape/record"
)

// A subject is a candidate while it is guessed what its columns mean.
type subject struct {
	record.Candidate
	weights  Weights // by which the text is chosen
	patterns *patterns
}
