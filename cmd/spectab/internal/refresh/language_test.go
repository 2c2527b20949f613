package refresh

import (
	"fmt"
	"strings"
	"testing"

	"github.com/spectab/spectab/model"
)

// speaking is a table whose texts are made of a pattern and of names.
func speaking(pattern string) *model.Table {
	t := &model.Table{Name: "Code", Kind: model.Codes}
	for i, name := range strings.Fields("account token order payment quota region scope client") {
		t.Entries = append(t.Entries, model.Entry{Code: fmt.Sprint(i), Text: strings.ReplaceAll(pattern, "*", name)})
	}
	return t
}

// A column falls to the language guard by what it says, not by how much of it
// has changed.
func TestOtherLanguage(t *testing.T) {
	english := "The * is missing. Check the * and try again."
	for _, test := range []struct {
		name, before, after string
		refused             bool
	}{
		{"a number more", english, english + " At most 3 times.", false},
		{"all said otherwise", english, "Your * was not sent for this call.", false},
		{"translated, but for names", english, "Das * fehlt. Prüfen Sie das * und versuchen Sie es noch einmal, wenn es nicht da ist.", true},
		{"translated, with a word that is frequent elsewhere", "The * on the gate is open on Sunday.", "Le * de la porte est ouvert le dimanche, pas le lundi.", true},
		{"from one neighbour to another", "O * não é válido para a conta.", "El * no es válido para la cuenta.", true},
		{"in another script", english, "* отсутствует. Проверьте * и повторите.", true},
		{"another script, the same before", "缺少*。请检查*后重试。", "没有*。检查*后再试。", false},
		{"not a word remains", "Log in again", "Entre", true},
		{"half a sentence", "Log in again", "Log out first", false},
	} {
		before, after := speaking(test.before), speaking(test.after)
		if list := otherLanguage(before, after, "en"); (len(list) > 0) != test.refused {
			t.Errorf("%s: %v", test.name, list)
		}
		after.Entries = append(after.Entries[:1:1], before.Entries[1:]...)
		if list := otherLanguage(before, after, "en"); len(list) > 0 {
			t.Errorf("%s, in one text alone: %v", test.name, list)
		}
	}
}

// Each file of a snapshot may come in another language, whatever the others are in.
func TestOtherLanguageOfAPart(t *testing.T) {
	before, after := speaking("The * is missing. Check the * and try again."), speaking("Das * fehlt. Prüfen Sie das * und versuchen Sie es noch einmal.")
	other := speaking("There are too many of *.")
	for i := range other.Entries {
		other.Entries[i].Code += "-limit"
		other.Entries[i].File = "page-limits.html"
	}
	before.Entries, after.Entries = append(before.Entries, other.Entries...), append(after.Entries, other.Entries...)
	if list := otherLanguage(before, after, "en"); len(list) != 1 {
		t.Errorf("half of the texts, all of a file: %v", list)
	}
	for i := range before.Entries {
		before.Entries[i].File = ""
	}
	if list := otherLanguage(before, after, "en"); len(list) > 0 {
		t.Errorf("half of the texts of a file: %v", list)
	}
}

func TestStrangers(t *testing.T) {
	codes := func(last string) *model.Table {
		t := &model.Table{Name: "Code", Kind: model.Codes}
		for i := range 8 {
			t.Entries = append(t.Entries, model.Entry{Code: fmt.Sprintf("%03d-001", i)})
		}
		t.Entries = append(t.Entries, model.Entry{Code: last})
		return t
	}
	for last, refused := range map[string]bool{"011-002": false, "Note": true, "011-0021": true, "011-002 / 012-003": true} {
		if list := strangers(codes("010-001"), codes(last)); (len(list) > 0) != refused {
			t.Errorf("%s: %v", last, list)
		}
	}
	if list := strangers(codes("Other"), codes("Other")); len(list) > 0 {
		t.Errorf("a stranger that was there before: %v", list)
	}
}
