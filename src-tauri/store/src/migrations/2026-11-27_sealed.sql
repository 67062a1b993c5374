-- SHA-256 of all that a row says beside its patches, so that what has been damaged on the disk is seen. None in what is older.
ALTER TABLE revision ADD COLUMN seal TEXT;
ALTER TABLE ancestor ADD COLUMN seal TEXT;
