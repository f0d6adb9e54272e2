-- What people say yes to, by version, and who said so (article 7(1)); what each version of the policy said of
-- the uses of data, so that a new one is told of before it begins (articles 13(3) and 14(4)).

-- The words themselves, each once: a consent keeps exactly those that were said yes to.
CREATE TABLE consent_words (
    id              INTEGER PRIMARY KEY,
    name            TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE consent_text (
    id              INTEGER PRIMARY KEY,
    purpose         TEXT NOT NULL,                 -- newsletter, messaging, skinAdvice, photo
    version         INTEGER NOT NULL,
    valid_from      TEXT NOT NULL,
    hash            TEXT NOT NULL,                 -- SHA-256 (hex) of the three texts
    sv              INTEGER NOT NULL REFERENCES consent_words(id),
    da              INTEGER NOT NULL REFERENCES consent_words(id),
    en              INTEGER NOT NULL REFERENCES consent_words(id),
    UNIQUE (purpose, version)
) STRICT;

-- A yes, and its end; or a no to what needs no yes (article 21(2)), which was never given.
CREATE TABLE consent (
    id              INTEGER PRIMARY KEY,
    customer_id     INTEGER NOT NULL REFERENCES customer(id) ON DELETE CASCADE,
    purpose         TEXT NOT NULL,
    version         INTEGER,                       -- of the text; NULL for a no
    language        TEXT,                          -- sv, da, en: in which it was read
    words           INTEGER REFERENCES consent_words(id),
    given_on        TEXT,
    given_how       TEXT,                          -- paper, spoken, email, checkbox
    paper           TEXT NOT NULL,                 -- sealed_name of the attachment that shows it, or ''
    withdrawn_on    TEXT,
    withdrawn_how   TEXT,
    kept_because    TEXT NOT NULL,                 -- why what rested on it is kept all the same, or ''
    CHECK (given_on IS NOT NULL OR withdrawn_on IS NOT NULL)
) STRICT;
CREATE INDEX consent_customer ON consent(customer_id);

-- Which uses a version of the policy told of, and their purposes as it told them.
CREATE TABLE policy_use (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL REFERENCES policy_version(version),
    activity        INTEGER NOT NULL,              -- id of the use
    hash            TEXT NOT NULL,                 -- SHA-256 (hex) of its purpose in every language
    UNIQUE (version, activity)
) STRICT;

-- Offers to one's own customers need no yes (see assets/law): another use, with a basis of its own.
UPDATE activity SET position = position + 1 WHERE position > 5;
INSERT INTO activity (position, purpose) VALUES (6, 'ownOffers');
