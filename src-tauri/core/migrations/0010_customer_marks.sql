-- A customer who was taken over from another state under a new number is still the same one: like every other
-- row that is compared she has a mark. Whoever is from before it is the same on every computer.
ALTER TABLE customer ADD COLUMN mark TEXT NOT NULL DEFAULT '';
UPDATE customer SET mark = 'early:' || id || ':' || added_at;
CREATE TRIGGER customer_marked AFTER INSERT ON customer WHEN NEW.mark = '' BEGIN
    UPDATE customer SET mark = lower(hex(randomblob(8))) WHERE id = NEW.id;
END;
