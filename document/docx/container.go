package docx

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

// container is an opened docx file.
type container struct {
	files map[string]*zip.File
}

// open reads the container's directory and refuses what no Word file is.
func open(data []byte) (*container, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, &block.Fault{Reason: block.Malformed, Err: err}
	}
	if len(z.File) > maxEntries {
		return nil, &block.Fault{Reason: block.Bomb, Err: fmt.Errorf("%d entries", len(z.File))}
	}
	c := &container{files: map[string]*zip.File{}}
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

// main returns the name of the part that holds the text.
func (c *container) main() (string, error) {
	const usual = "word/document.xml"
	target := ""
	if rels := c.files["_rels/.rels"]; rels != nil {
		var list struct {
			Relationship []struct {
				Type   string `xml:"Type,attr"`
				Target string `xml:"Target,attr"`
			}
		}
		err := c.unmarshal("_rels/.rels", &list)
		if err != nil {
			return "", err
		}
		for _, r := range list.Relationship {
			if strings.HasSuffix(r.Type, "/officeDocument") {
				target = strings.ToLower(strings.TrimPrefix(path.Clean(r.Target), "/"))
			}
		}
	}
	switch {
	case strings.HasPrefix(target, "xl/"):
		return "", &block.Fault{Reason: block.NotThis, Found: "XLSX"}
	case strings.HasPrefix(target, "ppt/"):
		return "", &block.Fault{Reason: block.NotThis, Found: "PPTX"}
	case c.files[target] != nil:
		return target, nil
	case c.files[usual] != nil:
		return usual, nil
	case c.files["ofd.xml"] != nil:
		return "", &block.Fault{Reason: block.NotThis, Found: "OFD"}
	case c.files["mimetype"] != nil && c.files["content.xml"] != nil:
		return "", &block.Fault{Reason: block.NotThis, Found: "ODF"}
	case c.files["meta-inf/container.xml"] != nil:
		return "", &block.Fault{Reason: block.NotThis, Found: "EPUB"}
	}
	return "", &block.Fault{Reason: block.NotThis, Found: "ZIP"}
}

// part returns a reader of a part that stops at the limits; nil where the file
// has no such part.
func (c *container) part(name string) (io.ReadCloser, error) {
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

// unmarshal decodes a part into v; it does nothing where the part is missing.
func (c *container) unmarshal(name string, v any) error {
	r, err := c.part(name)
	if r == nil || err != nil {
		return err
	}
	defer r.Close()
	if err := xml.NewDecoder(r).Decode(v); err != nil {
		return partFault(name, err)
	}
	return nil
}

// partFault says why a part could not be read.
func partFault(name string, err error) error {
	if errors.Is(err, errTooLarge) {
		return &block.Fault{Reason: block.Bomb, Err: fmt.Errorf("%s: %w", name, err)}
	}
	return &block.Fault{Reason: block.Malformed, Err: fmt.Errorf("%s: %w", name, err)}
}
