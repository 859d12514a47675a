-- The plain ledger, made as well as it can be in the usual way: one function call a transfer, which
-- locks both accounts, moves both balances, and writes the transfer with its two entries. The model is
-- the published schema of pgledger (texts as keys, numeric amounts, balances and versions in the
-- entries), told in our own words, with the server's own uuidv7 and without a check of each key's form.
DROP SCHEMA IF EXISTS plain CASCADE;
CREATE SCHEMA plain;

CREATE TABLE plain.account (
  account    text        PRIMARY KEY,
  balance    numeric     NOT NULL,
  version    bigint      NOT NULL DEFAULT 0,
  may_owe    boolean     NOT NULL,
  updated_at timestamptz NOT NULL
);

CREATE TABLE plain.transfer (
  transfer   text        PRIMARY KEY DEFAULT 'transfer_' || uuidv7(),
  debit      text        NOT NULL REFERENCES plain.account,
  credit     text        NOT NULL REFERENCES plain.account,
  amount     numeric     NOT NULL,
  created_at timestamptz NOT NULL,
  CHECK (amount > 0 AND debit <> credit)
);
CREATE INDEX ON plain.transfer (debit);
CREATE INDEX ON plain.transfer (credit);

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

CREATE FUNCTION plain.move(from_account text, to_account text, moved numeric)
RETURNS text LANGUAGE plpgsql AS $$
DECLARE
  giver plain.account;
  taker plain.account;
  made  text;
BEGIN
  IF moved <= 0 THEN RAISE EXCEPTION 'an amount must be positive'; END IF;
  IF from_account = to_account THEN RAISE EXCEPTION 'the accounts must differ'; END IF;
  -- In one order, so that two transfers never wait for each other in a circle.
  PERFORM FROM plain.account WHERE account = least(from_account, to_account) FOR UPDATE;
  PERFORM FROM plain.account WHERE account = greatest(from_account, to_account) FOR UPDATE;
  UPDATE plain.account SET balance = balance - moved, version = version + 1, updated_at = now()
   WHERE account = from_account RETURNING * INTO giver;
  IF giver.balance < 0 AND NOT giver.may_owe THEN RAISE EXCEPTION 'not enough'; END IF;
  UPDATE plain.account SET balance = balance + moved, version = version + 1, updated_at = now()
   WHERE account = to_account RETURNING * INTO taker;
  INSERT INTO plain.transfer (debit, credit, amount, created_at)
       VALUES (from_account, to_account, moved, now()) RETURNING transfer INTO made;
  INSERT INTO plain.entry (account, transfer, amount, before, after, version, created_at)
       VALUES (from_account, made, -moved, giver.balance + moved, giver.balance, giver.version, now());
  INSERT INTO plain.entry (account, transfer, amount, before, after, version, created_at)
       VALUES (to_account, made, moved, taker.balance - moved, taker.balance, taker.version, now());
  RETURN made;
END
$$;

-- Ten thousand accounts, one escrow for all, and ten thousand escrows with five payees each.
INSERT INTO plain.account (account, balance, may_owe, updated_at)
SELECT 'account_' || number, 1000000000, false, now() FROM generate_series(0, 9999) number
UNION ALL SELECT 'escrow', 0, false, now()
UNION ALL SELECT 'escrow_' || number || '_' || part, CASE part WHEN 0 THEN 1000000000 ELSE 0 END, false,
                 now()
            FROM generate_series(0, 9999) number, generate_series(0, 5) part;
ANALYZE plain.account;
