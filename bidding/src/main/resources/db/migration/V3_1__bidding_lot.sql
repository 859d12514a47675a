-- Lots, the state of their auctions, and the book of bids of each.
CREATE SCHEMA IF NOT EXISTS bidding;

-- A lot. Everything that happens to it makes a new version of its row; whoever writes names the version
-- that was judged, so that no lock is held while judging. Every round changes the row, so it is small.
CREATE TABLE bidding.auction (
  trade      text        PRIMARY KEY,
  transferor uuid        NOT NULL,
  version    bigint      NOT NULL,
  applicants integer     NOT NULL,
  latest_at  timestamptz NOT NULL,
  closed_at  timestamptz,
  bell_at    timestamptz,
  -- A lot that waits for somebody to open its offers has no bell; a closed one never has.
  CHECK (closed_at IS NULL OR bell_at IS NULL)
) WITH (fillfactor = 40); -- a hot lot is updated in its page, without touching the indexes

-- The bell asks several times a second whose time has come.
CREATE INDEX auction_bell ON bidding.auction (bell_at) WHERE bell_at IS NOT NULL;

-- The latest snapshot of an auction: its terms and its state, as a document that only the fold of its
-- method understands. What bids do to an auction is told in full by the book of bids, so the snapshot is
-- written only now and then, and whenever something else has moved the auction, such as the bell. Who
-- looks at a lot takes the snapshot and plays the acts since.
CREATE TABLE bidding.snapshot (
  trade   text   PRIMARY KEY REFERENCES bidding.auction,
  version bigint NOT NULL, -- the version of the lot at which the auction stood so
  auction jsonb  NOT NULL
);

-- Every act that was judged, accepted or refused, so that its key is answered the same for ever. It
-- knows the paddle, not the bidder: this is the log that the public may read. What is noted, such as a
-- sealed offer, has neither a number nor a refusal: the public sees it after the closing.
CREATE TABLE bidding.bid (
  trade     text        NOT NULL,
  version   bigint      NOT NULL, -- the version of the lot that it made
  paddle    text        NOT NULL,
  key       text        NOT NULL,
  price_fen bigint,
  placed_at timestamptz NOT NULL,
  seq       bigint,               -- its number among the accepted
  closes_at timestamptz,          -- when bidding would close after it
  refusal   text,
  detail    text,
  -- An act that is more than a bid of a price, whole. Who takes a falling price has both.
  act       jsonb,
  PRIMARY KEY (trade, paddle, key),
  CHECK ((seq IS NULL) = (closes_at IS NULL)),
  CHECK ((refusal IS NULL) = (detail IS NULL)),
  CHECK (seq IS NULL OR (refusal IS NULL AND price_fen IS NOT NULL)),
  CHECK (price_fen IS NOT NULL OR act IS NOT NULL)
);

-- The public log is read from a number on; and no number is ever given twice.
CREATE UNIQUE INDEX bid_seq ON bidding.bid (trade, seq) WHERE seq IS NOT NULL;

-- The record of a lot is read in the order in which it was made: bids have the order of the public log,
-- and the few acts that are only noted get an index of their own. Every bid pays for each further index.
CREATE UNIQUE INDEX bid_noted ON bidding.bid (trade, version)
  WHERE seq IS NULL AND refusal IS NULL;
