package main

import (
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// completes lets a shell complete the values of a flag.
func completes(cmd *cobra.Command, flag string, values ...string) {
	if err := cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(values, cobra.ShellCompDirectiveNoFileComp)); err != nil {
		panic(err) // the flag is defined by then, once
	}
}

// goneCodes completes a source, then the codes that its page lost.
func (p *place) goneCodes(cmd *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return p.sourceNames(cmd, args, begun)
	}
	locks, err := p.locks(args[:1])
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var codes []string
	for _, row := range locks[0].Rows {
		if row.Gone != "" {
			codes = append(codes, row.Code)
		}
	}
	return codes, cobra.ShellCompDirectiveNoFileComp
}

// namesOf are the names of formats.
func namesOf[F any](formats map[string]F) []string { return slices.Sorted(maps.Keys(formats)) }

// codeNames completes codes, symbols and Go identifiers of the sources.
func (p *place) codeNames(_ *cobra.Command, _ []string, begun string) ([]string, cobra.ShellCompDirective) {
	specs, err := p.specsOf(nil)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	names := slices.DeleteFunc(allNames(specs), func(name string) bool { return !strings.HasPrefix(name, begun) })
	return names, cobra.ShellCompDirectiveNoFileComp
}

// sourceAndCodes completes a source, then what its codes are called.
func (p *place) sourceAndCodes(cmd *cobra.Command, args []string, begun string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return p.sourceNames(cmd, args, begun)
	}
	specs, err := p.specsOf(args[:1])
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var codes []string
	for _, s := range specs {
		for i := range s.Tables {
			for j := range s.Tables[i].Entries {
				codes = append(codes, s.Tables[i].Entries[j].Code)
			}
		}
	}
	return codes, cobra.ShellCompDirectiveNoFileComp
}
