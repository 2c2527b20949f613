// Package charset makes text of the bytes of a page: UTF-8 in NFC with line
// feeds alone, or a refusal that says why there is no text.
//
//	decode.go          from bytes to text; decodenormal.go NFC and line ends
//	decodedeclared.go  what the page says of itself; decodeserver.go its server
//	decodedetect.go    what its letters say, by decodemodel.go and
//	                   decodecommon.go
//	decoderefuse.go    bytes that are no text
//	decodeworn.go      pages with a few broken characters
//
// Nothing here knows what the text says.
package charset
