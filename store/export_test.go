package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"strings"
)

// Trailer is the trailer of a backup with the lines.
func Trailer(lines string) string {
	sum := sha256.Sum256([]byte(lines))
	end, err := json.Marshal(line{End: &endLine{int64(strings.Count(lines, "\n")), hex.EncodeToString(sum[:])}})
	if err != nil {
		panic(err)
	}
	return string(end) + "\n"
}
