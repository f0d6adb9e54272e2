-- A purpose is told of in each language by itself: who reads one is not told anew of what changed in another.
CREATE TABLE policy_use_told (
    id              INTEGER PRIMARY KEY,
    version         INTEGER NOT NULL REFERENCES policy_version(version),
    activity        INTEGER NOT NULL,              -- id of the use
    language        TEXT NOT NULL,                 -- sv, da, en
    hash            TEXT NOT NULL,                 -- SHA-256 (hex) of its purpose in that language; of an older row, in every language
    UNIQUE (version, activity, language)
) STRICT;
INSERT INTO policy_use_told (version, activity, language, hash)
    SELECT u.version, u.activity, l.language, u.hash FROM policy_use u
    CROSS JOIN (SELECT 'sv' AS language UNION ALL SELECT 'da' UNION ALL SELECT 'en') l
    ORDER BY u.id, l.language;
DROP TABLE policy_use;
ALTER TABLE policy_use_told RENAME TO policy_use;
