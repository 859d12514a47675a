\set lot random(:first, :last)
\set paddle random(1, 64)
SELECT obvious.place_bid(lot, :paddle, coalesce(leading_price_fen + increment_fen, reserve_fen)) FROM obvious.lot WHERE lot = :lot FOR UPDATE;
