-- Projects as they are now, and every change that led there.
PRAGMA application_id = 0x534D4B56; -- "SMKV": tells the file from another program's database

CREATE TABLE project (
    id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    reference TEXT NOT NULL,
    value_sek INTEGER,              -- whole kronor
    notice_date TEXT,               -- 2027-04-01
    created TEXT NOT NULL,          -- UTC
    changed TEXT NOT NULL,          -- UTC
    tasks_done INTEGER NOT NULL,    -- of the seven, at the last edit
    left_to_do INTEGER NOT NULL,    -- in all tasks, at the last edit
    stops INTEGER NOT NULL,         -- open Stops, at the last edit
    head TEXT NOT NULL,             -- the last revision
    state TEXT NOT NULL             -- the project whole, as in a project file
) STRICT;

CREATE TABLE revision (
    id TEXT PRIMARY KEY,
    project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    at TEXT NOT NULL,               -- UTC
    officer TEXT NOT NULL,
    words_sv TEXT NOT NULL,
    words_en TEXT NOT NULL,
    edit TEXT,                      -- none for the first revision
    patch TEXT NOT NULL             -- RFC 6902, from the state before to the state after
) STRICT;

CREATE INDEX revision_of_project ON revision (project, id);

-- What a revision builds on. A parent may be in the database that a file came from, so it need not be here.
CREATE TABLE parent (
    revision TEXT NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    parent TEXT NOT NULL,
    PRIMARY KEY (revision, position)
) STRICT;

-- The revisions that a project had behind it when its file was opened here, oldest first.
CREATE TABLE ancestor (
    project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    revision TEXT NOT NULL,
    PRIMARY KEY (project, position)
) STRICT;
