package standing

import "fmt"

// State（进展状态）is how an account stands, in the words of offices.
type State string

// The states.
const (
	Ahead      State = "ahead"      // 超序时
	OnPace     State = "on-pace"    // 按序时
	Behind     State = "behind"     // 滞后; the light says how far
	DoneEarly  State = "done-early" // 提前完成
	Done       State = "done"       // 已完成
	Missed     State = "missed"     // 未完成
	Adjusted   State = "adjusted"   // 目标调整: the target itself was changed or given up
	Unreported State = "unreported" // 待报
	Unjudged   State = "unjudged"   // 无法判断: there is a value, and no rule applies
)

// States lists the states in the order in which bulletins count them.
func States() []State {
	return []State{DoneEarly, Done, Ahead, OnPace, Behind, Missed, Adjusted, Unreported, Unjudged}
}

// Light（灯）is what a leader sees. Lights are ordered so that the light of many
// is the greatest of theirs: what is unknown hides behind nothing green, and
// nothing red hides behind what is unknown.
type Light uint8

// The lights.
const (
	LightDone    Light = iota // 完成
	Green                     // 绿: on course
	LightUnknown              // 待报 or 无法判断: never green
	Yellow                    // 黄: at risk
	Red                       // 红: behind
	LightMissed               // 未完成
)

// Lights lists the lights from the best to the worst.
func Lights() []Light { return []Light{LightDone, Green, LightUnknown, Yellow, Red, LightMissed} }

// String is the light's name, as files and addresses have it.
func (l Light) String() string {
	switch l {
	case LightDone:
		return "done"
	case Green:
		return "green"
	case LightUnknown:
		return "unknown"
	case Yellow:
		return "yellow"
	case Red:
		return "red"
	case LightMissed:
		return "missed"
	}
	panic(fmt.Sprintf("standing: no light is numbered %d", uint8(l)))
}
