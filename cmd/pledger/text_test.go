package main

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestKeys demands that every key of ours in the source stands in the catalogue
// file of this command, and the other way round.
func TestKeys(t *testing.T) {
	files, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	written := map[string]bool{}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`"(cmd\.[a-z0-9-]+)"`).FindAllStringSubmatch(string(src), -1) {
			written[m[1]] = true
		}
	}
	data, err := os.ReadFile("../../locale/data/cmd.tsv")
	if err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		if key, _, ok := strings.Cut(line, "\t"); ok && strings.HasPrefix(key, "cmd.") {
			listed[key] = true
		}
	}
	for _, key := range slices.Sorted(maps.Keys(written)) {
		if !listed[key] {
			t.Errorf("key %s is in the source and not in cmd.tsv", key)
		}
	}
	for _, key := range slices.Sorted(maps.Keys(listed)) {
		if !written[key] {
			t.Errorf("key %s is in cmd.tsv and not in the source", key)
		}
	}
}
