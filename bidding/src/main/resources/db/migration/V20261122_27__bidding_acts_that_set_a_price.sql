-- Who takes a falling price enters the public log at that price, although the act is no bid: so an
-- act may stand as a document and have a price, too. A bid still needs no document.
ALTER TABLE bidding.bid DROP CONSTRAINT bid_check3;
ALTER TABLE bidding.bid ADD CHECK (price_fen IS NOT NULL OR act IS NOT NULL);

-- An auction that is closed keeps which sealed offers were opened and did not count.
UPDATE bidding.auction
   SET auction = auction || jsonb_build_object('rejected', jsonb_build_array())
 WHERE auction ->> 'kind' = 'Closed';
