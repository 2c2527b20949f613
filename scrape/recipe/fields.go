package recipe

import "slices"

// A field is a text and what it is: a role, or the name of an extra column.
type field struct{ role, text string }

// fields are what a record or a code says, each role once and none with an
// empty text. They are few, so that a list is quicker than a map.
type fields []field

// of is the text of a role, "" where there is none.
func (f fields) of(role string) string {
	for i := range f {
		if f[i].role == role {
			return f[i].text
		}
	}
	return ""
}

// put gives a role its text, whatever it had before; "" takes it away.
func (f *fields) put(role, text string) {
	i := slices.IndexFunc(*f, func(one field) bool { return one.role == role })
	switch {
	case i >= 0 && text == "":
		*f = slices.Delete(*f, i, i+1)
	case i >= 0:
		(*f)[i].text = text
	case text != "":
		*f = append(*f, field{role, text})
	}
}

// add is put, but keeps the text that is there before the other.
func (f *fields) add(role, text string) {
	if before := f.of(role); before != "" && text != "" {
		text = before + " " + text
	}
	if text != "" {
		f.put(role, text)
	}
}
