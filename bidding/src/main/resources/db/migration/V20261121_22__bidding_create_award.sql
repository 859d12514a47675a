-- The result of a lot that found a winner. It is written with the closing, in one statement.
CREATE TABLE bidding.award (
  trade             text        PRIMARY KEY REFERENCES bidding.auction,
  winner            uuid        NOT NULL,
  paddle            text        NOT NULL,
  price_fen         bigint      NOT NULL,
  awarded_at        timestamptz NOT NULL,
  publicity_ends_at timestamptz NOT NULL,
  state             text        NOT NULL CHECK (state IN ('PUBLISHED', 'APPROVED', 'REFUSED')),
  reviewed_by       uuid,
  decided_by        uuid,
  decided_at        timestamptz,
  opinion           text,
  CHECK ((state = 'PUBLISHED') = (decided_at IS NULL)),
  -- Four eyes, whatever the program says.
  CHECK (state <> 'APPROVED' OR (reviewed_by IS NOT NULL AND reviewed_by <> decided_by))
);
