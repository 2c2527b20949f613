package main

import (
	"github.com/spf13/cobra"

	"github.com/spectab/spectab/scrape/recipe"
)

func schemaCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "schema",
		Short: "Print the JSON Schema of recipes, for editors",
		Long: `schema prints the JSON Schema of source.yaml. Editors with a YAML language
server complete and check recipes by it when their first line is
# yaml-language-server: $schema=PATH`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := cmd.OutOrStdout().Write(recipe.Schema())
			return err
		},
	}
}
