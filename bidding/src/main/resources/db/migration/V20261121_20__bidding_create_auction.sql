-- The lots, and the book of bids of each. Everything that happens to a lot makes a new version of
-- its row; whoever writes names the version that was judged, so that no lock is held while judging.
CREATE SCHEMA IF NOT EXISTS bidding;

CREATE TABLE bidding.auction (
  trade                 text        PRIMARY KEY,
  transferor            uuid        NOT NULL,
  -- The published terms, frozen.
  reserve_fen           bigint      NOT NULL CHECK (reserve_fen > 0),
  increment_fen         bigint      NOT NULL CHECK (increment_fen > 0),
  deposit_fen           bigint      NOT NULL CHECK (deposit_fen >= 0),
  applications_close_at timestamptz NOT NULL,
  deposits_due_at       timestamptz NOT NULL,
  opens_at              timestamptz NOT NULL,
  free_until            timestamptz NOT NULL CHECK (free_until > opens_at),
  quiet_time_ms         bigint      NOT NULL CHECK (quiet_time_ms > 0),
  rule_edition          text        NOT NULL,
  -- How it stands.
  version               bigint      NOT NULL,
  applicants            integer     NOT NULL,
  seq                   bigint      NOT NULL,
  leading_paddle        text,
  leading_price_fen     bigint,
  leading_at            timestamptz,
  extensions            integer     NOT NULL,
  closes_at             timestamptz NOT NULL,
  latest_at             timestamptz NOT NULL,
  closed_at             timestamptz,
  bell_at               timestamptz,
  CHECK ((leading_paddle IS NULL) = (seq = 0)),
  CHECK ((closed_at IS NULL) <> (bell_at IS NULL))
) WITH (fillfactor = 40); -- a hot lot is updated in its page, without touching the indexes

-- The bell asks several times a second whose time has come.
CREATE INDEX auction_bell ON bidding.auction (bell_at) WHERE bell_at IS NOT NULL;

-- Every bid that was judged, accepted or refused, so that its key is answered the same for ever. It
-- knows the paddle, not the bidder: this is the log that the public may read.
CREATE TABLE bidding.bid (
  trade     text        NOT NULL,
  version   bigint      NOT NULL, -- the version of the lot that it made
  paddle    text        NOT NULL,
  key       text        NOT NULL,
  price_fen bigint      NOT NULL,
  placed_at timestamptz NOT NULL,
  seq       bigint,               -- its number among the accepted
  closes_at timestamptz,          -- when bidding would close after it
  refusal   text,
  detail    text,
  PRIMARY KEY (trade, paddle, key),
  CHECK ((seq IS NULL) = (closes_at IS NULL) AND (seq IS NULL) = (refusal IS NOT NULL)),
  CHECK ((refusal IS NULL) = (detail IS NULL))
);

-- The public log is read from a number on; and no number is ever given twice.
CREATE UNIQUE INDEX bid_seq ON bidding.bid (trade, seq) WHERE seq IS NOT NULL;
