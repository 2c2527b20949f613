package scrape

func Schema() []byte { return nil }
