-- The plain ledger: one function call a transfer. Its model is the published schema of pgledger, told in our
-- own words: what that keeps is kept (texts as keys, numeric amounts, a currency, limits in both directions,
-- a time of the event, notes as JSON, and two entries a transfer with balances and versions), and a call
-- takes the same steps (a list of one transfer, its accounts locked in their order, checks, two balances,
-- three rows, the transfer read back). Only its keys are the server's own uuidv7 as they are, where pgledger
-- writes them anew in another alphabet; so this one is the faster of the two.
DROP SCHEMA IF EXISTS plain CASCADE;
CREATE SCHEMA plain;

CREATE TABLE plain.account (
  account     text        PRIMARY KEY,
  currency    text        NOT NULL,
  balance     numeric     NOT NULL,
  version     bigint      NOT NULL DEFAULT 0,
  may_owe     boolean     NOT NULL,
  may_own     boolean     NOT NULL DEFAULT true,
  notes       jsonb,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL
);

CREATE TABLE plain.transfer (
  transfer   text        PRIMARY KEY DEFAULT 'transfer_' || uuidv7(),
  debit      text        NOT NULL REFERENCES plain.account,
  credit     text        NOT NULL REFERENCES plain.account,
  amount     numeric     NOT NULL,
  created_at timestamptz NOT NULL,
  event_at   timestamptz NOT NULL,
  notes      jsonb,
  CHECK (amount > 0 AND debit <> credit)
);
CREATE INDEX ON plain.transfer (debit);
CREATE INDEX ON plain.transfer (credit);
CREATE INDEX ON plain.transfer (event_at);

CREATE TABLE plain.entry (
  entry      text        PRIMARY KEY DEFAULT 'entry_' || uuidv7(),
  account    text        NOT NULL REFERENCES plain.account,
  transfer   text        NOT NULL REFERENCES plain.transfer,
  amount     numeric     NOT NULL,
  before     numeric     NOT NULL,
  after      numeric     NOT NULL,
  version    bigint      NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX ON plain.entry (account);
CREATE INDEX ON plain.entry (transfer);

CREATE TYPE plain.wish AS (debit text, credit text, amount numeric);

CREATE FUNCTION plain.keep_limits(kept plain.account) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF kept.balance < 0 AND NOT kept.may_owe OR kept.balance > 0 AND NOT kept.may_own THEN
    RAISE EXCEPTION '% is beyond its limits', kept.account;
  END IF;
END
$$;

CREATE FUNCTION plain.move_all(wishes plain.wish[], happened_at timestamptz, noted jsonb)
RETURNS SETOF plain.transfer LANGUAGE plpgsql AS $$
DECLARE
  wish  plain.wish;
  name  text;
  giver plain.account;
  taker plain.account;
  made  text;
  all_made text[] := '{}';
BEGIN
  -- In one order, so that two calls never wait for each other in a circle.
  FOR name IN SELECT debit FROM unnest(wishes) UNION SELECT credit FROM unnest(wishes) ORDER BY 1 LOOP
    PERFORM FROM plain.account WHERE account = name FOR UPDATE;
  END LOOP;
  FOREACH wish IN ARRAY wishes LOOP
    IF wish.amount <= 0 THEN RAISE EXCEPTION 'an amount must be positive'; END IF;
    IF wish.debit = wish.credit THEN RAISE EXCEPTION 'the accounts must differ'; END IF;
    UPDATE plain.account SET balance = balance - wish.amount, version = version + 1, updated_at = now()
     WHERE account = wish.debit RETURNING * INTO giver;
    PERFORM plain.keep_limits(giver);
    UPDATE plain.account SET balance = balance + wish.amount, version = version + 1, updated_at = now()
     WHERE account = wish.credit RETURNING * INTO taker;
    PERFORM plain.keep_limits(taker);
    IF giver.currency <> taker.currency THEN RAISE EXCEPTION 'the currencies differ'; END IF;
    INSERT INTO plain.transfer (debit, credit, amount, created_at, event_at, notes)
         VALUES (wish.debit, wish.credit, wish.amount, now(), coalesce(happened_at, now()), noted)
      RETURNING transfer INTO made;
    all_made := all_made || made;
    INSERT INTO plain.entry (account, transfer, amount, before, after, version, created_at)
         VALUES (wish.debit, made, -wish.amount, giver.balance + wish.amount, giver.balance,
                 giver.version, now());
    INSERT INTO plain.entry (account, transfer, amount, before, after, version, created_at)
         VALUES (wish.credit, made, wish.amount, taker.balance - wish.amount, taker.balance,
                 taker.version, now());
  END LOOP;
  RETURN QUERY SELECT * FROM plain.transfer WHERE transfer = ANY (all_made) ORDER BY transfer;
END
$$;

CREATE FUNCTION plain.move(from_account text, to_account text, moved numeric,
                           happened_at timestamptz DEFAULT NULL, noted jsonb DEFAULT NULL)
RETURNS SETOF plain.transfer LANGUAGE plpgsql AS $$
BEGIN
  RETURN QUERY
  SELECT * FROM plain.move_all(ARRAY[(from_account, to_account, moved)::plain.wish], happened_at, noted);
END
$$;

-- Ten thousand accounts, one escrow for all, and ten thousand escrows with five payees each.
INSERT INTO plain.account (account, currency, balance, may_owe, created_at, updated_at)
SELECT 'account_' || number, 'CNY', 1000000000, false, now(), now() FROM generate_series(0, 9999) number
UNION ALL SELECT 'escrow', 'CNY', 0, false, now(), now()
UNION ALL SELECT 'escrow_' || number || '_' || part, 'CNY',
                 CASE part WHEN 0 THEN 1000000000 ELSE 0 END, false, now(), now()
            FROM generate_series(0, 9999) number, generate_series(0, 5) part;
ANALYZE plain.account;
