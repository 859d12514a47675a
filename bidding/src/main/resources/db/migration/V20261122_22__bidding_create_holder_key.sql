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
