package assign

import (
	"fmt"
	"testing"

	"pledger/ledger"
	"pledger/lexicon"
)

// many is a past breakdown of n rows, made of all offices' rows in turn.
func many(b *testing.B, n int) *ledger.Precedent {
	p := &ledger.Precedent{ID: "many", Place: "150200", Year: 2020}
	for list := offices(b); len(p.Rows) < n; {
		for _, o := range list {
			p.Rows = append(p.Rows, o.rows...)
		}
	}
	p.Rows = p.Rows[:n]
	return p
}

func BenchmarkNew(b *testing.B) {
	for _, n := range []int{0, 100, 3000} {
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) {
			lex, p := lexicon.Default(), many(b, n)
			bodies := DefaultBodies(lex, "150200")
			for b.Loop() {
				New(lex, bodies, []*ledger.Precedent{p})
			}
		})
	}
}

func BenchmarkSuggest(b *testing.B) {
	for _, n := range []int{100, 3000} {
		b.Run(fmt.Sprintf("rows=%d", n), func(b *testing.B) {
			lex, p := lexicon.Default(), many(b, n)
			s := New(lex, DefaultBodies(lex, "150200"), []*ledger.Precedent{p})
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				s.Suggest(p.Rows[i%n].Task, "提升城市功能品质")
			}
		})
	}
}

func BenchmarkResolve(b *testing.B) {
	r := resolvers()("150200")
	names := []string{"市发展和改革委员会", "各旗县区人民政府", "国网包头供电公司", "稀土高新区管委会"}
	for i := 0; b.Loop(); i++ {
		r.Resolve(names[i%len(names)])
	}
}
