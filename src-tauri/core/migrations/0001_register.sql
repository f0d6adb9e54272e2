-- The register as first released. Append-only: later changes are new files.
-- Every column is declared in inventory/tables.rs; a test walks this schema and fails on one that is not.
-- Dates are ISO 8601 (YYYY-MM-DD), instants are RFC 3339 with their offset, money is in öre (hundredths).

-- One row. Generation and id are inside the image, and the generations before it in lineage, so that
-- rollback and substitution show.
CREATE TABLE register (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    register_id     TEXT    NOT NULL,              -- 32 hex digits, random
    generation      INTEGER NOT NULL,              -- number of saves
    customers       INTEGER NOT NULL,              -- how many when it was saved
    register_recipient TEXT NOT NULL,              -- age1..., whom the next save is sealed to
    recovery_recipient TEXT NOT NULL,
    outgoing_recipient TEXT,                       -- a register key that is being replaced and still opens it
    recovery_tested_at TEXT,                       -- when the recovery sheet was last tried with success
    created_at      TEXT    NOT NULL,
    saved_at        TEXT    NOT NULL
) STRICT;

-- The latest saves before this one: what tells a later state from another one.
CREATE TABLE lineage (
    generation      INTEGER PRIMARY KEY,
    hash            TEXT    NOT NULL,              -- SHA-256 (hex) of the sealed file
    saved_at        TEXT    NOT NULL,
    customers       INTEGER NOT NULL
) STRICT;

-- One row: the controller.
CREATE TABLE business (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    name            TEXT NOT NULL,
    owner_name      TEXT NOT NULL,
    organisation_number TEXT NOT NULL,
    street          TEXT NOT NULL,
    postcode        TEXT NOT NULL,
    town            TEXT NOT NULL,
    country         TEXT NOT NULL,                 -- SE or DK: decides the law and the currency
    phone           TEXT NOT NULL,
    email           TEXT NOT NULL,
    website         TEXT NOT NULL
) STRICT;

-- Who else receives customers' data, by name (articles 13(1)(e), 15(1)(c)).
CREATE TABLE recipient (
    id              INTEGER PRIMARY KEY,
    position        INTEGER NOT NULL,
    name            TEXT NOT NULL,
    role            TEXT NOT NULL,                 -- bookkeeper, carrier, booking, mail, cloud, payment, supplier, other
    country         TEXT NOT NULL,                 -- ISO 3166-1 alpha-2
    safeguard       TEXT NOT NULL                  -- outside the EEA: adequacy, clauses; else ''
) STRICT;

CREATE TABLE customer (
    id              INTEGER PRIMARY KEY,
    number          INTEGER NOT NULL UNIQUE,       -- shown to people, names the exported files
    given_name      TEXT NOT NULL,
    family_name     TEXT NOT NULL,
    birthday        TEXT,                          -- YYYY-MM-DD, or --MM-DD without a year (vCard 4.0, RFC 6350 4.3.1)
    language        TEXT,                          -- sv, da, en; NULL when not known
    source          TEXT NOT NULL,                 -- self, party, referral, import, other
    source_detail   TEXT NOT NULL,
    notes           TEXT NOT NULL,
    added_at        TEXT NOT NULL,
    edited_at       TEXT NOT NULL
) STRICT;

CREATE TABLE customer_phone (
    id              INTEGER PRIMARY KEY,
    customer_id     INTEGER NOT NULL REFERENCES customer(id) ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    label           TEXT NOT NULL,                 -- mobile, home, work, other
    number          TEXT NOT NULL                  -- E.164 where it can be read as a number, else as typed
) STRICT;
CREATE INDEX customer_phone_customer ON customer_phone(customer_id);

CREATE TABLE customer_email (
    id              INTEGER PRIMARY KEY,
    customer_id     INTEGER NOT NULL REFERENCES customer(id) ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    label           TEXT NOT NULL,
    address         TEXT NOT NULL
) STRICT;
CREATE INDEX customer_email_customer ON customer_email(customer_id);

CREATE TABLE customer_address (
    id              INTEGER PRIMARY KEY,
    customer_id     INTEGER NOT NULL REFERENCES customer(id) ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    label           TEXT NOT NULL,
    street          TEXT NOT NULL,
    postcode        TEXT NOT NULL,
    town            TEXT NOT NULL,
    country         TEXT NOT NULL                  -- as written; '' means the business's own
) STRICT;
CREATE INDEX customer_address_customer ON customer_address(customer_id);

CREATE TABLE customer_tag (
    id              INTEGER PRIMARY KEY,
    customer_id     INTEGER NOT NULL REFERENCES customer(id) ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    tag             TEXT NOT NULL
) STRICT;
CREATE INDEX customer_tag_customer ON customer_tag(customer_id);

CREATE TABLE purchase (
    id              INTEGER PRIMARY KEY,
    customer_id     INTEGER NOT NULL REFERENCES customer(id) ON DELETE CASCADE,
    purchased_on    TEXT NOT NULL,
    receipt         TEXT NOT NULL,                 -- receipt or voucher number, '' when none
    currency        TEXT NOT NULL,                 -- SEK or DKK
    note            TEXT NOT NULL
) STRICT;
CREATE INDEX purchase_customer ON purchase(customer_id);

-- The names of products, each once: lines repeat them, and would be half of the register.
CREATE TABLE product (
    id              INTEGER PRIMARY KEY,
    name            TEXT NOT NULL UNIQUE,
    lines           INTEGER NOT NULL DEFAULT 0     -- how many purchase lines name it
) STRICT;

CREATE TABLE purchase_line (
    purchase_id     INTEGER NOT NULL REFERENCES purchase(id) ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    product         INTEGER NOT NULL REFERENCES product(id),
    quantity        INTEGER NOT NULL,
    unit_price      INTEGER NOT NULL,              -- öre
    PRIMARY KEY (purchase_id, position)
) STRICT, WITHOUT ROWID;

-- A name goes with the last line that has it: it may speak of a person.
CREATE TRIGGER purchase_line_added AFTER INSERT ON purchase_line BEGIN
    UPDATE product SET lines = lines + 1 WHERE id = NEW.product;
END;
CREATE TRIGGER purchase_line_gone AFTER DELETE ON purchase_line BEGIN
    UPDATE product SET lines = lines - 1 WHERE id = OLD.product;
    DELETE FROM product WHERE id = OLD.product AND lines = 0;
END;
CREATE TRIGGER purchase_line_renamed BEFORE UPDATE OF product ON purchase_line BEGIN
    SELECT RAISE(ABORT, 'lines are written anew');
END;

-- The contact log.
CREATE TABLE contact (
    id              INTEGER PRIMARY KEY,
    customer_id     INTEGER NOT NULL REFERENCES customer(id) ON DELETE CASCADE,
    happened_on     TEXT NOT NULL,
    channel         TEXT NOT NULL,                 -- phone, sms, email, meeting, party, letter, social, other
    summary         TEXT NOT NULL
) STRICT;
CREATE INDEX contact_customer ON contact(customer_id, happened_on);

-- A file kept with a customer. It lies beside the register, sealed to a key of its own.
CREATE TABLE attachment (
    id              INTEGER PRIMARY KEY,
    customer_id     INTEGER NOT NULL REFERENCES customer(id) ON DELETE CASCADE,
    sealed_name     TEXT    NOT NULL,              -- attachments/<sealed_name>.age: 32 hex digits, random
    identity        TEXT    NOT NULL,              -- AGE-SECRET-KEY-1...: opens that file alone
    name            TEXT    NOT NULL,              -- as the file was called
    media_type      TEXT    NOT NULL,              -- by its contents (RFC 6838)
    bytes           INTEGER NOT NULL,
    hash            TEXT    NOT NULL,              -- SHA-256 (hex) of the contents
    added_at        TEXT    NOT NULL
) STRICT;
CREATE INDEX attachment_customer ON attachment(customer_id);

-- The privacy policy as it was put to use, whole, in every language.
CREATE TABLE policy_version (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL UNIQUE,
    adopted_on      TEXT NOT NULL,
    country         TEXT NOT NULL,
    hash            TEXT NOT NULL,                 -- SHA-256 (hex) of documents
    documents       TEXT NOT NULL                  -- JSON: sender, and languages -> document blocks
) STRICT;

CREATE TABLE policy_given (
    id              INTEGER PRIMARY KEY,
    customer_id     INTEGER NOT NULL REFERENCES customer(id) ON DELETE CASCADE,
    version         INTEGER NOT NULL REFERENCES policy_version(version),
    given_on        TEXT NOT NULL,
    channel         TEXT NOT NULL
) STRICT;
CREATE INDEX policy_given_customer ON policy_given(customer_id);

-- Copies of her data handed to a customer (article 15(3)).
CREATE TABLE handover (
    id              INTEGER PRIMARY KEY,
    customer_id     INTEGER NOT NULL REFERENCES customer(id) ON DELETE CASCADE,
    handed_over_at  TEXT NOT NULL,
    language        TEXT NOT NULL,
    protected       INTEGER NOT NULL,              -- 1: the PDF asks for a password
    pdf_hash        TEXT NOT NULL                  -- SHA-256 (hex) of the PDF
) STRICT;
CREATE INDEX handover_customer ON handover(customer_id);

-- What was done when, written by the door in the same transaction. No contents.
CREATE TABLE audit (
    id              INTEGER PRIMARY KEY,
    happened_at     TEXT NOT NULL,
    action          TEXT NOT NULL,
    customer_id     INTEGER REFERENCES customer(id) ON DELETE SET NULL
) STRICT;
CREATE INDEX audit_customer ON audit(customer_id);
