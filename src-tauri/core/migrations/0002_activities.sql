-- The map: each use of data (a processing activity, article 30(1)), what she said of it and what she wrote.
-- A supplied use has a purpose and stands here once; what is NULL of it is as supplied.
CREATE TABLE activity (
    id              INTEGER PRIMARY KEY,
    position        INTEGER NOT NULL,
    purpose         TEXT UNIQUE,                   -- sale, bookkeeping, ...; NULL: a use of her own
    answer          INTEGER,                       -- whether she does it, as she said; NULL: was not asked
    basis           TEXT,                          -- contract, legalObligation, legitimateInterest, consent
    retention       TEXT,                          -- whileCustomer, bookkeeping, untilObjection, untilWithdrawn, proof
    need            TEXT,                          -- statutory, contractual, voluntary
    categories      TEXT,                          -- JSON: kinds of data that are kept elsewhere than in the register
    subjects        TEXT,                          -- JSON: customer, guest, hostess, prospect
    places          TEXT,                          -- JSON: where else they are kept: phone, social, paper, mail, cloud
    CHECK (purpose IS NOT NULL
           OR (basis IS NOT NULL AND retention IS NOT NULL AND need IS NOT NULL
               AND categories IS NOT NULL AND subjects IS NOT NULL AND places IS NOT NULL))
) STRICT;
INSERT INTO activity (position, purpose) VALUES
    (1, 'sale'), (2, 'bookkeeping'), (3, 'customerCare'), (4, 'congratulation'), (5, 'newsletter'),
    (6, 'party'), (7, 'messaging'), (8, 'skinAdvice'), (9, 'photo'), (10, 'agreement'),
    (11, 'accountability');

-- Her own words, where they are not the supplied ones.
CREATE TABLE activity_text (
    id              INTEGER PRIMARY KEY,
    activity_id     INTEGER NOT NULL REFERENCES activity(id) ON DELETE CASCADE,
    language        TEXT    NOT NULL,              -- sv, da, en
    field           TEXT    NOT NULL,              -- name, purpose, data, interest, necessity, balance
    text            TEXT    NOT NULL,
    UNIQUE (activity_id, language, field)
) STRICT;
