package charset

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	utf16 "golang.org/x/text/encoding/unicode"
	"golang.org/x/text/unicode/norm"

	"github.com/spectab/spectab/scrape/page/pagetest"
)

// encoded is text in a character set.
func encoded(t testing.TB, text, name string) []byte {
	t.Helper()
	enc, _ := charset.Lookup(name)
	if enc == nil {
		t.Fatalf("no character set %s", name)
	}
	data, err := encoding.ReplaceUnsupported(enc.NewEncoder()).Bytes([]byte(text))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return data
}

var undeclared = []struct{ charset, text string }{
	{"gbk", "错误码\t描述\n40001\t参数错误,请检查请求参数\n"},
	{"gbk", "<td>无效的访问令牌，请重新登录</td>"},
	{"gb18030", "错误码 说明：𠮷 无效的请求参数，用户不存在，服务器返回错误"},
	{"big5", "錯誤代碼\t說明\nE1\t參數錯誤，請檢查請求的內容\n"},
	{"big5", "<td>使用者不存在，請重新登錄</td>"},
	{"shift_jis", "エラーコード\t説明\nE1\tパラメータが正しくありません\n"},
	{"shift_jis", "<td>接続に失敗しました。</td>"},
	{"euc-jp", "エラーコード\t説明\nE1\tパラメータが正しくありません\n"},
	{"euc-jp", "<td>接続に失敗しました。</td>"},
	{"iso-2022-jp", "エラーコード\t説明\nE1\tパラメータが正しくありません\n"},
	{"euc-kr", "오류 코드\t설명\nE1\t요청 파라미터가 잘못되었습니다\n"},
	{"euc-kr", "<td>서버에 연결할 수 없습니다.</td>"},
	{"windows-1251", "Код ошибки\tОписание\n1\tПользователь не найден\n"},
	{"windows-1251", "Ошибка"},
	{"koi8-r", "Код ошибки\tОписание\n1\tПользователь не найден\n"},
	{"iso-8859-5", "Код ошибки\tОписание\n1\tПользователь не найден\n"},
	{"ibm866", "Код ошибки\tОписание\n1\tПользователь не найден\n"},
	{"windows-1252", "Code d’erreur\tDéfinition\n1\tParamètre non trouvé, réessayez à nouveau\n"},
	{"windows-1252", "El código no es válido. ¿Contraseña caducada?"},
	{"windows-1252", "Ungültiger Schlüssel – größer als erlaubt"},
	{"windows-1252", "Don’t retry: the “token” is void"},
	{"windows-1252", "café"},
	{"windows-1254", "Geçersiz istek: kullanıcı adı boş olamaz, şifre yanlış"},
	{"iso-8859-2", "Nieprawidłowe żądanie: użytkownik nie został znaleziony, proszę spróbować później"},
	{"windows-1250", "Neplatný požadavek: uživatel nebyl nalezen, zkuste to později, šifrování"},
	{"windows-1251", "ОШИБКА СЕРВЕРА"},
	{"windows-1255", "שגיאה: המשתמש לא נמצא במערכת, נסה שוב"},
	{"windows-1256", "خطأ: المستخدم غير موجود في النظام"},
	{"windows-874", "ข้อผิดพลาด: ไม่พบผู้ใช้ในระบบ"},
	{"windows-1253", "Κωδικός σφάλματος: ο χρήστης δεν βρέθηκε"},
}

// A character set that is not declared is told from the bytes, on a page of a
// few words too.
func TestDecodeTellsCharacterSets(t *testing.T) {
	for _, c := range undeclared {
		for _, markup := range []bool{false, true} {
			d, err := decodePage(encoded(t, c.text, c.charset), markup)
			if err != nil {
				t.Errorf("%s %q: %v", c.charset, c.text, err)
				continue
			}
			if d.Text != c.text {
				t.Errorf("%s: %q read as %s is %q", c.charset, c.text, d.charset, d.Text)
			}
		}
	}
}

// What no model knows, and what may be one or the other, is refused, never
// guessed.
func TestDecodeRefusesWhatItCannotTell(t *testing.T) {
	for charset, text := range map[string]string{
		"windows-1257": "Kļūda: lietotājs nav atrasts, mēģiniet vēlāk, šķērslis",
	} {
		if d, err := decodePage(encoded(t, text, charset), false); err == nil {
			t.Errorf("%s is read as %s: %q", charset, d.charset, d.Text)
		}
	}
	for _, text := range []string{"E1\xff\xfe", "a \xc3( b \xf0\x9f", "\x80\x81\x82"} {
		if d, err := decodePage([]byte(text), false); err == nil {
			t.Errorf("%q is read as %s: %q", text, d.charset, d.Text)
		}
	}
}

func TestDecodeBelievesADeclarationThatHolds(t *testing.T) {
	for _, c := range undeclared {
		page := `<meta http-equiv="Content-Type" content="text/html; charset=` + c.charset + `"><p>` + c.text
		d, err := decodePage(encoded(t, page, c.charset), true)
		if err != nil {
			t.Errorf("%s: %v", c.charset, err)
		} else if d.Text != page || c.charset != d.charset || len(d.Warnings) > 0 {
			t.Errorf("%s %q: read as %s, with %q", c.charset, c.text, d.charset, d.Warnings)
		}
	}
}

func TestDeclaredCharset(t *testing.T) {
	for page, want := range map[string]string{
		`<meta charset=gbk>`:          "gbk",
		`<META CHARSET = "EUC-KR" />`: "euc-kr",
		`<meta charset='big5'/>`:      "big5",
		`<meta http-equiv=Content-Type content="text/html;charset=Shift_JIS">`: "shift_jis",
		`<meta content="text/html; charset=koi8-r" http-equiv="content-type">`: "koi8-r",
		`<?xml version="1.0" encoding="ISO-8859-1"?><a/>`:                      "iso-8859-1",
		`<?xml version='1.0' encoding='big5' ?>`:                               "big5",
		`<?xml version="1.0"?><meta charset="gbk">`:                            "gbk",
		`<!-- <meta charset=gbk> --><meta charset="euc-jp">`:                   "euc-jp",
		`<meta name=description content="the charset=gbk">`:                    "",
		`<meta name=keywords content="charset">`:                               "",
		`<meta charset>`:                                                       "",
		`<meta charset=`:                                                       "",
		strings.Repeat("<script></script>", 200) + `<meta charset=gbk>`:        "gbk",
		strings.Repeat("<script></script>", 2000) + `<meta charset=gbk>`:       "",
		`charset=gbk`: "",
	} {
		if got := declaredCharset([]byte(page)); got != want {
			t.Errorf("%.60s: got %q, want %q", page, got, want)
		}
	}
}

func TestDecodeRefusesLies(t *testing.T) {
	gb := encoded(t, "<meta charset=utf-8>\n<td>错误码</td><td>参数错误，请检查</td>", "gbk")
	for name, c := range map[string]struct {
		data []byte
		line int
		says string
	}{
		"GBK that declares UTF-8":        {gb, 2, "reads as gbk"},
		"GBK behind the mark of UTF-8":   {append([]byte("\xef\xbb\xbf"), gb...), 2, "byte-order mark"},
		"Shift_JIS that declares Latin":  {encoded(t, "<meta charset=iso-8859-1>\n<p>接続に失敗しました。もう一度お試しください", "shift_jis"), 2, "read as shift_jis"},
		"GBK that declares EUC-KR":       {encoded(t, "<meta charset=euc-kr>\n<p>错误码说明：无效的请求参数，用户不存在，服务器返回错误", "gbk"), 2, "read as gbk"},
		"broken UTF-8":                   {[]byte("<meta charset=utf-8>\nE1\xff\xfe<td>"), 2, "not UTF-8"},
		"UTF-8 that is damaged":          {[]byte("中文字符编码\nE1 \xe4\xb8 x"), 2, "broken UTF-8"},
		"a character cut off":            {[]byte("<meta charset=utf-8>\n<td>\xe6\x97"), 2, "ends inside a character"},
		"a character cut off undeclared": {[]byte("错误码说明\n<td>\xe6\x97"), 2, "ends inside a character"},
		"a character of GBK cut off":     {encoded(t, "<meta charset=gbk>\n<p>错误码说明错误码说明", "gbk")[:37], 2, "ends inside a character"},
		"a broken character of EUC-KR":   {append(encoded(t, "<meta charset=euc-kr>\n<p>서버에 연결할 수 없습니다.</p>", "euc-kr"), "\n<td>\xc9\x20</td>"...), 3, "broken"},
	} {
		_, err := decodePage(c.data, true)
		if err == nil {
			t.Errorf("%s is read", name)
			continue
		}
		p := pagetest.Problem(t, err)
		if p.Line != c.line || !strings.Contains(p.Message, c.says) {
			t.Errorf("%s: got line %d, %s", name, p.Line, p.Message)
		}
	}
}

// UTF-8 is UTF-8, whatever the page says of itself.
func TestDecodeBelievesValidUTF8(t *testing.T) {
	for page, warnings := range map[string]int{
		`<meta charset="shift_jis"><p>コード`:          1,
		`<meta charset="utf-7"><p>+ADw-script+AD4-`: 1,
		`<meta charset="latin1"><p>plain`:           0,
		`<meta charset="utf-8"><p>コード`:              0,
		"<p>lost: \uFFFD":                           1,
	} {
		d, err := decodePage([]byte(page), true)
		if err != nil {
			t.Fatal(err)
		}
		if d.Text != page || d.charset != "utf-8" || len(d.Warnings) != warnings {
			t.Errorf("%s: read as %s %q, with %q", page, d.charset, d.Text, d.Warnings)
		}
	}
}

// A server that cuts the description by bytes breaks no cell.
func TestDecodeBearsBrokenAttributes(t *testing.T) {
	cut := encoded(t, `<meta charset=gbk><meta name=description content="错误码说`, "gbk")
	page := append(cut[:len(cut)-1:len(cut)-1], encoded(t, `"><td>错误码说明</td>`, "gbk")...)
	d, err := decodePage(page, true)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(d.Text, "<td>错误码说明</td>") || len(d.Warnings) != 1 {
		t.Errorf("%q, with %q", d.Text, d.Warnings)
	}
}

func TestDecodeReadsUTF16(t *testing.T) {
	const text = "<td>E1\n<td>Ошибка 错误"
	for _, endian := range []utf16.Endianness{utf16.LittleEndian, utf16.BigEndian} {
		data, err := utf16.UTF16(endian, utf16.ExpectBOM).NewEncoder().Bytes([]byte(text))
		if err != nil {
			t.Fatal(err)
		}
		if got, err := Decode(data, true); err != nil || got != text {
			t.Errorf("got %q, %v", got, err)
		}
		if _, err := Decode(data[:len(data)-1], true); !strings.Contains(pagetest.Problem(t, err).Message, "ends inside a character") {
			t.Error(err)
		}
		if _, err := Decode(data[2:], true); !strings.Contains(pagetest.Problem(t, err).Message, "without a byte-order mark") {
			t.Error(err)
		}
	}
}

func TestDecodeNamesWhatIsNoPage(t *testing.T) {
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	z.Write([]byte("<table>"))
	z.Close()
	for says, data := range map[string]string{
		"this is gzip, not a page":             zipped.String(),
		"this is PDF, not a page":              "%PDF-1.7\n\x00\x01",
		"this is UTF-32, not a page":           "\xff\xfe\x00\x00<\x00\x00\x00",
		"this is binary, not a page":           strings.Repeat("\x00\x01\x02abc", 50),
		"a NUL character stands here (2 on":    "<td>\nE1\x00X\x00",
		"this is an image, not a page":         "\x89PNG\r\n\x1a\n",
		"the page is empty":                    "\xef\xbb\xbf \r\n\t",
		"this is a ZIP archive or an office d": "PK\x03\x04",
	} {
		_, err := Decode([]byte(data), true)
		if p := pagetest.Problem(t, err); !strings.HasPrefix(p.Message, says) {
			t.Errorf("%q: %s", data[:4], p.Message)
		}
	}
}

func TestDecodeNormalizes(t *testing.T) {
	got, err := Decode([]byte("a\r\nb\rc\ne\u0301 か\u3099 \u212b"), false)
	if want := "a\nb\nc\n\u00e9 が \u00c5"; err != nil || got != want {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}

// The quick look agrees with the tables on every character, and on every
// character behind one that composes.
func TestInertAgreesWithTheTables(t *testing.T) {
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		if !utf8.ValidRune(r) {
			continue
		}
		s := string(r)
		if size := inert([]byte(s)); size == 0 {
			continue
		} else if size != len(s) {
			t.Fatalf("%U is %d bytes, not %d", r, len(s), size)
		}
		if p := norm.NFC.PropertiesString(s); !norm.NFC.IsNormalString(s) || p.CCC() != 0 || !p.BoundaryBefore() {
			t.Fatalf("%U is not inert", r)
		}
	}
}

// The pages of the corpus that are in old character sets read, and hold what
// their truth lists.
func TestDecodeOfTheCorpus(t *testing.T) {
	files, _ := filepath.Glob("../../../shared/corpus/cases/*/page.html")
	if len(files) == 0 {
		t.Skip("no corpus here")
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if utf8.Valid(data) {
			continue
		}
		var truth struct {
			Encoding string
			Rows     []struct{ Code string }
		}
		whole, err := os.ReadFile(filepath.Join(filepath.Dir(file), "truth.json"))
		if err != nil || json.Unmarshal(whole, &truth) != nil {
			t.Fatal(err)
		}
		declared, err := decodePage(data, true)
		if err != nil {
			t.Errorf("%s: %v", file, err)
			continue
		}
		label := []byte(declaredCharset(data))
		blank := bytes.ReplaceAll(data, label, bytes.Repeat([]byte("-"), len(label)))
		blank = bytes.ReplaceAll(blank, bytes.ToUpper(label), bytes.Repeat([]byte("-"), len(label)))
		told, err := decodePage(blank, true)
		if err != nil {
			t.Errorf("%s undeclared: %v", file, err)
		} else if told.charset != declared.charset {
			t.Errorf("%s is %s, read as %s", file, declared.charset, told.charset)
		}
		text := regexp.MustCompile("<[^>]*>").ReplaceAllString(declared.Text, "")
		for _, row := range truth.Rows {
			if !strings.Contains(text, strings.TrimPrefix(row.Code, "%...")) {
				t.Errorf("%s lacks %s", file, row.Code)
			}
		}
	}
}

func FuzzDecode(f *testing.F) {
	for _, c := range undeclared {
		f.Add(encoded(f, c.text, c.charset), true)
		f.Add(encoded(f, "<meta charset="+c.charset+">"+c.text, c.charset), true)
	}
	f.Add([]byte("\xff\xfea\x00\r\x00\n\x00"), false)
	f.Fuzz(func(t *testing.T, data []byte, markup bool) {
		d, err := decodePage(data, markup)
		if err != nil {
			if p := pagetest.Problem(t, err); p.Line > 1+bytes.Count(data, []byte("\n"))+bytes.Count(data, []byte("\x0a\x00")) {
				t.Errorf("line %d of %d", p.Line, bytes.Count(data, []byte("\n")))
			}
			return
		}
		if !utf8.ValidString(d.Text) || !norm.NFC.IsNormalString(d.Text) || strings.ContainsAny(d.Text, "\r\x00") {
			t.Errorf("%q", d.Text)
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	for name, cell := range map[string]string{
		"us-ascii":     "Parameter is not valid, try again",
		"utf-8":        "Paramètre non valide – réessayez",
		"windows-1252": "Paramètre non valide – réessayez",
		"gbk":          "请求参数错误，请重新登录",
	} {
		text := strings.Repeat("<tr><td class=\"code\">E1</td><td>"+cell+"</td></tr>\n", 500)
		data := encoded(b, "<meta charset="+name+">"+text, name)
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, err := Decode(data, true); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
