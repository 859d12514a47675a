-- What bids do to an auction is told in full by the book of bids, so its state is written only now and
-- then, and whenever something else has moved it, such as the bell. Who looks at a lot takes the latest
-- snapshot and plays the acts since. The row of a lot, which every round changes, becomes a small one.
CREATE TABLE bidding.snapshot (
  trade   text   PRIMARY KEY REFERENCES bidding.auction,
  version bigint NOT NULL, -- the version of the lot at which the auction stood so
  auction jsonb  NOT NULL
);

INSERT INTO bidding.snapshot (trade, version, auction)
SELECT trade, version, auction FROM bidding.auction;

ALTER TABLE bidding.auction DROP COLUMN auction;
