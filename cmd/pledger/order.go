package main

import "context"

// inOrder does work on every item with at most jobs at a time and hands the
// results to emit in the order of the items. No more than jobs results are held
// at any time. It stops at emit's first error, or when ctx ends, and returns that.
func inOrder[T, R any](ctx context.Context, jobs int, items []T, work func(T) R, emit func(R) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	queue := make(chan chan R, jobs-1)
	go func() {
		defer close(queue)
		for _, item := range items {
			result := make(chan R, 1)
			select {
			case queue <- result:
				go func() { result <- work(item) }()
			case <-ctx.Done():
				return
			}
		}
	}()
	for result := range queue {
		select {
		case r := <-result:
			if err := emit(r); err != nil {
				return err
			}
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return ctx.Err()
}
