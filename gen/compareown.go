package gen

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"

	"github.com/spectab/spectab/model"
)

// CompareOwn says how dir differs from files, none of which is in a folder
// below it. What else is in dir stays, unless it has the extension of one of
// files and isOwn knows it for a file that spectab wrote. A file that spectab
// did not write is an error where it stands in the way of one of files.
func CompareOwn(dir string, files []File, isOwn func(content []byte) bool) ([]Change, error) {
	var extensions []string
	for _, file := range files {
		extensions = append(extensions, path.Ext(file.Path))
	}
	return compareFolder(dir, files, extensions, isOwn)
}

func compareFolder(dir string, files []File, extensions []string, isOwn func(content []byte) bool) ([]Change, error) {
	wanted := map[string][]byte{}
	for _, file := range files {
		wanted[file.Path] = file.Content
	}
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var found []File
	var problems model.Problems
	for _, entry := range entries {
		if !slices.Contains(extensions, filepath.Ext(entry.Name())) {
			continue
		}
		content, err := readRegular(dir, entry)
		if err != nil {
			return nil, err
		}
		if _, inTheWay := wanted[entry.Name()]; isOwn(content) {
			found = append(found, File{entry.Name(), content})
		} else if inTheWay {
			problems.Add(filepath.ToSlash(filepath.Join(dir, entry.Name())), 0,
				"choose another folder, or move the file", "this was not written by spectab, which does not overwrite it")
		}
	}
	if err := problems.Err(); err != nil {
		return nil, err
	}
	return compare(found, wanted), nil
}

// readRegular returns nothing for folders and links, which nobody takes for a
// file of spectab then.
func readRegular(dir string, entry fs.DirEntry) ([]byte, error) {
	if !entry.Type().IsRegular() {
		return nil, nil
	}
	return os.ReadFile(filepath.Join(dir, entry.Name()))
}
