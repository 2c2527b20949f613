package naming

import (
	"strings"
	"testing"
)

// Symbols of real vendors, and the identifiers that a Go developer would give
// them.
var symbolNames = []struct{ symbol, want string }{
	// MediaWiki, login and account creation
	{"NoName", "NoName"},
	{"Illegal", "Illegal"},
	{"NotExists", "NotExists"},
	{"EmptyPass", "EmptyPass"},
	{"WrongPluginPass", "WrongPluginPass"},
	{"CreateBlocked", "CreateBlocked"},
	{"NeedToken", "NeedToken"},
	{"nocookiesfornew", "NoCookiesForNew"},
	{"sorbs_create_account_reason", "SorbsCreateAccountReason"},
	{"noname", "NoName"},
	{"userexists", "UserExists"},
	{"password-name-match", "PasswordNameMatch"},
	{"password-login-forbidden", "PasswordLoginForbidden"},
	{"noemailtitle", "NoEmailTitle"},
	{"invalidemailaddress", "InvalidEmailAddress"},
	{"externaldberror", "ExternalDBError"},
	{"passwordtooshort", "PasswordTooShort"},
	{"noemail", "NoEmail"},
	{"mustbeposted", "MustBePosted"},
	{"acct_creation_throttle_hit", "AcctCreationThrottleHit"},
	{"JSON_PRETTY_PRINT", "JSONPrettyPrint"},
	{"ERROR_CLIPPING_NOT_SUPPORTED", "ErrorClippingNotSupported"},
	{"SERVICE_STOPPING", "ServiceStopping"},
	{"RECEIVE_EXPEDITED", "ReceiveExpedited"},
	{"CASE_INSENSITIVE", "CaseInsensitive"},
	{"ROWS_PER_STRIP", "RowsPerStrip"},
	{"wrongpassword", "WrongPassword"},
	{"aborted", "Aborted"},
	{"permdenied-createaccount", "PermDeniedCreateAccount"},
	{"createaccount-hook-aborted", "CreateAccountHookAborted"},
	{"captcha-createaccount-fail", "CaptchaCreateAccountFail"},
	{"PASS", "Pass"},
	{"FAIL", "Fail"},
	{"UI", "UI"},
	{"REDIRECT", "Redirect"},
	{"RESTART", "Restart"},
	{"userid", "UserID"},
	{"username", "Username"},
	{"lguserid", "LGUserID"},
	{"lgusername", "LGUsername"},
	{"lgtoken", "LGToken"},
	{"cookieprefix", "CookiePrefix"},
	{"sessionid", "SessionID"},
	{"captchaid", "CaptchaID"},
	{"captchaword", "CaptchaWord"},
	{"mailpassword", "MailPassword"},
	{"realname", "RealName"},
	{"createrequests", "CreateRequests"},
	{"createmessageformat", "CreateMessageFormat"},
	{"createmergerequestfields", "CreateMergeRequestFields"},
	{"createpreservestate", "CreatePreserveState"},
	{"createreturnurl", "CreateReturnURL"},
	{"createcontinue", "CreateContinue"},
	{"redirecttarget", "RedirectTarget"},
	{"hasprimarypreservedstate", "HasPrimaryPreservedState"},
	{"authmanagerinfo", "AuthManagerInfo"},
	{"wikitext", "Wikitext"},
	// MediaWiki OAuth
	{"mwoauth-bad-request-missing-params", "MWOAuthBadRequestMissingParams"},
	{"mwoauthdatastore-request-token-not-found", "MWOAuthDatastoreRequestTokenNotFound"},
	{"mwoauthserver-consumer-owner-only", "MWOAuthServerConsumerOwnerOnly"},
	// OAuth 2.0, as Baidu and others have it
	{"invalid_request", "InvalidRequest"},
	{"unsupported_grant_type", "UnsupportedGrantType"},
	{"redirect_uri_mismatch", "RedirectURIMismatch"},
	{"slow_down", "SlowDown"},
	{"authorization_pending", "AuthorizationPending"},
	{"invalid_referer", "InvalidReferer"},
	{"client_id", "ClientID"},
	{"id_token", "IDToken"},
	{"client_ids", "ClientIDs"},
	// C and POSIX
	{"EPERM", "EPERM"},
	{"ENOENT", "ENOENT"},
	{"E2BIG", "E2BIG"},
	{"ESHUTDOWN", "ESHUTDOWN"},
	{"-EBUSY", "EBUSY"},
	{"SIGKILL", "SIGKILL"},
	{"WSAENETUNREACH", "WSAENETUNREACH"},
	{"EOF", "EOF"},
	{"eaddrinuse", "EADDRINUSE"},
	// Matrix, Kafka, gRPC, curl, PHP, Gammu, Windows, PostgreSQL, Firebird
	{"M_FORBIDDEN", "MForbidden"},
	{"M_NOT_JSON", "MNotJSON"},
	{"M_CANNOT_LEAVE_SERVER_NOTICE_ROOM", "MCannotLeaveServerNoticeRoom"},
	{"OK", "OK"},
	{"DEADLINE_EXCEEDED", "DeadlineExceeded"},
	{"UNIMPLEMENTED", "Unimplemented"},
	{"UNSUPPORTED_SASL_MECHANISM", "UnsupportedSaslMechanism"},
	{"INELIGIBLE_REPLICA", "IneligibleReplica"},
	{"TRANSACTION_ABORTABLE", "TransactionAbortable"},
	{"CURLE_OUT_OF_MEMORY", "CurleOutOfMemory"},
	{"CURLUE_NO_ZONEID", "CurlueNoZoneID"},
	{"CURLE_HTTP2_STREAM", "CurleHTTP2Stream"},
	{"CURLE_SSL_CERTPROBLEM", "CurleSSLCertProblem"},
	{"CURLE_TFTP_NOSUCHUSER", "CurleTFTPNoSuchUser"},
	{"JSON_ERROR_UTF8", "JSONErrorUTF8"},
	{"JSON_ERROR_CTRL_CHAR", "JSONErrorCtrlChar"},
	{"ERR_DEVICENOPERMISSION", "ErrDeviceNoPermission"},
	{"ERR_UNKNOWNCONNECTIONTYPESTRING", "ErrUnknownConnectionTypeString"},
	{"ERR_EMPTYSMSC", "ErrEmptySMSC"},
	{"WU_E_NO_SERVICE", "WuENoService"},
	{"WU_E_INVALIDINDEX", "WuEInvalidIndex"},
	{"ERROR_CLUSTER_IPADDR_IN_USE", "ErrorClusterIPAddrInUse"},
	{"ERROR_DS_RDN_DOESNT_MATCH_SCHEMA", "ErrorDSRDNDoesntMatchSchema"},
	{"ERROR_VIRUS_DELETED", "ErrorVirusDeleted"},
	{"RPC_S_UUID_LOCAL_ONLY", "RPCSUUIDLocalOnly"},
	{"NERR_MsgNotStarted", "NerrMsgNotStarted"},
	{"ZZ_LAST", "ZZLast"},
	{"ERROR_REGISTRY_HIVE_RECOVERED", "ErrorRegistryHiveRecovered"},
	{"ERROR_TOO_MANY_SESS", "ErrorTooManySess"},
	{"ERROR_SXS_PROTECTION_RECOVERY_FAILED", "ErrorSXSProtectionRecoveryFailed"},
	{"ERROR_MAX_THRDS_REACHED", "ErrorMaxThrdsReached"},
	{"HTTP_GONE", "HTTPGone"},
	{"NODE_IS_A_TEAPOT", "NodeIsATeapot"},
	{"ROMAN_BASELINE", "RomanBaseline"},
	{"IPPROTO_DIVERT", "IpprotoDivert"},
	{"QUARANTINED", "Quarantined"},
	{"MILLION", "Million"},
	{"non_unique_keys_in_a_json_object", "NonUniqueKeysInAJSONObject"},
	{"fdw_invalid_data_type", "FDWInvalidDataType"},
	{"bad_dbkey", "BadDBKey"},
	{"non_updatable", "NonUpdatable"},
	// numbers in symbols
	{"2fa_required", "TwoFARequired"},
	{"3d_secure", "ThreeDSecure"},
	{"404_not_found", "NotFound404"},
	{"128bit_key", "N128bitKey"},
	{"ISO_8859_1", "ISO8859_1"},
	{"sha256", "SHA256"},
	{"oauth2", "OAuth2"},
	// the vendor's own capitals
	{"userIDs", "UserIDs"},
	{"getURLFor", "GetURLFor"},
	{"userId", "UserID"},
	{"IPv4Address", "IPv4Address"},
	{"PlayFabTitleId", "PlayFabTitleID"},
	{"oAuthToken", "OAuthToken"},
	{"parse_url_error", "ParseURLError"},
	// words that only look like several
	{"therapist", "Therapist"},
	{"together", "Together"},
	{"notice", "Notice"},
	{"notable", "Notable"},
	{"invoice", "Invoice"},
	{"information", "Information"},
	{"forbidden", "Forbidden"},
	{"MOTION", "Motion"},
	// other scripts
	{"désactivé", "Desactive"},
	{"geçersiz_ılık", "GecersizIlik"},
	{"ｉｄ", "ID"},
	{"错误", ""},
	{"", ""},
	{"42", ""},
}

func TestSymbol(t *testing.T) {
	for _, test := range symbolNames {
		if got := noNamer.Symbol(test.symbol); got != test.want {
			t.Errorf("noNamer.Symbol(%q) = %q, want %q", test.symbol, got, test.want)
		}
	}
}

// A name given to the namer again stays, so that a recipe may repeat it.
func TestSymbolStable(t *testing.T) {
	for _, test := range symbolNames {
		if got := noNamer.Symbol(test.want); got != test.want {
			t.Errorf("noNamer.Symbol(%q) = %q, want it unchanged", test.want, got)
		}
	}
}

func TestSymbolLong(t *testing.T) {
	a := noNamer.Symbol(strings.Repeat("VERY_LONG_", 30) + "A")
	b := noNamer.Symbol(strings.Repeat("VERY_LONG_", 30) + "B")
	if len(a) > maxDerived || !Valid(a) || a == b {
		t.Errorf("long symbols give %q and %q, want two short names", a, b)
	}
}

func BenchmarkSymbolName(b *testing.B) {
	for b.Loop() {
		for _, test := range symbolNames {
			noNamer.Symbol(test.symbol)
		}
	}
}

// A derived identifier has at most 80 bytes, those of the hash with it.
func TestSymbolLength(t *testing.T) {
	verbatim, err := New(true, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []*Namer{noNamer, verbatim} {
		if got := n.Symbol("Q" + strings.Repeat("q", 79)); len(got) != 80 || got[79] != 'q' {
			t.Errorf("a symbol of 80 letters is called %s", got)
		}
		if got := n.Symbol("Q" + strings.Repeat("q", 80)); len(got) != 80 || got[70] != 'q' || got[71] != 'X' {
			t.Errorf("a symbol of 81 letters is called %s", got)
		}
	}
}
