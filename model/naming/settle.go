package naming

import "slices"

// A Want is something that needs an identifier, with those that would suit it,
// the best first.
type Want struct {
	ID    string
	Names []string
	Exact []string // those of Names that are its ID, letter by letter
}

// Settle chooses one identifier for each want, by ID, of those that are free.
// Where several want the same one, none gets it and all move on to their next:
// so the choice does not depend on the order of wants, and no name looks as if
// it stood for all of them. Only a name that is the ID itself stays with it. A
// want that runs out of names is left out.
func Settle(wants []Want, free func(name string) bool) map[string]string {
	s := settling{wants: wants, free: free, at: make([]int, len(wants)), held: map[string][]int{}, keeper: map[string]int{}}
	moving := make([]int, len(wants))
	for i := range moving {
		moving[i] = i
	}
	for len(moving) > 0 {
		moving = s.round(moving)
	}
	chosen := make(map[string]string, len(wants))
	for i := range wants {
		if s.at[i] < len(wants[i].Names) {
			chosen[wants[i].ID] = wants[i].Names[s.at[i]]
		}
	}
	return chosen
}

type settling struct {
	wants  []Want
	free   func(string) bool
	at     []int            // the place in its names where each want is
	held   map[string][]int // the wants that are at a name
	keeper map[string]int   // who keeps a name that several wanted, or nobody
}

const nobody = -1

// round lets wants move to their next name, all at once, and returns those
// that meet there.
func (s *settling) round(moving []int) []int {
	touched := map[string]bool{}
	for _, i := range moving {
		names := s.wants[i].Names
		for s.at[i] < len(names) && !s.open(names[s.at[i]]) {
			s.at[i]++
		}
		if s.at[i] < len(names) {
			name := names[s.at[i]]
			s.held[name] = append(s.held[name], i)
			touched[name] = true
		}
	}
	var leaving []int
	for name := range touched {
		if len(s.held[name]) < 2 {
			continue
		}
		s.keeper[name] = s.exact(name)
		for _, i := range s.held[name] {
			if i != s.keeper[name] {
				leaving = append(leaving, i)
			}
		}
	}
	return leaving
}

// open reports whether a want may come to a name.
func (s *settling) open(name string) bool {
	_, contested := s.keeper[name]
	return !contested && Valid(name) && s.free(name)
}

// exact is the one want whose ID a name spells exactly, or nobody.
func (s *settling) exact(name string) int {
	keeper := nobody
	for _, i := range s.held[name] {
		switch {
		case !slices.Contains(s.wants[i].Exact, name):
		case keeper != nobody:
			return nobody
		default:
			keeper = i
		}
	}
	return keeper
}
