package data

import (
	"fmt"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/charset"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

func TestReadJSONPage(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an array of objects", `[
 {"code": 10, "message": "one"},
 {"code": 0.50, "retry": true,
  "message": null}
]`, `
* 2:code | 2:message | 3:retry
2:10 | 2:one | 
3:0.50 |  | 3:true`},
		{"nested values", `[{"code":"E1","http":{"status":400,"text":"Bad"},"also":["E3","E4"]},
{"code":"E2","http":{"status":404},"also":[]}]`, `
* 1:code | 1:http.status | 1:http.text | 1:also
1:E1 | 1:400 | 1:Bad | 1:E3, E4
2:E2 | 2:404 |  | `},
		{"objects by key", `{
"E1": {"message": "one"},
"E2": {"message": "two", "http": 404}
}`, `
* 1:key | 2:message | 3:http
2:E1 | 2:one | 
3:E2 | 3:two | 3:404`},
		{"texts by key", `{
"E1": "one",
"E2": "two\nlines"}`, `
* 2:key | 2:value
2:E1 | 2:one
3:E2 | 3:two / 3:lines`},
		{"containers", `{"title": "Errors", "version": 2,
"auth": {"errors": {
 "A1": {"message": "one"},
 "A2": {"message": "two"}}},
"codes": [
 {"code": "E1"}]}`, `
# 1:Errors
1:version: 2
## 2:auth
### 2:auth > errors
* 2:key | 3:message
3:A1 | 3:one
4:A2 | 4:two
## 5:codes
* 6:code
6:E1`},
		{"records that hold records", `[
{"name": "Auth", "errors": [{"code": "A1"}, {"code": "A2"}]},
{"name": "Pay", "errors": [{"code": "P1"}, {"code": "P2"}, {"code": "P3"}]}]`, `
## 2:Auth
2:name: Auth
### 2:Auth > errors
* 2:code
2:A1
2:A2
## 3:Pay
3:name: Pay
### 3:Pay > errors
* 3:code
3:P1
3:P2
3:P3`},
		{"records with a few objects each", `[
{"code": "E1", "links": [{"rel": "doc", "href": "u"}]},
{"code": "E2", "links": []}]`, `
* 2:code | 2:links.rel | 2:links.href
2:E1 | 2:doc | 2:u
3:E2 |  | `},
		{"groups of texts by key", `{"auth": {"A1": "one", "A2": "two"}, "pay": {"P1": "three"}}`, `
## 1:auth
* 1:key | 1:value
1:A1 | 1:one
1:A2 | 1:two
## 1:pay
* 1:key | 1:value
1:P1 | 1:three`},
		{"objects of one key", `[{"E1": "one"}, {"E2": "two"}]`, `
* 1:key | 1:value
1:E1 | 1:one
1:E2 | 1:two`},
		{"arrays of arrays", `[["code", "message"],
["E1", "one"],
["E2", "two"]]`, `
* 1:code | 1:message
2:E1 | 2:one
3:E2 | 3:two`},
		{"an array of texts", `["E1", "", "E2"]`, "- 1:E1\n- 1:E2"},
		{"documents behind one another", "{\"code\":\"E1\",\"message\":\"one\"}\n{\"code\":\"E2\",\"message\":\"two\"}\n", `
* 1:code | 1:message
1:E1 | 1:one
2:E2 | 2:two`},
		{"a key that comes twice", `{"E1": "one", "E1": "other"}`, `
* 1:key | 1:value
1:E1 | 1:one
1:E1 | 1:other`},
		{"a small reply", `{"error":{"code":"429","message":"Too many requests"}}`, `
## 1:error
1:code: 429 / 1:message: Too many requests`},
		{"wrapped records", `{"models": [
{"item": {"name": "a", "text": "one"}},
{"item": {"name": "b", "text": "two"}}]}`, `
## 1:models
* 2:item.name | 2:item.text
2:a | 2:one
3:b | 3:two`},
		{"records inside records inside records", `{"shops": [
{"id": "s", "parts": {"part": [{"code": "A", "items": [{"n": 1}, {"n": 2}]}, {"code": "B"}]}}]}`, `
## 1:shops
### 2:shops > s
2:id: s
#### 2:shops > s > parts
##### 2:shops > s > parts > part
* 2:code | 2:items.n
2:A | 2:1 / 2:2
2:B | `},
		{"characters of every kind", `["e\u0301\u0000x \ud83d\ude00"]`, "- 1:é x 😀"},
		{"a text", `"hello"`, "1:hello"},
		{"nothing in it", `{"a": [], "b": {}, "c": [[]]}`, "## 1:c"},
	} {
		blocks, err := JSON(c.text)
		wantSketch(t, c.name, blocks, err, c.want)
	}
}

func TestReadJSONPageSaysWhereItIsWrong(t *testing.T) {
	for _, c := range []struct {
		text string
		line int
		says string
	}{
		{"{\n\"a\": 1,\n}", 3, "not JSON"},
		{"[\n1,\n2\n", 3, "ends inside"},
		{"{\"a\":\n\"b", 2, "ends inside"},
		{"{}\nx", 2, "not JSON"},
		{"[1\n2]", 2, "not JSON"},
		{"\n[\"\\ud83d\"]", 2, "half a character"},
		{strings.Repeat("[", maxDataDepth+2), 1, "deeper than"},
	} {
		_, err := JSON(c.text)
		if p := pagetest.Problem(t, err); p.Line != c.line || !strings.Contains(p.Message, c.says) {
			t.Errorf("%.40q: got line %d, %s", c.text, p.Line, p.Message)
		}
	}
}

// Objects with thousands of different keys make no table of thousands of
// columns.
func TestReadJSONPageBoundsColumns(t *testing.T) {
	var wide, odd []string
	for i := range 500 {
		wide = append(wide, fmt.Sprintf(`"S%d":{"type":"s","members":{"M%d":{"shape":"X"}}}`, i, i))
		odd = append(odd, fmt.Sprintf(`{"name":"n%d","K%d":"v"}`, i, i))
	}
	blocks, err := JSON("{" + strings.Join(wide, ",\n") + "}")
	if err != nil || len(blocks) != 1 || len(blocks[0].Rows) != 501 {
		t.Fatal(len(blocks), err)
	}
	if got, want := sketchRow(blocks[0].Rows[500]), "500:S499 | 500:s | 500:M499.shape: X\n"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	blocks, err = JSON("[" + strings.Join(odd, ",\n") + "]")
	if err != nil || len(blocks) != 1000 {
		t.Fatal(len(blocks), err)
	}
}

func FuzzReadJSONPage(f *testing.F) {
	f.Add(`[{"code": 10, "also": ["a"]}, {"code": {"x": [{"y": 1}]}}]`)
	f.Add(`{"E1": {"message": "one"}, "E2": {"message": "two\n\u0301"}}`)
	f.Add(`{"title": "x", "a": {"b": [["c", 1], ["d", 2]]}} [1, {}]`)
	f.Fuzz(func(t *testing.T, data string) {
		text, err := charset.Decode([]byte(data), false)
		if err != nil {
			return
		}
		blocks, err := JSON(text)
		fuzzPage(t, text, blocks, err)
	})
}
