package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/spf13/cobra"

	"github.com/spectab/spectab/gen"
	"github.com/spectab/spectab/scrape/recipe"
)

//go:embed init/*.yml
var workflowFiles embed.FS

// workflowPaths say where the jobs of init are looked for, by the name of --ci.
var workflowPaths = map[string]string{
	"github": ".github/workflows/spectab.yml",
	"gitlab": ".gitlab/spectab.yml",
}

// noJob is the value of --ci that wants none.
const noJob = "none"

func initCommand(at *place) *cobra.Command {
	ci := noJob
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Set up a repository for sources of its own",
		Long: `init makes the current folder, the root of a Go module, ready for sources: a
folder specs/ with the line that "go generate ./..." looks for, and the lines of
.gitattributes that keep snapshots as they are, byte for byte, on every system,
and fold generated files away in reviews. With --ci there is a job that runs
"spectab check" and "spectab diff" too.

A file that is there already is kept; to .gitattributes only what it lacks is
added. What was done is printed, and then what is left to do.`,
		Example: `  spectab init
  spectab init --ci github`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if at.specs == builtin {
				return errors.New("spectab: the built-in sources need no repository\n\t--specs names a folder")
			}
			files, err := at.initFiles(ci)
			if err != nil {
				return err
			}
			return initialize(files, cmd.OutOrStdout())
		},
	}
	cmd.Flags().StringVar(&at.out, "out", "generated", "folder that is to get a folder for each package")
	cmd.Flags().StringVar(&ci, "ci", ci, "a job for continuous integration: github, gitlab or none")
	completes(cmd, "ci", append(namesOf(workflowPaths), noJob)...)
	return cmd
}

// An initFile is a file that init wants to be there.
type initFile struct {
	path    string // slash-separated, relative to the current folder
	content []byte
	merge   bool // its lines are added to those of a file that is there
}

func (p *place) initFiles(ci string) ([]initFile, error) {
	dir, out := filepath.ToSlash(filepath.Clean(p.specs)), filepath.ToSlash(filepath.Clean(p.out))
	for _, name := range []string{dir, out} {
		if !filepath.IsLocal(name) || name == "." {
			return nil, fmt.Errorf("spectab: %s is no folder below this one\n\tinit is for the root of a repository, and for folders in it", name)
		}
	}
	back, err := filepath.Rel(dir, out)
	if err != nil {
		return nil, fmt.Errorf("spectab: %w", err)
	}
	files := []initFile{
		{path: path.Join(dir, "generate.go"), content: generateFile(out, filepath.ToSlash(back))},
		{path: ".gitattributes", content: fmt.Appendf(nil, "/%s/*/page* -text\n/%s/*/names.lock merge=union\n/%s/** linguist-generated\n/%s/**/*_index.go linguist-generated -diff\n", dir, dir, out, out), merge: true},
	}
	if ci == noJob {
		return files, nil
	}
	where, ok := workflowPaths[ci]
	if !ok {
		return nil, fmt.Errorf("spectab: there is no job for %q\n\t%s", ci, recipe.Nearest(ci, append(namesOf(workflowPaths), noJob)))
	}
	job, err := workflowFiles.ReadFile("init/" + ci + ".yml")
	if err != nil {
		return nil, err
	}
	if p.specs != "specs" || p.out != "generated" {
		job = bytes.ReplaceAll(job, []byte("go tool spectab check"), fmt.Appendf(nil, "go tool spectab check --specs %s --out %s", dir, out))
		job = bytes.ReplaceAll(job, []byte("go tool spectab diff"), fmt.Appendf(nil, "go tool spectab diff --specs %s", dir))
	}
	return append(files, initFile{path: where, content: job}), nil
}

// generateFile is the Go file with the line for go generate, which runs in its
// folder; back is the way from there to the packages. It is no text of several
// lines, or go generate would find the line here.
func generateFile(out, back string) []byte {
	return []byte("// Package specs holds the vendors' pages that the packages in " + out + " are made of.\n" +
		"package specs\n\n//go:generate go tool spectab gen --specs . --out " + back + "\n")
}

// initialize writes the files that are not there, all or none, and tells of
// each and of what is left to do.
func initialize(files []initFile, stdout io.Writer) error {
	var changes []gen.Change
	var told bytes.Buffer
	for _, f := range files {
		held, err := os.ReadFile(filepath.FromSlash(f.path))
		switch {
		case errors.Is(err, fs.ErrNotExist):
			changes = append(changes, gen.Change{Path: f.path, Kind: gen.Missing, New: f.content})
			fmt.Fprintf(&told, "wrote %s\n", f.path)
		case err != nil:
			return fmt.Errorf("spectab: %w", err)
		case f.merge && lacks(held, f.content) != nil:
			changes = append(changes, gen.Change{Path: f.path, Kind: gen.Changed, Old: held, New: slices.Concat(held, lacks(held, f.content))})
			fmt.Fprintf(&told, "added to %s\n", f.path)
		default:
			fmt.Fprintf(&told, "kept %s, which is there already\n", f.path)
		}
	}
	if err := gen.Write(gen.Job{Folders: []gen.Folder{{Dir: ".", Changes: changes}}}); err != nil {
		return fmt.Errorf("spectab: %w", err)
	}
	told.WriteString(stepsLeft())
	_, err := told.WriteTo(stdout)
	return err
}

// lacks are the lines that a file lacks, with a line break before them where
// its last line has none; nil where it has them all.
func lacks(held, wanted []byte) []byte {
	has := map[string]bool{}
	for line := range bytes.Lines(held) {
		has[string(bytes.TrimSpace(line))] = true
	}
	var lines []byte
	for line := range bytes.Lines(wanted) {
		if !has[string(bytes.TrimSpace(line))] {
			lines = append(lines, line...)
		}
	}
	if len(lines) > 0 && len(held) > 0 && held[len(held)-1] != '\n' {
		lines = append([]byte("\n"), lines...)
	}
	return lines
}

// stepsLeft are the commands that a person has to run, as far as the module
// shows.
func stepsLeft() string {
	steps := "\nNext:\n"
	mod, err := os.ReadFile("go.mod")
	if err != nil {
		steps += "\tgo mod init MODULE\n"
	}
	if !bytes.Contains(mod, []byte("github.com/spectab/spectab")) {
		steps += "\tgo get -tool github.com/spectab/spectab/cmd/spectab@latest\n"
	}
	return steps + "\tgo tool spectab add FILE|URL --name NAME\n"
}
