package recipe

import "testing"

func TestTold(t *testing.T) {
	form, err := Compile(`E\d`)
	if err != nil {
		t.Fatal(err)
	}
	withForm, without := &Table{Code: form}, &Table{}
	prose, lost := Uncoded{Cell: "See the other page."}, Uncoded{Cell: "105-199"}
	for _, c := range []struct {
		table   *Table
		uncoded []Uncoded
		want    bool
	}{
		{without, nil, true},
		{without, []Uncoded{prose}, false},
		{withForm, []Uncoded{prose}, true},
		{withForm, []Uncoded{prose, lost}, false},
		{withForm, []Uncoded{{}}, false},
	} {
		if got := (&Rows{Uncoded: c.uncoded}).Told(c.table); got != c.want {
			t.Errorf("%v, form %v: %v", c.uncoded, c.table.Code != nil, got)
		}
	}
}
