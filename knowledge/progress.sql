-- Layout 2: how far people are on their learning paths. A step counts once, whichever paths it belongs to.
CREATE TABLE IF NOT EXISTS learning_paths (
    user TEXT NOT NULL,
    role TEXT NOT NULL,
    started REAL NOT NULL,
    PRIMARY KEY (user, role)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS learning_steps (
    user TEXT NOT NULL,
    step TEXT NOT NULL,
    done REAL NOT NULL,
    PRIMARY KEY (user, step)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS learning_quizzes (
    user TEXT NOT NULL,
    step TEXT NOT NULL,
    best INTEGER NOT NULL,         -- right answers in the best attempt
    questions INTEGER NOT NULL,    -- of how many, at that attempt
    attempts INTEGER NOT NULL,
    taken REAL NOT NULL,
    PRIMARY KEY (user, step)
) WITHOUT ROWID;
