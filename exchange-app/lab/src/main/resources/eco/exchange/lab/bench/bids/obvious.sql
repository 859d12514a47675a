-- The obvious design, made as well as it can be: one function, one transaction a bid. The row of the
-- lot is locked, so bids on it wait for one another, and for each other's way to the disk.
DROP SCHEMA IF EXISTS obvious CASCADE;
CREATE SCHEMA obvious;

CREATE TABLE obvious.lot (
  lot               integer     PRIMARY KEY,
  reserve_fen       bigint      NOT NULL,
  increment_fen     bigint      NOT NULL,
  opens_at          timestamptz NOT NULL,
  closes_at         timestamptz NOT NULL,
  quiet_time        interval    NOT NULL,
  seq               bigint      NOT NULL DEFAULT 0,
  leading_paddle    integer,
  leading_price_fen bigint
) WITH (fillfactor = 40);

CREATE TABLE obvious.paddle (
  lot    integer NOT NULL,
  paddle integer NOT NULL,
  PRIMARY KEY (lot, paddle)
);

CREATE TABLE obvious.bid (
  lot       integer     NOT NULL,
  seq       bigint      NOT NULL,
  paddle    integer     NOT NULL,
  price_fen bigint      NOT NULL,
  placed_at timestamptz NOT NULL,
  PRIMARY KEY (lot, seq)
);

CREATE FUNCTION obvious.place_bid(bid_lot integer, bid_paddle integer, bid_price_fen bigint)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  it  obvious.lot;
  now timestamptz;
BEGIN
  SELECT * INTO it FROM obvious.lot WHERE lot = bid_lot FOR UPDATE;
  now := clock_timestamp();
  IF NOT FOUND THEN RETURN 'NO_SUCH_LOT'; END IF;
  PERFORM FROM obvious.paddle WHERE lot = bid_lot AND paddle = bid_paddle;
  IF NOT FOUND THEN RETURN 'NOT_ADMITTED'; END IF;
  IF now < it.opens_at THEN RETURN 'NOT_OPEN_YET'; END IF;
  IF now >= it.closes_at THEN RETURN 'TOO_LATE'; END IF;
  IF it.leading_paddle = bid_paddle THEN RETURN 'ALREADY_LEADING'; END IF;
  IF bid_price_fen < it.reserve_fen THEN RETURN 'BELOW_RESERVE'; END IF;
  IF (bid_price_fen - it.reserve_fen) % it.increment_fen <> 0 THEN RETURN 'OFF_GRID'; END IF;
  IF bid_price_fen < it.leading_price_fen + it.increment_fen THEN RETURN 'TOO_LOW'; END IF;
  INSERT INTO obvious.bid (lot, seq, paddle, price_fen, placed_at)
       VALUES (bid_lot, it.seq + 1, bid_paddle, bid_price_fen, now);
  UPDATE obvious.lot
     SET seq = it.seq + 1, leading_paddle = bid_paddle, leading_price_fen = bid_price_fen,
         closes_at = greatest(closes_at, now + quiet_time)
   WHERE lot = bid_lot;
  RETURN 'accepted';
END
$$;

INSERT INTO obvious.lot (lot, reserve_fen, increment_fen, opens_at, closes_at, quiet_time)
SELECT lot, 10000, 100, now() - interval '1 minute', now() + interval '1 day', interval '5 minutes'
  FROM generate_series(0, 100) lot;

INSERT INTO obvious.paddle SELECT lot, paddle
  FROM generate_series(0, 100) lot, generate_series(1, 64) paddle;
