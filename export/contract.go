package export

import "encoding/json"

// The types of object, as the field "type" of the contract names them.
const (
	TypeReport    = "report"
	TypeSection   = "section"
	TypeFigure    = "figure"
	TypePledge    = "pledge"
	TypeMechanism = "mechanism"
	TypeQuantity  = "quantity"
)

// Optional is a text that may be absent: "" is written as null and null is
// read as "".
type Optional string

// MarshalJSON gives null for the empty text.
func (o Optional) MarshalJSON() ([]byte, error) {
	if o == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(o))
}

// Place is where an object stands: its first rune and its length, in runes of
// the file's decoded text, and the file.
type Place struct {
	File string `json:"file"`
	At   int    `json:"at"`
	Len  int    `json:"len"`
}

// Report（报告）is the object that opens a file's lines.
type Report struct {
	Type       string   `json:"type"`
	File       string   `json:"file"`
	Format     string   `json:"format"`   // txt, docx, pdf or html
	Encoding   Optional `json:"encoding"` // of txt and html: utf-8, gb18030 …
	Runes      int      `json:"runes"`    // length of the decoded text
	Title      Optional `json:"title"`
	Government Optional `json:"government"`
	Year       *int     `json:"year"` // the plan year; nil where not stated
	Speaker    Optional `json:"speaker"`
	Date       Optional `json:"date"` // as the text words it
	Coverage   Coverage `json:"coverage"`
}

// Coverage（覆盖）counts how much of a report was understood.
type Coverage struct {
	Numbers  int     `json:"numbers"`  // numbers present
	Read     int     `json:"read"`     // of them, read and given a nature
	Figures  int     `json:"figures"`  // typed as figures
	Linked   int     `json:"linked"`   // figures with an indicator of the catalogue
	Doubtful []Doubt `json:"doubtful"` // places left doubtful, in the order of the text
}

// Doubt（存疑）is a place that could not be read for sure.
type Doubt struct {
	At     int      `json:"at"`
	Len    int      `json:"len"`
	Quote  string   `json:"quote"`
	Code   string   `json:"code"`   // stable name of the reason
	Args   []string `json:"args"`   // what the reason speaks of
	Reason string   `json:"reason"` // the reason as a sentence, in the language asked for
}

// Section（章节）is one numbered part.
type Section struct {
	Type string `json:"type"`
	Place
	Number  string   `json:"number"` // 三/（一）
	Heading string   `json:"heading"`
	Level   int      `json:"level"`
	Parent  Optional `json:"parent"` // number of the enclosing section
	Stance  string   `json:"stance"`
	Period  Optional `json:"period"` // 2020 or 2016/2020, where the heading names it
}

// Figure（数据）is one quantity said of a subject.
type Figure struct {
	Type string `json:"type"`
	Place
	Num       string   `json:"num"`   // the number as it stands, without its unit
	Quote     string   `json:"quote"` // its clause
	Subject   string   `json:"subject"`
	Indicator Optional `json:"indicator"` // catalogue code
	Value     string   `json:"value"`     // 232000, 0.2, 6.5..7
	Lo        Optional `json:"lo"`        // ends of the interval; null is unbounded
	Hi        Optional `json:"hi"`
	LoOpen    bool     `json:"lo_open"` // the end itself is not in the interval
	HiOpen    bool     `json:"hi_open"`
	Unit      Optional `json:"unit"`
	Bound     string   `json:"bound"`
	Kind      string   `json:"kind"`
	Direction Optional `json:"direction"`
	Base      *Base    `json:"base"`
	Period    Optional `json:"period"`
	Role      string   `json:"role"`
	Region    Optional `json:"region"`
	Section   Optional `json:"section"` // number of its section
}

// Base is what a change, a gap or a multiple is measured against.
type Base struct {
	Kind string   `json:"kind"` // prior, target, average, stated or other
	Text Optional `json:"text"` // the report's words; null where only implied
}

// Pledge（承诺）is one action promised.
type Pledge struct {
	Type string `json:"type"`
	Place
	Text     string   `json:"text"`
	Section  Optional `json:"section"`
	Verbs    []string `json:"verbs"`
	Objects  []string `json:"objects"`
	Figures  []int    `json:"figures"` // offsets of its figures: their at
	Hardness string   `json:"hardness"`
	Deadline Optional `json:"deadline"` // 2021-06, 2025; null is within the plan year
	Places   []string `json:"places"`
}

// Mechanism（机制）is a standing arrangement that the text mentions.
type Mechanism struct {
	Type string `json:"type"`
	Place
	Name    string   `json:"name"`
	Head    string   `json:"head"` // the word that makes it one: 机制, 清单 …
	Section Optional `json:"section"`
	Pledge  *int     `json:"pledge"` // offset of the pledge that speaks of it
}

// Quantity（数量）is one written number, as the quantity stage saw it. It is no
// part of the stable contract.
type Quantity struct {
	Type string `json:"type"`
	Place
	Num    string   `json:"num"`
	Text   string   `json:"text"`  // with its unit and the words of its bound
	Value  Optional `json:"value"` // null where the digits mean no number
	Lo     Optional `json:"lo"`
	Hi     Optional `json:"hi"`
	LoOpen bool     `json:"lo_open"`
	HiOpen bool     `json:"hi_open"`
	Unit   Optional `json:"unit"`
	Bound  string   `json:"bound"`
}
