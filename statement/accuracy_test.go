package statement_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pledger/examples"
	"pledger/internal/shared"
)

// goldDemands is how well the annotated report must be read, at least.
var goldDemands = map[string]float64{
	finding: 0.98, "value": 0.99, "unit": 0.99, "bound": 0.96, "kind": 0.96, "period": 0.95, "role": 0.95,
	lenientSubject: 0.93, allFive: 0.90, pledgeFinding: 0.85,
}

// miniDemands is how well each short report of the annotations must be read.
var miniDemands = map[string]float64{finding: 0.96, allFive: 0.90, pledgeFinding: 0.85}

// TestGold holds the reader to the annotations it is measured by. The log
// states every column, the strict subject and the combination with the
// lenient one among them.
func TestGold(t *testing.T) {
	dir := shared.Path(t, "gold")
	names := []string{"nmg-2021"}
	tallies := map[string]tally{
		"nmg-2021": take(t, "nmg-2021", readAnnotation(t, filepath.Join(dir, "nmg-2021"), false), setOf(t, shared.Path(t, "reports", "nmg-2021.txt"))),
	}
	demand(t, "nmg-2021", tallies["nmg-2021"], goldDemands)
	all := tally{}
	for _, path := range texts(t, filepath.Join(dir, "mini")) {
		name := strings.TrimSuffix(filepath.Base(path), ".txt")
		tallies[name] = take(t, name, readAnnotation(t, strings.TrimSuffix(path, ".txt"), false), setOf(t, path))
		demand(t, name, tallies[name], miniDemands)
		all.add(tallies[name])
		names = append(names, name)
	}
	tallies["six minis"] = all
	t.Log("\n" + table(append(names, "six minis"), tallies))
}

// texts are the .txt files of a folder, of which there must be one.
func texts(t testing.TB, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no reports in %s (%v)", dir, err)
	}
	return files
}

// demand fails for every column that is below its floor.
func demand(t testing.TB, name string, got tally, floors map[string]float64) {
	t.Helper()
	for _, c := range columns {
		floor, ok := floors[c]
		if !ok {
			continue
		}
		if s, measured := got[c]; !measured || s.rate() < floor {
			t.Errorf("%s: %s is %.4f (%d of %d), below %.3f", name, c, s.rate(), s.right, s.all, floor)
		}
	}
}

// ownTallies measures the reader against the annotations of this repository:
// the sample, the short reports, and, where the reports are at hand, the
// stretches of real ones, taken together by report.
func ownTallies(t *testing.T, real bool) (names []string, tallies map[string]tally) {
	tallies = map[string]tally{}
	measure := func(name string, a annotation, path string) {
		if tallies[name] == nil {
			tallies[name] = tally{}
			names = append(names, name)
		}
		tallies[name].add(take(t, name, a, setOf(t, path)))
	}
	if real {
		for _, name := range stretches(t) {
			a := readAnnotation(t, name, true)
			measure(strings.TrimSuffix(a.stretch.Source, ".txt"), a, shared.Path(t, "reports", a.stretch.Source))
		}
		return names, tallies
	}
	sample := filepath.Join("..", filepath.FromSlash(examples.SampleName))
	measure("sample", readAnnotation(t, strings.TrimSuffix(sample, ".txt"), false), sample)
	for _, path := range texts(t, filepath.Join("testdata", "mini")) {
		name := strings.TrimSuffix(path, ".txt")
		measure(filepath.Base(name), readAnnotation(t, name, false), path)
	}
	return names, tallies
}

// stretches are the annotated stretches, without the ends of their file names.
func stretches(t testing.TB) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("testdata", "annotated", "*.jsonl"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no annotated stretches (%v)", err)
	}
	for i, f := range files {
		files[i] = strings.TrimSuffix(strings.TrimSuffix(f, ".figures.jsonl"), ".pledges.jsonl")
	}
	return slices.Compact(files)
}

// floors reads testdata/floors.tsv: by set, by column.
func floors(t testing.TB) map[string]map[string]float64 {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "floors.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]map[string]float64{}
	for n, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if strings.HasPrefix(line, "#") || line == "set\tfield\tfloor" {
			continue
		}
		if len(cells) != 3 || !slices.Contains(columns, cells[1]) {
			t.Fatalf("floors.tsv:%d: want set, a known field and floor: %q", n+1, line)
		}
		floor, err := strconv.ParseFloat(cells[2], 64)
		if err != nil || floor <= 0 || floor > 1 {
			t.Fatalf("floors.tsv:%d: %q is no floor above 0 and up to 1", n+1, cells[2])
		}
		if out[cells[0]] == nil {
			out[cells[0]] = map[string]float64{}
		}
		out[cells[0]][cells[1]] = floor
	}
	return out
}

// TestFloors guards what the reader can do today against going back, on the
// annotations of this repository.
func TestFloors(t *testing.T) {
	all := floors(t)
	for _, part := range []struct {
		name string
		real bool
	}{{"own", false}, {"real", true}} {
		t.Run(part.name, func(t *testing.T) {
			names, tallies := ownTallies(t, part.real)
			sum := tally{}
			for _, name := range names {
				if len(all[name]) == 0 {
					t.Logf("%s has no floors in floors.tsv yet", name)
				}
				demand(t, name, tallies[name], all[name])
				sum.add(tallies[name])
			}
			tallies["together"] = sum
			t.Log("\n" + table(append(names, "together"), tallies))
		})
	}
}
