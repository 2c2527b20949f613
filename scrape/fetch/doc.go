// Package fetch turns the address of a vendor's page into its bytes, and
// nothing else: it never looks at what the bytes say. It is the only room
// that speaks HTTP.
//
// It behaves as a guest: it names itself, asks robots.txt, sends one request
// at a time to a host, waits between two of them and does what Retry-After
// says. And it trusts nobody: TLS is always verified, no address of a private
// network is connected to, however it was come by, and neither the size of a
// page nor the time that it takes is left to the other side.
//
//	client.go    Config, Client, and how connections are made
//	get.go       Get: one page, hop by hop
//	visit.go     one hop: retries, Retry-After, the time for a page
//	answer.go    one request and its answer
//	body.go      decompression, limits of size and time
//	address.go   which addresses may be asked
//	robots.go    robots.txt
//	host.go      one request at a time, and the pause between two
//	render*.go   pages that a command prints, for pages made by scripts
//	extension.go the format of a page, by its content type
//	error.go     what can go wrong
package fetch
