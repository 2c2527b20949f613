package charset

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// A charsetModel is one character set with what its language writes.
type charsetModel struct {
	name  string // as the WHATWG's Encoding Standard has it
	enc   encoding.Encoding
	prior float64 // bits: how seldom pages are in it
	limit float64 // bits a character that a language costs at most
	least int     // characters that prove it
	next  func(data []byte) (size int, c char)
}

// charsetModels are all that the detector tells apart, those first that are
// likelier where two give the same text.
var charsetModels = sync.OnceValue(func() []*charsetModel {
	return []*charsetModel{
		{"windows-1252", charmap.Windows1252, 0, 10.5, 1, singleByte(charmap.Windows1252, western)},
		{"gbk", simplifiedchinese.GB18030, 2, 13.5, 2, doubleByte(gbRegion, pairsOf(simplifiedchinese.GBK, hanSimplified))},
		{"shift_jis", japanese.ShiftJIS, 2, 11.5, 2, doubleByte(sjisRegion, pairsOf(japanese.ShiftJIS, hanJapanese))},
		{"windows-1251", charmap.Windows1251, 2, 6.2, 4, singleByte(charmap.Windows1251, cyrillic)},
		{"euc-kr", korean.EUCKR, 3, 12.5, 2, doubleByte(eucKRRegion, pairsOf(korean.EUCKR, hangul))},
		{"big5", traditionalchinese.Big5, 3, 13.5, 2, doubleByte(big5Region, pairsOf(traditionalchinese.Big5, hanTraditional))},
		{"euc-jp", japanese.EUCJP, 3, 11.5, 2, doubleByte(eucJPRegion, pairsOf(japanese.EUCJP, hanJapanese))},
		{"windows-1254", charmap.Windows1254, 5, 10.5, 1, singleByte(charmap.Windows1254, turkish)},
		{"windows-1250", charmap.Windows1250, 5, 10.5, 1, singleByte(charmap.Windows1250, central)},
		{"iso-8859-2", charmap.ISO8859_2, 5, 10.5, 1, singleByte(charmap.ISO8859_2, central)},
		{"koi8-r", charmap.KOI8R, 5, 6.2, 4, singleByte(charmap.KOI8R, cyrillic)},
		{"windows-1253", charmap.Windows1253, 5, 6.2, 4, singleByte(charmap.Windows1253, greek)},
		{"windows-1255", charmap.Windows1255, 6, 6.2, 4, singleByte(charmap.Windows1255, hebrew)},
		{"windows-1256", charmap.Windows1256, 6, 6.2, 4, singleByte(charmap.Windows1256, arabic)},
		{"windows-874", charmap.Windows874, 6, 6.2, 4, singleByte(charmap.Windows874, thai)},
		{"iso-8859-5", charmap.ISO8859_5, 7, 6.2, 4, singleByte(charmap.ISO8859_5, cyrillic)},
		{"ibm866", charmap.CodePage866, 8, 6.2, 4, singleByte(charmap.CodePage866, cyrillic)},
	}
})

// An alphabet is the letters of a language that are not ASCII, the frequent
// ones first, and what the first and the last of them cost.
type alphabet struct {
	letters     string
	first, last float64
	none        float64 // any other letter
	upper       float64 // a capital, above its small letter
}

var (
	western  = alphabet{"éáóíèàñäöüçêãúôõßâîûëïøåæìòùÿðýþ", 7, 13, 14, 1}
	central  = alphabet{"áíéóęąłěšřčžśżýćńúůźťďňőűöüäëăâîşţđôĺľŕç", 7, 12, 14, 1}
	turkish  = alphabet{"ıişüğçöİâîû", 6.5, 11, 14, 1}
	cyrillic = alphabet{"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъіїєўґёјљњћђџѓќѕ", 3.2, 10, 14, 3}
	greek    = alphabet{"αοιεντσηρπκυμλςάίόήέγδωύθχφβξζώψϊϋΐΰ", 3.2, 10, 14, 3}
	hebrew   = alphabet{"יוהלאמרתבשםנעקדחןפסכטגצזךףץ", 3.3, 7.5, 14, 0}
	arabic   = alphabet{"اليمنرتوبدعكةسفقحجهشصخطأذىثضغزإءئظؤآ،ًّ", 3, 8.5, 14, 0}
	thai     = alphabet{"ารนกอเง่มยลว้ดทสตะคปบแีหัิไจพชขใโุูผธถซ์ณญศฟ็ฐึืำภษฉฮฎฆฬฝฌฏ", 3.6, 9, 14, 0}
)

// signs stand beside letters in every language; the rest of what is no letter
// is marks.
const signs = "‘’“”„‚–—…«»¿¡\u00a0\u00ad№"

// singleByte is the model of a character set of one byte.
func singleByte(enc *charmap.Charmap, a alphabet) func([]byte) (int, char) {
	var table [256]char
	var valid [256]bool
	for i := 0x80; i < 256; i++ {
		r := enc.DecodeByte(byte(i))
		valid[i] = r != utf8.RuneError && !unicode.IsControl(r)
		table[i] = a.char(r)
	}
	return func(data []byte) (int, char) {
		if !valid[data[0]] {
			return 0, char{}
		}
		return 1, table[data[0]]
	}
}

func (a alphabet) char(r rune) char {
	switch {
	case strings.ContainsRune(signs, r):
		return char{8, signKind}
	case strings.ContainsRune("©®°§·ªº", r):
		return char{9, markKind}
	case !unicode.IsLetter(r) && !strings.ContainsRune(a.letters, r):
		return char{12, markKind}
	}
	kind, bits := a.letter(unicode.ToLower(r)), a.bits(r)
	if unicode.IsUpper(r) {
		kind++
	}
	return char{bits, kind}
}

func (a alphabet) letter(r rune) charKind {
	if unicode.Is(unicode.Latin, r) {
		return lowerLatin
	}
	return lowerOther
}

func (a alphabet) bits(r rune) float64 {
	letters := []rune(a.letters)
	extra := 0.0
	for _, try := range []rune{r, unicode.ToLower(r)} {
		for i, l := range letters {
			if l == try {
				return a.first + (a.last-a.first)*float64(i)/float64(len(letters)-1) + extra
			}
		}
		extra = a.upper
	}
	return a.none
}

// A wideRegion is a part of a character set of several bytes.
type wideRegion int

const (
	noChar    wideRegion = iota
	everyday             // what the language writes most: kana, its punctuation
	wideSigns            // other signs, full-width letters
	foreign              // kana in Chinese, for example
	ordinary             // the first level, ordered by reading or strokes
	learned              // the second level
	obsolete             // extensions
)

// wideBits are what characters of each region cost; bits of common characters
// are less.
var wideBits = [...]float64{everyday: 6, wideSigns: 12, foreign: 16, ordinary: 12.5, learned: 16.5, obsolete: 20}

const (
	commonBits = 8.0
	asciiBits  = 4.5 // what a byte of ASCII would cost that is part of a character here
)

// doubleByte is the model of a character set of several bytes.
func doubleByte(region func([]byte) (int, wideRegion), common *pairs) func([]byte) (int, char) {
	return func(data []byte) (int, char) {
		size, in := region(data)
		if in == noChar {
			return 0, char{}
		}
		c := char{wideBits[in], wideKind}
		if size == 2 && common.has(data[0], data[1]) {
			c.bits = min(c.bits, commonBits)
		}
		for _, b := range data[:size] {
			if b < utf8.RuneSelf {
				c.bits -= asciiBits
			}
		}
		return size, c
	}
}

func inside(c, from, to byte) bool { return from <= c && c <= to }

// gbRegion is the parts of GB18030; GB2312 has the trail bytes from A1.
func gbRegion(data []byte) (int, wideRegion) {
	if len(data) < 2 || !inside(data[0], 0x81, 0xFE) {
		return 0, noChar
	}
	lead, trail := data[0], data[1]
	switch {
	case inside(trail, 0x30, 0x39):
		if len(data) < 4 || !inside(data[2], 0x81, 0xFE) || !inside(data[3], 0x30, 0x39) {
			return 0, noChar
		}
		return 4, obsolete
	case trail < 0x40 || trail == 0x7F || trail == 0xFF:
		return 0, noChar
	case trail < 0xA1:
		return 2, obsolete
	case lead == 0xA1, lead == 0xA3 && strings.IndexByte("\xA1\xA8\xA9\xAC\xBA\xBB\xBF", trail) >= 0:
		return 2, everyday
	case lead == 0xA4, lead == 0xA5, lead == 0xA7:
		return 2, foreign
	case inside(lead, 0xA2, 0xA9):
		return 2, wideSigns
	case inside(lead, 0xB0, 0xD7):
		return 2, ordinary
	case inside(lead, 0xD8, 0xF7):
		return 2, learned
	}
	return 2, obsolete
}

func big5Region(data []byte) (int, wideRegion) {
	if len(data) < 2 || !inside(data[0], 0x81, 0xFE) || !inside(data[1], 0x40, 0x7E) && !inside(data[1], 0xA1, 0xFE) {
		return 0, noChar
	}
	switch lead := data[0]; {
	case lead == 0xA1:
		return 2, everyday
	case lead == 0xA2, lead == 0xA3:
		return 2, wideSigns
	case inside(lead, 0xA4, 0xC6):
		return 2, ordinary
	case inside(lead, 0xC9, 0xF9):
		return 2, learned
	}
	return 2, obsolete
}

func eucKRRegion(data []byte) (int, wideRegion) {
	if len(data) < 2 || !inside(data[0], 0x81, 0xFE) || !inside(data[1], 0x41, 0xFE) {
		return 0, noChar
	}
	lead, trail := data[0], data[1]
	switch {
	case trail < 0xA1 || inside(lead, 0xAD, 0xAF):
		return 2, obsolete
	case lead == 0xA1, lead == 0xA3:
		return 2, wideSigns
	case lead < 0xAD:
		return 2, foreign
	case inside(lead, 0xB0, 0xC8):
		return 2, ordinary
	}
	return 2, learned
}

func sjisRegion(data []byte) (int, wideRegion) {
	lead := data[0]
	if inside(lead, 0xA1, 0xDF) { // half-width katakana
		return 1, ordinary
	}
	if len(data) < 2 || !inside(lead, 0x81, 0x9F) && !inside(lead, 0xE0, 0xFC) ||
		!inside(data[1], 0x40, 0x7E) && !inside(data[1], 0x80, 0xFC) {
		return 0, noChar
	}
	switch {
	case lead == 0x81, lead == 0x82 && data[1] >= 0x9F, lead == 0x83 && data[1] <= 0x96:
		return 2, everyday
	case lead < 0x88:
		return 2, wideSigns
	case lead < 0x98:
		return 2, ordinary
	case lead < 0xF0:
		return 2, learned
	}
	return 2, obsolete
}

func eucJPRegion(data []byte) (int, wideRegion) {
	lead := data[0]
	if len(data) < 2 || data[1] < 0xA1 || data[1] == 0xFF {
		return 0, noChar
	}
	switch {
	case lead == 0x8E && data[1] <= 0xDF: // half-width katakana
		return 2, ordinary
	case lead == 0x8F && len(data) > 2 && inside(data[2], 0xA1, 0xFE):
		return 3, obsolete
	case lead == 0xA1, lead == 0xA4, lead == 0xA5:
		return 2, everyday
	case inside(lead, 0xA2, 0xA8):
		return 2, wideSigns
	case inside(lead, 0xB0, 0xCF):
		return 2, ordinary
	case inside(lead, 0xD0, 0xF4):
		return 2, learned
	case inside(lead, 0xF5, 0xFE):
		return 2, obsolete
	}
	return 0, noChar
}
