-- Every row has a mark that is the same in each state. What is supplied is itself by its purpose or name,
-- whatever id it was given; what is from before marks, by its id.
UPDATE activity SET mark = 'supplied:' || purpose WHERE purpose IS NOT NULL;
UPDATE clause SET mark = 'supplied:' || name WHERE name IS NOT NULL;
UPDATE activity SET mark = 'early:' || id WHERE mark = '';
UPDATE clause SET mark = 'early:' || id WHERE mark = '';
UPDATE supplier SET mark = 'early:' || id WHERE mark = '';

-- A row could be taken over twice: the first keeps the mark.
UPDATE activity SET mark = mark || ':' || id
    WHERE id > (SELECT min(id) FROM activity same WHERE same.mark = activity.mark);
UPDATE clause SET mark = mark || ':' || id
    WHERE id > (SELECT min(id) FROM clause same WHERE same.mark = clause.mark);
UPDATE supplier SET mark = mark || ':' || id
    WHERE id > (SELECT min(id) FROM supplier same WHERE same.mark = supplier.mark);

-- A row is inserted without a mark, which it is given at once.
CREATE UNIQUE INDEX activity_mark ON activity(mark) WHERE mark <> '';
CREATE UNIQUE INDEX clause_mark ON clause(mark) WHERE mark <> '';
CREATE UNIQUE INDEX supplier_mark ON supplier(mark) WHERE mark <> '';
