package gen

import (
	_ "embed"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/dave/jennifer/jen"
)

// The functions that emitted packages share are Go files of this package, so
// that they are vetted, tested and fuzzed here, and that the perfect hashes
// are built with the very function that the emitted package looks up with.
var (
	//go:embed emitted_hashtext.go
	hashTextSource string
	//go:embed emitted_half.go
	halfSource string
	//go:embed emitted_hashnumber.go
	hashNumberSource string
	//go:embed emitted_packed.go
	packedSource string
	//go:embed emitted_mix.go
	mixSource string
	//go:embed emitted_number.go
	numberSource string
	//go:embed emitted_hextext.go
	hexTextSource string
	//go:embed emitted_carried.go
	carriedSource string
	//go:embed emitted_language.go
	languageSource string
	//go:embed emitted_json.go
	jsonSource string
	//go:embed emitted_xml.go
	xmlSource string
)

// support notes the shared functions that one package turns out to need.
type support struct {
	hashText, half, hashNumber, number, hex, carried, language, json, xml, packed bool
}

// emit adds those that methods call to f.
func (s support) emit(f *jen.File) error {
	return copySources(f, []sourcePart{
		{s.json, jsonSource}, {s.xml, xmlSource}, {s.number, numberSource}, {s.language, languageSource}, {s.hex, hexTextSource}, {s.carried, carriedSource},
	})
}

// emitIndex adds those that look rows up.
func (s support) emitIndex(f *jen.File) error {
	return copySources(f, []sourcePart{
		{s.hashText, hashTextSource},
		{s.hashText || s.half, halfSource},
		{s.hashNumber, hashNumberSource},
		{s.hashText || s.half || s.hashNumber, mixSource},
		{s.packed, packedSource},
	})
}

type sourcePart struct {
	needed bool
	source string
}

func copySources(f *jen.File, parts []sourcePart) error {
	for _, part := range parts {
		if part.needed {
			if err := copySource(f, part.source); err != nil {
				return err
			}
		}
	}
	return nil
}

// copySource adds a Go file without its package clause to f, and its imports
// to those of f.
func copySource(f *jen.File, source string) error {
	head, body, _ := strings.Cut(strings.ReplaceAll(source, "\r\n", "\n"), "\n\n// ")
	for _, field := range strings.Fields(head) {
		path, err := strconv.Unquote(field)
		if err != nil {
			continue // the words package, gen, import and the brackets
		}
		// jennifer imports what is used through Qual, and only that.
		if err := jen.Qual(path, "_").RenderWithFile(io.Discard, f); err != nil {
			return fmt.Errorf("import %q: %w", path, err)
		}
	}
	f.Line()
	f.Id("// " + strings.TrimSpace(body))
	return nil
}
