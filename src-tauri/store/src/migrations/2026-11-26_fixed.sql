-- Documents of versions that were fixed, as they were made then: never changed, and gone only with their project.
CREATE TABLE fixed_document (
    project TEXT NOT NULL REFERENCES project (id) ON DELETE CASCADE,
    version TEXT NOT NULL,          -- 1.0
    document TEXT NOT NULL,         -- specification
    language TEXT NOT NULL,         -- sv, en
    pdf BLOB NOT NULL,
    PRIMARY KEY (project, version, document, language)
) STRICT;

-- Whether a revision fixed a version: nothing before it is undone.
ALTER TABLE revision ADD COLUMN fixes INTEGER NOT NULL DEFAULT 0;
