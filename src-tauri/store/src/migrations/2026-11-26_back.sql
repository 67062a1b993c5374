-- From the state after a revision back to the state before (RFC 6902), so that what was done last is undone as fast in a long
-- history as in a short one; and the SHA-256 of it. None in what is older: there all changes are made anew.
ALTER TABLE revision ADD COLUMN back TEXT;
ALTER TABLE revision ADD COLUMN back_digest TEXT;
