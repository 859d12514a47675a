-- A winner may lose the award (R-POST-10): one person proposes it, another confirms it. The lot then
-- goes to the runner-up, as the next attempt, or to nobody.
ALTER TABLE bidding.award
  ADD COLUMN sign_by timestamptz, -- the contract is to be signed before; known when it is approved
  ADD COLUMN passed_on text CHECK (passed_on IN ('RUNNER_UP', 'NOBODY')),
  DROP CONSTRAINT award_state_check,
  DROP CONSTRAINT award_check,
  ADD CHECK (state IN ('PUBLISHED', 'APPROVED', 'REFUSED', 'LAPSED')),
  -- An award that lapses before it was decided has nobody who decided it.
  ADD CHECK (CASE state WHEN 'PUBLISHED' THEN decided_at IS NULL
                        WHEN 'LAPSED' THEN true
                        ELSE decided_at IS NOT NULL END),
  ADD CHECK (passed_on IS NULL OR state = 'LAPSED');

CREATE TABLE bidding.lapse (
  trade       text        NOT NULL,
  attempt     integer     NOT NULL,
  number      integer     NOT NULL CHECK (number > 0),
  cause       text        NOT NULL,
  opinion     text        NOT NULL,
  proposed_by uuid        NOT NULL,
  proposed_at timestamptz NOT NULL,
  state       text        NOT NULL CHECK (state IN ('PROPOSED', 'CONFIRMED', 'DISMISSED')),
  decided_by  uuid,
  decided_at  timestamptz,
  PRIMARY KEY (trade, attempt, number),
  FOREIGN KEY (trade, attempt) REFERENCES bidding.award,
  CHECK ((state = 'PROPOSED') = (decided_at IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  -- Four eyes, whatever the program says.
  CHECK (decided_by <> proposed_by)
);

-- What is proposed is decided before anything else is proposed, and a lapse is final.
CREATE UNIQUE INDEX lapse_open ON bidding.lapse (trade, attempt) WHERE state <> 'DISMISSED';
