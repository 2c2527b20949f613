package vocab

import (
	"strings"
	"testing"
)

func TestHeaderSays(t *testing.T) {
	for _, c := range []struct {
		header, role string
		want         float64
	}{
		{"Code", "code", 1},
		{"**Code:**", "code", 1},
		{"errorCode", "code", 1},
		{"http_status", "http", 1},
		{"HTTPStatus", "http", 1},
		{"The code", "code", 0.6},
		{"Codes of it", "text", 0},
		{"错误码", "code", 1},
		{"系统错误码", "code", 0.6},
		{"错误码说明", "text", 0.6},
		{"错误码说明", "code", 0},
		{"值", "code", 1},
		{"平均值", "code", 0},
		{"レスポンスコード", "code", 1},
		{"Paramètres", "params", 1},
		{"Optional", "required", 0},
		{"", "code", 0},
	} {
		if got := HeaderSays(c.header, c.role); got != c.want {
			t.Errorf("%q says %s: %v, want %v", c.header, c.role, got, c.want)
		}
	}
}

// A header as long as a page is looked at from its end alone.
func TestLongHeader(t *testing.T) {
	long := strings.Repeat("错", 1<<20) + "说明"
	if got := HeaderSays(long, "text"); got != 0.6 {
		t.Errorf("got %v", got)
	}
}
