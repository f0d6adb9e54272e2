-- Where the person keeps the whole policy on the web, for the code on the page that stands on the table.
CREATE TABLE policy_address (
    id              INTEGER PRIMARY KEY CHECK (id = 1),
    address         TEXT NOT NULL                  -- https, or '' for none
) STRICT;
