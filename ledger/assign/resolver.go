package assign

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"pledger/ledger"
	"pledger/lexicon"
)

// How says by what a printed name was recognised.
type How string

// The ways, the surest first.
const (
	ByName    How = "name"  // a name or alias of the list, place and level taken off
	ByKind    How = "kind"  // it says what it is: 各旗县区人民政府, 国网某某供电公司
	ByToday   How = "today" // a body of former days, or of another level: today's stands for it
	ByStem    How = "stem"  // but for its ending: 文旅中心
	ByPart    How = "part"  // one of the names it is joined of, or of those in its brackets
	Unknown   How = ""      // no body of the list
	nearFew       = 3       // how many near names are told
	nearLeast     = 0.4     // the likeness from which a name counts as near
)

// Match is what a printed name means on a list.
type Match struct {
	Printed string
	Code    string // "" where it is Unknown
	Name    string // of the body on the list
	How     How
	Near    []Near // where Unknown: the nearest names of the list, the nearest first
}

// Near is a body whose name is like a printed one.
type Near struct {
	Code, Name string
	Likeness   float64 // of the names' characters in pairs, in (0, 1]
}

// Resolver finds the bodies of one government's list by printed names. It is
// immutable and safe for concurrent use.
type Resolver struct {
	bodies []*ledger.Body
	names  map[string]int // folded name or alias: index in bodies
	stems  map[string]int
	today  map[string]int // names of bodies that are not on the list
	lex    *lexicon.Lexicon
	grams  [][]string
}

// NewResolver makes the resolver of a list. Retired bodies are found where no
// other has the name.
func NewResolver(lex *lexicon.Lexicon, bodies []*ledger.Body) *Resolver {
	r := &Resolver{names: map[string]int{}, stems: map[string]int{}, today: map[string]int{}, lex: lex}
	r.bodies = slices.Clone(bodies)
	slices.SortStableFunc(r.bodies, func(a, b *ledger.Body) int {
		return cmp.Or(retired(a)-retired(b), a.Order-b.Order, strings.Compare(a.Code, b.Code))
	})
	code := map[string]int{}
	for i, b := range r.bodies {
		keep(code, b.Code, i)
		keep(r.names, folded(b.Name), i)
		r.grams = append(r.grams, grams(core(folded(b.Name))))
	}
	for i, b := range r.bodies {
		for _, alias := range b.Aliases {
			keep(r.names, folded(alias), i)
		}
	}
	r.learn(lex, code)
	for _, list := range [](map[string]int){r.names, r.today} {
		for _, name := range sortedKeys(list) {
			if s := stem(name); s != "" {
				keep(r.stems, s, list[name])
			}
		}
	}
	return r
}

// retired is 1 for a body that is no longer to be chosen.
func retired(b *ledger.Body) int {
	if b.Retired {
		return 1
	}
	return 0
}

// keep puts v at key unless something is there.
func keep(m map[string]int, key string, v int) {
	if _, ok := m[key]; !ok && key != "" {
		m[key] = v
	}
}

// learn adds the lexicon's names: of bodies on the list, and of others whose
// work one on the list does today.
func (r *Resolver) learn(lex *lexicon.Lexicon, code map[string]int) {
	now := map[string]string{}
	for _, b := range lex.Bodies {
		now[b.Code] = b.Now
	}
	for _, b := range lex.Bodies {
		at, ok := code[b.Code]
		names := r.names
		if !ok {
			names = r.today
			for c := b.Now; !ok && c != ""; c = now[c] {
				at, ok = code[c]
			}
		}
		if !ok {
			continue
		}
		for _, list := range [][]string{{b.Name}, b.Aliases, b.Also} {
			for _, name := range list {
				keep(names, folded(name), at)
			}
		}
	}
}

// Resolve says which body of the list a printed name means.
func (r *Resolver) Resolve(printed string) Match {
	name, inner := outside(folded(printed))
	for _, try := range r.variants(name) {
		if i, ok := r.names[try]; ok {
			return r.match(printed, i, ByName)
		}
	}
	for _, k := range kinds {
		if i, ok := r.byCode(k.code); ok && k.form.MatchString(folded(printed)) {
			return r.match(printed, i, ByKind)
		}
	}
	for _, way := range []struct {
		names map[string]int
		how   How
		key   func(string) string
	}{{r.today, ByToday, func(s string) string { return s }}, {r.stems, ByStem, stem}} {
		for _, try := range r.variants(name) {
			if i, ok := way.names[way.key(try)]; ok {
				return r.match(printed, i, way.how)
			}
		}
	}
	for _, part := range inner {
		if m := r.Resolve(part); m.How != Unknown {
			m.Printed, m.How = printed, ByPart
			return m
		}
	}
	if i, ok := r.joined(name); ok {
		return r.match(printed, i, ByPart)
	}
	return Match{Printed: printed, Near: r.near(name)}
}

// match is the Match with body i.
func (r *Resolver) match(printed string, i int, how How) Match {
	return Match{Printed: printed, Code: r.bodies[i].Code, Name: r.bodies[i].Name, How: how}
}

// byCode finds the body with a code.
func (r *Resolver) byCode(code string) (int, bool) {
	i := slices.IndexFunc(r.bodies, func(b *ledger.Body) bool { return b.Code == code })
	return i, i >= 0
}

// variants are a name and what remains of it when places, levels and tails are
// taken off it, from the whole to the shortest.
func (r *Resolver) variants(name string) []string {
	all := []string{name}
	add := func(s string) {
		if s != "" && !slices.Contains(all, s) && len([]rune(s)) >= 2 {
			all = append(all, s)
		}
	}
	const most = 24 // variants of a hostile name
	for i := 0; i < len(all) && i < most; i++ {
		s := all[i]
		add(tail.ReplaceAllString(s, ""))
		for _, m := range []string{prefix.FindString(s), shortPrefix.FindString(s), r.place(s)} {
			if m != "" {
				add(s[len(m):])
			}
		}
	}
	return all
}

// shortPrefix is a level alone.
var shortPrefix = regexp.MustCompile(`^(?:自治[区州县旗]|[省市县区旗盟州])`)

// place is the longest place name that s begins with, or "".
func (r *Resolver) place(s string) string {
	t, _ := r.lex.At([]rune(s), 0, lexicon.ClassPlace)
	return string([]rune(s)[:t.End])
}

// joined finds a name that is put together of several: 教育体育局 as the body
// that its head names, if its tail names one too or is short.
func (r *Resolver) joined(name string) (int, bool) {
	for _, try := range r.variants(name) {
		if strings.HasSuffix(try, "政府") {
			continue
		}
		rs := []rune(stem(try))
		for n := len(rs) - 1; n >= 2; n-- {
			if i, ok := r.stems[string(rs[:n])]; ok && len(rs)-n >= 2 {
				if _, ok := r.stems[string(rs[n:])]; ok {
					return i, true
				}
			}
		}
	}
	return 0, false
}

// core is what of a name is compared for likeness: its stem if it has one.
func core(s string) string { return cmp.Or(stem(s), s) }

// near lists the bodies whose names are most like name, by their stems or as a
// whole: a slip in a name of three characters leaves the stem little.
func (r *Resolver) near(name string) []Near {
	variants := r.variants(name)
	bare := variants[len(variants)-1]
	own, whole := grams(core(bare)), grams(bare)
	var list []Near
	for i, b := range r.bodies {
		if l := max(dice(own, r.grams[i]), dice(whole, grams(folded(b.Name)))); l >= nearLeast {
			list = append(list, Near{b.Code, b.Name, l})
		}
	}
	slices.SortStableFunc(list, func(a, b Near) int { return cmp.Compare(b.Likeness, a.Likeness) })
	return list[:min(len(list), nearFew)]
}

// grams are the single characters and the pairs of a name, sorted.
func grams(s string) []string {
	rs := []rune(s)
	var g []string
	for i := range rs {
		g = append(g, string(rs[i]))
		if i+1 < len(rs) {
			g = append(g, string(rs[i:i+2]))
		}
	}
	slices.Sort(g)
	return g
}

// dice is twice what two sorted lists share over what they hold.
func dice(a, b []string) float64 {
	shared := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch c := strings.Compare(a[i], b[j]); {
		case c == 0:
			shared++
			i++
			j++
		case c < 0:
			i++
		default:
			j++
		}
	}
	if len(a)+len(b) == 0 {
		return 0
	}
	return 2 * float64(shared) / float64(len(a)+len(b))
}

// sortedKeys are the keys of m in order, the shortest first.
func sortedKeys(m map[string]int) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b string) int { return cmp.Or(len(a)-len(b), strings.Compare(a, b)) })
	return keys
}
