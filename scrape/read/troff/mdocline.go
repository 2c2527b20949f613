package troff

import (
	"strings"
)

// A wrap is what a macro of mdoc puts around its words: a font, characters, or
// a mark before each of them.
type wrap struct {
	font, open, close, each string
}

// inline are the macros of mdoc that stand within a line, as mdoc(7) has them.
var inline = map[string]wrap{
	"Ad": {font: "I"}, "An": {}, "Ap": {open: "'"}, "Ar": {font: "I"}, "At": {}, "Bsx": {open: "BSD/OS"}, "Bx": {open: "BSD"}, "Cd": {font: "B"}, "Cm": {font: "B"},
	"Dv": {font: "C"}, "Dx": {open: "DragonFly"}, "Em": {font: "I"}, "Er": {font: "C"}, "Ev": {font: "C"}, "Fa": {font: "I"}, "Fd": {font: "B"}, "Fl": {font: "B", each: "-"},
	"Fn": {font: "B"}, "Fo": {font: "B", close: "("}, "Fc": {open: ")"}, "Ft": {font: "I"}, "Fx": {open: "FreeBSD"}, "Ic": {font: "B"}, "In": {open: "#include <", close: ">"}, "Lb": {}, "Li": {font: "C"}, "Lk": {}, "Lp": {},
	"Ms": {font: "B"}, "Mt": {font: "I"}, "Nm": {font: "B"}, "No": {}, "Nx": {open: "NetBSD"}, "Ox": {open: "OpenBSD"}, "Pa": {font: "I"}, "St": {}, "Sx": {}, "Sy": {font: "B"}, "Tn": {}, "Ux": {open: "UNIX"},
	"Va": {font: "I"}, "Vt": {font: "I"}, "Xr": {}, "Hs": {}, "Me": {font: "B"}, "Tg": {},
	"Aq": {open: "<", close: ">"}, "Ao": {open: "<"}, "Ac": {open: ">"}, "Bq": {open: "[", close: "]"}, "Bo": {open: "["}, "Bc": {open: "]"}, "Brq": {open: "{", close: "}"}, "Bro": {open: "{"}, "Brc": {open: "}"},
	"Dq": {open: "“", close: "”"}, "Do": {open: "“"}, "Dc": {open: "”"}, "Pq": {open: "(", close: ")"}, "Po": {open: "("}, "Pc": {open: ")"}, "Ql": {font: "C"}, "Qq": {open: `"`, close: `"`}, "Qo": {open: `"`}, "Qc": {open: `"`},
	"Sq": {open: "‘", close: "’"}, "So": {open: "‘"}, "Sc": {open: "’"}, "Op": {open: "[", close: "]"}, "Oo": {open: "["}, "Oc": {open: "]"}, "Eo": {}, "Ec": {}, "En": {},
	"Ns": {}, "Pf": {}, "Ta": {}, "Xo": {}, "Xc": {},
}

// A sentence is a line of mdoc while it is written.
type sentence struct {
	b      strings.Builder
	tight  bool     // no space before the next word
	closes []string // what closes behind the words
	wrap   wrap
}

// words are the arguments of a macro as a line with escapes.
func (r *reader) words(args []string) string {
	s := &sentence{tight: true}
	for i := 0; i < len(args); i++ {
		arg := args[i]
		w, ok := inline[arg]
		switch {
		case ok && arg == "Ns":
			s.tight, s.wrap = true, wrap{}
		case ok && arg == "Pf" && i+1 < len(args):
			i++
			s.word(args[i])
			s.tight = true
		case ok && arg == "Ta":
			s.b.WriteByte('\t')
			s.tight, s.wrap = true, wrap{}
		case ok && arg == "Nm" && (i+1 == len(args) || inlineOrPoint(args[i+1])):
			s.wrap = w
			s.word(r.name)
		case ok && (arg == "Xr" || arg == "Fn") && i+1 < len(args):
			i += s.called(arg, args[i+1:])
		case ok && w.each != "" && (i+1 == len(args) || inlineOrPoint(args[i+1])): // a hyphen alone, or the first of two
			s.plain(w.each)
			s.tight = i+1 < len(args) && args[i+1] == arg
		case ok:
			s.begin(w)
		case len(arg) == 1 && strings.Contains(".,;:?!)]", arg):
			s.tight = true
			s.plain(arg)
		case arg == "(" || arg == "[":
			s.plain(arg)
			s.tight = true
		default:
			if args[0] == "Nm" && r.name == "" {
				r.name = arg
			}
			s.word(arg)
		}
	}
	return s.end()
}

func inlineOrPoint(arg string) bool {
	_, ok := inline[arg]
	return ok || len(arg) == 1 && strings.Contains(".,;:?!)]", arg)
}

// begin opens what a macro puts around the words behind it.
func (s *sentence) begin(w wrap) {
	s.wrap = w
	switch {
	case w.open != "" && w.close == "" && strings.Contains(">])}”’)", w.open):
		s.tight = true
		s.plain(w.open)
	case w.open != "":
		s.plain(w.open)
		s.tight = len(w.open) < 4 || w.close != ""
	}
	if w.close != "" {
		s.closes = append(s.closes, w.close)
	}
}

func (s *sentence) plain(text string) {
	if !s.tight {
		s.b.WriteByte(' ')
	}
	s.b.WriteString(text)
	s.tight = false
}

func (s *sentence) word(text string) {
	font := s.wrap.font
	if font == "" {
		font = "R"
	}
	if len(font) > 1 {
		font = "[" + font + "]"
	}
	s.plain(styled(font, s.wrap.each+text))
}

// called is a page with its section, or a function with its arguments, and how
// many words that takes.
func (s *sentence) called(name string, args []string) int {
	s.wrap = inline[name]
	n := 1
	for n < len(args) && !inlineOrPoint(args[n]) && (name == "Fn" || n < 2) {
		n++
	}
	s.word(args[0])
	if name == "Fn" || n > 1 {
		s.tight = true
		s.plain("(" + strings.Join(args[1:n], ", ") + ")")
	}
	s.wrap = wrap{}
	return n
}

// end closes what is open; points at the end stand behind it.
func (s *sentence) end() string {
	text := s.b.String()
	if len(s.closes) == 0 {
		return text
	}
	body := strings.TrimRight(text, ".,;:?!")
	var b strings.Builder
	b.WriteString(body)
	for i := len(s.closes) - 1; i >= 0; i-- {
		b.WriteString(s.closes[i])
	}
	return b.String() + text[len(body):]
}
