-- Files are kept with suppliers, too, and it is known which use of data each supplier takes part in.

-- A file is kept with a customer or with a supplier, and goes with its row.
CREATE TABLE attachment_owned (
    id              INTEGER PRIMARY KEY,
    customer_id     INTEGER REFERENCES customer(id) ON DELETE CASCADE,
    supplier_id     INTEGER REFERENCES supplier(id) ON DELETE CASCADE,
    sealed_name     TEXT    NOT NULL,              -- attachments/<sealed_name>.age: 32 hex digits, random
    identity        TEXT    NOT NULL,              -- AGE-SECRET-KEY-1...: opens that file alone
    name            TEXT    NOT NULL,              -- as the file was called
    media_type      TEXT    NOT NULL,              -- by its contents (RFC 6838)
    bytes           INTEGER NOT NULL,
    hash            TEXT    NOT NULL,              -- SHA-256 (hex) of the contents
    added_at        TEXT    NOT NULL,
    CHECK ((customer_id IS NULL) <> (supplier_id IS NULL))
) STRICT;
INSERT INTO attachment_owned
    SELECT id, customer_id, NULL, sealed_name, identity, name, media_type, bytes, hash, added_at
    FROM attachment;
DROP TABLE attachment;
ALTER TABLE attachment_owned RENAME TO attachment;
CREATE INDEX attachment_customer ON attachment(customer_id);
CREATE INDEX attachment_supplier ON attachment(supplier_id);

-- Which supplier gets data in which use. Until she has said so it follows from what the supplier does.
ALTER TABLE supplier ADD COLUMN uses_chosen INTEGER NOT NULL DEFAULT 0;  -- 1: activity_supplier is hers
CREATE TABLE activity_supplier (
    activity_id     INTEGER NOT NULL REFERENCES activity(id) ON DELETE CASCADE,
    supplier_id     INTEGER NOT NULL REFERENCES supplier(id) ON DELETE CASCADE,
    PRIMARY KEY (activity_id, supplier_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX activity_supplier_supplier ON activity_supplier(supplier_id);

-- Where data is kept that nobody else gets hold of, though others could: a phone that is copied nowhere.
ALTER TABLE activity ADD COLUMN alone TEXT;        -- JSON: places, of those in places; NULL: none
