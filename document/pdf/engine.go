package pdf

import (
	"context"
	"io"
	"runtime"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

const (
	// fileTime is how long one file may take: a report of a hundred pages takes
	// about a second.
	fileTime = 2 * time.Minute
	// maxMemory is the memory that pdfium may take for one file, in pages of
	// 64 KiB: 1 GiB.
	maxMemory = 1 << 14
)

// engine is the one runtime of pdfium in the program. It starts with the first
// pdf file, which takes a second or two.
var engine struct {
	mu   sync.Mutex
	pool pdfium.Pool
}

// start returns the pool of pdfium instances, one for each core at the most.
func start() (pdfium.Pool, error) {
	engine.mu.Lock()
	defer engine.mu.Unlock()
	if engine.pool != nil {
		return engine.pool, nil
	}
	pool, err := webassembly.Init(webassembly.Config{
		MaxIdle:  1,
		MaxTotal: runtime.GOMAXPROCS(0),
		FSConfig: wazero.NewFSConfig(), // it sees no file of the machine
		Stdout:   io.Discard,
		Stderr:   io.Discard,
		RuntimeConfig: wazero.NewRuntimeConfig().
			WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
			WithMemoryLimitPages(maxMemory).
			WithCloseOnContextDone(true),
	})
	if err != nil {
		return nil, err
	}
	engine.pool = pool
	return pool, nil
}

// Close ends the runtime of pdfium and gives its memory back. The next Decode
// starts it again. No Decode may be under way.
func Close() error {
	engine.mu.Lock()
	defer engine.mu.Unlock()
	if engine.pool == nil {
		return nil
	}
	err := engine.pool.Close()
	engine.pool = nil
	return err
}

// withInstance calls f with an instance of pdfium of its own, which is stopped
// in the middle where f takes longer than a file may.
func withInstance(f func(pdfium.Pdfium) error) (err error) {
	pool, err := start()
	if err != nil {
		return err
	}
	inst, err := pool.GetInstanceWithContext(context.Background())
	if err != nil {
		return err
	}
	var once sync.Once
	late := false
	timer := time.AfterFunc(fileTime, func() {
		once.Do(func() { late = true; _ = inst.Kill() })
	})
	defer func() { // after a panic too, or the pool runs dry
		timer.Stop()
		once.Do(func() {
			if e := inst.Close(); err == nil {
				err = e
			}
		})
		if late {
			err = errSlow
		}
	}()
	return f(inst)
}
