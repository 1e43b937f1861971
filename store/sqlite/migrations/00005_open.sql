-- +goose Up

-- Which readings nobody has checked: the longest stretches of their numbers, so
-- that a sheet of a million is one row. It follows from the records of batches and
-- checks: Verify computes it again, Rebuild writes it anew.
CREATE TABLE reading_open (
	journal TEXT NOT NULL,
	first   INTEGER NOT NULL CHECK (first > 0),
	last    INTEGER NOT NULL CHECK (last >= first),
	PRIMARY KEY (journal, first)
) STRICT, WITHOUT ROWID;

INSERT INTO reading_open (
	journal,
	first,
	last
)
SELECT
	journal,
	min(seq),
	max(seq)
FROM (
	SELECT
		journal,
		seq,
		seq - row_number() OVER (PARTITION BY journal ORDER BY seq) AS stretch
	FROM reading
	WHERE NOT EXISTS (
		SELECT 1
		FROM record
		WHERE record.journal = reading.journal AND record.kind = 'check' AND record.id = CAST(reading.seq AS TEXT)
	)
) AS unchecked
GROUP BY
	journal,
	stretch;
