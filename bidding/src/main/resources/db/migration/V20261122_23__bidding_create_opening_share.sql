-- What the holders hand in to open the sealed offers of a lot: for each paddle the share that the
-- holder's own key found in the envelope. Two holders, and two persons, whatever the program says.
CREATE TABLE bidding.opening_share (
  trade        text        NOT NULL REFERENCES bidding.auction,
  holder       text        NOT NULL CHECK (holder IN ('CENTRE', 'SUPERVISOR', 'NOTARY')),
  person       uuid        NOT NULL,
  party        uuid        NOT NULL,
  shares       jsonb       NOT NULL CHECK (jsonb_typeof(shares) = 'object'),
  handed_in_at timestamptz NOT NULL,
  PRIMARY KEY (trade, holder),
  UNIQUE (trade, person)
);
