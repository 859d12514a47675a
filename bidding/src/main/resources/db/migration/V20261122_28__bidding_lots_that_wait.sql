-- A lot whose sealed offers wait to be opened has no bell and is not closed. That was meant when the
-- methods came, but the older check, that a lot has one or the other, was left standing.
ALTER TABLE bidding.auction DROP CONSTRAINT auction_check2;
