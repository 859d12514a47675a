-- A lot is sold by one of several methods, and each auction has a state of its own. So the terms and
-- the state of an auction are one document, which only its fold understands; what the database must
-- find or guard by itself stays in columns.
ALTER TABLE bidding.auction ADD COLUMN auction jsonb;

UPDATE bidding.auction
   SET auction = jsonb_build_object(
         'kind', 'English',
         'terms', jsonb_build_object(
           'reserve', jsonb_build_object('fen', reserve_fen),
           'increment', jsonb_build_object('fen', increment_fen),
           'deposit', jsonb_build_object('fen', deposit_fen),
           'applicationsCloseAt', applications_close_at,
           'depositsDueAt', deposits_due_at,
           'opensAt', opens_at,
           'closesAt', free_until,
           'how', jsonb_build_object(
             'kind', 'English', 'quietTime', format('PT%sS', quiet_time_ms / 1000.0),
             'overtimeMax', NULL),
           'ruleEdition', rule_edition),
         'how', jsonb_build_object(
           'kind', 'English', 'quietTime', format('PT%sS', quiet_time_ms / 1000.0),
           'overtimeMax', NULL),
         'leading', CASE WHEN leading_at IS NOT NULL THEN jsonb_build_object(
           'paddle', leading_paddle,
           'price', jsonb_build_object('fen', leading_price_fen),
           'placedAt', leading_at) END,
         'runnerUp', NULL,
         'ceiling', jsonb_build_object('fen', COALESCE(leading_price_fen, 0)),
         'seq', seq,
         'extensions', extensions,
         'closesAt', closes_at);

UPDATE bidding.auction
   SET auction = jsonb_build_object(
         'kind', 'Closed',
         'terms', auction -> 'terms',
         'standing', jsonb_build_object(
           'phase', 'CLOSED',
           'leading', auction -> 'leading',
           'priceMin', NULL,
           'endsAt', closes_at,
           'extensions', extensions,
           'seq', seq),
         'at', closed_at,
         'ending', CASE WHEN leading_at IS NULL
           THEN jsonb_build_object('kind', 'Unsold', 'cause', 'NO_BID')
           ELSE jsonb_build_object('kind', 'Sold', 'ranking', jsonb_build_array(jsonb_build_object(
             'paddle', leading_paddle,
             'offer', jsonb_build_object(
               'price', jsonb_build_object('fen', leading_price_fen), 'yearly', NULL),
             'score', NULL))) END)
 WHERE closed_at IS NOT NULL;

ALTER TABLE bidding.auction
  ALTER COLUMN auction SET NOT NULL,
  DROP COLUMN reserve_fen, DROP COLUMN increment_fen, DROP COLUMN deposit_fen,
  DROP COLUMN applications_close_at, DROP COLUMN deposits_due_at, DROP COLUMN opens_at,
  DROP COLUMN free_until, DROP COLUMN quiet_time_ms, DROP COLUMN rule_edition,
  DROP COLUMN seq, DROP COLUMN leading_paddle, DROP COLUMN leading_price_fen,
  DROP COLUMN leading_at, DROP COLUMN extensions, DROP COLUMN closes_at;

-- A lot that waits for somebody to open its offers has no bell; a closed one never has.
ALTER TABLE bidding.auction ADD CHECK (closed_at IS NULL OR bell_at IS NULL);

-- Most acts are bids of a price, and need no document; the others, such as a sealed offer, are kept
-- whole. What is noted has neither a number nor a refusal: the public sees it after the closing.
ALTER TABLE bidding.bid ADD COLUMN act jsonb, ALTER COLUMN price_fen DROP NOT NULL;
ALTER TABLE bidding.bid DROP CONSTRAINT bid_check;
ALTER TABLE bidding.bid
  ADD CHECK ((seq IS NULL) = (closes_at IS NULL)),
  ADD CHECK (seq IS NULL OR (refusal IS NULL AND price_fen IS NOT NULL)),
  ADD CHECK ((price_fen IS NULL) = (act IS NOT NULL));

-- The whole record of a closed lot is read in the order in which it was made.
CREATE UNIQUE INDEX bid_version ON bidding.bid (trade, version);
