package naming

import (
	"slices"
	"strings"
	"testing"
)

// Messages of real vendors; the names in the order in which they are tried.
var messageNames = []struct {
	text string
	want []string
}{
	// Xsolla
	{"Invalid JWT.", []string{"InvalidJWT"}},
	{"Parameter was not passed.", []string{"ParameterWasNotPassed"}},
	{"This user is banned.", []string{"UserIsBanned"}},
	{"This phone number cannot receive SMS. Use a different number.", []string{
		"PhoneNumberCannotReceiveSMS", "PhoneNumberCannotReceiveSMSUseDifferentNumber",
	}},
	{"User MFA settings have not changed.", []string{"UserMFASettingsHaveNotChanged"}},
	{"User is not signed up.", []string{"UserIsNotSignedUp"}},
	{"User younger than required age.", []string{"UserYoungerThanRequiredAge"}},
	{"Incorrect email address/username or password.", []string{"IncorrectEmailAddressUsernameOrPassword"}},
	{"Login with this project ID not found.", []string{"LoginWithThisProjectIDNotFound"}},
	{"Logging in via username/password not allowed.", []string{"LoggingInViaUsernamePasswordNotAllowed"}},
	{"PlayFab API key invalid.", []string{"PlayFabAPIKeyInvalid"}},
	{"Invalid URL in Custom storage settings.", []string{"InvalidURLInCustomStorageSettings"}},
	{"Incorrect CAPTCHA input. Try again.", []string{"IncorrectCaptchaInput", "IncorrectCaptchaInputTryAgain"}},
	{"Your code is expired. Return to the login page and log in again.", []string{
		"CodeIsExpired", "CodeIsExpiredReturnToTheLoginPageAndLogInAgain",
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
		"ClientAuthenticationFailed", "ClientAuthenticationFailedParameterScopeIsInvalidOrMalformed",
	}},
	{"Client authentication failed. Parameter state is missing or its value has less than 8 characters.", []string{
		"ClientAuthenticationFailed", "ClientAuthenticationFailedParameterStateMissing",
	}},
	{"Account with this social provider email address already exists.", []string{
		"AccountWithSocialProviderAlreadyExists", "AccountWithSocialProviderEmailAddressAlreadyExists",
	}},
	{"The resource owner or authorization server denied the request.", []string{
		"ResourceOwnerOrAuthorizationServerDenied", "ResourceOwnerOrAuthorizationServerDeniedRequest",
	}},
	{"Email address must be 254 characters or shorter.", []string{"EmailAddressMustBe254CharactersOrShorter"}},
	{"Email address should contain one @ character only. (E.g., username@example.com)", []string{
		"EmailAddressShouldContainOneAtCharacter", "EmailAddressShouldContainOneAtCharacterOnly",
	}},
	{"Email address domain doesn’t exist. Try another email address.", []string{
		"EmailAddressDomainDoesNotExist", "EmailAddressDomainDoesNotExistTryAnotherEmailAddress",
	}},
	{"You’ve exceeded the maximum number of attempts.", []string{"ExceededTheMaximumNumberOfAttempts"}},
	{"Error occurred while getting OAuth 2.0 access token.", []string{"ErrorOccurredWhileGettingOAuth2AccessToken"}},
	// MediaWiki
	{"The user account was not created, as we could not confirm its source.", []string{
		"UserAccountWasNotCreated", "UserAccountWasNotCreatedAsWeCouldNotConfirmItsSource",
	}},
	{"Your IP address is listed as an open proxy in the DNSBL .", []string{"IPAddressIsListedAsOpenProxyInTheDNSBL"}},
	{"Your password must be different from your username.", []string{"PasswordMustBeDifferentFromYourUsername"}},
	{"You do not have the right to create a new account", []string{"DoNotHaveTheRightToCreateNewAccount"}},
	{"There is no e-mail address recorded for user", []string{"NoEmailAddressRecordedForUser"}},
	{"No email address", []string{"NoEmailAddress"}},
	// Baidu
	{"User has not yet completed the authorization", []string{"UserHasNotYetCompletedTheAuthorization"}},
	{"Invalid redirect uri", []string{"InvalidRedirectURI"}},
	// Kafka, Firebird, FTP, netCDF, Windows, Discord
	{"This server does not host this topic ID.", []string{"ServerDoesNotHostTopicID"}},
	{"The server experienced an unexpected error when processing the request.", []string{
		"ServerExperiencedUnexpectedError", "ServerExperiencedUnexpectedErrorWhenProcessingRequest",
	}},
	{"Arguments for @1 must be integral types", []string{"ArgumentsMustBeIntegralTypes"}},
	{"Function @1 is private to package @2", []string{"FunctionIsPrivateToPackage"}},
	{"CREATE TRIGGER @1 failed", []string{"CreateTriggerFailed"}},
	{"arithmetic exception, numeric overflow, or string truncation", []string{
		"ArithmeticExceptionNumericOverflow", "ArithmeticExceptionNumericOverflowOrStringTruncation",
	}},
	{"User logged in, proceed.", []string{"UserLoggedInProceed"}},
	{"Can't open data connection.", []string{"CannotOpenDataConnection"}},
	{"file open/creation failed", []string{"FileOpenCreationFailed"}},
	{"The specified network password is not correct.", []string{"SpecifiedNetworkPasswordIsNotCorrect"}},
	{"There are no child processes to wait for.", []string{"NoChildProcessesToWait"}},
	{"We're not sure what went wrong.", []string{"NotSureWhatWentWrong"}},
	// a shortened clause keeps its negation
	{"The scope requested by the client application of this user is not allowed for the resource.", []string{
		"ScopeRequestedNotAllowed", "ScopeRequestedByClientApplicationOfUserIsNotAllowedForResource",
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
	// signs and letters that mean something
	{"Vitamin A missing", []string{"VitaminAMissing"}},
	{"Card type A declined", []string{"CardTypeADeclined"}},
	{"Group A positive.", []string{"GroupAPositive"}},
	{"A file is missing", []string{"FileIsMissing"}},
	{"A FILE IS A LINK", []string{"FileIsLink"}},
	{`The "A" record is missing`, []string{"ARecordIsMissing"}},
	{"The AAAA record is missing", []string{"AAAARecordIsMissing"}},
	{"Field MUST NOT be empty", []string{"FieldMustNotBeEmpty"}},
	{"C++ not found", []string{"CPlusPlusNotFound"}},
	{"C# not found", []string{"CSharpNotFound"}},
	{"C not found", []string{"CNotFound"}},
	{"50% used", []string{"PercentUsed50"}},
	{"x must be ≤ y", []string{"XMustBeLessOrEqualY"}},
	{"Temperature > 40 °C", []string{"TemperatureGreater40C"}},
	{"v1 key used in v2", []string{"V1KeyUsedInV2"}},
	{"macOS and iOS only", []string{"MacOSAndIOSOnly"}},
	{"3D Secure required", []string{"ThreeDSecureRequired"}},
	{"I'm a teapot", []string{"Teapot"}},
	{"Unknown recipient(s)", []string{"UnknownRecipients"}},
	{"Images such as PNG", []string{"Images", "ImagesPNG"}},
	{"Read & write failed", []string{"ReadAndWriteFailed"}},
	{"Login failed - try again", []string{"LoginFailed", "LoginFailedTryAgain"}},
	{"Used 50%.", []string{"Used50Percent"}},
	{"Grade A+ needed", []string{"GradeAPlusNeeded"}},
	{"Only 5+ items", []string{"Only5Items"}},
	{"Forbidden: too late", []string{"Forbidden", "ForbiddenTooLate"}},
	{"Error. Try later", []string{"Error", "ErrorTryLater"}},
	{"OAuth 2.0 required", []string{"OAuth2Required"}},
	{"Version b.0 required", []string{"VersionB0Required"}},
	// other languages and scripts
	{"Usuário inválido", []string{"UsuarioInvalido"}},
	{"A senha não foi informada no pedido de login do usuário", []string{
		"SenhaNaoFoiInformada", "SenhaNaoFoiInformadaNoPedidoDeLoginDoUsuario",
	}},
	{"O valor do frete da nota informada pelo emitente não confere com a soma", []string{
		"ValorDoFreteDaNotaNaoConfereComSoma", "ValorDoFreteDaNotaInformadaPeloEmitenteNaoConfereComSoma",
	}},
	{"El archivo no existe", []string{"ArchivoNoExiste"}},
	{"La clé de la ligne n'a pas été trouvée dans le fichier du client", []string{
		"CleDeLigneNAPasEteTrouvee", "CleDeLigneNAPasEteTrouveeDansFichierDuClient",
	}},
	{"Die Datei ist nicht lesbar", []string{"DateiIstNichtLesbar"}},
	{"Modelo NF-e da nota", []string{"ModeloNFEDaNota"}},
	// what has happened already, and what a verb is about
	{"The parcel has already been sent", []string{"ParcelAlreadySent"}},
	{"The parcel has been sent", []string{"ParcelHasBeenSent"}},
	{"Guests cannot open this door", []string{"GuestsCannotOpenDoor"}},
	{"Guests cannot walk to this door", []string{"GuestsCannotWalkToThisDoor"}},
	// articles go first, then the other words that say little
	{"The colour of the parcel is darker than the colour of bag", []string{
		"ColorOfParcelIsDarkerThanColorOfBag",
	}},
	{"The colours of the parcels that were sent are the darkest to see", []string{
		"ColoursOfParcelsSentDarkestToSee", "ColoursOfParcelsThatWereSentAreDarkestToSee",
	}},
	{"无效的 JWT", nil},
	{"请求缺乏某一必不可少主要参数", nil},
	{"قائمة الأخطاء المعروفة", nil},
	{"😀", nil},
	{"12 345", nil},
	{"", nil},
}

func TestSentence(t *testing.T) {
	for _, test := range messageNames {
		if got := noNamer.Sentence(test.text); !slices.Equal(got, test.want) {
			t.Errorf("noNamer.Sentence(%q)\n got %q\nwant %q", test.text, got, test.want)
		}
	}
}

func BenchmarkClauseNames(b *testing.B) {
	for b.Loop() {
		for _, test := range messageNames {
			noNamer.Sentence(test.text)
		}
	}
}

// A clause of 42 bytes is taken as it is, a longer one shortened to 40; no name
// is longer than 64.
func TestSentenceLengths(t *testing.T) {
	for _, c := range []struct {
		lengths []int // of the words
		want    []int // of the names
	}{
		{[]int{8, 8, 8, 8, 10}, []int{42}},
		{[]int{8, 8, 8, 8, 8, 8}, []int{40, 48}},
		{[]int{8, 8, 8, 8, 11}, []int{32, 43}},
		{[]int{8, 8, 8, 8, 9, 8}, []int{32, 49}},
		{[]int{8, 8, 8, 8, 8, 8, 8, 8}, []int{40, 64}},
		{[]int{8, 8, 8, 8, 8, 8, 8, 9}, []int{40, 56}},
	} {
		var words []string
		for i, n := range c.lengths {
			words = append(words, strings.Repeat(string(rune('f'+i)), n))
		}
		var got []int
		for _, name := range noNamer.Sentence(strings.Join(words, " ")) {
			got = append(got, len(name))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("words of %v: names of %v, want %v", c.lengths, got, c.want)
		}
	}
	if name := strings.Repeat("A", 64); len(appendName(nil, []string{name})) != 1 || appendName(nil, []string{name + "A"}) != nil || len(appendName([]string{name}, []string{name})) != 1 {
		t.Error("names of at most 64 bytes are taken, once")
	}
}

func TestIsLatin(t *testing.T) {
	for text, want := range map[string]bool{"a": false, "ab": true, "ab错": false, "abc错": true, "abcd错错": false, "abcde错错": true, "1234": false} {
		if isLatin(text) != want {
			t.Errorf("%s: %v", text, !want)
		}
	}
}

func TestGroupLength(t *testing.T) {
	if got := noNamer.Group("Q" + strings.Repeat("q", 39)); len(got) != 40 {
		t.Errorf("40 letters give %q", got)
	}
	if got := noNamer.Group("Q" + strings.Repeat("q", 40)); got != "" {
		t.Errorf("41 letters give %q", got)
	}
}
