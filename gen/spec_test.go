package gen

import (
	"fmt"
	"regexp"

	"github.com/spectab/spectab/model"
)

// cases are small sources that between them have everything that a package
// can have. Each is emitted to testdata/golden/<name>.
func cases() []*model.Spec {
	return []*model.Spec{textCodes(), integerCodes(), parameters(), limits(), replies(), manyCodes("many", 83), numbers(), results(), carriers(), languages()}
}

func newSpec(name string, tables ...model.Table) *model.Spec {
	return &model.Spec{
		Source:     name,
		Package:    name,
		Title:      "The " + name + " page",
		ImportPath: "example.com/emitted/" + name,
		URL:        "https://example.com/" + name,
		Snapshot:   model.Snapshot{File: "page.html", SHA256: "0123456789abcdef", Retrieved: "2026-11-22"},
		Tables:     tables,
	}
}

// textCodes has every column, a tombstone, aliases and a deprecation.
func textCodes() *model.Spec {
	s := newSpec("text", model.Table{
		Name: "Code", Kind: model.Codes, Heading: "Errors",
		Columns: []model.Column{{Header: "Can retry", Name: "Retriable", Type: "bool"}, {Header: "Weight", Name: "Weight", Type: "int"}, {Header: "Severity", Name: "Severity"}},
		Entries: []model.Entry{
			{Code: "002-016", Name: "InvalidJWT", Key: "jwt_invalid", Text: "Invalid JWT. The token was signed with a key that the project does not know, or it is past its expiry date.", Remedy: "Ask for a new one.", Detail: "See the guide.", HTTP: 401, Group: "Tokens", Line: 25, Order: 1, Extra: map[string]string{"Can retry": "No", "Weight": "7", "Severity": "high"}},
			{Code: "003-001", Name: "UserNotFound", Text: "User not found.", HTTP: 404, Group: "Users", Line: 40, Order: 3, Also: []string{"No such user."}, Notes: []string{"Cached for 60 s.", "“Quoted” \"twice\""}},
			{Code: "002-017", Name: "ExpiredJWT", Key: "jwt_expired", Text: "Expired JWT.", HTTP: 401, Group: "Tokens", Line: 26, Order: 4, Aliases: []string{"JWTExpired"}, Extra: map[string]string{"Can retry": "yes"}},
			{Code: "010-000", Name: "Legacy", Key: "jwt_invalid", Text: "#1 of the old ones.", Group: "Users", Deprecated: "use 003-001.", Line: 50, Order: 5},
		},
		Gone: []model.Gone{{Code: "002-099", Name: "TokenRevoked", Since: "2026-11-22", Order: 2, Aliases: []string{"RevokedToken"}, Entry: model.Entry{
			Key: "jwt_revoked", Text: "Token revoked.", HTTP: 410, Group: "Tokens", Extra: map[string]string{"Severity": "low", "Weight": "many"},
		}}},
		Groups: &model.ValueSet{Type: "Group", Names: []string{"GroupTokens", "GroupUsers"}, Gone: []model.Gone{{Code: "Old ones", Name: "GroupOldOnes", Since: "2026-11-22"}}},
		Lost:   []model.LostColumn{{Name: "Default", Type: "string", Since: "2026-11-22"}, {Name: "Values", Type: "list"}, {Name: "Max", Type: "int"}, {Name: "Required", Type: "bool"}},
	})
	s.Owner, s.License = "Example Inc.", "CC BY 4.0"
	return s
}

// integerCodes are dense and keyed, with one value of two spellings.
func integerCodes() *model.Spec {
	t := model.Table{Name: "Errno", Kind: model.Codes, Value: model.Value{Type: "int32"}, Doc: "Errno is a number of the system."}
	for i := range 40 {
		t.Entries = append(t.Entries, model.Entry{
			Code: fmt.Sprint(i - 3), Key: fmt.Sprintf("E%d", i), Name: fmt.Sprintf("Number%d", i), Text: fmt.Sprintf("Number %d.", i), Line: i + 1, Order: i + 1,
		})
	}
	t.Entries = append(t.Entries,
		model.Entry{Code: "0x10", Key: "EHEX", Name: "Hex", Text: "Sixteen again.", Order: 60, Line: 60},
		model.Entry{Code: "0x1F", Key: "ELAST", Name: "Last", Order: 61, Line: 61},
		model.Entry{Code: "0040", Key: "EFORTY", Name: "Forty", Order: 62, Line: 62})
	t.Gone = []model.Gone{{Code: "99", Name: "Gone99", Since: "2025-01-02", Order: 70}}
	return newSpec("integers", t)
}

// parameters have values, one set of which the page has lost.
func parameters() *model.Spec {
	return newSpec("parameters",
		model.Table{
			Name: "Param", Kind: model.Params, Prefix: "Param", Entries: []model.Entry{
				{
					Code: "format", Name: "ParamFormat", Text: "How the message is written.", Type: "enum", Required: true, Values: []string{"html", "text", ""}, Default: "text", Line: 7, Order: 1,
					ValueSet: &model.ValueSet{Type: "Format", Names: []string{"FormatHTML", "FormatText", "FormatEmpty"}, Gone: []model.Gone{{Code: "rtf", Name: "FormatRTF", Since: "2026-01-01"}}},
				},
				{Code: "to[]", Name: "ParamTo", Text: "Who gets it.", Type: "list", Max: 50, Line: 9, Order: 2},
			},
			LostSets: []model.ValueSet{{Type: "Color", Gone: []model.Gone{{Code: "red", Name: "ColorRed", Since: "2026-01-01"}}}},
		},
		model.Table{Name: "Field", Kind: model.Fields, Prefix: "Field", Entries: []model.Entry{{Code: "id", Name: "FieldID", Order: 1}}},
		model.Table{Name: "Cookie", Kind: model.Fields, Gone: []model.Gone{{Code: "sid", Name: "CookieSID", Since: "2026-01-01"}}},
	)
}

func limits() *model.Spec {
	return newSpec("limits", model.Table{Name: "Limit", Kind: model.Constants, Entries: []model.Entry{
		{Code: "5", Key: "PollingInterval", Name: "PollingInterval", Type: "seconds", Text: "Poll every 5 seconds.", Line: 3, Order: 1, Aliases: []string{"PollInterval"}},
		{Code: "100", Key: "MaxUsers", Name: "MaxUsers", Type: "integer", Line: 4, Order: 2},
		{Code: "1", Key: "Window", Name: "Window", Type: "hours", Order: 3},
		{Code: "0.5", Key: "Ratio", Name: "Ratio", Type: "number", Text: "Half.", Order: 3},
		{Code: "https://api.example.com/v1", Key: "Endpoint", Name: "Endpoint", Text: "Where to send it.", Order: 4},
	}, Gone: []model.Gone{
		{Code: "OldWindow", Name: "OldWindow", Since: "2026-11-22", Order: 5, Type: "minutes", Value: "7", Aliases: []string{"OlderWindow"}},
		{Code: "Forgotten", Name: "Forgotten", Since: "2025-11-22", Order: 6},
	}})
}

// replies has envelopes in both formats for results, and one for a side table,
// in which a symbol stands for two numbers.
func replies() *model.Spec {
	s := newSpec("replies",
		model.Table{Name: "Status", Kind: model.Fields, Value: model.Value{Type: "uint16"}, Prefix: "Status", Entries: []model.Entry{
			{Code: "1", Key: "waiting", Name: "StatusQueued", Order: 1}, {Code: "60000", Name: "StatusDone", Order: 2}, {Code: "2", Key: "waiting", Name: "StatusHeld", Order: 3},
		}},
		model.Table{Name: "Result", Kind: model.Results, Entries: []model.Entry{
			{Code: "ok", Name: "OK", Text: "Done.", Order: 1},
			{Code: "denied", Name: "Denied", Text: "Not allowed.", Order: 2},
		}})
	s.Envelopes = []model.Envelope{
		{Table: "Result", Format: "json", Code: []string{"error", "code"}, Message: []string{"error", "message"}, Success: []string{"ok"}},
		{Table: "Result", Format: "xml", Code: []string{"api", "login", "result"}, Message: []string{"api", "login", "message"}, Success: []string{"ok"}},
		{Table: "Status", Format: "json", Code: []string{"status"}},
	}
	return s
}

// manyCodes are more than a switch is for.
func manyCodes(name string, n int) *model.Spec {
	t := model.Table{Name: "Code", Kind: model.Codes}
	for i := range n {
		t.Entries = append(t.Entries, model.Entry{
			Code: fmt.Sprintf("%03d-%03d", i/40+1, i%40*7), Name: fmt.Sprintf("Code%d", i), Order: i + 1, Line: i + 10,
			Text: fmt.Sprintf("Something went wrong with the object of kind %d, and nobody knows why.", i), HTTP: 400 + i%20,
		})
	}
	return newSpec(name, t)
}

// numbers are sparse hexadecimal codes, in a struct with a message, and keys
// that are more than a switch is for.
func numbers() *model.Spec {
	t := model.Table{Name: "Code", Kind: model.Codes, Value: model.Value{Type: "uint32"}}
	for i := range 50 {
		t.Entries = append(t.Entries, model.Entry{
			Code: fmt.Sprintf("0x8024%04X", i*i*7), Key: fmt.Sprintf("WU_E_%d", i), Name: fmt.Sprintf("Update%d", i), Text: "It failed.", Order: i + 1,
		})
	}
	s := newSpec("numbers", t)
	s.Envelopes = []model.Envelope{{Table: "Code", Format: "json", Code: []string{"code"}, Message: []string{"text"}, Success: []string{"0"}}}
	return s
}

// results are signed numbers in unsigned spelling with fields of bits, one
// with two symbols, in an array of a reply, and numbers of 64 bits.
func results() *model.Spec {
	s := newSpec("results",
		model.Table{
			Name: "HResult", Kind: model.Codes, Prefix: "",
			Value: model.Value{Type: "int32", Wrap: true, Bits: []model.Bits{{Name: "Failed", Low: 31, High: 31, Flag: true}, {Name: "Facility", Low: 16, High: 28}, {Name: "Status", High: 15}}},
			Entries: []model.Entry{
				{Code: "0x00000000", Key: "S_OK", Name: "OK", Text: "It worked.", Order: 1, Line: 4},
				{Code: "0x80070005", Key: "E_ACCESSDENIED", Name: "AccessDenied", Text: "Access is denied.", Order: 2, Line: 5},
				{Code: "0x8000000A", Key: "E_PENDING", Name: "Pending", Order: 3, Line: 6},
				{Code: "0x80070005", Key: "ERROR_NO_ACCESS", Name: "NoAccess", Text: "No access.", Second: true, Order: 4, Line: 7},
			},
			Gone: []model.Gone{{Code: "0x8000000A E_WAIT", Name: "Wait", Since: "2026-02-03", Order: 5}},
		},
		model.Table{Name: "Feature", Kind: model.Fields, Prefix: "Feature", Value: model.Value{Type: "uint64", Bits: []model.Bits{{Name: "High", Low: 32, High: 63}}}, Entries: []model.Entry{
			{Code: "0xffffffffffffffff", Name: "FeatureAll", Order: 1}, {Code: "0x8000000000000000", Name: "FeatureTop", Order: 2},
		}})
	s.Envelopes = []model.Envelope{{Table: "HResult", Format: "json", Code: []string{"errors", "0", "hr"}, Success: []string{"0x00000000"}}}
	return s
}

// carriers are codes with numbers in them, and texts with holes.
func carriers() *model.Spec {
	return newSpec("carriers", model.Table{Name: "Code", Kind: model.Codes, Carries: regexp.MustCompile(`X`), Entries: []model.Entry{
		{Code: "FLOOD_WAIT_X", Name: "FloodWaitX", Text: "A wait of $1 seconds is required.", Placeholders: []string{"$1"}, Order: 1},
		{Code: "FLOOD_WAIT_9", Name: "FloodWait9", Text: "Nine is special.", Order: 2},
		{Code: "FILE_PART_X_MISSING", Name: "FilePartXMissing", Text: "Part %d of %s is missing.", Placeholders: []string{"%d", "%s"}, Order: 3},
		{Code: "X_WAIT", Name: "XWait", Order: 4},
		{Code: "OTHER", Name: "Other", Order: 5},
	}})
}

// languages are texts in three of them, with gaps, from two parts of a page.
func languages() *model.Spec {
	s := newSpec("languages", model.Table{Name: "Code", Kind: model.Codes, Entries: []model.Entry{
		{Code: "1", Name: "TokenExpired", Text: "O token expirou.", Texts: map[string]string{"pt": "O token expirou.", "en": "Token expired.", "zh-Hans": "令牌已过期。"}, Line: 3, Order: 1},
		{Code: "2", Name: "UserNotFound", Text: "Usuário não encontrado.", Texts: map[string]string{"pt": "Usuário não encontrado.", "en": "User not found."}, File: "page-users.html", Line: 4, Order: 2},
		{Code: "3", Name: "EnglishOnly", Texts: map[string]string{"en": "English only."}, File: "page.en.html", Line: 5, Order: 3},
	}},
		model.Table{Name: "Result", Prefix: "Result", Kind: model.Results, Entries: []model.Entry{{Code: "ok", Name: "ResultOK", Text: "Feito.", Order: 4}}, Lost: []model.LostColumn{{Name: "MessageIn", Type: "texts", Since: "2026-11-22"}}})
	s.Snapshot.Further = []model.Snapshot{{File: "page-users.html", SHA256: "01"}, {File: "page.en.html", SHA256: "02"}}
	return s
}
