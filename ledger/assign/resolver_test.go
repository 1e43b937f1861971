package assign

import (
	"strings"
	"testing"

	"pledger/ledger"
	"pledger/lexicon"
)

// resolvers makes one resolver a place for the default lists.
func resolvers() func(place string) *Resolver {
	made := map[string]*Resolver{}
	return func(place string) *Resolver {
		if made[place] == nil {
			made[place] = NewResolver(lexicon.Default(), DefaultBodies(lexicon.Default(), place))
		}
		return made[place]
	}
}

func TestResolve(t *testing.T) {
	of := resolvers()
	cases(t, "testdata/names.txt", func(left, want string) {
		place, printed, _ := strings.Cut(left, " ")
		m := of(place).Resolve(printed)
		if got := m.Code; got != want && (got != "" || want != "-") {
			t.Errorf("%s of %s is %s (%s, by %s), want %s", printed, place, got, m.Name, m.How, want)
		}
	})
}

// TestResolveOwnList prefers what an office's own list says to the lexicon.
func TestResolveOwnList(t *testing.T) {
	r := NewResolver(lexicon.Default(), []*ledger.Body{
		{Code: "finance", Name: "财政局", Order: 1},
		{Code: "steel", Name: "钢铁集团", Aliases: []string{"老钢厂"}, Order: 2},
		{Code: "old", Name: "物资局", Order: 3, Retired: true},
	})
	for printed, want := range map[string]string{"市财政厅": "finance", "老钢厂": "steel", "市物资局": "old", "市审计局": ""} {
		if m := r.Resolve(printed); m.Code != want {
			t.Errorf("%s is %q, want %q", printed, m.Code, want)
		}
	}
	if m := r.Resolve("钢铁集团有限公司"); m.Code != "" || len(m.Near) == 0 || m.Near[0].Code != "steel" {
		t.Errorf("the nearest of 钢铁集团有限公司 is %+v", m)
	}
}

// TestDefaultBodies demands the custom's first bodies, and that each name on a
// default list means its own body.
func TestDefaultBodies(t *testing.T) {
	for place, first := range map[string]string{
		"000000": "国务院办公厅 国务院研究室 国家发展改革委 教育部 科技部",
		"150000": "政府办公厅 政府研究室 发展改革委 教育厅 科技厅",
		"310000": "政府办公室 政府研究室 发展改革委 教育局 科技局",
		"152500": "行署办公室 政府研究室 发展改革委 教育局 科技局",
		"150200": "政府办公室 政府研究室 发展改革委 教育局 科技局",
		"152522": "政府办公室 发展改革局 教育局 科技局 工业和信息化局",
	} {
		list := DefaultBodies(lexicon.Default(), place)
		r := NewResolver(lexicon.Default(), list)
		var names []string
		for _, b := range list {
			names = append(names, b.Name)
			if m := r.Resolve(b.Name); m.Code != b.Code {
				t.Errorf("%s: %s is %s, want %s", place, b.Name, m.Code, b.Code)
			}
		}
		if got := strings.Join(names[:5], " "); got != first {
			t.Errorf("%s begins with %s, want %s", place, got, first)
		}
	}
}

func FuzzResolve(f *testing.F) {
	cases(f, "testdata/names.txt", func(left, _ string) { f.Add(left) })
	r := resolvers()("150200")
	f.Fuzz(func(t *testing.T, printed string) {
		if m := r.Resolve(printed); m.Code != "" && m.Name == "" || m.Printed != printed {
			t.Errorf("%q: %+v", printed, m)
		}
	})
}
