-- An amendment is a contract of its own number, chained to the version before. One version follows
-- another, so at most one amendment is open; what was withdrawn gives its place in the chain free.
ALTER TABLE contracts.contract
  ADD COLUMN original    text REFERENCES contracts.contract,
  ADD COLUMN previous    text REFERENCES contracts.contract,
  ADD COLUMN amends_from date,
  ADD CONSTRAINT amends_wholly CHECK (num_nonnulls(original, previous, amends_from) IN (0, 3)),
  ADD CONSTRAINT amends_whole_years CHECK (extract(doy FROM amends_from) = 1);
CREATE UNIQUE INDEX contract_followed_once ON contracts.contract (previous) WHERE annulled_at IS NULL;
CREATE INDEX contract_original ON contracts.contract (original);
