package report

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/spectab/spectab/model"
)

var update = flag.Bool("update", false, "write the golden files of testdata anew")

// golden compares what was written with a file of testdata.
func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatalf("%v\ngo test ./gen/report -update writes it", err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs; go test ./gen/report -update shows how in git diff. Got:\n%s", file, got)
	}
}

// sample has every column, and texts that try to leave their place.
func sample() []*model.Spec {
	return []*model.Spec{login(), hostile()}
}

func login() *model.Spec {
	return &model.Spec{
		Source: "acme-login", Title: "Login API: errors", URL: "https://acme.example/pt/login_(v2)?a=1&b=2",
		Language: "pt", Package: "acmelogin", Owner: "Acme", License: "CC-BY-SA-4.0",
		Snapshot: model.Snapshot{File: "page.txt", Retrieved: "2026-11-22"},
		Tables: []model.Table{
			{Name: "Code", Kind: model.Codes, Heading: "Códigos de erro", Entries: []model.Entry{
				{
					Code: "002-016", Name: "InvalidJWT", Key: "jwt_invalid", HTTP: 401, Group: "Tokens", Line: 16,
					Text: "Invalid JWT.", Texts: map[string]string{"en": "Invalid JWT.", "pt": "JWT inválido."},
					Remedy: "O usuário deve tentar fazer login novamente. Se o erro continuar, fale com o suporte e envie o cabeçalho da resposta.",
					Notes:  []string{"Sent by old servers only.", "Not logged."}, Also: []string{"Expired JWT."},
					Extra: map[string]string{"Retriable": "True", "Area": "web | app"}, Deprecated: "since v3",
				},
				{
					Code: "003-007", Name: "UserNotFound", Aliases: []string{"NoUser"}, Text: "No user $1 at https://acme.example/a_b?c=1&d=2", Placeholders: []string{"$1"},
					Detail: "请求缺乏某一必不可少主要参数,包括一个不兼容的主要参数或变量值,或是文件格式有误。请求缺乏某一必不可少主要参数。", Line: 17,
				},
			}},
			{Name: "Param", Kind: model.Params, Entries: []model.Entry{{
				Code: "format", Name: "ParamFormat", Text: "Form of the answer.", Type: "string", Required: true,
				Default: "json", Values: []string{"json", "xml|text", "a`b"}, Max: 50, Line: 30,
			}}},
			{Name: "Limit", Kind: model.Constants},
		},
	}
}

func hostile() *model.Spec {
	return &model.Spec{
		Source: "hostile", Title: "](javascript:alert(1)) | <b>\n# x", URL: "javascript:alert(1)", Package: "hostile",
		Snapshot: model.Snapshot{File: "page.html"},
		Tables: []model.Table{{Name: "Code", Kind: model.Codes, Heading: "A | B\n| --- | --- |", Entries: []model.Entry{
			{Code: "`a|b``", Name: "AB", Text: "end |\n| new | row |\r\n</td><script>alert(1)</script> &lt; &amp;amp; $x$ *b* _i_ ~~s~~ `c` [l](http://x.example) \\| \\"},
			{Code: "a\nb\x1b[2J", Name: "InvalidJwt", Text: "\x1b]0;title\x07clear\x1b[2J \u202eevil\u202c \u200b\u009b31m \xff می\u200cخواهم", Extra: map[string]string{"Source\x1b[1m |": "=1+1"}},
		}}},
	}
}
