// Package pgtest starts a PostgreSQL server for the tests of a package: one
// server in a temporary folder, one database for each test.
//
// Its input is the server's programs, found on PATH or where Debian puts them;
// its output an address. Where they are absent the test is skipped, with the
// reason; CI installs them and refuses skipped tests. As root the server runs
// as another user, since it refuses to run as root.
package pgtest

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

// Server is a running server.
type Server struct {
	bin, dir string
	port     int
	sync     bool // writes reach the disk
	cmd      *exec.Cmd
	mu       sync.Mutex
	made     int
}

// shared is the server of a test binary; Main stops it.
var shared struct {
	once sync.Once
	s    *Server
	err  error
}

// Main runs a package's tests and stops the server that they started.
func Main(m *testing.M) {
	code := m.Run()
	if shared.s != nil {
		shared.s.Remove()
	}
	os.Exit(code)
}

// Database makes an empty database on the test binary's server and returns its
// address. The server's writes are not forced to the disk.
func Database(t testing.TB) string {
	t.Helper()
	bin := programs(t)
	shared.once.Do(func() { shared.s, shared.err = start(bin, false) })
	if shared.err != nil {
		t.Fatal(shared.err)
	}
	return shared.s.Database(t)
}

// Start starts a server of the test's own, whose writes are forced to the disk;
// it is removed when the test ends.
func Start(t testing.TB) *Server {
	t.Helper()
	s, err := start(programs(t), true)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.Remove)
	return s
}

// programs is the folder of the server's programs; it skips the test where they
// are absent.
func programs(t testing.TB) string {
	t.Helper()
	if path, err := exec.LookPath("initdb"); err == nil {
		if path, err = filepath.EvalSymlinks(path); err == nil {
			return filepath.Dir(path)
		}
	}
	found, _ := filepath.Glob("/usr/lib/postgresql/*/bin/initdb") // the pattern is well formed
	if len(found) == 0 {
		t.Skip("PostgreSQL is not installed (no initdb on PATH): apt-get install postgresql")
	}
	return filepath.Dir(found[len(found)-1])
}

// start makes a cluster and starts its server.
func start(bin string, sync bool) (*Server, error) {
	dir, err := os.MkdirTemp("", "pgtest")
	if err != nil {
		return nil, err
	}
	s := &Server{bin: bin, dir: dir, sync: sync}
	if err := s.begin(); err != nil {
		s.Remove()
		return nil, err
	}
	return s, nil
}

// begin makes the cluster.
func (s *Server) begin() error {
	if id, ok := unprivileged(); ok {
		if err := os.Chown(s.dir, int(id.Uid), int(id.Gid)); err != nil {
			return err
		}
	}
	init := s.command("initdb", "--pgdata="+s.data(), "--username=pledger", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync")
	if out, err := init.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w: %s", err, out)
	}
	listen, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return err
	}
	s.port = listen.Addr().(*net.TCPAddr).Port
	if err := listen.Close(); err != nil {
		return err
	}
	return s.Run()
}

// data is the cluster's folder.
func (s *Server) data() string { return filepath.Join(s.dir, "data") }

// unprivileged is the user that the server runs as where we are root.
func unprivileged() (*syscall.Credential, bool) {
	if os.Getuid() != 0 {
		return nil, false
	}
	return &syscall.Credential{Uid: nobody, Gid: nobody}, true
}

// nobody is the user without rights on every Linux.
const nobody = 65534

// command is one of the server's programs.
func (s *Server) command(name string, args ...string) *exec.Cmd {
	cmd := exec.Command(filepath.Join(s.bin, name), args...)
	cmd.Dir = s.dir
	cmd.Env = []string{"PATH=/usr/bin:/bin", "LC_ALL=C"}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if id, ok := unprivileged(); ok {
		cmd.SysProcAttr.Credential = id
	}
	return cmd
}

// Run starts the server, for the first time or after it was killed, and waits
// until it answers.
func (s *Server) Run() error {
	settings := []string{
		"-D", s.data(), "-p", strconv.Itoa(s.port), "-k", s.dir, "-h", "127.0.0.1",
		"-c", "max_connections=200",
		"-c", "timezone=Asia/Kathmandu", // odd on purpose: nothing may depend on it
		"-c", "datestyle=SQL, DMY",
	}
	if !s.sync {
		settings = append(settings, "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off")
	}
	if err := s.launch(settings); err != nil {
		return err
	}
	const patience = 30 * time.Second // recovery after a crash on a slow disk
	for end := time.Now().Add(patience); ; time.Sleep(20 * time.Millisecond) {
		err := s.exec("SELECT 1")
		if err == nil {
			return nil
		}
		// After a kill it refuses to start while processes of the one before it,
		// which are on their way out, hold the shared memory.
		if s.ended() {
			if err := s.launch(settings); err != nil {
				return err
			}
		}
		if time.Now().After(end) {
			told, _ := os.ReadFile(filepath.Join(s.dir, "log"))
			return fmt.Errorf("the server does not answer: %w\n%s", err, told)
		}
	}
}

// launch starts the server's program.
func (s *Server) launch(settings []string) error {
	log, err := os.OpenFile(filepath.Join(s.dir, "log"), os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o666)
	if err != nil {
		return err
	}
	defer log.Close()
	s.cmd = s.command("postgres", settings...)
	s.cmd.Stdout, s.cmd.Stderr = log, log
	return s.cmd.Start()
}

// ended reports whether the server's program is over, and takes leave of it.
func (s *Server) ended() bool {
	var status syscall.WaitStatus
	pid, err := syscall.Wait4(s.cmd.Process.Pid, &status, syscall.WNOHANG, nil)
	return err == nil && pid == s.cmd.Process.Pid
}

// exec runs a statement in the server's own database.
func (s *Server) exec(query string) error {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
	defer cancel()
	c, err := pgx.Connect(ctx, s.address("postgres"))
	if err != nil {
		return err
	}
	defer c.Close(ctx)
	_, err = c.Exec(ctx, query)
	return err
}

// address is the address of a database.
func (s *Server) address(database string) string {
	return fmt.Sprintf("postgres://pledger@127.0.0.1:%d/%s?sslmode=disable", s.port, database)
}

// Database makes an empty database and returns its address.
func (s *Server) Database(t testing.TB) string {
	t.Helper()
	s.mu.Lock()
	s.made++
	name := "test" + strconv.Itoa(s.made)
	s.mu.Unlock()
	if err := s.exec("CREATE DATABASE " + name); err != nil {
		t.Fatal(err)
	}
	return s.address(name)
}

// Kill ends the server at once, with all its processes: SIGKILL, or SIGQUIT for
// its own immediate shutdown. Run starts it again.
func (s *Server) Kill(signal syscall.Signal) error {
	target := s.cmd.Process.Pid
	if signal == syscall.SIGKILL {
		target = -target // the group, as far as its processes have not left it
	}
	if err := syscall.Kill(target, signal); err != nil {
		return err
	}
	s.cmd.Wait() // its status tells of the signal
	return nil
}

// Remove stops the server and removes its folder.
func (s *Server) Remove() {
	if s.cmd != nil && s.cmd.ProcessState == nil {
		s.Kill(syscall.SIGQUIT)
	}
	os.RemoveAll(s.dir)
}
