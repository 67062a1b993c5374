-- SHA-256 of what a row says beside the project itself: when it was made and changed, how far it has come, its marks. None in
-- what is older, until it is changed.
ALTER TABLE project ADD COLUMN seal TEXT;
