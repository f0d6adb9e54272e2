-- The day on which everything about her was erased that need not be kept for the books or as proof; NULL for a
-- customer, also for one who came back.
ALTER TABLE customer ADD COLUMN erased_on TEXT;
-- The highest number of those who are gone: nobody gets a number that papers name somebody else by.
ALTER TABLE register ADD COLUMN last_number INTEGER NOT NULL DEFAULT 0;
