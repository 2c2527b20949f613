package troff

import (
	"strconv"
	"strings"
	"unicode/utf8"
)

// predefined are strings that man, mdoc and Pod::Man define.
var predefined = map[string]string{
	"lq": "“", "rq": "”", `L"`: "“", `R"`: "”", "R": "®", "Tm": "™", "Lq": "“", "Rq": "”", "Le": "≤", "Ge": "≥", "Lt": "<", "Gt": ">", "Ne": "≠", "Pm": "±", "Am": "&", "Ba": "|", "Q": `"`, "q": `"`, "C+": "C++", "--": "–", "PI": "π", "-": "-", "aq": "'", "S": "",
	"L'": "‘", "R'": "’", "C`": "", "C'": "", "Pi": "π", "If": "∞", "Na": "NaN", "Px": "POSIX", "Ai": "ANSI",
}

// characters are those that have a name of two letters or more, as
// groff_char(7) lists them.
var characters = pairs(`
em — en – hy ‐ bu • co © rg ® tm ™ lq “ rq ” oq ‘ cq ’ aq ' dq " ga ` + "`" + ` ha ^ ti ~ rs \ sl / at @ sh # Do $ ct ¢ Eu € Po £ Ye ¥ cu ¤
Fo « Fc » fo ‹ fc › Bq „ bq ‚ ba | bb ¦ br │ ul _ rn ‾ ru _ lB [ rB ] lC { rC } la ⟨ ra ⟩ lh ☜ rh ☞ sc § ps ¶ dg † dd ‡ de ° mc µ
+- ± -+ ∓ mu × tmu × di ÷ tdi ÷ pl + mi − eq = == ≡ != ≠ ne ≢ <= ≤ >= ≥ << ≪ >> ≫ ~~ ≈ ~= ≅ =~ ≅ ap ∼ pt ∝ ** ∗ if ∞ no ¬ tno ¬ AN ∧ OR ∨
-> → <- ← <> ↔ ua ↑ da ↓ va ↕ rA ⇒ lA ⇐ hA ⇔ uA ⇑ dA ⇓ an ⎯ es ∅ mo ∈ nm ∉ sb ⊂ sp ⊃ ib ⊆ ip ⊇ ca ∩ cu ∪ fa ∀ te ∃ is ∫ sr √ gr ∇ pd ∂
12 ½ 14 ¼ 34 ¾ S1 ¹ S2 ² S3 ³ r! ¡ r? ¿ ci ○ sq □ OK ✓ CR ↵ Of ª Om º ff ff fi fi fl fl Fi ffi Fl ffl ss ß
ae æ AE Æ oe œ OE Œ o/ ø O/ Ø d- ð D- Ð Tp þ TP Þ :a ä :e ë :i ï :o ö :u ü :y ÿ :A Ä :E Ë :I Ï :O Ö :U Ü
'a á 'e é 'i í 'o ó 'u ú 'y ý 'A Á 'E É 'I Í 'O Ó 'U Ú ^a â ^e ê ^i î ^o ô ^u û ^A Â ^E Ê ^I Î ^O Ô ^U Û
~n ñ ~N Ñ ~a ã ~o õ ~A Ã ~O Õ ,c ç ,C Ç oa å oA Å vs š vS Š vz ž vZ Ž ` + "`a à `e è `i ì `o ò `u ù `A À `E È `I Ì `O Ò `U Ù" + `
*a α *b β *g γ *d δ *e ε *z ζ *y η *h θ *i ι *k κ *l λ *m μ *n ν *c ξ *o ο *p π *r ρ *s σ *t τ *u υ *f φ *x χ *q ψ *w ω
*G Γ *D Δ *H Θ *L Λ *C Ξ *P Π *S Σ *F Φ *Q Ψ *W Ω`)

func pairs(list string) map[string]string {
	fields := strings.Fields(list)
	m := map[string]string{}
	for i := 0; i+1 < len(fields); i += 2 {
		m[fields[i]] = fields[i+1]
	}
	return m
}

// character is what a name stands for: one of the table, or u0041_0301. A name
// that is not known is left as it is, so that it can be seen.
func character(name string) string {
	if s, ok := characters[name]; ok {
		return s
	}
	if hex, ok := strings.CutPrefix(name, "u"); ok && len(hex) >= 4 && len(hex) <= 64 {
		var b []byte
		for _, part := range strings.Split(hex, "_") {
			n, err := strconv.ParseUint(part, 16, 32)
			if err != nil || n > utf8.MaxRune || n < ' ' {
				return name
			}
			b = utf8.AppendRune(b, rune(n))
		}
		return string(b)
	}
	return name
}
