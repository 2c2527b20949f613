// Package generated_test holds the packages to what the pages say: every
// entry of every model goes through its package and comes back.
package generated_test

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"testing"
	"time"

	"github.com/spectab/spectab/generated/baiduoauth"
	"github.com/spectab/spectab/generated/mwcreateaccount"
	"github.com/spectab/spectab/generated/mwlogin"
	"github.com/spectab/spectab/generated/mwoauth"
	"github.com/spectab/spectab/generated/xsollalogin"
	"github.com/spectab/spectab/model"
	"github.com/spectab/spectab/scrape"
	"github.com/spectab/spectab/specs"
)

// A listed is one emitted type with its codes, as plain text.
type listed struct {
	source, table string
	codes         []string
	lookup        func(string) (code string, known bool)
	columns       func(code string) map[string]string // what its methods say
}

// value is what every emitted type of text codes offers.
type value interface {
	~string
	String() string
	Known() bool
}

func list[T value](source, table string, all iter.Seq[T], lookup func(string) (T, bool), columns func(T) map[string]string) listed {
	l := listed{source: source, table: table}
	for v := range all {
		l.codes = append(l.codes, v.String())
	}
	l.lookup = func(s string) (string, bool) {
		v, ok := lookup(s)
		return string(v), ok && v.Known()
	}
	l.columns = func(code string) map[string]string {
		if columns == nil {
			return nil
		}
		return columns(T(code))
	}
	return l
}

func message[T interface{ Message() string }](v T) map[string]string {
	return map[string]string{"text": v.Message()}
}

var everything = []listed{
	list("mediawiki-oauth", "Code", mwoauth.Codes(), mwoauth.LookupCode, func(c mwoauth.Code) map[string]string {
		return map[string]string{"text": c.Message(), "key": c.Key()}
	}),
	list("baidu-oauth", "Code", baiduoauth.Codes(), baiduoauth.LookupCode, func(c baiduoauth.Code) map[string]string {
		return map[string]string{"text": c.Message(), "detail": c.Detail()}
	}),
	list("baidu-oauth", "Field", baiduoauth.Fields(), baiduoauth.LookupField, message[baiduoauth.Field]),
	list("mediawiki-login", "Result", mwlogin.Results(), mwlogin.LookupResult, message[mwlogin.Result]),
	list("mediawiki-login", "Param", mwlogin.Params(), mwlogin.LookupParam, message[mwlogin.Param]),
	list("mediawiki-login", "Field", mwlogin.Fields(), mwlogin.LookupField, message[mwlogin.Field]),
	list("mediawiki-login", "Cookie", mwlogin.Cookies(), mwlogin.LookupCookie, func(c mwlogin.Cookie) map[string]string {
		return map[string]string{"Field": c.Field(), "Example": c.Example()}
	}),
	list("xsolla-login", "Code", xsollalogin.Codes(), xsollalogin.LookupCode, func(c xsollalogin.Code) map[string]string {
		return map[string]string{"text": c.Message(), "remedy": c.Remedy()}
	}),
	list("xsolla-login", "Field", xsollalogin.Fields(), xsollalogin.LookupField, func(f xsollalogin.Field) map[string]string {
		return map[string]string{"text": f.Message(), "type": f.Type()}
	}),
	list("mediawiki-createaccount", "Code", mwcreateaccount.Codes(), mwcreateaccount.LookupCode, message[mwcreateaccount.Code]),
	list("mediawiki-createaccount", "Result", mwcreateaccount.Results(), mwcreateaccount.LookupResult, message[mwcreateaccount.Result]),
	list("mediawiki-createaccount", "Status", mwcreateaccount.Statuses(), mwcreateaccount.LookupStatus, message[mwcreateaccount.Status]),
	list("mediawiki-createaccount", "Param", mwcreateaccount.Params(), mwcreateaccount.LookupParam, func(p mwcreateaccount.Param) map[string]string {
		return map[string]string{"text": p.Message(), "type": p.Type(), "default": p.Default()}
	}),
	list("mediawiki-createaccount", "LegacyParam", mwcreateaccount.LegacyParams(), mwcreateaccount.LookupLegacyParam, message[mwcreateaccount.LegacyParam]),
	list("mediawiki-createaccount", "CaptchaField", mwcreateaccount.CaptchaFields(), mwcreateaccount.LookupCaptchaField, func(f mwcreateaccount.CaptchaField) map[string]string {
		return map[string]string{"Example": f.Example()}
	}),
}

func TestPackagesSayWhatTheModelsSay(t *testing.T) {
	covered := map[string]bool{}
	for _, l := range everything {
		t.Run(l.source+"/"+l.table, func(t *testing.T) {
			table := readSpec(t, l.source).Table(l.table)
			covered[l.source+"/"+l.table] = true
			var want []string
			for i := range table.Entries {
				e := &table.Entries[i]
				want = append(want, e.Code)
				if code, known := l.lookup(e.Code); code != e.Code || !known {
					t.Errorf("lookup of %q gives %q, known: %t", e.Code, code, known)
				}
				for column, got := range l.columns(e.Code) {
					if want := cellOf(e, column); got != want {
						t.Errorf("%s of %q is %q, want %q", column, e.Code, got, want)
					}
				}
			}
			if !slices.Equal(l.codes, want) {
				t.Errorf("iteration gives %q, want %q", l.codes, want)
			}
			if code, known := l.lookup("no such thing"); known {
				t.Errorf("lookup of nonsense gives %q", code)
			}
		})
	}
	requireAll(t, covered)
}

// requireAll fails where a table of a source is not in the list above.
func requireAll(t *testing.T, covered map[string]bool) {
	t.Helper()
	for _, source := range []string{"mediawiki-oauth", "baidu-oauth", "mediawiki-login", "xsolla-login", "mediawiki-createaccount"} {
		for _, table := range readSpec(t, source).Tables {
			if name := source + "/" + table.Name; table.Kind != model.Constants && !covered[name] {
				t.Errorf("%s is not tested", name)
			}
		}
	}
}

func cellOf(e *model.Entry, column string) string {
	switch column {
	case "text":
		return e.Text
	case "key":
		return e.Key
	case "detail":
		return e.Detail
	case "remedy":
		return e.Remedy
	case "type":
		return e.Type
	case "default":
		return e.Default
	}
	return e.Extra[column]
}

func readSpec(t *testing.T, source string) *model.Spec {
	t.Helper()
	s, err := scrape.Open(specs.FS, source, "specs/"+source)
	if err != nil {
		t.Fatal(err)
	}
	spec, _, err := s.Spec()
	if err != nil {
		t.Fatal(err)
	}
	return spec
}

// The replies are those of the pages' own examples, and variations of them.
func TestParseError(t *testing.T) {
	parsers := map[string]func([]byte) (error, bool){
		"baiduoauth":      parser(baiduoauth.ParseError),
		"mwlogin":         parser(mwlogin.ParseError),
		"xsollalogin":     parser(xsollalogin.ParseError),
		"mwcreateaccount": parser(mwcreateaccount.ParseError),
	}
	for _, c := range []struct {
		pkg, body string
		is        error // nil where the reply is no error
		text      string
	}{
		{
			"baiduoauth", `{"error": "invalid_grant", "error_description": "Invalid authorization code: ANXxSNjwQDugOnqeikRMu2bKaXCdlLxn"}`,
			baiduoauth.InvalidGrant, "invalid_grant: Invalid authorization code: ANXxSNjwQDugOnqeikRMu2bKaXCdlLxn",
		},
		{"baiduoauth", `{"error": "invalid_grant", "error_description": "Inv`, nil, ""},
		{"baiduoauth", `{"access_token": "1.a6b7"}`, nil, ""},
		{"xsollalogin", `{"error": {"code": "000-000", "description": "description"}}`, xsollalogin.Code("000-000"), "000-000: description"},
		{"xsollalogin", `{"error": {"code": "002-016", "description": "Token expired."}}`, xsollalogin.InvalidJWT, "002-016: Token expired."},
		{"xsollalogin", `{"error": {"code": "002-016"}}`, xsollalogin.InvalidJWT, "002-016: Invalid JWT."},
		{"xsollalogin", `{"error": "002-016"}`, nil, ""},
		{"xsollalogin", ``, nil, ""},
		{"mwlogin", `<?xml version="1.0" encoding="utf-8"?><api><login result="Success" lguserid="12345" lgusername="Bob"/></api>`, nil, ""},
		{"mwlogin", `<?xml version="1.0"?><api><login result="Throttled" wait="86"/></api>`, mwlogin.Throttled, "Throttled: You've logged in too many times in a short time. See also throttling"},
		{"mwlogin", `{"login": {"result": "WrongPass"}}`, mwlogin.WrongPass, "WrongPass: The password you provided is incorrect"},
		{"mwlogin", `{"login": {"result": "Success"}}`, nil, ""},
		{"mwlogin", `<api><login result="WrongPass"`, nil, ""},
		{"mwcreateaccount", `{"error": {"code": "code", "info": "info"}}`, mwcreateaccount.Code("code"), "code: info"},
		{"mwcreateaccount", `{"error": {"code": "userexists", "info": "Username entered already in use"}}`, mwcreateaccount.UserExists, "userexists: Username entered already in use"},
		{"mwcreateaccount", `{"createaccount": {"result": "Success"}}`, nil, ""},
	} {
		t.Run(c.pkg+c.body, func(t *testing.T) {
			err, ok := parsers[c.pkg]([]byte(c.body))
			switch {
			case c.is == nil && ok:
				t.Errorf("got %v, want no error", err)
			case c.is != nil && !ok:
				t.Error("no error was found")
			case c.is != nil && !errors.Is(fmt.Errorf("login: %w", err), c.is):
				t.Errorf("%v is not %v", err, c.is)
			case c.is != nil && err.Error() != c.text:
				t.Errorf("got %q, want %q", err, c.text)
			}
		})
	}
}

// parser forgets the type of a package's Error.
func parser[E error](parse func([]byte) (E, bool)) func([]byte) (error, bool) {
	return func(body []byte) (error, bool) {
		err, ok := parse(body)
		return err, ok
	}
}

func TestParseResult(t *testing.T) {
	for body, want := range map[string]mwcreateaccount.Result{
		`{"createaccount": {"result": "NeedToken", "token": "387bc54bd0ec29333178800ce4213306"}}`:                                     mwcreateaccount.NeedToken,
		`{"createaccount": {"result": "Success", "token": "387bc54bd0ec2933317880", "userid": 1234, "username": "GymBeauWhales"}}`:    mwcreateaccount.Success,
		`{"createaccount": {"result": "NeedCaptcha", "captcha": {"type": "simple", "mime": "text/plain", "id": "323035635"}}}`:        mwcreateaccount.Result(mwcreateaccount.CaptchaResult()),
		`{"error": {"code": "code", "info": "info"}}`:                                                                                 "",
		`{"createaccount": {"result": "NeedCaptcha", "captcha": {"type": "simple", "mime": "text/plain", "id": "323035635"}}}, extra`: "",
	} {
		got, ok := mwcreateaccount.ParseResult([]byte(body))
		if got != want || ok != (want != "") {
			t.Errorf("%s: got %q, %t", body, got, ok)
		}
	}
}

func TestLimitsAndColumns(t *testing.T) {
	for what, pair := range map[string][2]any{
		"attempts of a login":   {mwlogin.MaxAttempts(), 5},
		"window of a login":     {mwlogin.Window(), 300 * time.Second},
		"polling interval":      {baiduoauth.PollingInterval(), 5 * time.Second},
		"authorize endpoint":    {baiduoauth.AuthorizeEndpoint(), "https://openapi.baidu.com/oauth/2.0/authorize"},
		"token endpoint":        {baiduoauth.TokenEndpoint(), "https://openapi.baidu.com/oauth/2.0/token"},
		"values of requests":    {mwcreateaccount.Requests.Max(), 50},
		"high limit":            {mwcreateaccount.Requests.HighLimit(), 500},
		"the token is required": {mwcreateaccount.ParamToken.Required(), true},
		"the rest is not":       {mwcreateaccount.Continue.Required(), false},
		"allowed formats":       {fmt.Sprint(slices.Collect(mwcreateaccount.ParamMessageFormat.Values())), "[html none raw wikitext]"},
		"the default format":    {mwcreateaccount.MessageFormat(mwcreateaccount.ParamMessageFormat.Default()), mwcreateaccount.MessageFormatWikitext},
		"a code listed twice":   {fmt.Sprint(slices.Collect(xsollalogin.AccountNotActivated.Also())), "[User account not confirmed.]"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: got %v, want %v", what, pair[0], pair[1])
		}
	}
}
