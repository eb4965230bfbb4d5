-- The ledger: what the library holds, and what people did with it. One version number for all (PRAGMA user_version).
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
INSERT INTO meta VALUES ('generation', '0');

CREATE TABLE documents (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    collection TEXT NOT NULL,
    source TEXT NOT NULL,          -- the root that was ingested: a folder, a file or an address
    path TEXT NOT NULL,            -- relative to that root
    url TEXT,
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    digest TEXT NOT NULL,
    modified REAL NOT NULL,
    ingested REAL NOT NULL,
    ready INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX one_ready_version ON documents (collection, source, path) WHERE ready;
CREATE INDEX pending_documents ON documents (id) WHERE NOT ready;

-- AUTOINCREMENT: an id is never used again, so a vector left behind by a crash cannot be taken for another passage's.
CREATE TABLE chunks (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    document INTEGER NOT NULL REFERENCES documents ON DELETE CASCADE,
    section INTEGER NOT NULL,
    headings TEXT NOT NULL,        -- JSON list, outermost first
    anchor TEXT NOT NULL,
    text TEXT NOT NULL,
    tokens INTEGER NOT NULL,
    vector BLOB NOT NULL           -- float16
);
CREATE INDEX chunks_of_document ON chunks (document);

-- Stems, not words: see lexical.py.
-- Positions are kept though nobody asks for phrases: ranking counts them (postings.py), which it could not without.
CREATE VIRTUAL TABLE passages USING fts5 (
    title, headings, body, tokenize = "unicode61 remove_diacritics 0 tokenchars '_'"
);
CREATE VIRTUAL TABLE terms USING fts5vocab ('passages', 'row');

-- Vectors that Chroma may still hold though their passages are gone.
CREATE TABLE forgotten (chunk INTEGER PRIMARY KEY, collection TEXT NOT NULL);

CREATE TABLE conversations (
    id TEXT PRIMARY KEY,
    user TEXT NOT NULL,
    title TEXT NOT NULL,
    created REAL NOT NULL,
    touched REAL NOT NULL
);
CREATE INDEX conversations_of_user ON conversations (user, touched);

CREATE TABLE feedback (
    conversation TEXT NOT NULL REFERENCES conversations ON DELETE CASCADE,
    turn INTEGER NOT NULL,
    user TEXT NOT NULL,
    helpful INTEGER NOT NULL,
    given REAL NOT NULL,
    PRIMARY KEY (conversation, turn, user)
);
