package model

import (
	"strings"
	"testing"
)

func TestValidPackage(t *testing.T) {
	for _, name := range strings.Fields("xsollalogin a9 é consul nullable vendors com10") {
		if !ValidPackage(name) {
			t.Errorf("%s is none", name)
		}
	}
	for _, name := range strings.Fields("con nul aux prn com1 lpt9 vendor internal testdata main documentation _x Xsolla func 9a a-b a.b") {
		if ValidPackage(name) {
			t.Errorf("%s is one", name)
		}
	}
	if !IsDevice("NUL.txt") || IsDevice("console") {
		t.Error("devices are not told apart")
	}
}
