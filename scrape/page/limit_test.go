package page

import (
	"errors"
	"strings"
	"testing"
)

// endless is what never ends, and counts what is read of it.
type endless int

func (e *endless) Read(p []byte) (int, error) {
	*e += endless(len(p))
	return len(p), nil
}

func TestReadLimited(t *testing.T) {
	if data, err := ReadLimited(strings.NewReader("12345"), 5); err != nil || string(data) != "12345" {
		t.Errorf("%q, %v", data, err)
	}
	var r *Refusal
	if _, err := ReadLimited(strings.NewReader("123456"), 5); !errors.As(err, &r) || r.Reason != TooLarge || !strings.Contains(err.Error(), "larger than the limit of 5 bytes") {
		t.Error(err)
	}
	var e endless
	if _, err := ReadLimited(&e, 1<<20); !errors.As(err, &r) || e != 1<<20+1 {
		t.Errorf("%d bytes are read: %v", e, err)
	}
}
