-- What stands fast of a row: two computers that do not know of each other may give one id to two rows.
-- A mark is random and says nothing; a row from before marks has none, and is the same on every computer.
-- A customer has been told apart by when she was added from the first.
ALTER TABLE purchase ADD COLUMN mark TEXT NOT NULL DEFAULT '';
ALTER TABLE contact ADD COLUMN mark TEXT NOT NULL DEFAULT '';
ALTER TABLE activity ADD COLUMN mark TEXT NOT NULL DEFAULT '';
ALTER TABLE supplier ADD COLUMN mark TEXT NOT NULL DEFAULT '';
ALTER TABLE clause ADD COLUMN mark TEXT NOT NULL DEFAULT '';

-- A row that was taken over from another state keeps its mark.
CREATE TRIGGER purchase_marked AFTER INSERT ON purchase WHEN NEW.mark = '' BEGIN
    UPDATE purchase SET mark = lower(hex(randomblob(8))) WHERE id = NEW.id;
END;
CREATE TRIGGER contact_marked AFTER INSERT ON contact WHEN NEW.mark = '' BEGIN
    UPDATE contact SET mark = lower(hex(randomblob(8))) WHERE id = NEW.id;
END;
CREATE TRIGGER activity_marked AFTER INSERT ON activity WHEN NEW.mark = '' BEGIN
    UPDATE activity SET mark = lower(hex(randomblob(8))) WHERE id = NEW.id;
END;
CREATE TRIGGER supplier_marked AFTER INSERT ON supplier WHEN NEW.mark = '' BEGIN
    UPDATE supplier SET mark = lower(hex(randomblob(8))) WHERE id = NEW.id;
END;
CREATE TRIGGER clause_marked AFTER INSERT ON clause WHEN NEW.mark = '' BEGIN
    UPDATE clause SET mark = lower(hex(randomblob(8))) WHERE id = NEW.id;
END;
