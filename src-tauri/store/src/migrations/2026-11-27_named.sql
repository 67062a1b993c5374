-- The versions that have a name, so that a backup can tell in a moment whether one has been named since.
CREATE INDEX named_revision ON revision (id, name) WHERE name IS NOT NULL;
