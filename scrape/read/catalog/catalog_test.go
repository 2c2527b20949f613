package catalog

import (
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
)

func TestCatalogs(t *testing.T) {
	for name, c := range map[string]struct{ format, text, want string }{
		"properties": {"properties", "# Of accounts\n\nE1=one\nE2 : two, \\\n   too\nE3 three\n! c\nE\\ 4=caf\\u00e9 \\ud83d\\ude00\\nx\n#E5=five\n", `
h3 1 Of accounts
header 3:key | 3:message
row 3:E1 | 3:one
row 4:E2 | 4:two, too
row 6:E3 | 6:three
h3 7 c
header 8:key | 8:message
row 8:E 4 | 8:café 😀⏎x
`},
		"ini": {"ini", "; all\n\n[net.io]\nE1 = \"one \\n\" \nE2:two\n[disk]\nE3=\n= x\n", `
h3 1 all
h2 3 net.io
header 4:key | 4:message
row 4:E1 | 4:one \n
row 5:E2 | 5:two
h2 6 disk
header 7:key | 7:message
row 7:E3 | 7:
:8: a line without a key is not read
`},
		"env": {"env", "export E_ONE='a b'\nE_TWO=c # d\n", "header 1:key | 1:message\nrow 1:E_ONE | 1:a b\nrow 2:E_TWO | 2:c # d\n"},
		"strings, each with a comment": {"strings", "/* A\n * b */\n\"E:1\" = \"say \\\"x\\\"\";\n// c\nE2 = \"two\";\n", `
header 3:key | 3:message | 3:comment
row 3:E:1 | 3:say "x" | 1:A⏎b
row 5:E2 | 5:two | 4:c
`},
		"po": {"po", "# by x\nmsgid \"\"\nmsgstr \"Language: pt_BR\\n\"\n\n#. at login\n#: a.c\nmsgctxt \"c\"\nmsgid \"E1\"\nmsgstr \"\"\n\"one \"\n\"more\"\nmsgid \"E2\"\nmsgid_plural \"E2s\"\nmsgstr[0] \"two\"\nmsgstr[1] \"twos\"\n#~ msgid \"E3\"\nx\n", `
header 7:context | 7:key | 7:message | 7:comment | 7:plural
row 7:c | 8:E1 | 9:one more | 5:at login | 7:
row 12: | 12:E2 | 14:two | 13: | 15:twos
:17: a line that is no part of a message is not read
`},
	} {
		t.Run(name, func(t *testing.T) {
			p := &page.Page{}
			Fill(p, c.format, c.text)
			got := pagetest.Dump(p.Blocks)
			for _, w := range p.Warnings {
				got += w.Error() + "\n"
			}
			pagetest.Same(t, got, c.want)
		})
	}
}

// growing are the parts that are worst when they are repeated.
var growing = []string{"a=b\n", "a\\\n", "# a\n", "# a\n\n", "[a]\n", "[a]\nb=c\n", "\"a", "\\u00e9", "/* ", "a\\ ", "\"\\\"", "msgid \"a\"\n", "msgid \"a\"\nmsgstr \"b\"\n", "\"a\"\n", "#. a\n", "msgstr[1] \"a\"\n", "# a\nb=c\n"}

func TestGrowth(t *testing.T) {
	for _, format := range []string{"properties", "strings", "po"} {
		pagetest.CheckGrowth(t, func(text string) ([]page.Block, error) {
			p := &page.Page{}
			Fill(p, format, text)
			return p.Blocks, nil
		}, growing)
	}
}

func FuzzFill(f *testing.F) {
	for _, part := range growing {
		for _, format := range Extensions() {
			f.Add(format, part+part)
		}
	}
	f.Fuzz(func(t *testing.T, format, text string) {
		text = strings.ReplaceAll(strings.ToValidUTF8(text, ""), "\r", "\n")
		p := &page.Page{}
		Fill(p, format, text)
		pagetest.CheckLines(t, text, p.Blocks)
	})
}
