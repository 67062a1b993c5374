-- Files imported beside the catalogue that is built in. The last of each kind holds; those before it can come back.
CREATE TABLE library (
    position INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('own', 'edition')),
    imported TEXT NOT NULL,         -- UTC
    file TEXT NOT NULL              -- the file whole, as text
) STRICT;
