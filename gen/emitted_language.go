package gen

import "strings"

// nearestLanguage is the place of the language that suits a BCP 47 tag best,
// 0 where none does.
func nearestLanguage(tag string, languages ...string) int {
	best, most := 0, 0
	for i, language := range languages {
		if n := languageMatch(tag, language); n > most {
			best, most = i, n
		}
	}
	return best
}

// languageMatch is 0 for different languages, else the greater the more of
// script and region two tags have in common.
func languageMatch(wanted, offered string) int {
	language, script, region := languageParts(wanted)
	otherLanguage, otherScript, otherRegion := languageParts(offered)
	if !strings.EqualFold(language, otherLanguage) {
		return 0
	}
	match := 10
	switch {
	case strings.EqualFold(script, otherScript):
		match += 4
	case script != "" && otherScript != "":
		match -= 4
	}
	switch {
	case strings.EqualFold(region, otherRegion):
		match += 2
	case otherRegion != "":
		match--
	}
	return match
}

// languageParts are the subtags that count. Chinese without a script has that
// of its region.
func languageParts(tag string) (language, script, region string) {
	language, rest := languageSubtag(tag)
	for rest != "" {
		var subtag string
		subtag, rest = languageSubtag(rest)
		switch {
		case len(subtag) == 1:
			rest = "" // an extension
		case len(subtag) == 4 && script == "" && (subtag[0] < '0' || subtag[0] > '9'):
			script = subtag
		case len(subtag) <= 3 && region == "":
			region = subtag
		}
	}
	if script == "" && strings.EqualFold(language, "zh") {
		script = "Hans"
		if strings.EqualFold(region, "TW") || strings.EqualFold(region, "HK") || strings.EqualFold(region, "MO") {
			script = "Hant"
		}
	}
	return language, script, region
}

func languageSubtag(tag string) (subtag, rest string) {
	if i := strings.IndexAny(tag, "-_"); i >= 0 {
		return tag[:i], tag[i+1:]
	}
	return tag, ""
}
