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

// TestDemo starts the demonstration as README does, opens its pages at the
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
	for _, text := range []string{"主要目标", "截至 2024-10-31：完成 5 · 绿 9", "截至 2022-01-31：完成 3"} {
		if !strings.Contains(printed, text) {
			t.Errorf("nothing is printed of %q:\n%s", text, printed)
		}
	}
	for _, want := range []struct{ path, text string }{
		{"", "2021年内蒙古自治区政府工作报告重点工作分工方案"},
		{"ledgers/150000-2024", "城镇新增就业不少于20万人"},
		{"ledgers/150000-2021", "新建高标准农田459万亩"},
		{"ledgers/150000-2024/overview?on=2024-10-31", "/accounts/0004?on=2024-10-31"},
		{"reports/report", "政府工作报告"},
	} {
		resp, err := http.Get(address + want.path)
		if err != nil {
			t.Fatal(err)
		}
		page, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if err != nil || resp.StatusCode != http.StatusOK || !strings.Contains(string(page), want.text) {
			t.Errorf("/%s: status %d, %v, %d bytes without %q", want.path, resp.StatusCode, err, len(page), want.text)
		}
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
		if m := regexp.MustCompile(`：(http://127\.0\.0\.1:\d+/)`).FindStringSubmatch(lines.Text()); m != nil {
			return printed, m[1]
		}
	}
	return printed, ""
}

// TestDemoAddress demands a clear message where the address cannot be used, and
// refuses to open to others what nobody signs in to.
func TestDemoAddress(t *testing.T) {
	for addr, want := range map[string]struct {
		status int
		text   string
	}{
		"127.0.0.1:99999": {exitFailed, "Cannot listen on 127.0.0.1:99999"},
		"0.0.0.0:0":       {exitUsage, "demo needs no signing in and serves this machine only; 0.0.0.0:0"},
	} {
		var errs strings.Builder
		got := run(t.Context(), []string{"--lang", "en", "demo", "--addr", addr}, strings.NewReader(""), io.Discard, &errs)
		if got != want.status || !strings.Contains(errs.String(), want.text) {
			t.Errorf("%s: exit status %d: %s", addr, got, errs.String())
		}
	}
}
