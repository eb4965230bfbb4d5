-- Questions that a passage is known to answer (JSON list): they are found with it, and are no part of what it says.
ALTER TABLE chunks ADD COLUMN asked TEXT NOT NULL DEFAULT '[]';
