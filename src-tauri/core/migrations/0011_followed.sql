-- What follows from a yes that was taken back, where only she can do it: a number in the phone, a photo there.
ALTER TABLE consent ADD COLUMN followed_on TEXT;      -- the day it was done; NULL until then

-- Whom a version of the policy named as getting data, by the supplier's mark: a name may stand in a text
-- for other reasons. Of a version from before this, its text says whom it named.
CREATE TABLE policy_recipient (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL REFERENCES policy_version(version),
    supplier        TEXT NOT NULL,                 -- mark of the supplier, which may be gone since
    UNIQUE (version, supplier)
) STRICT;
INSERT INTO policy_recipient (version, supplier)
    SELECT v.version, s.mark FROM policy_version v
    JOIN supplier s ON instr(v.documents, trim(json_quote(s.name), '"')) > 0;
