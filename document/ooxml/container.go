package ooxml

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"pledger/document/block"
)

const (
	// maxEntries is the greatest number of files in a container. Reports have
	// some dozens, those with many pictures some hundreds.
	maxEntries = 10_000
	// maxPart is the greatest size of one part unpacked, in bytes: a report of a
	// hundred pages has about two MiB.
	maxPart = 128 << 20
	// maxTotal is the greatest size of all files unpacked, as they declare it.
	maxTotal = 2 << 30
	// maxRatio is how many times its packed size a part may unpack to. Word's
	// own parts stay below 60. Small parts may have any ratio.
	maxRatio      = 200
	minRatioBytes = 4 << 20
)

// errTooLarge is the cause of a part's reading more than maxPart.
var errTooLarge = errors.New("unpacks to more than the limit")

// Container is an opened file.
type Container struct {
	files map[string]*zip.File
}

// Open reads the container's directory and refuses what no file of Office is.
// An error is always a *block.Fault, here and in the methods.
func Open(data []byte) (*Container, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &block.Fault{Reason: block.Malformed, Err: err}
	}
	if len(z.File) > maxEntries {
		return nil, &block.Fault{Reason: block.Bomb, Err: fmt.Errorf("%d entries", len(z.File))}
	}
	c := &Container{files: map[string]*zip.File{}}
	var total uint64
	for _, f := range z.File {
		if total += f.UncompressedSize64; total > maxTotal || f.UncompressedSize64 > maxTotal {
			return nil, &block.Fault{Reason: block.Bomb, Err: errTooLarge}
		}
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		if _, twice := c.files[name]; !twice {
			c.files[name] = f
		}
	}
	return c, nil
}

// Main returns the name of the part that the file is about, as its
// relationships say; "" where they name none.
func (c *Container) Main() (string, error) {
	const rels = "_rels/.rels"
	var list struct {
		Relationship []struct {
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		}
	}
	target := ""
	err := c.Unmarshal(rels, &list)
	for _, r := range list.Relationship {
		if strings.HasSuffix(r.Type, "/officeDocument") {
			target = strings.ToLower(strings.TrimPrefix(path.Clean(r.Target), "/"))
		}
	}
	return target, err
}

// Has reports whether the file has the part: its name in lower case, without a
// slash before it.
func (c *Container) Has(name string) bool { return c.files[name] != nil }

// Part returns a reader of a part that stops at the limits; nil where the file
// has no such part.
func (c *Container) Part(name string) (io.ReadCloser, error) {
	f := c.files[name]
	if f == nil {
		return nil, nil
	}
	const locked = 1
	if f.Flags&locked != 0 {
		return nil, &block.Fault{Reason: block.Encrypted}
	}
	size, packed := f.UncompressedSize64, f.CompressedSize64
	if size > maxPart || size > minRatioBytes && size > maxRatio*packed {
		return nil, &block.Fault{Reason: block.Bomb, Err: fmt.Errorf("%s: %d bytes from %d", name, size, packed)}
	}
	r, err := f.Open()
	if err != nil {
		return nil, &block.Fault{Reason: block.Malformed, Err: err}
	}
	return &limited{ReadCloser: r, left: maxPart}, nil
}

// limited fails with errTooLarge once more than left bytes are read: the size
// that a part declares need not be true.
type limited struct {
	io.ReadCloser
	left int64
}

func (l *limited) Read(p []byte) (int, error) {
	n, err := l.ReadCloser.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return 0, errTooLarge
	}
	return n, err
}

// Unmarshal decodes a part into v; it does nothing where the part is missing.
func (c *Container) Unmarshal(name string, v any) error {
	r, err := c.Part(name)
	if r == nil || err != nil {
		return err
	}
	defer r.Close()
	if err := xml.NewDecoder(r).Decode(v); err != nil {
		return PartFault(name, err)
	}
	return nil
}

// PartFault says why a part could not be read.
func PartFault(name string, err error) error {
	if errors.Is(err, errTooLarge) {
		return &block.Fault{Reason: block.Bomb, Err: fmt.Errorf("%s: %w", name, err)}
	}
	return &block.Fault{Reason: block.Malformed, Err: fmt.Errorf("%s: %w", name, err)}
}
