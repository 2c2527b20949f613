// Package specs carries the vendors' pages, their recipes and their locks, so
// that the command has them where no folder specs/ is.
package specs

import "embed"

//go:generate go run ../cmd/spectab gen --specs . --out ../generated

// FS holds a folder for each source: source.yaml, names.lock and every page, of
// several languages and parts too.
//
//go:embed */source.yaml */page* */names.lock
var FS embed.FS
