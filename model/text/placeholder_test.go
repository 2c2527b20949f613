package text

import (
	"strings"
	"testing"
)

func TestPlaceholders(t *testing.T) {
	tests := []struct{ text, want string }{
		{"User $1 of $wiki is blocked by $1", "$1 $wiki"},
		{"Table '%s' has %d rows, %1$s and %-5.2f", "%s %d %1$s %-5.2f"},
		{"row %lu of %llu at 0x%08x", "%lu %llu %08x"},
		{"Function @1 in %2", "@1 %2"},
		{"No {name}, no {0}, no ${var}", "{name} {0} ${var}"},
		{"50% of all, 100%1, user@2, a{b c}, {}", ""},
		{"at 50%d", ""},
		{"a price of 5 $", ""},
		{"", ""},
	}
	for _, test := range tests {
		if got := strings.Join(Placeholders(test.text), " "); got != test.want {
			t.Errorf("Placeholders(%q) = %s, want %s", test.text, got, test.want)
		}
	}
}
