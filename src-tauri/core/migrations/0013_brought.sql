-- A version that came with a customer who was taken over from another state is kept for what she was given
-- or said yes to. It is not in force, nor asked, when another one is here.
ALTER TABLE policy_version ADD COLUMN brought INTEGER NOT NULL DEFAULT 0;
ALTER TABLE consent_text ADD COLUMN brought INTEGER NOT NULL DEFAULT 0;

-- One that says again what an earlier one said is told apart by the next number that no other one has: one
-- of those may have been brought along without the others.
DROP TRIGGER consent_text_marked;
CREATE TRIGGER consent_text_marked AFTER INSERT ON consent_text WHEN NEW.mark = '' BEGIN
    UPDATE consent_text SET mark = purpose || ':' || hash || ':' || (
        SELECT coalesce(max(CAST(substr(same.mark, length(same.purpose || same.hash) + 3) AS INTEGER)) + 1, 0)
        FROM consent_text same
        WHERE same.purpose = NEW.purpose AND same.hash = NEW.hash AND same.id <> NEW.id)
    WHERE id = NEW.id;
END;
DROP TRIGGER policy_version_marked;
CREATE TRIGGER policy_version_marked AFTER INSERT ON policy_version WHEN NEW.mark = '' BEGIN
    UPDATE policy_version SET mark = hash || ':' || (
        SELECT coalesce(max(CAST(substr(same.mark, length(same.hash) + 2) AS INTEGER)) + 1, 0)
        FROM policy_version same WHERE same.hash = NEW.hash AND same.id <> NEW.id)
    WHERE id = NEW.id;
END;
