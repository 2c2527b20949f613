package source

import (
	"testing"

	"github.com/spectab/spectab/scrape/page/pagetest"
)

func TestDefinitions(t *testing.T) { pagetest.Files(t, Fill) }
