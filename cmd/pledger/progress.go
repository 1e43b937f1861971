package main

import (
	"os"

	"github.com/schollz/progressbar/v3"
	"golang.org/x/term"
)

// progress is a bar on the terminal of the error stream; nil shows nothing.
type progress struct{ bar *progressbar.ProgressBar }

// barWidth is the bar's length in cells: short enough for a narrow window with
// the counts beside it.
const barWidth = 30

// newProgress begins a bar over n files, where there are several and the error
// stream is a terminal.
func (a *app) newProgress(n int) *progress {
	f, ok := a.err.(*os.File)
	if n < 2 || !ok || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return &progress{progressbar.NewOptions(n,
		progressbar.OptionSetWriter(f),
		progressbar.OptionSetDescription(a.text("cmd.reading")),
		progressbar.OptionSetWidth(barWidth),
		progressbar.OptionShowCount(),
		progressbar.OptionClearOnFinish())}
}

// hide takes the bar off the terminal, so that what is printed next stands on a
// clean line.
func (p *progress) hide() {
	if p != nil {
		p.bar.Clear()
	}
}

// step counts one file and shows the bar again.
func (p *progress) step() {
	if p != nil {
		p.bar.Add(1)
	}
}

// end removes the bar.
func (p *progress) end() {
	if p != nil {
		p.bar.Finish()
	}
}
