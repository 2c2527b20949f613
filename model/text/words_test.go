package text

import "testing"

func TestSpaces(t *testing.T) {
	for s, want := range map[string]int{
		"":                   0,
		"one":                0,
		"one of them":        2,
		"天":                  0,
		"天气":                 0,
		"天气很好":               1,
		"今天 天气很好":            2,
		"今天天气很好":             2,
		"엔진이 멈췄습니다":          1,
		"ถนน":                1,
		"API 错误，请稍后再试一次":     4,
		"Das Wetter ist gut": 3,
	} {
		if got := Spaces(s); got != want {
			t.Errorf("Spaces(%q) = %d, want %d", s, got, want)
		}
	}
}
