package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"regexp"
	"strings"
	"testing"
	"time"
)

// patience is how long the demonstration may take to start or to stop on a busy
// machine.
const patience = 30 * time.Second

// TestDemo starts the demonstration as README does, opens its page at the
// address it prints, and stops it.
func TestDemo(t *testing.T) {
	ctx, stop := context.WithTimeout(t.Context(), patience)
	defer stop()
	out, w := io.Pipe()
	var errs strings.Builder
	status := make(chan int, 1)
	go func() {
		status <- run(ctx, []string{"demo"}, strings.NewReader(""), w, &errs)
		w.Close()
	}()
	printed, address := untilAddress(out)
	go io.Copy(io.Discard, out)
	if address == "" {
		t.Fatalf("no address was printed:\n%s%s", printed, errs.String())
	}
	if !strings.Contains(printed, "主要目标") {
		t.Errorf("the summary has no targets:\n%s", printed)
	}
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	page, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK || !strings.Contains(string(page), "政府工作报告") {
		t.Errorf("the page: status %d, %v, %d bytes", resp.StatusCode, err, len(page))
	}
	stop()
	if got := <-status; got != exitDone {
		t.Errorf("exit status %d: %s", got, errs.String())
	}
}

// untilAddress reads lines until one that names the page's address.
func untilAddress(r io.Reader) (printed, address string) {
	lines := bufio.NewScanner(r)
	for lines.Scan() {
		printed += lines.Text() + "\n"
		if m := regexp.MustCompile(`http://127\.0\.0\.1:\d+/`).FindString(lines.Text()); m != "" {
			return printed, m
		}
	}
	return printed, ""
}

// TestDemoAddress demands a clear message where the address cannot be used.
func TestDemoAddress(t *testing.T) {
	var errs strings.Builder
	got := run(t.Context(), []string{"--lang", "en", "demo", "--addr", "127.0.0.1:99999"}, strings.NewReader(""), io.Discard, &errs)
	if got != exitFailed || !strings.Contains(errs.String(), "Cannot listen on 127.0.0.1:99999") {
		t.Errorf("exit status %d: %s", got, errs.String())
	}
}
