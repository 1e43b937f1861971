package main

import (
	"context"
	"errors"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

// TestInOrder demands the order of the items and the bound on what is under way
// for any number of jobs.
func TestInOrder(t *testing.T) {
	items := make([]int, 50)
	for i := range items {
		items[i] = i
	}
	for _, jobs := range []int{1, 2, 7, 100} {
		var under, most atomic.Int32
		var got []int
		err := inOrder(t.Context(), jobs, items, func(i int) int {
			n := under.Add(1)
			for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
			}
			time.Sleep(time.Duration((i*7)%3) * time.Millisecond)
			return i
		}, func(i int) error {
			under.Add(-1)
			got = append(got, i)
			return nil
		})
		if err != nil || !slices.Equal(got, items) {
			t.Errorf("%d jobs: %v, %v", jobs, err, got)
		}
		if int(most.Load()) > jobs {
			t.Errorf("%d jobs: %d results were held", jobs, most.Load())
		}
	}
}

// TestInOrderStops demands that the first error of emit, or the context's end,
// stops the work.
func TestInOrderStops(t *testing.T) {
	full := errors.New("full")
	var done atomic.Int32
	err := inOrder(t.Context(), 2, make([]int, 1000), func(int) int { done.Add(1); return 0 }, func(int) error { return full })
	if err != full || done.Load() > 4 {
		t.Errorf("error %v after %d items", err, done.Load())
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	err = inOrder(ctx, 2, make([]int, 1000), func(int) int { return 0 }, func(int) error { return nil })
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want canceled", err)
	}
}
