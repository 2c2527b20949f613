// Command spectab turns the tables in vendors' documentation pages into Go
// packages and keeps them true.
package main

import "os"

func main() { os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }
