-- An award may lapse, and then go to the runner-up, who is another winner of the same lot. What was
-- won may be more than a price.
ALTER TABLE bidding.award
  ADD COLUMN attempt integer NOT NULL DEFAULT 1 CHECK (attempt > 0),
  ADD COLUMN runner_up uuid,
  ADD COLUMN offer jsonb;

UPDATE bidding.award
   SET offer = jsonb_build_object(
         'price', jsonb_build_object('fen', price_fen), 'yearly', NULL);

ALTER TABLE bidding.award
  ALTER COLUMN offer SET NOT NULL,
  ALTER COLUMN attempt DROP DEFAULT,
  DROP COLUMN price_fen,
  DROP CONSTRAINT award_pkey,
  ADD PRIMARY KEY (trade, attempt);
