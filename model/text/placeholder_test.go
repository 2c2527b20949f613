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
		{"%d rows", "%d"},
		{"x%d, 0%d, 9%d, a%d, z%d, Z%d, _%d, e@1", ""},
		{"a$1 and b{x}", "$1 {x}"},
		{"0x%x or -0x%d, not a0x%x", "%x %d"},
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
