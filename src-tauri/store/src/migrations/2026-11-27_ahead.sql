-- The days that a project has ahead, as they were worked out last. They hold as long as what they were worked out from does, and
-- until one of them has passed; nothing is lost with them.
CREATE TABLE ahead (
    project TEXT PRIMARY KEY REFERENCES project (id) ON DELETE CASCADE,
    head TEXT NOT NULL,             -- the revision that they follow from
    made_with TEXT NOT NULL,        -- the program and the catalogue that they were worked out with
    as_of TEXT NOT NULL,            -- 2027-04-01: the day that they were ahead of
    days TEXT NOT NULL,             -- JSON: [{"day": "2027-05-01", "words": {"sv": ..., "en": ...}}]
    seal TEXT                       -- SHA-256 of all that stands beside it
) STRICT;
