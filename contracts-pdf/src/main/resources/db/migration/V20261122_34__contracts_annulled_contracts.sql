-- The contract of an award that has lapsed is annulled, so that only the contract of the award that
-- stands can be signed. What both have signed is concluded, and cannot be annulled here.
ALTER TABLE contracts.contract
  ADD COLUMN annulled_at timestamptz,
  DROP CONSTRAINT contract_check2,
  DROP CONSTRAINT contract_check3,
  ADD CHECK (version = num_nonnulls(transferor_signed_at, transferee_signed_at, effective_at)
                       + CASE WHEN annulled_at IS NULL THEN 0 ELSE 4 END),
  ADD CHECK (effective_at IS NULL OR version = 3),
  ADD CHECK (annulled_at IS NULL OR version IN (4, 5));
