package model

import (
	"slices"
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
	{"lguserid", "LgUserID"},
	{"lgusername", "LgUsername"},
	{"lgtoken", "LgToken"},
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
	{"mwoauth-bad-request-missing-params", "MwOAuthBadRequestMissingParams"},
	{"mwoauthdatastore-request-token-not-found", "MwOAuthDatastoreRequestTokenNotFound"},
	{"mwoauthserver-consumer-owner-only", "MwOAuthServerConsumerOwnerOnly"},
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
	{"eaddrinuse", "Eaddrinuse"},
	// Matrix, Kafka, gRPC, curl, PHP, Gammu, Windows, PostgreSQL, Firebird
	{"M_FORBIDDEN", "MForbidden"},
	{"M_NOT_JSON", "MNotJSON"},
	{"M_CANNOT_LEAVE_SERVER_NOTICE_ROOM", "MCannotLeaveServerNoticeRoom"},
	{"OK", "OK"},
	{"DEADLINE_EXCEEDED", "DeadlineExceeded"},
	{"UNIMPLEMENTED", "Unimplemented"},
	{"UNSUPPORTED_SASL_MECHANISM", "UnsupportedSASLMechanism"},
	{"INELIGIBLE_REPLICA", "IneligibleReplica"},
	{"TRANSACTION_ABORTABLE", "TransactionAbortable"},
	{"CURLE_OUT_OF_MEMORY", "CURLEOutOfMemory"},
	{"CURLUE_NO_ZONEID", "CURLUENoZoneID"},
	{"CURLE_HTTP2_STREAM", "CURLEHTTP2Stream"},
	{"CURLE_SSL_CERTPROBLEM", "CURLESSLCertProblem"},
	{"CURLE_TFTP_NOSUCHUSER", "CURLETFTPNoSuchUser"},
	{"JSON_ERROR_UTF8", "JSONErrorUTF8"},
	{"JSON_ERROR_CTRL_CHAR", "JSONErrorCtrlChar"},
	{"ERR_DEVICENOPERMISSION", "ErrDeviceNoPermission"},
	{"ERR_UNKNOWNCONNECTIONTYPESTRING", "ErrUnknownConnectionTypeString"},
	{"ERR_EMPTYSMSC", "ErrEmptySMSC"},
	{"WU_E_NO_SERVICE", "WUENoService"},
	{"WU_E_INVALIDINDEX", "WUEInvalidIndex"},
	{"ERROR_CLUSTER_IPADDR_IN_USE", "ErrorClusterIPAddrInUse"},
	{"ERROR_DS_RDN_DOESNT_MATCH_SCHEMA", "ErrorDSRDNDoesntMatchSchema"},
	{"ERROR_VIRUS_DELETED", "ErrorVirusDeleted"},
	{"RPC_S_UUID_LOCAL_ONLY", "RPCSUUIDLocalOnly"},
	{"NERR_MsgNotStarted", "NERRMsgNotStarted"},
	{"ZZ_LAST", "ZZLast"},
	{"ERROR_REGISTRY_HIVE_RECOVERED", "ErrorRegistryHiveRecovered"},
	{"ERROR_TOO_MANY_SESS", "ErrorTooManySess"},
	{"ERROR_SXS_PROTECTION_RECOVERY_FAILED", "ErrorSXSProtectionRecoveryFailed"},
	{"ERROR_MAX_THRDS_REACHED", "ErrorMaxTHRDSReached"},
	{"HTTP_GONE", "HTTPGone"},
	{"NODE_IS_A_TEAPOT", "NodeIsATeapot"},
	{"ROMAN_BASELINE", "RomanBaseline"},
	{"IPPROTO_DIVERT", "IPPROTODivert"},
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

func TestSymbolName(t *testing.T) {
	for _, test := range symbolNames {
		if got := symbolName(test.symbol); got != test.want {
			t.Errorf("symbolName(%q) = %q, want %q", test.symbol, got, test.want)
		}
	}
}

// A name given to the namer again stays, so that a recipe may repeat it.
func TestSymbolNameStable(t *testing.T) {
	for _, test := range symbolNames {
		if got := symbolName(test.want); got != test.want {
			t.Errorf("symbolName(%q) = %q, want it unchanged", test.want, got)
		}
	}
}

func TestSymbolNameLong(t *testing.T) {
	a := symbolName(strings.Repeat("VERY_LONG_", 30) + "A")
	b := symbolName(strings.Repeat("VERY_LONG_", 30) + "B")
	if len(a) > maxDerived || !ValidIdentifier(a) || a == b {
		t.Errorf("long symbols give %q and %q, want two short names", a, b)
	}
}

func TestIsSymbol(t *testing.T) {
	symbols := "invalid_request NoName M_FORBIDDEN EPERM E2BIG ZZ_LAST passwordtooshort password-name-match UI OK " +
		"el3rst -EBUSY JSON_ERROR_UTF8 CURLE_HTTP2 SMPTE_25 ISO_8859_1 sha256 utf8 oauth2 address2 2fa_required " +
		"404_not_found int4_minmax_ops MWOAuth désactivé XA_RBROLLBACK"
	for symbol := range strings.FieldsSeq(symbols) {
		if !isSymbol(symbol) {
			t.Errorf("isSymbol(%q) = false, want true", symbol)
		}
	}
	numbers := "E001 002-016 0x80240001 42P01 HY000 08P01 4.4.2 -1 404 A ORA-00942 ERR42 ERR_404 SQL0100N HV00A XX000 " +
		"0x01-0x0f 8024FFFE 2201B 50-51 TS2304 AADSTS50011 错误 用户_id 4xx %...A error-12 P0001"
	for number := range strings.FieldsSeq(numbers) {
		if isSymbol(number) {
			t.Errorf("isSymbol(%q) = true, want false", number)
		}
	}
	for _, code := range []string{"", " ", "E002 / E003"} {
		if isSymbol(code) {
			t.Errorf("isSymbol(%q) = true, want false", code)
		}
	}
}

// Messages of real vendors; the names in the order in which they are tried.
var messageNames = []struct {
	text string
	want []string
}{
	// Xsolla
	{"Invalid JWT.", []string{"InvalidJWT"}},
	{"Parameter was not passed.", []string{"ParameterNotPassed"}},
	{"This user is banned.", []string{"UserBanned"}},
	{"This phone number cannot receive SMS. Use a different number.", []string{
		"PhoneNumberCannotReceiveSMS", "PhoneNumberCannotReceiveSMSUseDifferentNumber",
	}},
	{"User MFA settings have not changed.", []string{"UserMFASettingsNotChanged"}},
	{"User is not signed up.", []string{"UserNotSignedUp"}},
	{"User younger than required age.", []string{"UserYoungerThanRequiredAge"}},
	{"Incorrect email address/username or password.", []string{"IncorrectEmailAddressUsernameOrPassword"}},
	{"Login with this project ID not found.", []string{"LoginWithProjectIDNotFound"}},
	{"Logging in via username/password not allowed.", []string{"LoggingInViaUsernamePasswordNotAllowed"}},
	{"PlayFab API key invalid.", []string{"PlayFabAPIKeyInvalid"}},
	{"Invalid URL in Custom storage settings.", []string{"InvalidURLInCustomStorageSettings"}},
	{"Incorrect CAPTCHA input. Try again.", []string{"IncorrectCaptchaInput", "IncorrectCaptchaInputTryAgain"}},
	{"Your code is expired. Return to the login page and log in again.", []string{
		"CodeExpired", "CodeExpiredReturnToLoginPageAndLogInAgain",
	}},
	{"Something went wrong during authentication with this social network.", []string{
		"SomethingWentWrongDuringAuthentication", "SomethingWentWrongDuringAuthenticationWithSocialNetwork",
	}},
	{"If this social profile is unlinked, no authentication methods will be available.", []string{
		"NoAuthenticationMethodsWillBeAvailable", "NoAuthenticationMethodsWillBeAvailableIfSocialProfileUnlinked",
	}},
	{"Client authentication failed. Client with this client_id value does not exist.", []string{
		"ClientAuthenticationFailed", "ClientAuthenticationFailedClientWithClientIDValueDoesNotExist",
	}},
	{"Client authentication failed. Parameter scope is invalid or malformed.", []string{
		"ClientAuthenticationFailed", "ClientAuthenticationFailedParameterScopeInvalidOrMalformed",
	}},
	{"Client authentication failed. Parameter state is missing or its value has less than 8 characters.", []string{
		"ClientAuthenticationFailed", "ClientAuthenticationFailedParameterStateMissing",
	}},
	{"Account with this social provider email address already exists.", []string{
		"AccountWithSocialProviderEmailAddressAlreadyExists",
	}},
	{"The resource owner or authorization server denied the request.", []string{
		"ResourceOwnerOrAuthorizationServerDeniedRequest",
	}},
	{"Email address must be 254 characters or shorter.", []string{"EmailAddressMustBe254CharactersOrShorter"}},
	{"Email address should contain one @ character only. (E.g., username@example.com)", []string{
		"EmailAddressShouldContainOneAtCharacterOnly",
	}},
	{"Email address domain doesn’t exist. Try another email address.", []string{
		"EmailAddressDomainDoesNotExist", "EmailAddressDomainDoesNotExistTryAnotherEmailAddress",
	}},
	{"You’ve exceeded the maximum number of attempts.", []string{"ExceededMaximumNumberOfAttempts"}},
	{"Error occurred while getting OAuth 2.0 access token.", []string{"ErrorOccurredWhileGettingOAuth2AccessToken"}},
	// MediaWiki
	{"The user account was not created, as we could not confirm its source.", []string{
		"UserAccountNotCreated", "UserAccountNotCreatedAsWeCouldNotConfirmItsSource",
	}},
	{"Your IP address is listed as an open proxy in the DNSBL .", []string{"IPAddressListedAsOpenProxyInDNSBL"}},
	{"Your password must be different from your username.", []string{"PasswordMustBeDifferentFromYourUsername"}},
	{"You do not have the right to create a new account", []string{"DoNotHaveRightToCreateNewAccount"}},
	{"There is no e-mail address recorded for user", []string{"NoEmailAddressRecordedForUser"}},
	{"No email address", []string{"NoEmailAddress"}},
	// Baidu
	{"User has not yet completed the authorization", []string{"UserNotYetCompletedAuthorization"}},
	{"Invalid redirect uri", []string{"InvalidRedirectURI"}},
	// Kafka, Firebird, FTP, netCDF, Windows, Discord
	{"This server does not host this topic ID.", []string{"ServerDoesNotHostTopicID"}},
	{"The server experienced an unexpected error when processing the request.", []string{
		"ServerExperiencedUnexpectedError", "ServerExperiencedUnexpectedErrorWhenProcessingRequest",
	}},
	{"Arguments for @1 must be integral types", []string{"ArgumentsMustBeIntegralTypes"}},
	{"Function @1 is private to package @2", []string{"FunctionPrivateToPackage"}},
	{"CREATE TRIGGER @1 failed", []string{"CreateTriggerFailed"}},
	{"arithmetic exception, numeric overflow, or string truncation", []string{
		"ArithmeticExceptionNumericOverflow", "ArithmeticExceptionNumericOverflowOrStringTruncation",
	}},
	{"User logged in, proceed.", []string{"UserLoggedInProceed"}},
	{"Can't open data connection.", []string{"CannotOpenDataConnection"}},
	{"file open/creation failed", []string{"FileOpenCreationFailed"}},
	{"The specified network password is not correct.", []string{"SpecifiedNetworkPasswordNotCorrect"}},
	{"There are no child processes to wait for.", []string{"NoChildProcessesToWait"}},
	{"We're not sure what went wrong.", []string{"NotSureWhatWentWrong"}},
	// a shortened clause keeps its negation
	{"The scope requested by the client application of this user is not allowed for the resource.", []string{
		"ScopeRequestedNotAllowedForResource", "ScopeRequestedByClientApplicationOfUserNotAllowedForResource",
	}},
	// what no name is made of
	{"See https://example.com/x?y=1 for details", []string{"SeeForDetails"}},
	{"Table '%s' doesn't exist", []string{"TableDoesNotExist"}},
	{"Unknown column {name} in [table]", []string{"UnknownColumn"}},
	{"Error: user not found", []string{"UserNotFound"}},
	{"INVALID REQUEST", []string{"InvalidRequest"}},
	{"404 Not Found", []string{"NotFound404"}},
	{"1,000 requests per day exceeded", []string{"RequestsPerDayExceeded1000"}},
	{"2-factor authentication required", []string{"TwoFactorAuthenticationRequired"}},
	{"TLS 1.2 required", []string{"TLS1_2Required"}},
	// other languages and scripts
	{"Usuário inválido", []string{"UsuarioInvalido"}},
	{"无效的 JWT", nil},
	{"请求缺乏某一必不可少主要参数", nil},
	{"قائمة الأخطاء المعروفة", nil},
	{"😀", nil},
	{"12 345", nil},
	{"", nil},
}

func TestClauseNames(t *testing.T) {
	for _, test := range messageNames {
		if got := clauseNames(test.text); !slices.Equal(got, test.want) {
			t.Errorf("clauseNames(%q)\n got %q\nwant %q", test.text, got, test.want)
		}
	}
}

func TestValidIdentifier(t *testing.T) {
	for _, name := range []string{"A", "InvalidJWT", "Code002_016", "Ошибка", strings.Repeat("A", 100)} {
		if !ValidIdentifier(name) {
			t.Errorf("ValidIdentifier(%q) = false, want true", name)
		}
	}
	for _, name := range []string{"", "_", "type", "string", "lower", "_A", "9A", "A-B", "A B", "错误", "A\x00", strings.Repeat("A", 101)} {
		if ValidIdentifier(name) {
			t.Errorf("ValidIdentifier(%q) = true, want false", name)
		}
	}
}

func TestFallbackName(t *testing.T) {
	tests := []struct{ typeName, code, want string }{
		{"Code", "002-016", "Code002_016"},
		{"Code", "4.4", "Code4_4"},
		{"Code", "44", "Code44"},
		{"Code", "-44", "CodeMinus44"},
		{"Code", "E001", "CodeE001"},
		{"Code", "E002 / E003", "CodeE002E003"},
		{"Code", "0x80240001", "Code0x80240001"},
		{"Code", "42P01", "Code42P01"},
		{"Code", "ORA-00942", "CodeORA00942"},
		{"Code", "A", "CodeA"},
		{"Code", "a", "CodeLowerA"},
		{"Code", "<", "CodeLess"},
		{"Code", "<=", "CodeLessOrEqual"},
		{"Code", "≥", "CodeGreaterOrEqual"},
		{"Code", "≠", "CodeNotEqual"},
		{"Code", "＜", "CodeLess"},
		{"Code", "&&", "CodeDoubleAmpersand"},
		{"Code", "...", "CodeTripleDot"},
		{"Code", "=~", "CodeEqualTilde"},
		{"Code", "-", "CodeMinus"},
		{"Code", "€", "CodeEuro"},
		{"Code", "", "CodeEmpty"},
		{"Code", " ", "CodeSpace"},
		{"Code", "------", "CodeX67C666BB"},
		{"Opcode2", "7", "Opcode2_7"},
		{"not valid", "7", "Code7"},
	}
	for _, test := range tests {
		if got := fallbackName(test.typeName, test.code); got != test.want {
			t.Errorf("fallbackName(%q, %q) = %q, want %q", test.typeName, test.code, got, test.want)
		}
	}
}

func TestFallbackNameDistinct(t *testing.T) {
	codes := []string{
		"4.4", "44", "-44", "044", "错误", "错误2", "成功", "", " ", "eperm", "EPERM", "E-PERM", "a", "A", "😀", "0x1", "0X1",
		strings.Repeat("9", 200), strings.Repeat("9", 201), "E错", "E误",
	}
	seen := map[string]string{}
	for _, code := range codes {
		name := fallbackName("Code", code)
		if !ValidIdentifier(name) || len(name) > maxDerived {
			t.Errorf("fallbackName(Code, %q) = %q is no name", code, name)
		}
		if other, ok := seen[name]; ok {
			t.Errorf("%q and %q both give %s", code, other, name)
		}
		seen[name] = code
	}
}

func FuzzIdentifier(f *testing.F) {
	for _, test := range symbolNames {
		f.Add(test.symbol)
	}
	for _, test := range messageNames {
		f.Add(test.text)
	}
	f.Add("func /*\u202e*/ \x00\xff `init`")
	f.Add("'n't 've 0x% 2.0 ((a)")
	f.Fuzz(func(t *testing.T, text string) {
		name := symbolName(text)
		if name != "" && (!ValidIdentifier(name) || len(name) > maxDerived) {
			t.Errorf("symbolName(%q) = %q is no identifier", text, name)
		}
		if isSymbol(text) && name == "" {
			t.Errorf("%q is a symbol without a name", text)
		}
		names := clauseNames(text)
		for _, name := range names {
			if !ValidIdentifier(name) || len(name) > extendedLength {
				t.Errorf("clauseNames(%q) has %q", text, name)
			}
		}
		fallback := fallbackName("Code", text)
		if !ValidIdentifier(fallback) || len(fallback) > maxDerived {
			t.Errorf("fallbackName(Code, %q) = %q", text, fallback)
		}
		suffix := codeSuffix(text)
		if !ValidIdentifier("A"+suffix) || suffix == "" || len(suffix) > maxSuffix {
			t.Errorf("codeSuffix(%q) = %q", text, suffix)
		}
		if name != symbolName(text) || !slices.Equal(names, clauseNames(text)) || fallback != fallbackName("Code", text) {
			t.Errorf("%q is named differently the second time", text)
		}
	})
}

func BenchmarkSymbolName(b *testing.B) {
	for b.Loop() {
		for _, test := range symbolNames {
			symbolName(test.symbol)
		}
	}
}

func BenchmarkClauseNames(b *testing.B) {
	for b.Loop() {
		for _, test := range messageNames {
			clauseNames(test.text)
		}
	}
}
