package statement

import (
	"math"
	"math/bits"
)

// starts tells where tokens begin. What stands at an offset is asked all the time, and a search
// for it cannot foretell which way to go.
type starts struct {
	from  int // the offset that it counts from
	parts []startsPart
}

// startsPart is what is noted of partLen offsets on end.
type startsPart struct {
	at     uint64 // a bit for each at which a token begins, the lowest for the first
	before int32  // how many tokens begin before them
}

const partLen = 64

// reset makes s that of the text at p, with no token yet.
func (s *starts) reset(p span) {
	s.from, s.parts = p.Start, zeroed(s.parts, p.Len()/partLen+1)
}

// count counts the tokens, once all are noted.
func (s *starts) count() {
	before := 0
	for i := range s.parts {
		s.parts[i].before = int32(before)
		before += bits.OnesCount64(s.parts[i].at)
	}
}

// before is how many tokens begin before offset i.
func (s *starts) before(i int) int {
	i -= s.from
	if k := uint(i) / partLen; k < uint(len(s.parts)) {
		part := &s.parts[k]
		return int(part.before) + bits.OnesCount64(part.at&(1<<(uint(i)%partLen)-1))
	}
	if i < 0 {
		return 0
	}
	return math.MaxInt32
}
