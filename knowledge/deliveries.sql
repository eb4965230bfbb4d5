-- Layout 3: what came from a chat and has to be answered exactly once, whatever happens to the process.
CREATE TABLE IF NOT EXISTS deliveries (
    id TEXT PRIMARY KEY,
    lane TEXT NOT NULL,            -- one conversation; its requests are answered one after the other
    position TEXT NOT NULL,        -- their order: when they were written, not when they came
    request TEXT NOT NULL,         -- JSON
    outcome TEXT,                  -- JSON: what is to be shown, once it is known
    places TEXT NOT NULL DEFAULT '{}',  -- JSON: what of it is shown already, and where
    attempts INTEGER NOT NULL DEFAULT 0,
    owner TEXT,                    -- the process at work
    held_until REAL NOT NULL DEFAULT 0,  -- after that the process is taken for dead
    came REAL NOT NULL,
    done REAL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS deliveries_to_do ON deliveries (lane, position) WHERE done IS NULL;
CREATE INDEX IF NOT EXISTS deliveries_waiting ON deliveries (came) WHERE done IS NULL;
CREATE INDEX IF NOT EXISTS deliveries_of_lane ON deliveries (lane);
CREATE INDEX IF NOT EXISTS deliveries_done ON deliveries (done) WHERE done IS NOT NULL;

-- All names under which a request may come again: event, trigger and message ids.
CREATE TABLE IF NOT EXISTS delivery_names (
    name TEXT PRIMARY KEY,
    delivery TEXT NOT NULL REFERENCES deliveries ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS names_of_delivery ON delivery_names (delivery);
