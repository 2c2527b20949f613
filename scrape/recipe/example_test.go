package recipe

import "testing"

func TestExample(t *testing.T) {
	const table = `{name: Field, kind: fields, example: error.detail}`
	testPages(t, map[string]pageTest{
		"JSON, its keys at their first appearance": {
			table: table,
			page:  "{\n\"error\": {\n\"detail\": {\n\"id\": 7,\n\"tags\": [1],\n\"note\": null\n}\n}\n}\nand\n{\n\"error\": {\"detail\": {\"id\": 8, \"more\": \"x\"}}\n}\n",
			want:  []string{"4 id map[Example:7]", "5 tags", "6 note", "12 more map[Example:x]"},
		},
		"JSON with numbered lines": {
			table: table, page: "1{\n2  \"error\": {\"detail\": {\n3    \"id\": 7 }}\n4}\n", want: []string{"3 id map[Example:7]"},
		},
		"JSON with two numbered lines": {
			table: table, page: "<pre>1 { \"error\": {\"detail\": {\n2 \"id\": 7 }}}</pre>", want: []string{"2 id map[Example:7]"},
		},
		"an array on the way": {
			table: table, page: "{\n\"error\": [{\"detail\": {\"id\": 1}}]\n}\n",
			errors: []string{"source.yaml:7: table Field: no example in page.txt has keys below error.detail"},
		},
		"XML: attributes and elements": {
			table: table, page: "<pre>&lt;?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n&lt;error>\n&lt;detail id=\"7\"\n  name=\"n\">\n&lt;more/>&lt;/detail>&lt;/error></pre>",
			want: []string{"3 id map[Example:7]", "4 name map[Example:n]", "5 more"},
		},
		"XML: what stands beside and behind": {
			table: table, page: "<pre>&lt;error>\n&lt;other>&lt;id/>&lt;/other>\n&lt;detail>&lt;a>&lt;b/>&lt;/a>\n&lt;c/>&lt;/detail>&lt;/error></pre>",
			want: []string{"3 a", "4 c"},
		},
		"JSON that begins with a number": {
			table: table, page: "<pre>1\n{\"error\": {\"detail\": {\"id\": 7}}}</pre>", errors: []string{"source.yaml:7: table Field: no example"},
		},
		"JSON behind lines that are no object": {
			table: table, page: "<pre>HTTP/1.1 400 Bad Request\n[{\"error\": 1}]</pre><pre>{\"error\": {\"other\": {\"x\": 1}, \"detail\": {\"id\": \"7\", \"ok\": true}}}</pre>", want: []string{"2 id map[Example:7]", "2 ok map[Example:true]"},
		},
		"a whole reply in one block": {
			table: table, page: "<pre>HTTP/1.1 400 Bad Request\nA: b\n\n{\n\"error\": {\"detail\": {\"id\": 7}}}</pre>", want: []string{"5 id map[Example:7]"},
		},
		"an example that broke off": {
			table: table, page: "{\n\"error\": {\"detail\": {\n\"id\": 7,\n...\n",
			errors: []string{"source.yaml:7: table Field: no example"},
		},
	})
}
