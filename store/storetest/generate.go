package storetest

import (
	"fmt"

	"pgregory.net/rapid"

	"pledger/ledger"
)

// texts are pieces of task texts: what offices write, and what breaks stores.
var texts = []string{
	"居民消费价格", "支持重庆银行", "增长6%左右", "100%_覆盖", `反\斜杠`, "“放管服”改革", "ＧＤＰ", "gdp", "Ａb5G",
	"'单引号'; DROP TABLE account;--", "\U0001F600", "\u2028", "<b>&", "\t", "e\u0301", "长江", " ",
}

// text draws a text of pieces.
func text(t *rapid.T, name string) string {
	s := ""
	for _, piece := range rapid.SliceOfN(rapid.SampledFrom(texts), 0, 6).Draw(t, name) {
		s += piece
	}
	return s
}

// codes are the bodies of generated accounts; the last is on no list.
var codes = []string{"finance", "transport", "reform", "unlisted"}

// account draws the n-th account of a ledger, with every field.
func account(t *rapid.T, id ledger.ID, n int) *ledger.Account {
	pick := func(name string, all ...string) string { return rapid.SampledFrom(all).Draw(t, name) }
	bodies := func(name string) []string {
		all := rapid.SliceOfNDistinct(rapid.SampledFrom(codes), 0, 3, rapid.ID[string]).Draw(t, name)
		if len(all) == 0 {
			return nil
		}
		return all
	}
	a := Account(id, n)
	a.Number = pick("number", "1", "12", "12-1", "3", "")
	a.Order = rapid.Int64Range(-3, 3).Draw(t, "order")
	a.Category = ledger.Category(pick("category", "target", "task"))
	a.State = ledger.State(pick("state", "proposed", "accepted", "dropped", "merged"))
	a.Section = pick("section", "", "三", "三/（一）", "三/（一）/1", "三十", "四")
	a.Task = text(t, "task")
	a.Hardness = ledger.Hardness(pick("hardness", "hard", "soft"))
	a.Lead, a.Supporting = bodies("lead"), bodies("supporting")
	a.Leader = text(t, "leader")
	a.Deadline = ledger.Deadline{Text: text(t, "deadline"), Date: pick("date", "", "2021-12-31", "2021-06-30", "2021-09-30"), Ongoing: rapid.Bool().Draw(t, "ongoing")}
	a.Note = text(t, "note")
	if rapid.Bool().Draw(t, "rich") {
		a.Spans = []ledger.Span{{Start: 3, End: 9}, {Start: 20, End: 21}}
		a.Terms = []ledger.Terms{{At: 5, Subject: text(t, "subject"), Indicator: "gdp", Kind: "growth", Bound: ledger.Near, Value: "6.0", High: "7", Strict: true, Tolerance: "0.5", Unit: "%", Written: "6%左右", Polarity: ledger.MoreIsBetter, Over: ledger.Cumulative, Nature: ledger.Anticipated, Period: "2021", Direction: "up"}}
		a.Watch = ledger.Watch{Pace: ledger.BySeason, Rule: text(t, "rule"), Every: 6}
		a.Milestones = []ledger.Milestone{{Due: ledger.Deadline{Text: "6月底", Date: "2021-06-30"}, What: text(t, "what")}}
		a.Parts = []ledger.Part{{Place: "150100", Value: "1.50", Weight: "2"}}
		a.From, a.Into = []string{"0001"}, fmt.Sprintf("%04d", n+1)
	}
	return a
}
