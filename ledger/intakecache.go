package ledger

// seriesState is what is known of one series: the latest revision of each
// period.
type seriesState struct {
	last map[Period]*Reading
}

// seriesCache keeps the states of the series that rows were last about, so that
// each is read once and memory has a bound.
type seriesCache struct {
	tx       Tx
	series   map[Series]*seriesState
	readings int // in them
}

// maxCached is how many readings are kept between two writes: a year of months
// of a province with all its counties for some dozens of indicators, in less
// than 100 MB. Sheets are sorted, so that what is forgotten is rarely asked again.
const maxCached = 100_000

// of is the state of a series.
func (c *seriesCache) of(s Series) (*seriesState, error) {
	if state := c.series[s]; state != nil {
		return state, nil
	}
	readings, err := c.tx.Readings(s)
	if err != nil {
		return nil, err
	}
	state := &seriesState{last: make(map[Period]*Reading, len(readings)+1)}
	for _, r := range readings { // in the order of their revisions
		state.last[r.Period] = r
	}
	c.series[s] = state
	c.readings += len(state.last) + 1
	return state, nil
}

// add takes in a reading that is to be kept.
func (c *seriesCache) add(r *Reading) {
	c.series[r.Series()].last[r.Period] = r
	c.readings++
}

// trim forgets all when there is too much: everything is written.
func (c *seriesCache) trim() {
	if c.readings > maxCached {
		c.series, c.readings = map[Series]*seriesState{}, 0
	}
}

// before is the last reading whose period ends earlier and is one that same
// accepts; nil where there is none. Of two that end together it is the longer.
func (s *seriesState) before(p Period, same func(Period) bool) *Reading {
	var found *Reading
	for q, r := range s.last {
		if q.End < p.End && r.Status != Returned && same(q) && (found == nil || q.End > found.Period.End || q.End == found.Period.End && q.Start < found.Period.Start) {
			found = r
		}
	}
	return found
}

// after is the first whose period ends later.
func (s *seriesState) after(p Period, same func(Period) bool) *Reading {
	var found *Reading
	for q, r := range s.last {
		if q.End > p.End && r.Status != Returned && same(q) && (found == nil || q.End < found.Period.End || q.End == found.Period.End && q.Start < found.Period.Start) {
			found = r
		}
	}
	return found
}
