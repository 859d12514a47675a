-- What an applicant declares: the other members of its group, and a right of priority. An applicant
-- may withdraw while applications are taken.
ALTER TABLE bidding.application
  ADD COLUMN code text NOT NULL DEFAULT '', -- of applications before this, nobody knew it
  ADD COLUMN related text[] NOT NULL DEFAULT '{}',
  ADD COLUMN priority_claim text
    CHECK (priority_claim IN ('COLLECTIVE_MEMBER', 'CURRENT_OPERATOR', 'OTHER')),
  -- Confirmed by the officer; without a claim there is nothing to confirm.
  ADD COLUMN priority_rank integer CHECK (priority_rank BETWEEN 1 AND 9),
  ADD COLUMN withdrawn_at timestamptz,
  DROP CONSTRAINT application_state_check,
  DROP CONSTRAINT application_check,
  ADD CHECK (state IN ('APPLIED', 'QUALIFIED', 'REJECTED', 'WITHDRAWN')),
  ADD CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)),
  ADD CHECK (state = 'WITHDRAWN' OR (state = 'APPLIED') = (decided_at IS NULL)),
  ADD CHECK (priority_rank IS NULL OR priority_claim IS NOT NULL);

ALTER TABLE bidding.application
  ALTER COLUMN code DROP DEFAULT,
  ALTER COLUMN related DROP DEFAULT;
