package record

import (
	"regexp"
	"strings"
	"testing"
)

// formed are atoms of every form, and what is nearly of one.
const formed = `0 -1 +1 −1 –1 - − 12a 0x1 0X1F_L 0x 0x_1 0xG 0x1LL 1.2 1-2,3 1..2 -1.5 .5 1. E_OK AB A1 A AB_ AB__ A-B AB-C AB-C_ AB_- A_B
NoName No NN nAME noName noName_x aB a_b _ __x a-b a.b:c/d a--b a- a-_b a_b-c a1.b 1a.b %h %{x}i %% % %1 %é% -v --verbose --- -? -?x --x-y -1x
a1 abc-1 a_1.x-y a.-1 a--1 a1é 1a 12ab_c 1_a a Z é 错误 don't don’t -x x- x--y l'état a+b a,b a:b a"b # #1 @x a/b a.b. 1:2 * 1é �1 é1 a\b`

// A form as a function is what it is as an expression.
func FuzzForms(f *testing.F) {
	for s := range strings.FieldsSeq(formed) {
		f.Add(s)
	}
	f.Add("")
	f.Add("a b")
	f.Add("%a b")
	f.Add("a\xffb1")
	f.Add("%\xff%")
	exprs := make([]*regexp.Regexp, len(forms))
	for i, form := range forms {
		exprs[i] = regexp.MustCompile(`^(?:` + form.expr + `)$`)
	}
	f.Fuzz(func(t *testing.T, s string) {
		want := wordForm
		for i := len(exprs) - 1; i >= 0; i-- {
			is := exprs[i].MatchString(s)
			if got := forms[i].has(s); got != is {
				t.Errorf("%q has form %d, %s: %t, want %t", s, i, forms[i].expr, got, is)
			}
			if is {
				want = i
			}
		}
		if got := formOf(s); got != want {
			t.Errorf("%q is of form %d, want %d", s, got, want)
		}
	})
}
