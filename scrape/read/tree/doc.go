// Package tree makes blocks of data: grids of what are records in it, under
// headings of the keys that lead there. The data come from files of JSON, YAML
// and XML, and from literals in source code.
//
//	tree.go    nodes, and the parts of a page that they become
//	record.go  objects of like keys as rows of a grid
//	header.go  whether the first row of a grid titles its columns
package tree
