-- Each index on the book is paid for by every bid. The record of a lot is read in the order in which it
-- was made: bids have the order of the public log, and the few acts that are only noted get an index of
-- their own, so the one over all acts can go.
DROP INDEX bidding.bid_version;
CREATE UNIQUE INDEX bid_noted ON bidding.bid (trade, version)
  WHERE seq IS NULL AND refusal IS NULL;
