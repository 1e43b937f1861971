package ledger

// Deadline（完成时限）is by when an account is to be settled.
type Deadline struct {
	// Text is as offices word it: 12月底前, 三季度, 年内持续推进.
	Text string `json:"text"`
	// Date is the last day, 2006-01-02; "" where the words name none.
	Date string `json:"date,omitempty"`
	// Ongoing says that it is kept up all the time and not done on a day
	// (持续推进, 长期坚持).
	Ongoing bool `json:"ongoing,omitempty"`
}

// Milestone（节点）is a step on the way.
type Milestone struct {
	Due  Deadline `json:"due"`
	What string   `json:"what"` // 开工, 主体完工
}
