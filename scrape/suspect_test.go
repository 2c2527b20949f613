package scrape

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spectab/spectab/scrape/guess"
	"github.com/spectab/spectab/scrape/page"
	"github.com/spectab/spectab/scrape/page/pagetest"
	"github.com/spectab/spectab/scrape/read"
	"github.com/spectab/spectab/scrape/suspect"
)

// refused reads a page that nobody vouches for and returns the reason for
// which it is refused, "" where it is read.
func refused(t *testing.T, file, text string) (*page.Refusal, *page.Page) {
	t.Helper()
	p, err := read.Unseen(file, []byte(text))
	var r *page.Refusal
	if err != nil && !errors.As(err, &r) {
		t.Fatalf("%v is no refusal", err)
	}
	return r, p
}

func TestPagesDeliveredInsteadOfOthers(t *testing.T) {
	words := strings.Repeat("The server answers with the code that the table says. ", 30)
	for name, c := range map[string]struct {
		page string
		want page.Reason
		says string
	}{
		"a challenge":                         {`<title>Attention Required! | Shield</title><body><h2>Please complete the security check to access docs.example</h2><p>Why do I have to complete a CAPTCHA?</p>`, page.Challenge, `the page "Attention Required! | Shield" tests for robots`},
		"a challenge by scripts":              {`<title>docs.example</title><script>x()</script><p>Checking your browser before accessing docs.example.</p>`, page.Challenge, "tests for robots"},
		"a challenge in Chinese":              {`<meta charset=utf-8><title>安全验证</title><h1>请稍候</h1><p>请完成验证，以证明您不是机器人。</p>`, page.Challenge, "安全验证"},
		"an error page":                       {`<title>Oops! | Vendor</title><nav><a>Home</a></nav><h1>404</h1><p>We couldn't find that. <a>Return to the home page</a></p>`, page.NotFound, "there is no such page"},
		"an error page in German":             {`<title>Seite nicht gefunden – Beispiel</title><h1>Hoppla</h1><p>Diese Seite existiert nicht mehr oder wurde nicht gefunden.`, page.NotFound, "there is no such page"},
		"an error page in Japanese":           {`<meta charset=utf-8><title>ページが見つかりません</title><p>お探しのページは存在しません。`, page.NotFound, "there is no such page"},
		"an error page with links to codes":   {`<title>Not found</title><h1>Page not found</h1><p>The page you requested may have been moved.<table><tr><th>Code<th>Page<tr><td>E1<td>/a<tr><td>E2<td>/b</table>`, page.NotFound, "there is no such page"},
		"a shell":                             {`<title>Docs</title><div id=app></div><script src=a.js></script>`, page.Shell, `the page "Docs" holds no text`},
		"a shell without a title":             {`<div id=root>Loading…</div><script>x()</script>`, page.Shell, "the page holds no text"},
		"a login":                             {`<title>Log in - Vendor</title><form><label>User</label><input><label>Password</label><input TYPE=Password><button>Go</button></form>`, page.Login, "asks to sign in"},
		"a login in Spanish":                  {`<h1>Iniciar sesión</h1><table><tr><td>Correo<td><input><tr><td>Contraseña<td><input type=password></table>`, page.Login, "asks to sign in"},
		"a request for consent":               {`<title>Cookie settings</title><h1>Your privacy</h1><p>We and our partners set cookies.<table><tr><th>Name<th>Provider<th>Duration<tr><td>_sid<td>Vendor<td>1 day<tr><td>_uid<td>Vendor<td>2 days</table>`, page.CookieWall, "asks for consent"},
		"a small page of codes":               {`<title>Errors</title><script src=a.js></script><table><tr><th>Code<th>Text<tr><td>404<td>Not found<tr><td>403<td>Access denied</table>`, "", ""},
		"an outage":                           {`<title>Acme - Maintenance</title><h1>We will be back soon</h1><p>Our documentation is down for scheduled maintenance.`, page.Outage, "out of order"},
		"an outage in Japanese":               {`<meta charset=utf-8><title>メンテナンスのお知らせ</title><p>ただいまメンテナンス中です。しばらくしてからもう一度お試しください。`, page.Outage, "out of order"},
		"an outage that lists codes":          {`<title>Service Unavailable</title><h1>503 Service Unavailable</h1><p>Please try again later.<table><tr><th>Code<th>Text<tr><td>503<td>overloaded<tr><td>504<td>too slow</table>`, page.Outage, "out of order"},
		"codes of challenges":                 {`<title>CAPTCHA error codes</title><table><tr><th>Code<th>Text<tr><td>no-input<td>The secret is missing.<tr><td>invalid<td>The CAPTCHA was not solved; verify you are human.</table>`, "", ""},
		"codes of logins":                     {`<title>Login errors</title><script src=a.js></script><table><tr><th>Code<th>Text<tr><td>E1<td>wrong password<tr><td>E2<td>no such user</table>`, "", ""},
		"codes of outages":                    {`<title>Maintenance status codes</title><table><tr><th>Code<th>Text<tr><td>E1<td>down for maintenance<tr><td>E2<td>try again later</table>`, "", ""},
		"a shell that waits":                  {`<title>Docs</title><div>Loading, this may take a while on slow connections…</div><script src=a.js></script>`, page.Shell, "holds no text"},
		"codes below a login in the head":     {`<title>Error codes</title><form><input type=password></form><table><tr><th>Code<th>Text<tr><td>1<td>The password is wrong or was forgotten by its owner, who has to ask for another<tr><td>2<td>The name is not known to the server at all</table>`, "", ""},
		"the documentation of a status":       {`<title>404 Not Found - HTTP</title><h1>404 Not Found</h1><p>The page you are looking for does not exist.` + words, "", ""},
		"the documentation of a login":        {`<title>Login</title><h1>Login</h1><p>The password is sent in the field password. ` + words, "", ""},
		"the documentation of fields of text": {`<title>Cookies</title><table><tr><th>Name<th>Meaning<tr><td>sid<td>the session<tr><td>uid<td>the user</table>`, "", ""},
	} {
		r, _ := refused(t, "page.html", c.page)
		switch {
		case r == nil && c.want != "":
			t.Errorf("%s is read", name)
		case r != nil && (r.Reason != c.want || !strings.Contains(r.Error(), c.says) || r.Problem.File != "page.html" || r.Problem.Hint == ""):
			t.Errorf("%s: %s: %v", name, r.Reason, r)
		}
	}
}

func TestPagesThatAreNone(t *testing.T) {
	row := "<html><title>T</title>\n<table>\n<tr><th>Code<th>Text\n<tr><td>E1<td>one\n"
	for name, c := range map[string]struct {
		file, page string
		want       page.Reason
		line       int
	}{
		"empty":                  {"page.html", "", page.Empty, 0},
		"a byte-order mark":      {"page.txt", "\xef\xbb\xbf \r\n", page.Empty, 0},
		"gzip":                   {"page.html", "\x1f\x8b\x08\x00abc", page.Binary, 0},
		"gzip by name":           {"page.html.gz", "\x1f\x8b\x08\x00abc", page.Binary, 0},
		"PDF":                    {"page.html", "%PDF-1.4\n1 0 obj", page.Binary, 0},
		"JSON":                   {"page.html", ` {"code": 1}` + "\n", page.OtherFormat, 0},
		"cut in a table":         {"page.html", row, page.Truncated, 2},
		"cut in a tag":           {"page.html", row + "<tr><td>E2</td><t", page.Truncated, 5},
		"cut in an attribute":    {"page.html", "<p>a\n<p title='b>c", page.Truncated, 2},
		"cut in a comment":       {"page.html", "<p>a</p>\n<!-- b", page.Truncated, 2},
		"cut in a script":        {"page.html", "<p>a</p>\n<script>\nb", page.Truncated, 2},
		"cut in a character":     {"page.html", "<meta charset=utf-8>\n<p>\xe9\x94", page.Truncated, 2},
		"a quote that is open":   {"page.html", "<html><body>\n<table><tr><td title=\"a>E1<tr><td>E2</table></body></html>", page.Truncated, 2},
		"as deep as can be":      {"page.html", strings.Repeat("<div>", 100_000), page.TooDeep, 0},
		"tables in tables":       {"page.html", strings.Repeat("<table><tr><td>x", 2000), page.TooDeep, 0},
		"a fragment":             {"page.html", "<table><tr><td>E1<td>one", "", 0},
		"cut behind everything":  {"page.html", "<html><p>a</p></body></htm", "", 0},
		"no end of the document": {"page.html", "<html><p>a", "", 0},
		"a less-than sign":       {"page.html", "<p>a < b", "", 0},
	} {
		r, _ := refused(t, c.file, c.page)
		switch {
		case r == nil && c.want != "":
			t.Errorf("%s is read", name)
		case r != nil && (r.Reason != c.want || r.Problem.Line != c.line || r.Problem.File != c.file):
			t.Errorf("%s: %s: %v", name, r.Reason, r)
		}
	}
}

// What a recipe vouches for is read: it may be what the user wants.
func TestSuspicionIsNoErrorOfReadPage(t *testing.T) {
	p, err := read.Page("page.html", []byte(`<title>Sign in</title><input type=password>Email`))
	if err != nil || p.Title != "Sign in" {
		t.Fatal(err)
	}
	var r *page.Refusal
	if !errors.As(suspect.Suspicion(p), &r) || r.Reason != page.Login {
		t.Errorf("got %v", r)
	}
}

func TestWarningsOfPages(t *testing.T) {
	for name, c := range map[string]struct{ file, page, want string }{
		"a NUL":                  {"page.html", "<p>a\n<p>E1\x00X", "page.html:2: 1 NUL character on the page"},
		"bytes of nothing":       {"page.html", "<meta charset=utf-8>\n<p>E1\xff\xfe", "page.html:2: 2 bytes on the page outside of UTF-8"},
		"a replacement":          {"page.html", "<p>a\n<p>b\uFFFD", "page.html:2: 1 replacement character on the page"},
		"UTF-7":                  {"page.html", "<meta charset=utf-7><p>+ADw-", "page.html: the page declares the character set \"utf-7\""},
		"UTF-8 that denies it":   {"page.html", "<meta charset=shift_jis><p>コード", "page.html: the page declares the character set \"shift_jis\""},
		"no end":                 {"page.html", "<html>\n<title>T</title><p>a\n", "page.html:2: the page \"T\" has no end tag"},
		"no end, in a sample":    {"page.html", "<html>\n<title>T</title><pre>a\n<b>b</b>", "page.html:3: the page \"T\" has no end tag"},
		"no end tags, but whole": {"page.html", "<html>\n<title>T</title><p>a</p>\n<p>A sentence.\n", ""},
		"a long text":            {"page.txt", "a\n\n" + strings.Repeat("b ", read.MaxLine), "page.txt:3: a text of"},
		"a fence that is open":   {"page.md", "# A\n\n```\n| a |\n", "page.md:3: the code that begins here is never closed"},
		"a fence in a list":      {"page.md", "- a\n\n  ```\n  b\n", "page.md:3: the code"},
		"a fence that is ended":  {"page.md", "```\na\n```\n", ""},
	} {
		_, p := refused(t, c.file, c.page)
		got := ""
		if len(p.Warnings) > 0 {
			got = p.Warnings[0].Error()
		}
		if len(p.Warnings) > 1 || !strings.HasPrefix(got, c.want) || c.want == "" && got != "" {
			t.Errorf("%s: %v", name, p.Warnings)
		}
		page.EachLines(p.Blocks, func(lines []page.Line) {
			for _, l := range lines {
				if len(l.Text) > read.MaxLine+len("…") || strings.Contains(l.Text, "\x00") {
					t.Errorf("%s: %.20q", name, l.Text)
				}
			}
		})
	}
}

func TestDoubts(t *testing.T) {
	head := "<h1>Errors</h1><table>\n<tr><th>Code<th>Text\n<tr><td>E1<td>the first of them\n<tr><td>E3<td>the third of them\n"
	for name, c := range map[string]struct{ rows, want string }{
		"two texts":              {"<tr><td>E1<td>another text", `page.html:3: E1 has several texts: "the first of them", "another text"`},
		"the same text":          {"<tr><td>E1<td>the first of them", ""},
		"after what nobody sees": {"<tr><td>E\u200b1<td>another text", `page.html:3: E1 has several texts`},
		"a Cyrillic letter":      {"<tr><td>Е4<td>looks alike", "page.html:5: \"Е4\" is not read as a code; its row is left out\n\tits letter 'Е' is U+0415"},
		"no code":                {"<tr><td><td>a text alone", "page.html:5: this row has no code"},
		"a title":                {"<tr><td colspan=2>Of the server", ""},
		"many":                   {strings.Repeat("<tr><td>E5<td>a text\n<tr><td>…<td>nothing\n", 9), "page.html:8: 8 more rows without a code from here on"},
	} {
		_, p := refused(t, "page.html", head+c.rows+"</table>")
		warnings := guess.Warnings(p, guess.Tables(p))
		if c.want == "" && len(warnings) > 0 || c.want != "" && !strings.Contains(warnings.Error(), c.want) {
			t.Errorf("%s: %v", name, warnings)
		}
	}
}

// Each hostile page gets what is asked for it: one that is to be refused gives
// no table that is more likely one than not, and none gives a code that it has
// only for the careless.
func TestHostileCorpus(t *testing.T) {
	dir := filepath.FromSlash("../../shared/corpus/hostile")
	expect, err := os.ReadFile(filepath.Join(dir, "EXPECT.md"))
	if err != nil {
		t.Skip(err)
	}
	for line := range strings.Lines(string(expect)) {
		cells := strings.Split(line, " | ")
		data, err := os.ReadFile(filepath.Join(dir, strings.TrimPrefix(cells[0], "| ")))
		if err != nil || len(cells) < 3 {
			continue
		}
		t.Run(strings.TrimPrefix(cells[0], "| "), func(t *testing.T) {
			p, err := read.Unseen(strings.TrimPrefix(cells[0], "| "), data)
			if err != nil {
				if pagetest.Problem(t, err).Hint == "" {
					t.Errorf("no hint: %v", err)
				}
				return
			}
			for _, g := range guess.Tables(p) {
				if strings.HasPrefix(cells[2], "refuse:") && g.Table.Confidence >= 0.5 {
					t.Errorf("a table on line %d, %v: %s", g.Table.Line, g.Table.Confidence, cells[2])
				}
				for _, e := range g.Table.Entries {
					if strings.Contains(e.Code+e.Key+e.Text, "FAKE") || strings.ContainsAny(e.Code, "\x00\u200b\u202e\ufeff\u00ad\uFFFD") {
						t.Errorf("line %d: %+v", e.Line, e)
					}
				}
			}
		})
	}
}

// A recipe reads long texts whole: it may look for something in them.
func TestTextsOfRecipesAreNotCut(t *testing.T) {
	text := strings.Repeat("b ", read.MaxLine)
	p, err := read.Page("page.html", []byte("<p>"+text))
	if err != nil || len(p.Warnings) > 0 || suspect.TextOf(p, len(text)) != text {
		t.Errorf("%v, %v", err, p.Warnings)
	}
}
