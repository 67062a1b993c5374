-- Which revision made here brought an ancestor along: when that is undone, so is what came with it.
ALTER TABLE ancestor ADD COLUMN via TEXT;
UPDATE ancestor SET via = (SELECT min(id) FROM revision WHERE revision.project = ancestor.project);

-- From the state after that revision to the state at the ancestor (RFC 6902); for the last of those that came together.
ALTER TABLE ancestor ADD COLUMN patch TEXT;
UPDATE ancestor SET patch = '[]'
WHERE position = (SELECT max(position) FROM ancestor AS other WHERE other.project = ancestor.project);

-- What the officer calls a version, when it has a name.
ALTER TABLE revision ADD COLUMN name TEXT;

-- SHA-256 of what stands beside it, so that what has been damaged on the disk is seen. None in what is older.
ALTER TABLE project ADD COLUMN digest TEXT;
ALTER TABLE revision ADD COLUMN digest TEXT;
