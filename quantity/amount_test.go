package quantity

import (
	"errors"
	"strings"
	"testing"
)

// Sums of amounts as people write them. ∋ means that the left side may well be
// the right side, ✗ that the operation is refused.
func TestAmounts(t *testing.T) {
	amount := func(s string) Amount { return scanOne(t, s+"。").Amount() }
	for _, row := range []string{
		"34.2% + 65.8% ∋ 100.0%",
		"34.2% + 65.8% = [99.9, 100.1] %",
		"44.8% − 43.2% = [1.5, 1.7] 个百分点",
		"3.5‰ − 3.1‰ = [0.3, 0.5] 个千分点",
		"44.8% + 1.6个百分点 ✗",
		"1.6个百分点 + 44.8% ✗",
		"43.2% ↑ 1.6个百分点 = [44.7, 44.9] %",
		"1.6个百分点 ↑ 43.2% ✗",
		"43.2% ↑ 1.6% ✗",
		"1.6个百分点 + 0.4个百分点 = [1.9, 2.1] 个百分点",
		"3个 + 4家 = 7 个",
		"2吨 + 500公斤 = [1.9995, 3.0005] 吨",
		"2吨 + 3亩 ✗",
		"2元 + 3美元 ✗",
		"100亿元 × 13% = [1243750000, 1356750000] 元",
		"13% × 100亿元 = [1243750000, 1356750000] 元",
		"3吨 × 4亩 ✗",
		"500个 ÷ 200家 = 2.5",
		"500个 ÷ 25% ∋ 2000个",
		"3吨 ÷ 4亩 ✗",
		"十二五 + 十二五 = (−∞, ∞)",
		"1000多吨 − 1000多吨 = (-1000, 1000) 吨",
	} {
		fields := strings.SplitN(row, " ", 4)
		x, y := amount(fields[0]), amount(fields[2])
		var z Amount
		var err error
		switch fields[1] {
		case "+":
			z, err = x.Add(y)
		case "−":
			z, err = x.Sub(y)
		case "×":
			z, err = x.Mul(y)
		case "÷":
			z, err = x.Div(y, testDigits)
		case "↑":
			z, err = x.Shift(y)
		}
		relation, want, _ := strings.Cut(fields[3], " ")
		var refused *UnitError
		switch {
		case relation == "✗":
			if !errors.As(err, &refused) || refused.Code() == "" || refused.Error() == "" || len(refused.Args()) != 3 {
				t.Errorf("%s: got %v, %v", row, z, err)
			}
		case err != nil:
			t.Errorf("%s: %v", row, err)
		case relation == "=" && z.String() != want:
			t.Errorf("%s: got %v", row, z)
		case relation == "∋":
			w := amount(want)
			if v, err := w.In(z.Unit); err != nil || z.Value.Intersect(v.Value).Empty() {
				t.Errorf("%s: got %v", row, z)
			}
		}
	}
}
