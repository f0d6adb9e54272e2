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

-- A text that is asked is the same in each state where its words are, whatever number it has there. Words
-- that are asked again later are told apart by how often they were asked before.
ALTER TABLE consent_text ADD COLUMN mark TEXT NOT NULL DEFAULT '';
UPDATE consent_text SET mark = purpose || ':' || hash || ':' || (
    SELECT count(*) FROM consent_text same
    WHERE same.purpose = consent_text.purpose AND same.hash = consent_text.hash
      AND same.version < consent_text.version);
CREATE TRIGGER consent_text_marked AFTER INSERT ON consent_text WHEN NEW.mark = '' BEGIN
    UPDATE consent_text SET mark = purpose || ':' || hash || ':' || (
        SELECT count(*) FROM consent_text same
        WHERE same.purpose = NEW.purpose AND same.hash = NEW.hash AND same.id <> NEW.id)
    WHERE id = NEW.id;
END;
CREATE UNIQUE INDEX consent_text_mark ON consent_text(mark) WHERE mark <> '';
