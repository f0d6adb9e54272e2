-- Two computers may have put different policies to use under one number. As a text that is asked, a version is
-- the same in each state where what it says is; one that says again what an earlier one said, by how often.
ALTER TABLE policy_version ADD COLUMN mark TEXT NOT NULL DEFAULT '';
UPDATE policy_version SET mark = hash || ':' || (
    SELECT count(*) FROM policy_version same
    WHERE same.hash = policy_version.hash AND same.version < policy_version.version);
CREATE TRIGGER policy_version_marked AFTER INSERT ON policy_version WHEN NEW.mark = '' BEGIN
    UPDATE policy_version SET mark = hash || ':' || (
        SELECT count(*) FROM policy_version same WHERE same.hash = NEW.hash AND same.id <> NEW.id)
    WHERE id = NEW.id;
END;
CREATE UNIQUE INDEX policy_version_mark ON policy_version(mark) WHERE mark <> '';
