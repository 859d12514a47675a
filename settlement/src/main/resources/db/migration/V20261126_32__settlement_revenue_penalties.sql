-- A penalty is owed for what came late: for the price, which belongs to no year, or for a year's
-- revenue. Its year is that of what came late, so that a late price and a late revenue never meet.
ALTER TABLE settlement.distribution
  DROP CONSTRAINT distribution_check,
  ADD CONSTRAINT distribution_year CHECK (CASE income WHEN 'PRICE' THEN year = 0
                                                      WHEN 'PENALTY' THEN year >= 0
                                                      ELSE year > 0 END);

-- Until now a penalty was always for the price, and had the year in which that came.
ALTER TABLE settlement.sub_account DISABLE TRIGGER kept;
UPDATE settlement.sub_account SET year = 0 WHERE purpose = 'PENALTY' AND state = 'AWAITED';
ALTER TABLE settlement.sub_account ENABLE ALWAYS TRIGGER kept;
