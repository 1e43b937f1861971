package readings

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"pledger/ledger"
	"pledger/lexicon"
)

//go:embed data/kinds.tsv
var kindsFile string

// suffixes are the words behind an indicator's name and what each makes of it,
// the longest first.
var suffixes = sync.OnceValue(func() [][2]string {
	known, err := readPairs("kinds.tsv", kindsFile, "suffix\tkind")
	if err != nil {
		panic("readings: " + err.Error())
	}
	var all [][2]string
	for word, kind := range known {
		all = append(all, [2]string{word, kind})
	}
	slices.SortFunc(all, func(a, b [2]string) int {
		if d := len(b[0]) - len(a[0]); d != 0 {
			return d
		}
		return strings.Compare(a[0], b[0])
	})
	return all
})

// row is a row as its cells are written.
type row struct {
	ledger.GivenReading
	number, ordinal, indicator, place, final, status, multiplier string
}

// names turns names into codes, each looked up once.
type names struct {
	lex        *lexicon.Lexicon
	government string
	indicators map[string]indicator
	places     map[string]string // "" for none
}

// indicator is what a name means.
type indicator struct{ code, kind, unit string }

// maxNames is how many names are remembered.
const maxNames = 10000

func newNames(lex *lexicon.Lexicon, government string) *names {
	return &names{lex: lex, government: government, indicators: map[string]indicator{}, places: map[string]string{}}
}

// given is the row with codes for its names.
func (n *names) given(raw *row) ledger.GivenReading {
	g := raw.GivenReading
	bad := func(field, code, arg string) {
		g.Bad = append(g.Bad, ledger.Problem{Field: field, Code: code, Args: []string{arg}})
	}
	ind := n.indicator(raw.indicator)
	switch {
	case raw.number != "":
		g.Number, g.Indicator, g.Subject = raw.number, ind.code, raw.indicator
		if g.Kind == "" {
			g.Kind = ind.kind
		}
	case ind.code != "":
		g.Indicator = ind.code
		if g.Kind == "" {
			g.Kind = ind.kind
		}
		if g.Unit == "" {
			g.Unit = ind.unit
		}
	case raw.ordinal != "":
		g.Number = raw.ordinal
	case raw.indicator != "":
		g.Bad = append(g.Bad, unknown("indicator", BadName, NearName, raw.indicator, n.nearIndicators(raw.indicator)))
	}
	if raw.place != "" {
		if g.Place = n.place(raw.place); g.Place == "" {
			g.Bad = append(g.Bad, unknown("place", BadPlaceName, NearPlace, raw.place, n.nearPlaces(raw.place)))
		}
	}
	g.Period = sdmxPeriods.Replace(g.Period)
	if u := sdmxUnits[strings.ToUpper(g.Unit)]; u != "" {
		g.Unit = u
	}
	if raw.multiplier != "" {
		power, ok := sdmxPowers[raw.multiplier]
		if !ok {
			bad("unit", BadPower, raw.multiplier)
		}
		g.Unit = power + g.Unit
	}
	var ok bool
	if g.Final, ok = final(raw.final); !ok {
		bad("final", BadChoice, raw.final)
	}
	return g
}

// unknown says that a name is none, and which ones are near.
func unknown(field, alone, withNear, name string, near []string) ledger.Problem {
	if len(near) == 0 {
		return ledger.Problem{Field: field, Code: alone, Args: []string{name}}
	}
	return ledger.Problem{Field: field, Code: withNear, Args: []string{name, strings.Join(near, "、")}}
}

// What SDMX writes otherwise than offices do.
var (
	sdmxPeriods = strings.NewReplacer("-Q", "Q", "-S1", "H1", "-S2", "H2", "-M", "-")
	sdmxUnits   = map[string]string{"PC": "%", "PT": "%", "CNY": "元", "PP": "个百分点"}
	sdmxPowers  = map[string]string{"0": "", "3": "千", "4": "万", "6": "百万", "8": "亿", "12": "万亿"}
)

// final reads whether a value is final.
func final(s string) (yes, ok bool) {
	switch fold(s) {
	case "", "否", "n", "no", "false", "初步", "初步数", "0":
		return false, true
	case "是", "y", "yes", "true", "最终", "最终数", "1", "√":
		return true, true
	}
	return false, false
}

// indicator is what a name, or a code, means; the zero indicator for none.
func (n *names) indicator(name string) indicator {
	if found, ok := n.indicators[name]; ok || name == "" {
		return found
	}
	found := n.lookUp(name)
	if len(n.indicators) < maxNames {
		n.indicators[name] = found
	}
	return found
}

// lookUp is indicator without memory: the whole name first, then the name before
// a word that says what the value is of it, 地区生产总值增长; a unit may stand in
// brackets behind.
func (n *names) lookUp(name string) indicator {
	name, unit := splitRemark(name)
	if n.lex.UnitNamed(unit) == nil && strings.Trim(unit, "万亿") == unit {
		unit = ""
	}
	if ind := n.named(name); ind != nil {
		return indicator{ind.Code, ind.Kind, unit}
	}
	for _, s := range suffixes() {
		if short, ok := strings.CutSuffix(fold(name), s[0]); ok {
			if ind := n.named(short); ind != nil {
				return indicator{ind.Code, s[1], unit}
			}
		}
	}
	return indicator{}
}

// named is the indicator of a name or a code.
func (n *names) named(name string) *lexicon.Indicator {
	rs := []rune(strings.TrimSpace(name))
	if t, ok := n.lex.At(rs, 0, lexicon.ClassIndicator); ok && int(t.End) == len(rs) {
		return n.lex.Indicator(t)
	}
	return n.lex.IndicatorCoded(strings.TrimSpace(name))
}

// own are words for the government's own place.
var own = []string{"全区", "全省", "全市", "全盟", "全旗", "全县", "自治区", "本级", "合计"}

// place is the code of a place's name, or its code; "" for none, or for several.
func (n *names) place(name string) string {
	code, ok := n.places[name]
	if !ok {
		code = n.findPlace(name)
		if len(n.places) < maxNames {
			n.places[name] = code
		}
	}
	return code
}

// PlaceNamed is the code of the place of a government's that a name means, or of
// its code; "" for none, or for several.
func PlaceNamed(lex *lexicon.Lexicon, government, name string) string {
	return newNames(lex, government).findPlace(name)
}

// findPlace looks a name up, or 鄂尔多斯市杭锦旗 part by part.
func (n *names) findPlace(name string) string {
	if slices.Contains(own, name) {
		return n.government
	}
	within := n.government
	for rest := name; ; {
		if code := n.only(rest, within); code != "" {
			return code
		}
		rs := []rune(rest)
		t, ok := n.lex.At(rs, 0, lexicon.ClassPlace)
		if !ok || int(t.End) >= len(rs) {
			return ""
		}
		around := n.only(string(rs[:t.End]), within)
		if around == "" {
			return ""
		}
		within, rest = around, string(rs[t.End:])
	}
}

// only is the one place of the name within another.
func (n *names) only(name, within string) string {
	stem := strings.TrimRight(within, "0")
	if len(stem)%2 == 1 {
		stem += "0"
	}
	found := ""
	for _, p := range n.lex.PlacesNamed(name) {
		if strings.HasPrefix(p.Code, stem) {
			if found != "" {
				return ""
			}
			found = p.Code
		}
	}
	return found
}
