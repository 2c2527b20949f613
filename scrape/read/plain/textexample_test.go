package plain

import (
	"testing"

	"github.com/spectab/spectab/scrape/page/pagetest"
)

func TestTextExamples(t *testing.T) {
	testText(t, map[string]pagetest.BlocksTest{
		"JSON, whole":                {Page: "{\n  \"a\": [\n    1,\n    true\n  ]\n}\n1", Want: "pre 1 {\npre 2   \"a\": [\npre 3     1,\npre 4     true\npre 5   ]\npre 6 }\np 7 1\n"},
		"JSON on one line":           {Page: "{\"a\": {\"b\": \"}\"}}\nnext", Want: "pre 1 {\"a\": {\"b\": \"}\"}}\np 2 next\n"},
		"JSON that broke off":        {Page: "{\n\"a\": {\n\"b\": 1\nnext", Want: "pre 1 {\npre 2 \"a\": {\npre 3 \"b\": 1\np 4 next\n"},
		"JSON that broke off, codes": {Page: "{\n\"a\": 1\n1001\none", Want: "pre 1 {\npre 2 \"a\": 1\np 3 1001\np 4 one\n"},
		"a value below its key":      {Page: "{\n\"a\":\n1\n}", Want: "pre 1 {\npre 2 \"a\":\npre 3 1\npre 4 }\n"},
		"JSON with numbered lines":   {Page: "1{\n2  \"a\": 1\n3}\n4", Want: "pre 1 1{\npre 2 2  \"a\": 1\npre 3 3}\np 4 4\n"},
		"JSON in an item": {Page: "• such as\n  { \"a\": 1 }\n• {\"b\": 2}", Want: `
item 
  p 1 such as
  pre 2   { "a": 1 }
item 
  p 3 {"b": 2}
`},
		"prose in brackets":   {Page: "[1] a note\n{name} is one\n[", Want: "p 1 [1] a note\np 2 {name} is one\npre 3 [\n"},
		"XML":                 {Page: "<a>\n<b>1</b>\n</a>\nnext", Want: "pre 1 <a>\npre 2 <b>1</b>\npre 3 </a>\np 4 next\n"},
		"XML with a prologue": {Page: "<?xml version=\"1.0\"?>\n<a b='c'>\n</a>\nnext", Want: "pre 1 <?xml version=\"1.0\"?>\npre 2 <a b='c'>\npre 3 </a>\np 4 next\n"},
		"XML, empty":          {Page: "<a b=\"c\" />\nnext", Want: "pre 1 <a b=\"c\" />\np 2 next\n"},
		"a tag in prose":      {Page: "<a> is a tag\n\n</a>", Want: "p 1 <a> is a tag\np 3 </a>\n"},
		"an element that another one closes too early": {Page: "</b><b>\n<b>x</b>\n<c>\n", Want: "p 1 </b><b>\npre 2 <b>x</b>\np 3 <c>\n"},
		"HTTP":               {Page: "HTTP/1.1 200 OK\nContent-Type: a/b\nX: y\n\nbody", Want: "pre 1 HTTP/1.1 200 OK\npre 2 Content-Type: a/b\npre 3 X: y\np 5 body\n"},
		"HTTP, status alone": {Page: "HTTP/2 404\nnot found", Want: "pre 1 HTTP/2 404\np 2 not found\n"},
	})
}
