package assign

import (
	"math"
	"slices"

	"pledger/ledger"
	"pledger/lexicon"
)

// pastRow is a row of a past breakdown, its bodies as labels.
type pastRow struct {
	precedent  *ledger.Precedent
	row        int // in precedent.Rows
	lead       []int32
	supporting []int32
	weight     float64
}

// past finds past rows that are like a task.
type past struct {
	rows       []pastRow
	vocabulary vocabulary
	rare       []float64   // by pair: the fewer rows have it, the more it weighs
	postings   [][]posting // by pair
}

// posting says that a row holds a pair, and with what part of the row's length.
type posting struct {
	row   int32
	share float64
}

// alike is a past row and how like a task it is, in (0, 1].
type alike struct {
	row        int32
	similarity float64
}

// newPast indexes rows by the pairs of their tasks.
func newPast(lex *lexicon.Lexicon, rows []pastRow) *past {
	p := &past{rows: rows, vocabulary: vocabulary{}}
	in := make([][]int32, len(rows)) // by row: its pairs, each once
	for i, row := range rows {
		read(lex, row.precedent.Rows[row.row].Task).pairs(func(two pair) {
			if n := p.vocabulary.number(two); !slices.Contains(in[i], n) {
				in[i] = append(in[i], n)
			}
		})
	}
	p.rare = make([]float64, len(p.vocabulary))
	for _, pairs := range in {
		for _, n := range pairs {
			p.rare[n]++
		}
	}
	for n, f := range p.rare {
		p.rare[n] = math.Log(1 + float64(len(rows))/f)
	}
	p.postings = make([][]posting, len(p.vocabulary))
	for i, pairs := range in {
		length := p.length(pairs)
		for _, n := range pairs {
			p.postings[n] = append(p.postings[n], posting{int32(i), p.rare[n] / length})
		}
	}
	return p
}

// length is the length of a text as a vector of its pairs.
func (p *past) length(pairs []int32) float64 {
	sum := 0.0
	for _, n := range pairs {
		sum += p.rare[n] * p.rare[n]
	}
	return math.Sqrt(sum)
}

// near lists the k rows most like r, the likest first; rows that tie are in
// their order. Pairs that no past row holds make r longer, so that a task with
// one common word is like nothing.
func (p *past) near(r readable, k int) []alike {
	if len(p.rows) == 0 {
		return nil
	}
	sum := make([]float64, len(p.rows))
	var pairs []int32
	strange := 0
	r.pairs(func(two pair) {
		switch n, ok := p.vocabulary[two]; {
		case !ok:
			strange++
		case !slices.Contains(pairs, n):
			pairs = append(pairs, n)
		}
	})
	new := math.Log(1 + float64(len(p.rows)))
	length := math.Hypot(p.length(pairs), math.Sqrt(float64(strange))*new)
	for _, n := range pairs {
		for _, at := range p.postings[n] {
			sum[at.row] += p.rare[n] * at.share / length
		}
	}
	list := make([]alike, 0, k+1)
	for i, v := range sum {
		if v == 0 || len(list) == k && v <= list[k-1].similarity {
			continue
		}
		at, _ := slices.BinarySearchFunc(list, v, func(a alike, v float64) int {
			if a.similarity >= v {
				return -1
			}
			return 1
		})
		list = slices.Insert(list, at, alike{int32(i), v})
		list = list[:min(len(list), k)]
	}
	for i := range list {
		list[i].similarity = min(list[i].similarity, 1)
	}
	return list
}
