// Package shared finds the folder of real reports, annotations and judged
// passages for tests. The folder stands beside the repository, or where the
// environment variable PLEDGER_SHARED says, and is no part of it.
//
// Its input is a test and a path inside the folder, its output that path on this
// machine; a test that needs the folder is skipped, with the reason, where there
// is none. CI refuses skipped tests.
package shared
