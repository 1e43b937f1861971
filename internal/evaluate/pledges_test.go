package evaluate

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"pledger/export"
)

// readAt is a read pledge at an offset.
func readAt(at, length int) export.Pledge {
	return export.Pledge{Place: export.Place{At: at, Len: length}}
}

func TestMatch(t *testing.T) {
	tests := []struct {
		name                string
		gold                []GoldPledge
		read                []export.Pledge
		whole, usual, loose int // matched at each overlap
	}{
		{"the same", []GoldPledge{{At: 5, Len: 10}}, []export.Pledge{readAt(5, 10)}, 1, 1, 1},
		{"exactly seven tenths", []GoldPledge{{At: 0, Len: 10}}, []export.Pledge{readAt(0, 7)}, 0, 1, 1},
		{"just below", []GoldPledge{{At: 0, Len: 100}}, []export.Pledge{readAt(0, 69)}, 0, 0, 1},
		{"exactly a half", []GoldPledge{{At: 0, Len: 10}}, []export.Pledge{readAt(5, 5)}, 0, 0, 1},
		{"touching", []GoldPledge{{At: 0, Len: 10}}, []export.Pledge{readAt(10, 10)}, 0, 0, 0},
		{"one read for two annotated", []GoldPledge{{At: 0, Len: 8}, {At: 8, Len: 2}}, []export.Pledge{readAt(0, 10)}, 0, 1, 1},
		{"the better of two", []GoldPledge{{At: 0, Len: 10}}, []export.Pledge{readAt(0, 8), readAt(0, 10)}, 1, 1, 1},
		{"nothing", nil, nil, 0, 0, 0},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := comparePledges(tt.gold, tt.read)
			matched := []int{}
			for _, at := range got.At {
				matched = append(matched, at.Found.Matched)
			}
			if diff := cmp.Diff([]int{tt.whole, tt.usual, tt.loose}, matched); diff != "" {
				t.Errorf("matched (-want +got):\n%s", diff)
			}
		})
	}
}

func TestComparePledges(t *testing.T) {
	gold := []GoldPledge{
		{ID: "p1", At: 0, Len: 10, Section: "三", Verbs: []string{"建设", "改造"}, Objects: []string{"公路"}, Quantified: true, Hardness: "hard"},
		{ID: "p2", At: 20, Len: 10, Text: "加强监管", Hardness: "soft"},
	}
	read := []export.Pledge{
		{Place: export.Place{At: 0, Len: 10}, Section: "三", Verbs: []string{"改造", "建设"}, Objects: []string{"铁路"}, Figures: []int{3}, Hardness: "hard", Deadline: "2021-06"},
		{Place: export.Place{At: 40, Len: 5}, Text: "谢谢大家"},
	}
	got := comparePledges(gold, read)
	want := []Mismatch{
		{ID: "p1", At: 0, Field: "deadline", Got: "2021-06"},
		{ID: "p1", At: 0, Field: "objects", Want: "公路", Got: "铁路"},
		{ID: "p2", At: 20, Field: Missing, Want: "加强监管"},
		{At: 40, Field: Extra, Got: "谢谢大家"},
	}
	if diff := cmp.Diff(want, got.Mismatches); diff != "" {
		t.Errorf("mismatches (-want +got):\n%s", diff)
	}
	for _, f := range got.Fields {
		right := 1
		if f.Field == "deadline" || f.Field == "objects" {
			right = 0
		}
		if f.Right != right || f.Matched != 1 || f.Gold != 2 {
			t.Errorf("%s: %d of %d and %d", f.Field, f.Right, f.Matched, f.Gold)
		}
	}
}
