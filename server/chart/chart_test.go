package chart

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"html/template"
	"io"
	"maps"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"golang.org/x/net/html"
	"pgregory.net/rapid"

	"pledger/internal/golden"
	"pledger/lexicon"
	"pledger/locale"
	"pledger/standing"
)

// words is the lexicon, loaded once.
var words = sync.OnceValue(func() *lexicon.Lexicon {
	lex, err := lexicon.Load()
	if err != nil {
		panic(err)
	}
	return lex
})

// TestGolden compares every chart with the one that was looked at.
func TestGolden(t *testing.T) {
	for _, c := range gallery(words()) {
		file := filepath.Join("testdata", c.name+".html")
		got := strings.ReplaceAll(string(c.html(locale.ZhCN)), "><", ">\n<") + "\n"
		if golden.Updating() {
			if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if want, err := os.ReadFile(file); err != nil || got != string(want) {
			t.Errorf("%s is not what %s holds (%v)", c.name, file, err)
		}
	}
}

// svgs are the drawings in a chart, each as its tokens say.
func svgs(t failer, h template.HTML) (all []*html.Node) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(string(h)))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == "svg" && attr(n, "aria-hidden") == "" {
			all = append(all, n)
		}
	}
	return all
}

// attr is an attribute, "" where there is none.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if strings.EqualFold(a.Key, key) {
			return a.Val
		}
	}
	return ""
}

var numbers = regexp.MustCompile(`-?\d+(\.\d+)?`)

// check demands of a chart what all must hold: well-formed, named, within its
// box, without style, script, id or what is no number.
func check(t failer, name string, h template.HTML) {
	t.Helper()
	for _, bad := range []string{"NaN", "Inf", " style=", "<script", " id=", "⟦", "<no value>"} {
		if strings.Contains(string(h), bad) {
			t.Errorf("%s holds %q", name, bad)
		}
	}
	decoder := xml.NewDecoder(strings.NewReader("<x>" + string(h) + "</x>"))
	for {
		if _, err := decoder.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	for _, svg := range svgs(t, h) {
		checkBox(t, name, svg)
	}
}

// checkBox demands that a drawing has a title and all its marks within its box.
func checkBox(t failer, name string, svg *html.Node) {
	t.Helper()
	var w, h float64
	if n, err := fmt.Sscanf(attr(svg, "viewBox"), "0 0 %f %f", &w, &h); n != 2 || err != nil || w <= 0 || h <= 0 {
		t.Errorf("%s: the box is %q", name, attr(svg, "viewBox"))
	}
	if svg.FirstChild == nil || svg.FirstChild.Data != "title" || text(svg.FirstChild) == "" {
		t.Errorf("%s: a drawing has no title", name)
	}
	num := func(n *html.Node, key string) float64 {
		v, err := strconv.ParseFloat(attr(n, key), 64)
		if err != nil {
			t.Errorf("%s: %s=%q", name, key, attr(n, key))
		}
		return v
	}
	const slack = 0.11
	inside := func(what string, x0, y0, x1, y1 float64) {
		if x0 < -slack || y0 < -slack || x1 > w+slack || y1 > h+slack {
			t.Errorf("%s: %s lies at %g %g to %g %g, outside %g %g", name, what, x0, y0, x1, y1, w, h)
		}
	}
	for n := range svg.Descendants() {
		switch n.Data {
		case "rect":
			x, y := num(n, "x"), num(n, "y")
			inside("a rect", x, y, x+num(n, "width"), y+num(n, "height"))
		case "circle":
			x, y, r := num(n, "cx"), num(n, "cy"), num(n, "r")
			inside("a circle", x-r, y-r, x+r, y+r)
		case "text":
			size := float64(TextSize)
			class := " " + attr(n, "class") + " "
			if strings.Contains(class, " letter ") || strings.Contains(class, " value ") || strings.Contains(class, " count ") {
				size = 12
			}
			x, y, wide := num(n, "x"), num(n, "y"), width(text(n), size)
			switch {
			case strings.Contains(class, " end "):
				x -= wide
			case !strings.Contains(class, " start "):
				x -= wide / 2
			}
			inside("the text "+text(n), x, y-size*0.8, x+wide, y)
		case "path":
			if strings.ContainsAny(attr(n, "d"), "ACV") || attr(n, "transform") != "" {
				continue // lamps, and the band, whose ends the lines share
			}
			all := numbers.FindAllString(attr(n, "d"), -1)
			for i := 0; i+1 < len(all); i += 2 {
				x, _ := strconv.ParseFloat(all[i], 64)
				y, _ := strconv.ParseFloat(all[i+1], 64)
				inside("a path", x, y, x, y)
			}
		}
	}
}

// text is all text in n.
func text(n *html.Node) string {
	var b strings.Builder
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			b.WriteString(c.Data)
		}
	}
	return b.String()
}

func TestEveryChart(t *testing.T) {
	for _, lang := range locale.All() {
		for _, c := range gallery(words()) {
			h := c.html(lang)
			check(t, c.name+" "+lang.String(), h)
			if strings.Contains(c.name, "none") && !strings.HasPrefix(c.name, "spark") && !strings.HasPrefix(c.name, "stack") && !strings.Contains(string(h), lang.Text("chart.none")) {
				t.Errorf("%s does not say that there is nothing", c.name)
			}
		}
		for _, l := range standing.Lights() {
			check(t, l.String(), Lamp(lang, l))
		}
	}
}

// TestHostile demands that names cannot break out.
func TestHostile(t *testing.T) {
	const x = `"'><script>alert(1)</script>`
	for _, h := range []template.HTML{
		Progress{Title: x, Unit: x, From: "2021-01-01", To: "2021-12-31", Points: []Point{{"2021-03-31", x, Value{3, x}}}, Target: Value{4, x}}.HTML(locale.ZhCN),
		Series{Title: x, Points: []Point{{"", "2020", Value{3, x}}}}.HTML(locale.ZhCN),
		Multiples{Title: x, Panels: []Panel{{Name: x, Points: []Point{{"", x, Value{3, x}}}}}}.HTML(locale.ZhCN),
		Tiles{Title: x, Tiles: []Tile{{Place: x, Name: x, Value: Value{1, x}}}}.HTML(locale.ZhCN),
		Stack{First: x, Rows: []StackRow{{Name: x}}}.HTML(locale.ZhCN),
		Spark{Title: x}.HTML(locale.ZhCN),
	} {
		if strings.Contains(string(h), "<script") {
			t.Errorf("broken out: %s", h)
		}
	}
}

// TestGap demands that a missing reading breaks the line, and is marked.
func TestGap(t *testing.T) {
	for values, want := range map[[4]float64]struct{ moves, lines, missing int }{
		{1, 2, 3, 4}: {1, 3, 0}, {1, -1, 3, 4}: {2, 1, 1}, {1, -1, 3, -1}: {2, 0, 2}, {-1, 2, 3, 4}: {1, 2, 1}, {-1, -1, -1, 4}: {1, 0, 3},
	} {
		h := string(Progress{Title: "x", From: "2021-01-01", To: "2021-12-31", Points: quarters("元", values[:]...)}.HTML(locale.ZhCN))
		_, d, _ := strings.Cut(h, `<path class="line" d="`)
		d, _, _ = strings.Cut(d, `"`)
		h, _, _ = strings.Cut(h, `<ul class="key"`)
		if m, l, x := strings.Count(d, "M"), strings.Count(d, "L"), strings.Count(h, `<circle class="missing"`); m != want.moves || l != want.lines || x != want.missing {
			t.Errorf("%v: %d strokes with %d lines and %d missing, want %+v: %s", values, m, l, x, want, d)
		}
	}
}

// point draws any point, known or not, with any number.
func point(t *rapid.T, i int) Point {
	p := Point{Day: fmt.Sprintf("2021-%02d-28", i%12+1), Label: strconv.Itoa(2000 + i)}
	if rapid.Bool().Draw(t, "known") {
		n := rapid.OneOf(rapid.Float64(), rapid.Float64Range(-1e13, 1e13), rapid.Just(math.NaN()), rapid.Just(math.Inf(1)), rapid.Just(0.0)).Draw(t, "value")
		if math.Abs(n) > 1e15 && !math.IsInf(n, 0) {
			n = math.Mod(n, 1e15)
		}
		p.Value = Value{n, "x"}
	}
	return p
}

// TestAnyNumbers demands that whatever the numbers are, a chart is well-formed
// and within its box.
func TestAnyNumbers(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(0, 30).Draw(rt, "n")
		var points []Point
		for i := range n {
			points = append(points, point(rt, i))
		}
		target := point(rt, 0).Value
		zero := rapid.Bool().Draw(rt, "zero")
		var f *Forecast
		if rapid.Bool().Draw(rt, "forecast") {
			f = &Forecast{Value{2, "2"}, Value{1, "1"}, Value{3, "3"}, "90%"}
		}
		for _, lang := range locale.All() {
			check(rt, "progress", Progress{Title: "x", Unit: "元", From: "2021-01-01", To: "2021-12-31", Now: "2021-05-05", Zero: zero, Points: points[:min(n, 12)], Pace: points[:n/2], Target: target, Forecast: f}.HTML(lang))
			check(rt, "series", Series{Title: "x", Zero: zero, Points: points, Target: target}.HTML(lang))
			check(rt, "spark", Spark{Title: "x", Zero: zero, Points: points, Target: target}.HTML(lang))
			check(rt, "multiples", Multiples{Title: "x", Zero: zero, Panels: []Panel{{Name: "a", Points: points, Target: target}, {Name: "b", Points: points[:n/2]}}}.HTML(lang))
		}
	})
}

// TestAxis demands steps of 1, 2 and 5 that hold both ends and not much more.
func TestAxis(t *testing.T) {
	for _, tt := range []struct {
		lo, hi float64
		want   string
	}{
		{0, 220e9, "[0 1e+11 2e+11 3e+11]"}, {0, 0.3, "[0 0.1 0.2 0.30000000000000004]"}, {5, 9.7, "[4 6 8 10]"}, {-3, 3, "[-4 -2 0 2 4]"},
		{6, 6, "[5 5.5 6 6.5 7]"}, {0, 100, "[0 50 100]"}, {0, 0, "[-1 -0.5 0 0.5 1]"},
	} {
		if got := fmt.Sprint(axis(tt.lo, tt.hi, valueSteps)); got != tt.want {
			t.Errorf("%g to %g: %s, want %s", tt.lo, tt.hi, got, tt.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		lo, hi := rapid.Float64Range(-1e12, 1e12).Draw(t, "lo"), rapid.Float64Range(-1e12, 1e12).Draw(t, "hi")
		lo, hi = min(lo, hi), max(lo, hi)
		if (hi - lo) < 1e-6*math.Abs(lo) {
			return // finer than the values themselves
		}
		ticks := axis(lo, hi, valueSteps)
		step := ticks[1] - ticks[0]
		if n := len(ticks); n < 2 || n > valueSteps+3 || ticks[0] > lo+1e-6*step || ticks[n-1] < hi-1e-6*step {
			t.Fatalf("%v do not hold %g to %g", ticks, lo, hi)
		}
	})
}

// TestLabels demands that an axis is read in the language's own large numbers,
// and that no two of its labels are alike.
func TestLabels(t *testing.T) {
	for _, tt := range []struct {
		lang   locale.Lang
		values []float64
		unit   string
		want   string
	}{
		{locale.ZhCN, []float64{0, 220e9}, "元", "0 1000 2000 3000 亿元"},
		{locale.ZhCN, []float64{0, 5.1e12}, "元", "0 2 4 6 万亿元"},
		{locale.ZhCN, []float64{0, 34000}, "人", "0 1 2 3 4 万人"},
		{locale.ZhCN, []float64{4.85, 5.12}, "%", "4.8 4.9 5.0 5.1 5.2 %"},
		{locale.En, []float64{0, 220e9}, "元", "0 100 200 300 billion 元"},
		{locale.En, []float64{0, 34000}, "人", "0 10,000 20,000 30,000 40,000 人"},
	} {
		s := newScale(tt.lang, tt.values, tt.unit, false, valueSteps)
		if got := strings.Join(append(s.labels, s.unit), " "); got != tt.want {
			t.Errorf("%v: %s, want %s", tt.values, got, tt.want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		v := rapid.SliceOfN(rapid.Float64Range(0, 1e13), 1, 5).Draw(t, "values")
		for _, lang := range locale.All() {
			labels := newScale(lang, v, "", true, valueSteps).labels
			if len(slices.Compact(slices.Clone(labels))) != len(labels) {
				t.Fatalf("%v: %v", v, labels)
			}
		}
	})
}

// TestShares demands that a bar is filled exactly, that nothing that is there
// disappears, and that more is never drawn narrower.
func TestShares(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var c Counts
		for i := range c {
			c[i] = rapid.OneOf(rapid.Just(0), rapid.IntRange(0, 5), rapid.IntRange(0, 100000)).Draw(t, "n")
		}
		widths := shares(c, barWidth, barLeast)
		sum := 0.0
		for i, w := range widths {
			sum += w
			if c[i] > 0 && w < barLeast-1e-9 || c[i] == 0 && w != 0 {
				t.Fatalf("%v: %v", c, widths)
			}
			for j := range widths {
				if c[i] > c[j] && w < widths[j]-1e-9 {
					t.Fatalf("%v: %v", c, widths)
				}
			}
		}
		if c.Sum() > 0 && math.Abs(sum-barWidth) > 1e-9 {
			t.Fatalf("%v sum to %g", widths, sum)
		}
		check(t, "bar", Bar(locale.ZhCN, "x", c))
	})
}

// TestHatch demands that slanting lines stay within their rectangle.
func TestHatch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w, h := rapid.Float64Range(0.5, 200).Draw(t, "w"), rapid.Float64Range(0.5, 40).Draw(t, "h")
		all := numbers.FindAllString(crossed(10, 10, w, h, barHatch), -1)
		for i := 0; i+1 < len(all); i += 2 {
			x, _ := strconv.ParseFloat(all[i], 64)
			y, _ := strconv.ParseFloat(all[i+1], 64)
			if x < 9.9 || y < 9.9 || x > 10.1+w || y > 10.1+h {
				t.Fatalf("%s %s outside %g %g", all[i], all[i+1], w, h)
			}
		}
	})
}

// TestTilesFile demands that every place is of the lexicon, and that the grids
// promised are whole: the provinces, and Inner Mongolia's leagues and banners.
func TestTilesFile(t *testing.T) {
	cells, err := parseTiles(tilesText)
	if err != nil {
		t.Fatal(err)
	}
	for code := range maps.Keys(cells) {
		if words().PlaceCoded(code) == nil {
			t.Errorf("%s is no place", code)
		}
	}
	count := map[string]int{}
	for _, p := range words().Places {
		if p.Code == "" {
			continue
		}
		if g := gridOf(p.Code); g == "provinces" || strings.HasPrefix(g, "15") {
			count[g]++
			if _, ok := cells[p.Code]; !ok {
				t.Errorf("%s %s has no square", p.Code, p.Name)
			}
		}
	}
	if count["provinces"] != 34 || count["15 prefectures"] != 12 || count["15 counties"] != 103 {
		t.Errorf("%v", count)
	}
	for wrong, text := range map[string]string{
		"the head must be": "x\n", "stands twice": tilesHead + "\n150100\t0\t0\t甲\n150100\t1\t0\t甲\n", "lies on": tilesHead + "\n150100\t0\t0\t甲\n150200\t0\t0\t乙\n",
		"is no code": tilesHead + "\n150100\t0\t0\t一二三四五\n", "has no column": tilesHead + "\n150100\t-1\t0\t甲\n",
	} {
		if _, err := parseTiles(text); err == nil || !strings.Contains(err.Error(), wrong) {
			t.Errorf("%q is refused as %v, want %s", text, err, wrong)
		}
	}
}

// TestArrange demands that no two squares of a map meet, whatever places it has.
func TestArrange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := words().Places
		var tiles []Tile
		for _, i := range rapid.SliceOfNDistinct(rapid.IntRange(0, len(all)-1), 0, 60, rapid.ID[int]).Draw(t, "places") {
			if all[i].Code != "" {
				tiles = append(tiles, Tile{Place: all[i].Code, Name: all[i].Name})
			}
		}
		cells, columns, rows := arrange(tiles)
		taken := map[[2]int]bool{}
		for _, c := range cells {
			if c.column < 0 || c.row < 0 || c.column >= columns || c.row >= rows || taken[[2]int{c.column, c.row}] || c.name == "" {
				t.Fatalf("%+v of %d, %d", c, columns, rows)
			}
			taken[[2]int{c.column, c.row}] = true
		}
	})
}

// TestTableSaysWhatIsDrawn demands the same numbers beside the drawing.
func TestTableSaysWhatIsDrawn(t *testing.T) {
	h := string(gallery(words())[0].html(locale.ZhCN))
	_, table, _ := strings.Cut(h, "<details")
	for _, want := range []string{"312亿元", "884亿元", "1401亿元", "2200亿元以上", "1880亿元至2140亿元", "550亿元"} {
		if !strings.Contains(table, want) {
			t.Errorf("the table does not say %s", want)
		}
	}
}

// TestContrast demands AA between each light's ink and its colour, and that the
// lights' colours differ in lightness, as a grey print needs.
func TestContrast(t *testing.T) {
	colours := map[string]float64{}
	for _, m := range regexp.MustCompile(`--([a-z0-9-]+): (#[0-9a-f]{6})`).FindAllStringSubmatch(css, -1) {
		colours[m[1]] = luminance(t, m[2])
	}
	contrast := func(a, b float64) float64 { return (max(a, b) + 0.05) / (min(a, b) + 0.05) }
	for fill, ink := range map[string]string{"done": "done-ink", "green-fill": "green-ink", "unknown": "unknown-ink", "yellow": "yellow-ink", "red-fill": "red-ink", "missed": "missed-ink"} {
		if c := contrast(colours[fill], colours[ink]); c < 4.5 {
			t.Errorf("%s on %s: %.1f", ink, fill, c)
		}
	}
	order := []string{"done", "yellow", "green-fill", "red-fill", "missed"}
	for i := 1; i < len(order); i++ {
		if c := contrast(colours[order[i-1]], colours[order[i]]); c < 1.25 {
			t.Errorf("%s and %s are alike in grey: %.2f", order[i-1], order[i], c)
		}
	}
}

// luminance is the relative luminance of a colour, by WCAG 2.
func luminance(t *testing.T, hex string) float64 {
	var rgb [3]float64
	for i := range rgb {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		if c := float64(n) / 255; c <= 0.03928 {
			rgb[i] = c / 12.92
		} else {
			rgb[i] = math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return 0.2126*rgb[0] + 0.7152*rgb[1] + 0.0722*rgb[2]
}

// TestDeterministic demands the same bytes every time.
func TestDeterministic(t *testing.T) {
	for _, c := range gallery(words()) {
		if !bytes.Equal([]byte(c.html(locale.En)), []byte(c.html(locale.En))) {
			t.Errorf("%s changes", c.name)
		}
	}
}

// failer is what a check tells its failures.
type failer interface {
	Helper()
	Errorf(format string, args ...any)
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}
