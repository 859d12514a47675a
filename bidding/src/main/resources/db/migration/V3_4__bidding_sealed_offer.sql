-- The public keys to which sealed offers are closed. Keys are only ever added: which ones count for a
-- lot follows from when they were registered and when its bidding opens, so that it can never change
-- under envelopes that are already closed. No private key comes to the exchange.
CREATE TABLE bidding.holder_key (
  holder        text        NOT NULL CHECK (holder IN ('CENTRE', 'SUPERVISOR', 'NOTARY')),
  number        integer     NOT NULL CHECK (number > 0),
  public_key    text        NOT NULL UNIQUE CHECK (public_key ~ '^[0-9a-f]{64}$'),
  registered_by uuid        NOT NULL,
  registered_at timestamptz NOT NULL,
  PRIMARY KEY (holder, number)
);

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
