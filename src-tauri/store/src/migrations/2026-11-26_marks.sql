-- What the officer has made of a project beside its content: no part of the project or of its file. Since when, UTC; none
-- while it is not so.
ALTER TABLE project ADD COLUMN template TEXT;
ALTER TABLE project ADD COLUMN archived TEXT;
ALTER TABLE project ADD COLUMN removed TEXT;

-- What the list shows and searches.
ALTER TABLE project ADD COLUMN authority TEXT NOT NULL DEFAULT '';
ALTER TABLE project ADD COLUMN start TEXT;  -- 2027-04-01
UPDATE project SET authority = coalesce(json_extract(state, '$.procurement.authority_name'), ''),
                   start = json_extract(state, '$.procurement.start')
WHERE json_valid(state); -- one that is damaged keeps no other out
