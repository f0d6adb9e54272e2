-- The policy's clauses: in what order, which are left out, and what she wrote in their place. A supplied
-- one has a name and stands here once.
CREATE TABLE clause (
    id              INTEGER PRIMARY KEY,
    position        INTEGER NOT NULL,
    name            TEXT UNIQUE,                   -- controller, data, ...; NULL: one of her own
    left_out        INTEGER NOT NULL               -- 1: she does not want it
) STRICT;
INSERT INTO clause (position, name, left_out) VALUES
    (1, 'opening', 0), (2, 'controller', 0), (3, 'data', 0), (4, 'interests', 0), (5, 'retention', 0),
    (6, 'recipients', 0), (7, 'sources', 0), (8, 'must', 0), (9, 'offers', 0), (10, 'skin', 0),
    (11, 'photos', 0), (12, 'parties', 0), (13, 'messages', 0), (14, 'security', 0), (15, 'rights', 0),
    (16, 'complaint', 0);

-- Her own words, where they are not the supplied ones.
CREATE TABLE clause_text (
    id              INTEGER PRIMARY KEY,
    clause_id       INTEGER NOT NULL REFERENCES clause(id) ON DELETE CASCADE,
    language        TEXT    NOT NULL,              -- sv, da, en
    heading         TEXT    NOT NULL,
    text            TEXT    NOT NULL,              -- a template; see documents/templates.rs
    UNIQUE (clause_id, language)
) STRICT;

-- Only languages in which every word was there were put to use.
ALTER TABLE policy_version ADD COLUMN languages TEXT NOT NULL DEFAULT '["sv","da","en"]';
