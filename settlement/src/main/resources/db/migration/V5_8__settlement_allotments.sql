-- Allotments: the members' part of one distribution, split by one fixed roster. Its hash stands here, so
-- that a roster of later changes nothing of it.
CREATE TABLE settlement.allotment (
  allotment    text        PRIMARY KEY,
  number       bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  distribution text        NOT NULL REFERENCES settlement.distribution,
  payee        text        NOT NULL,
  roster       text        NOT NULL REFERENCES settlement.roster,
  roster_hash  text        NOT NULL,
  whole_fen    bigint      NOT NULL CHECK (whole_fen > 0),
  allotted_at  timestamptz NOT NULL,
  CHECK (allotment = distribution || '/' || payee)
);

CREATE TABLE settlement.allotment_part (
  allotment  text   NOT NULL REFERENCES settlement.allotment,
  member     text   NOT NULL,
  weight     bigint NOT NULL CHECK (weight > 0),
  amount_fen bigint NOT NULL CHECK (amount_fen >= 0),
  -- Exact numbers are texts, in lowest terms, a decimal if it ends: a third of a fen is no numeric.
  carried_in text   NOT NULL CHECK (carried_in ~ '^-?\d+([.]\d+|/\d+)?$'),
  carry      text   NOT NULL CHECK (carry ~ '^-?\d+([.]\d+|/\d+)?$'),
  PRIMARY KEY (allotment, member)
);
-- The key of the transfer that gives a part: by it the guard of members finds the part.
CREATE INDEX allotment_part_key ON settlement.allotment_part (('allot/' || allotment || '/' || member));
