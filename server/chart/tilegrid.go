package chart

import (
	_ "embed"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed data/tiles.tsv
var tilesText string

// cell is where a place's square lies, and its name there.
type cell struct {
	column, row int
	name        string
}

// grid are the squares of all places that have one, by code.
var grid = sync.OnceValue(func() map[string]cell {
	cells, err := parseTiles(tilesText)
	if err != nil {
		panic(err)
	}
	return cells
})

// tilesHead is the first line of the file that is no comment.
const tilesHead = "place\tcolumn\trow\tname"

// parseTiles reads squares, and refuses a file in which a line is malformed, a
// place stands twice, or two places of one grid share a square.
func parseTiles(text string) (map[string]cell, error) {
	cells, taken, headed := map[string]cell{}, map[string]string{}, false
	n := 0
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimRight(line, "\r\n")
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if !headed {
			if headed = line == tilesHead; !headed {
				return nil, fmt.Errorf("tiles.tsv:%d: the head must be %q", n, tilesHead)
			}
			continue
		}
		place, c, err := parseTile(line)
		if err != nil {
			return nil, fmt.Errorf("tiles.tsv:%d: %w", n, err)
		}
		if _, ok := cells[place]; ok {
			return nil, fmt.Errorf("tiles.tsv:%d: %s stands twice", n, place)
		}
		at := fmt.Sprint(gridOf(place), " ", c.column, " ", c.row)
		if other, ok := taken[at]; ok {
			return nil, fmt.Errorf("tiles.tsv:%d: %s lies on %s", n, place, other)
		}
		cells[place], taken[at] = c, place
	}
	return cells, nil
}

// maxName is how many runes of a name a square holds.
const maxName = 4

// parseTile reads one line.
func parseTile(line string) (place string, c cell, err error) {
	f := strings.Split(line, "\t")
	if len(f) != 4 || len(f[0]) != 6 || f[3] == "" || len([]rune(f[3])) > maxName {
		return "", c, fmt.Errorf("%q is no code, column, row and name of at most %d characters", line, maxName)
	}
	column, err := strconv.Atoi(f[1])
	row, err2 := strconv.Atoi(f[2])
	if err != nil || err2 != nil || column < 0 || row < 0 {
		return "", c, fmt.Errorf("%q has no column and row", line)
	}
	return f[0], cell{column, row, f[3]}, nil
}

// gridOf is the grid that a place lies on: that of the provinces, or of the
// prefectures or the counties of one province.
func gridOf(place string) string {
	switch {
	case strings.HasSuffix(place, "0000"):
		return "provinces"
	case strings.HasSuffix(place, "00"):
		return place[:2] + " prefectures"
	}
	return place[:2] + " counties"
}

// arrange lays the tiles on a grid: where they lie, cropped, when each has a
// square of one grid, else row by row in the order of codes. It gives the
// squares in the order of tiles, and the columns and rows they take.
func arrange(tiles []Tile) (cells []cell, columns, rows int) {
	if len(tiles) == 0 {
		return nil, 0, 0
	}
	cells = make([]cell, len(tiles))
	first := gridOf(tiles[0].Place)
	for i, t := range tiles {
		c, ok := grid()[t.Place]
		if !ok || gridOf(t.Place) != first {
			return inOrder(tiles)
		}
		cells[i] = c
	}
	left, top := cells[0].column, cells[0].row
	for _, c := range cells {
		left, top = min(left, c.column), min(top, c.row)
	}
	for i := range cells {
		cells[i].column -= left
		cells[i].row -= top
		columns, rows = max(columns, cells[i].column+1), max(rows, cells[i].row+1)
	}
	return cells, columns, rows
}

// plainColumns is how many squares a plain grid has in a row.
const plainColumns = 8

// inOrder lays the tiles on a plain grid in the order of codes.
func inOrder(tiles []Tile) (cells []cell, columns, rows int) {
	order := make([]int, len(tiles))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return strings.Compare(tiles[a].Place, tiles[b].Place) })
	cells = make([]cell, len(tiles))
	for n, i := range order {
		cells[i] = cell{n % plainColumns, n / plainColumns, shortName(tiles[i])}
	}
	return cells, min(len(tiles), plainColumns), (len(tiles) + plainColumns - 1) / plainColumns
}

// shortName is the name of a place that fits its square.
func shortName(t Tile) string {
	if c, ok := grid()[t.Place]; ok {
		return c.name
	}
	name := []rune(t.Name)
	if n := len(name); n > 2 && strings.ContainsRune("省市区县旗盟州", name[n-1]) {
		name = name[:n-1]
	}
	return string(name[:min(len(name), maxName)])
}
