package identitytest

import (
	"context"
	"sync"
)

// Buckets keep failures in memory. The zero value is empty and ready.
type Buckets struct {
	mu   sync.Mutex
	kept map[string]bucket
}

// bucket is one of them.
type bucket struct {
	failures int64
	until    string
}

// ChangeAttempt keeps what change makes of a bucket.
func (b *Buckets) ChangeAttempt(_ context.Context, name string, change func(int64, string) (int64, string)) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.kept == nil {
		b.kept = map[string]bucket{}
	}
	var after bucket
	after.failures, after.until = change(b.kept[name].failures, b.kept[name].until)
	b.kept[name] = after
	return nil
}
