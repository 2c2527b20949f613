package vocab

import "strings"

// IsOption reports whether a word is an option of a command: -v, --verbose. An
// errno as kernels return it, -EINVAL, is none.
func IsOption(word string) bool {
	rest, dashed := strings.CutPrefix(word, "-")
	name := strings.TrimPrefix(rest, "-")
	if !dashed || name == "" || name == rest && len(rest) > 2 && isErrno(rest) {
		return false
	}
	return isLetter(name[0]) || name[0] == '?'
}

func isErrno(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) && (s[i] < 'A' || s[i] > 'Z') {
			return false
		}
	}
	return true
}
