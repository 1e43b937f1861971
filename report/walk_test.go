package report_test

import (
	"fmt"
	"slices"
	"testing"

	"pledger/document"
	"pledger/examples"
	"pledger/report"
)

// walk returns what is wrong with the positions of r: every node inside its
// text and its parent, nodes of one kind in order and disjoint.
func walk(r *report.Report) (wrong []string) {
	whole := document.Position{Start: 0, End: r.Text.Len()}
	check := func(ok bool, format string, args ...any) {
		if !ok {
			wrong = append(wrong, fmt.Sprintf(format, args...))
		}
	}
	for name, p := range map[string]document.Position{"title": r.Title, "speaker": r.Speaker, "date": r.Date} {
		check(p.Len() == 0 || inside(p, whole), "%s %v is outside the text", name, p)
	}
	check(len(r.Sections) > 0 && r.Sections[0].Pos == whole && r.Sections[0].Parent == -1, "section 0 is not the whole text")
	for i := range r.Sections[1:] {
		s, k := &r.Sections[i+1], i+1
		if s.Parent < 0 || s.Parent >= k {
			check(false, "section %d has parent %d", k, s.Parent)
			continue
		}
		up := &r.Sections[s.Parent]
		check(inside(s.Pos, up.Pos), "section %d %v is outside its parent %v", k, s.Pos, up.Pos)
		check(s.Level == up.Level+1, "section %d has level %d in level %d", k, s.Level, up.Level)
		check(s.Label.Len() == 0 || inside(s.Label, s.Pos), "label %v is outside section %d", s.Label, k)
		check(s.Heading.Len() == 0 || inside(s.Heading, s.Pos), "heading %v is outside section %d", s.Heading, k)
		before := &r.Sections[k-1]
		check(before.Pos.End <= s.Pos.Start || inside(s.Pos, before.Pos), "sections %d and %d overlap", k-1, k)
		check(before.Pos.Start <= s.Pos.Start, "section %d stands before %d", k, k-1)
	}
	end, clause := 0, 0
	for i := range r.Sentences {
		s := &r.Sentences[i]
		if s.Section < 0 || s.Section >= len(r.Sections) || s.First != clause || s.Last <= s.First || s.Last > len(r.Clauses) {
			check(false, "sentence %d has section %d, clauses %d to %d after clause %d", i, s.Section, s.First, s.Last, clause)
			return wrong
		}
		check(s.Pos.Start >= end && inside(s.Pos, whole), "sentence %d %v does not follow %d", i, s.Pos, end)
		check(inside(s.Pos, r.Sections[s.Section].Pos), "sentence %d %v is outside section %d", i, s.Pos, s.Section)
		end, clause = s.Pos.End, s.Last
		from := s.Pos.Start
		for j, c := range r.Clauses[s.First:s.Last] {
			check(int(c.Sentence) == i, "clause %d says sentence %d, not %d", s.First+j, c.Sentence, i)
			check(c.Pos.Start >= from && inside(c.Pos, s.Pos), "clause %d %v does not follow %d inside %v", s.First+j, c.Pos, from, s.Pos)
			from = c.Pos.End
		}
	}
	check(clause == len(r.Clauses), "%d clauses belong to no sentence", len(r.Clauses)-clause)
	for _, d := range r.Doubts {
		check(d.Pos.Len() == 0 || inside(d.Pos, whole), "doubt %s %v is outside the text", d.Code, d.Pos)
	}
	return wrong
}

// inside reports whether p is a stretch that lies in q.
func inside(p, q document.Position) bool {
	return q.Start <= p.Start && p.Start < p.End && p.End <= q.End || p == q
}

// walkSeeds are texts of every shape the parser knows, and of shapes it does not.
var walkSeeds = []string{
	"", "\n", "。", "，，，", "一、", "（一）", "——", "第一，",
	examples.Sample,
	"２０２４年某某县政府工作报告\n——2024年1月5日在某某县第三届人民代表大会第二次会议上\n县长 张三\n各位代表：\n一、去年工作\n（一）农业。粮食产量5万吨。\n1．水利。修渠2公里。\n（1）机井。打井3眼。\n第一，抓管护。巡查4次。\n——抓设备。购泵5台。\n",
	"一、回顾\n（一）甲\n二、安排\n1、乙。\n三、目标\n二、再安排\n",
	"一要（甲。“乙！丙”丁）戊；己：庚, 1,748辛；8:30开会…",
	"（“）”。“（”）\n）（。\n",
	"1.\n2.\n10．5亿元\n100．\n",
	"第一部分 去年\n第十二章 今年\n第一百部分\n",
	"●甲。\n■乙，\n◆◆丙\n",
}

func TestWalk(t *testing.T) {
	for i, seed := range walkSeeds {
		for _, w := range walk(report.Parse(document.FromString("seed.txt", seed))) {
			t.Errorf("seed %d: %s", i, w)
		}
	}
}

// FuzzParse demands of any text that its report keeps its positions and leaves
// the text alone.
func FuzzParse(f *testing.F) {
	for _, s := range walkSeeds {
		f.Add(s)
	}
	const longest = 1 << 14 // bytes; longer inputs only repeat
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > longest {
			t.Skip("longer than what the fuzzer tries")
		}
		text := document.FromString("fuzz.txt", s)
		before := slices.Clone(text.Runes())
		r := report.Parse(text)
		for _, w := range walk(r) {
			t.Error(w)
		}
		if !slices.Equal(before, text.Runes()) {
			t.Error("the text was changed")
		}
	})
}
