package document

import "bytes"

// oleError says what a file in the old container of Office（复合文档）is: a
// locked file of today's Office, or a file of the old one. Neither is read.
func oleError(name string, data []byte) *Error {
	switch {
	case bytes.Contains(data, utf16Name("EncryptedPackage")):
		return newError(name, CodeEncrypted, nil, "DOCX")
	case bytes.Contains(data, utf16Name("WordDocument")):
		return newError(name, CodeOldDoc, nil)
	case bytes.Contains(data, utf16Name("Workbook")):
		return newError(name, CodeUnsupported, nil, "XLS")
	case bytes.Contains(data, utf16Name("PowerPoint Document")):
		return newError(name, CodeUnsupported, nil, "PPT")
	}
	return newError(name, CodeOldDoc, nil)
}

// utf16Name is how the container writes the name of a stream.
func utf16Name(s string) []byte {
	b := make([]byte, 0, 2*len(s))
	for i := range len(s) {
		b = append(b, s[i], 0)
	}
	return b
}
