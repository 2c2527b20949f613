package main

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// excluding are the flags that cannot be given together. cobra checks them
// too, in words that are not those of the other messages.
var excluding = [][2]string{{"out", "output"}, {"live", "against"}, {"live", "recipe"}, {"format", "recipe"}, {"all", "recipe"}}

// wordUsage gives the complaints about wrong use, for every command, the form
// of the other messages: what is wrong, and how it is done.
func wordUsage(root *cobra.Command) {
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		wordArguments(cmd)
		if cmd.Name() == "completion" { // without something to run, cobra asks for no arguments
			cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
		}
	}
	root.SetFlagErrorFunc(wrongUse)
}

func wordArguments(cmd *cobra.Command) {
	for _, below := range cmd.Commands() {
		wordArguments(below)
	}
	if cmd.Args == nil {
		return
	}
	right := cmd.Args
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		switch {
		case right(cmd, args) == nil:
			return nil
		case len(args) == 0:
			return wrongUse(cmd, errors.New("an argument is missing: "+usageOf(cmd)))
		case cmd.HasSubCommands():
			return wrongUse(cmd, fmt.Errorf("there is no %s %s", cmd.CommandPath(), args[0]))
		}
		return wrongUse(cmd, errors.New("too many arguments: "+usageOf(cmd)))
	}
}

// usageOf is a command with its arguments: spectab explain CODE...
func usageOf(cmd *cobra.Command) string {
	_, arguments, _ := strings.Cut(cmd.Use, " ")
	return strings.TrimSpace(cmd.CommandPath() + " " + strings.TrimSuffix(arguments, "[flags]"))
}

func wrongUse(cmd *cobra.Command, err error) error {
	return fmt.Errorf("spectab: %w\n\tsee '%s --help'", err, cmd.CommandPath())
}

// checkFlags complains about flags that exclude each other, and about one that
// has to be given, before cobra does.
func checkFlags(cmd *cobra.Command) error {
	for _, pair := range excluding {
		if cmd.ValidateFlagGroups() != nil && cmd.Flags().Changed(pair[0]) && cmd.Flags().Changed(pair[1]) {
			return wrongUse(cmd, fmt.Errorf("--%s and --%s cannot be given together", pair[0], pair[1]))
		}
	}
	if cmd.ValidateRequiredFlags() != nil {
		return wrongUse(cmd, errors.New("a flag is missing: "+usageOf(cmd)))
	}
	return nil
}

// negativeCodes puts what may be a negative code behind "--", with the other
// arguments, so that it is taken for no flag: explain -1.
func negativeCodes(root *cobra.Command, args []string) []string {
	cmd, given, err := root.Find(args)
	if err != nil || !strings.Contains(cmd.Use, "CODE") {
		return args
	}
	var flags, rest []string
	found := false
	for i := 0; i < len(given); i++ {
		switch arg := given[i]; {
		case arg == "--":
			rest = append(rest, given[i+1:]...)
			i = len(given)
		case isNegative(arg) || !strings.HasPrefix(arg, "-"):
			found = found || isNegative(arg)
			rest = append(rest, arg)
		case wantsValue(cmd, arg) && i+1 < len(given):
			flags = append(flags, arg, given[i+1])
			i++
		default:
			flags = append(flags, arg)
		}
	}
	if !found {
		return args
	}
	before := append(strings.Fields(cmd.CommandPath())[1:], flags...)
	return append(append(before, "--"), rest...)
}

// isNegative reports whether an argument begins as a negative number does. No
// flag has a digit for its short form.
func isNegative(arg string) bool {
	return len(arg) > 1 && arg[0] == '-' && '0' <= arg[1] && arg[1] <= '9'
}

// wantsValue reports whether the value of a flag is the argument behind it.
func wantsValue(cmd *cobra.Command, arg string) bool {
	if name, isLong := strings.CutPrefix(arg, "--"); isLong {
		flag := cmd.Flag(name)
		return flag != nil && flag.NoOptDefVal == ""
	}
	for i, letter := range arg[1:] {
		if flag := cmd.Flags().ShorthandLookup(string(letter)); flag != nil && flag.NoOptDefVal == "" {
			return i == len(arg)-2 // else the value stands behind the letter
		}
	}
	return false
}
