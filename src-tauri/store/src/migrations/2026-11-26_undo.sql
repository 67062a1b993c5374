-- What undo has to know of a revision.
ALTER TABLE revision ADD COLUMN field TEXT;        -- what was typed in, when something was
ALTER TABLE revision ADD COLUMN brings_back TEXT;  -- the earlier revision whose state this one brings back
