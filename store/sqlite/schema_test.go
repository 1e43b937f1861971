package sqlite_test

import (
	"context"
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write schema.sql anew")

// TestSchema keeps schema.sql what the migrations make.
func TestSchema(t *testing.T) {
	got, err := create(t).Schema(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	got = "-- What the migrations make, for readers; go test -update writes it.\n\n" + got
	if *update {
		if err := os.WriteFile("schema.sql", []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("schema.sql")
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Error("schema.sql is not what the migrations make: go test -update, and review the difference")
	}
}
