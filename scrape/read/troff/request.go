package troff

import (
	"strings"

	"github.com/spectab/spectab/scrape/page"
)

// requests are what each macro does that lays out text, by its name.
var requests map[string]func(*reader, []string)

func init() {
	requests = map[string]func(*reader, []string){
		"TH": (*reader).title, "Dt": (*reader).title,
		"SH": func(r *reader, args []string) { r.heading(sectionLevel, args) }, "SS": func(r *reader, args []string) { r.heading(sectionLevel+1, args) },
		"Sh": func(r *reader, args []string) { r.section(sectionLevel, args) }, "Ss": func(r *reader, args []string) { r.section(sectionLevel+1, args) },
		"PP": outer, "P": outer, "LP": outer, "HP": outer, "Pp": func(r *reader, _ []string) { r.layout.paragraph() }, "br": func(r *reader, _ []string) { r.layout.broken = true }, "sp": func(r *reader, _ []string) { r.layout.paragraph() },
		"TP": func(r *reader, _ []string) { r.layout.awaitTerm(false) }, "TQ": func(r *reader, _ []string) { r.layout.awaitTerm(true) },
		"IP": (*reader).indented,
		"RS": func(r *reader, _ []string) { r.layout.nest() }, "RE": func(r *reader, _ []string) { r.layout.unnest() },
		"nf": literal, "EX": literal, "Vb": literal, "Bd": (*reader).display, "EE": filled, "fi": filled, "Ve": filled, "Ed": (*reader).displayed,
		"SM": font("R"), "B": font("B"), "I": font("I"), "SB": font("B"), "R": font("R"), "CW": font("CW"),
		"BI": fonts2("B", "I"), "BR": fonts2("B", "R"), "IB": fonts2("I", "B"), "IR": fonts2("I", "R"), "RB": fonts2("R", "B"), "RI": fonts2("R", "I"),
		"MR": (*reader).reference, "UR": link, "MT": link, "UE": behind, "ME": behind,
		"SY": font("B"), "OP": func(r *reader, args []string) { r.put("[" + strings.Join(args, " ") + "]") },
		"so": (*reader).include, "mso": func(*reader, []string) {},
		"TS": (*reader).table, "EQ": func(r *reader, _ []string) { r.skip("EN") }, "PS": func(r *reader, _ []string) { r.skip("PE") },
		"Bl": (*reader).beginList, "It": (*reader).listItem, "El": (*reader).endList,
		"Nd": func(r *reader, args []string) { r.put("– " + strings.Join(args, " ")) },
		"D1": (*reader).oneLine, "Dl": (*reader).oneLine,
	}
}

// ignored are requests that lay out paper, or say something of the page that
// is no text of it.
var ignored = set(`ad AT BB bp cc ce cf ch cs cu da DA Dd di DS DE DT ds ec ec1 el em eo ev fam fc fl fp ft hc hcode hla hlm hpf hw hy HY hylang IN in IX it lc ld lf lg ll ls lt mc mk na ne nh nm nn nop nr ns Os
pc PD pl pm pn po ps PU rd rj rm rn rnn rr rs rt shc sizes ss sv ta tc ti tl tm tr UC uf ul UN vs warn wh YS XX Rs Re Rv Ex Sm Bk Ek Db Hf Us X zZ P! ab als asciify brp chop close color cp defcolor do ecs ecr fallback fchar fcolor fspecial ftr fzoom gcolor kern length linetabs lsm nroff open opena output pev pnr psbb pso ptr pvs return rfschar schar shift spreadwarn special stringdown stringup sty substring tag tkf trf trin trnt troff unformat vpt vptr warnscale write writec`)

func set(names string) map[string]bool {
	m := map[string]bool{}
	for _, name := range strings.Fields(names) {
		m[name] = true
	}
	return m
}

func outer(r *reader, _ []string) { r.layout.outer() }

func literal(r *reader, _ []string) { r.layout.literal, r.layout.fresh = true, true }

func filled(r *reader, _ []string) { r.layout.literal, r.layout.fresh = false, true }

// font writes its words in a font, or the next line where there are none.
func font(name string) func(*reader, []string) {
	return func(r *reader, args []string) {
		if len(args) == 0 {
			r.styled = name
			return
		}
		r.put(styled(name, strings.Join(args, " ")))
	}
}

// fonts2 writes its words in two fonts by turns, without spaces between them.
func fonts2(odd, even string) func(*reader, []string) {
	return func(r *reader, args []string) {
		var b strings.Builder
		for i, arg := range args {
			name := odd
			if i%2 == 1 {
				name = even
			}
			b.WriteString(styled(name, arg))
		}
		r.put(b.String())
	}
}

// title is that of the page: a name and its section.
func (r *reader) title(args []string) {
	if len(args) > 1 && r.page.Title == "" {
		l := r.input.escapes.line(args[0]+"("+args[1]+")", r.no, false)
		r.page.Title = l.Text
	}
}

func (r *reader) heading(depth int, args []string) {
	if len(args) == 0 { // the next line is the heading
		l, ok := r.input.next()
		if !ok {
			return
		}
		r.no, args = l.no, []string{l.text}
	}
	r.layout.heading(depth, r.input.escapes.line(strings.Join(args, " "), r.no, false))
}

// section is a heading of mdoc, whose words may be macros.
func (r *reader) section(depth int, args []string) {
	r.layout.heading(depth, r.input.escapes.line(r.words(args), r.no, false))
}

// reference is a page of the manual that is named: .MR page 3 ,
func (r *reader) reference(args []string) {
	if len(args) > 1 {
		args = append([]string{args[0] + "(" + args[1] + ")" + strings.Join(args[2:], "")}, args[len(args):]...)
	}
	r.put(strings.Join(args, " "))
}

// link writes the address of what follows.
func link(r *reader, args []string) { r.put(strings.Join(args, " ")) }

// behind writes the punctuation behind a link.
func behind(r *reader, args []string) {
	if len(args) > 0 {
		r.put(strings.Join(args, ""))
	}
}

// include would read another file, which no reader does.
func (r *reader) include(args []string) {
	r.page.Warnings.Add("", r.no, "", "another file stands here, which is not read: %s", strings.Join(args, " "))
}

// skip passes over the input of another program.
func (r *reader) skip(end string) {
	r.page.Warnings.Add("", r.no, "", "what stands up to .%s is not read: a formula or a drawing", end)
	for {
		l, ok := r.input.raw()
		if name, _ := request(l.text); !ok || name == end {
			return
		}
	}
}

func (r *reader) oneLine(args []string) {
	was := r.layout.literal
	literal(r, nil)
	r.put(r.words(args))
	r.layout.literal, r.layout.fresh = was, true
}

// display of mdoc keeps its lines where it says so.
func (r *reader) display(args []string) {
	r.layout.fresh = true
	for _, arg := range args {
		if arg == "-literal" || arg == "-unfilled" {
			r.layout.literal = true
		}
	}
}

func (r *reader) displayed([]string) { filled(r, nil) }

// bulleted reports whether a tag draws or counts items and is no term.
func bulleted(tag string) bool {
	switch tag {
	case "•", "o", "*", "-", "+", "–", "—", "·", "○", "□", "‐", "−", "∗":
		return true
	}
	digits := strings.TrimRight(strings.TrimLeft(tag, "(["), ".)]")
	return digits != tag && len(digits) <= 2 && digits != "" && strings.Trim(digits, "0123456789") == "" || len(tag) == 2 && tag[1] == ')' && tag[0] >= 'a' && tag[0] <= 'z'
}

// indented is .IP: an item with a tag; without one, a paragraph that goes on
// with the item before it.
func (r *reader) indented(args []string) {
	tag := page.Line{}
	if len(args) > 0 {
		tag = r.input.escapes.line(args[0], r.no, false)
	}
	switch {
	case tag.Text == "":
		r.layout.paragraph()
	case bulleted(tag.Text):
		r.layout.item(page.List)
	default:
		r.layout.term(tag, false)
	}
	r.layout.tag = false
}
