-- A yes may be for a use of her own: its purpose is 'own:' and the use's mark. What the use was called then stays
-- with what was said, also when she does it no more; empty for one that Kundbok knows.
ALTER TABLE consent ADD COLUMN use_name TEXT NOT NULL DEFAULT '';
