-- Awards, and the proposals that they lapse.

-- The result of a lot that found a winner. The first is written with the closing, in one statement; an
-- award that lapses may go to the runner-up, as the next attempt.
CREATE TABLE bidding.award (
  trade             text        NOT NULL REFERENCES bidding.auction,
  winner            uuid        NOT NULL,
  paddle            text        NOT NULL,
  awarded_at        timestamptz NOT NULL,
  publicity_ends_at timestamptz NOT NULL,
  state             text        NOT NULL CHECK (state IN ('PUBLISHED', 'APPROVED', 'REFUSED', 'LAPSED')),
  reviewed_by       uuid,
  decided_by        uuid,
  decided_at        timestamptz,
  opinion           text,
  attempt           integer     NOT NULL CHECK (attempt > 0),
  runner_up         uuid,
  -- What was won may be more than a price.
  offer             jsonb       NOT NULL,
  sign_by           timestamptz, -- the contract is to be signed before; known when it is approved
  passed_on         text        CHECK (passed_on IN ('RUNNER_UP', 'NOBODY')),
  PRIMARY KEY (trade, attempt),
  -- An award that lapses before it was decided has nobody who decided it.
  CHECK (CASE state WHEN 'PUBLISHED' THEN decided_at IS NULL
                    WHEN 'LAPSED' THEN true
                    ELSE decided_at IS NOT NULL END),
  -- Four eyes, whatever the program says.
  CHECK (state <> 'APPROVED' OR (reviewed_by IS NOT NULL AND reviewed_by <> decided_by)),
  CHECK (passed_on IS NULL OR state = 'LAPSED')
);

-- A winner may lose the award (R-POST-10): one person proposes it, another confirms it. The lot then
-- goes to the runner-up, or to nobody.
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
