-- Whom customers' data goes to, with their role and agreement (articles 26 and 28), in the place of the
-- plain list of recipients.

CREATE TABLE supplier (
    id              INTEGER PRIMARY KEY,
    position        INTEGER NOT NULL,
    name            TEXT NOT NULL,
    work            TEXT NOT NULL,                 -- bookkeeper, carrier, booking, mail, cloud, payment, supplier, other
    country         TEXT NOT NULL,                 -- where the data is: ISO 3166-1 alpha-2
    safeguard       TEXT NOT NULL,                 -- outside the EEA: adequacy, clauses; else ''
    contact         TEXT NOT NULL,                 -- a contact point that is a role and not one person
    contact_email   TEXT NOT NULL,
    agreement       TEXT NOT NULL,                 -- none, direct, reseller
    reseller        TEXT NOT NULL,                 -- through whom, else ''
    accepted_on     TEXT,
    accepted_by     TEXT NOT NULL,
    authority       TEXT NOT NULL,                 -- with what authority
    terms           TEXT NOT NULL,                 -- JSON: the items of article 28(3) that were found in it
    retention       TEXT NOT NULL,                 -- how long they keep the data
    responsibility  TEXT NOT NULL                  -- where responsibility passes on
) STRICT;

CREATE TABLE supplier_role (
    id              INTEGER PRIMARY KEY,
    supplier_id     INTEGER NOT NULL REFERENCES supplier(id) ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    role            TEXT NOT NULL,                 -- controller, jointController, processor, subProcessor
    concerns        TEXT NOT NULL                  -- what the role concerns, '' when there is one
) STRICT;
CREATE INDEX supplier_role_supplier ON supplier_role(supplier_id);

CREATE TABLE sub_processor (
    id              INTEGER PRIMARY KEY,
    supplier_id     INTEGER NOT NULL REFERENCES supplier(id) ON DELETE CASCADE,
    position        INTEGER NOT NULL,
    name            TEXT NOT NULL,
    country         TEXT NOT NULL,
    safeguard       TEXT NOT NULL
) STRICT;
CREATE INDEX sub_processor_supplier ON sub_processor(supplier_id);

INSERT INTO supplier
    SELECT id, position, name, role, country, safeguard, '', '', 'none', '', NULL, '', '', '[]', '', ''
    FROM recipient;
-- Who carries, takes payments or sells the goods decides itself how it does so; others work on her behalf.
INSERT INTO supplier_role (supplier_id, position, role, concerns)
    SELECT id, 0, CASE WHEN role IN ('carrier', 'payment', 'supplier') THEN 'controller' ELSE 'processor' END, ''
    FROM recipient;
DROP TABLE recipient;
