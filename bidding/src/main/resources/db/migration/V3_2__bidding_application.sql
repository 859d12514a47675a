-- Who applied to bid, who was qualified, and under which paddle a bidder bids. Names and paddles
-- meet here alone, and in the award.
CREATE TABLE bidding.application (
  number         bigint      GENERATED ALWAYS AS IDENTITY, -- the order in which lists are read
  id             uuid        PRIMARY KEY,
  trade          text        NOT NULL REFERENCES bidding.auction,
  bidder         uuid        NOT NULL,
  applied_by     uuid        NOT NULL,
  paper_names    text[]      NOT NULL,
  paper_sha256s  text[]      NOT NULL,
  applied_at     timestamptz NOT NULL,
  state          text        NOT NULL CHECK (state IN ('APPLIED', 'QUALIFIED', 'REJECTED', 'WITHDRAWN')),
  opinion        text,
  decided_by     uuid,
  decided_at     timestamptz,
  code           text        NOT NULL,
  -- What the applicant declares: the other members of its group, and a right of priority.
  related        text[]      NOT NULL,
  priority_claim text        CHECK (priority_claim IN ('COLLECTIVE_MEMBER', 'CURRENT_OPERATOR', 'OTHER')),
  -- Confirmed by the officer; without a claim there is nothing to confirm.
  priority_rank  integer     CHECK (priority_rank BETWEEN 1 AND 9),
  withdrawn_at   timestamptz,
  UNIQUE (trade, bidder),
  CHECK ((state = 'WITHDRAWN') = (withdrawn_at IS NOT NULL)),
  CHECK (state = 'WITHDRAWN' OR (state = 'APPLIED') = (decided_at IS NULL)),
  CHECK (priority_rank IS NULL OR priority_claim IS NOT NULL)
);

CREATE INDEX application_of_trade ON bidding.application (trade, number);
CREATE INDEX application_of_bidder ON bidding.application (bidder, number);

CREATE TABLE bidding.paddle (
  trade        text        NOT NULL REFERENCES bidding.auction,
  paddle       text        NOT NULL,
  bidder       uuid        NOT NULL,
  admitted_at  timestamptz NOT NULL,
  -- The bank has taken back the deposit: nothing is bid under the paddle until it is paid anew.
  is_suspended boolean     NOT NULL DEFAULT false,
  PRIMARY KEY (trade, paddle),
  UNIQUE (trade, bidder)
);
