-- Accounts and the transfers between them. The books balance by construction: one row moves one
-- amount from one account to another, and rows are only ever added.
CREATE SCHEMA IF NOT EXISTS settlement;

-- A trade is settled by one transaction at a time: its row is locked before anything else.
CREATE TABLE settlement.trade (
  trade text PRIMARY KEY
);

-- Accounts form a tree: story, purpose, owner. No two stories share an account, so trades never
-- wait for each other. The balance is kept beside the name only to be checked quickly; the view
-- 'books' counts it anew from the journal. It changes with every transfer, and its row finds room beside
-- its older self. What an account is called is checked when it is opened, and not again with every
-- movement.
CREATE TABLE settlement.account (
  name        text        PRIMARY KEY,
  story       text        NOT NULL,
  purpose     text        NOT NULL,
  owner       text        NOT NULL,
  balance_fen bigint      NOT NULL DEFAULT 0,
  held_fen    bigint      NOT NULL DEFAULT 0 CHECK (held_fen >= 0),
  -- A closed account takes nothing in any more, for ever.
  closed_at   timestamptz,
  -- Only what stands for the world outside may owe, and a payer whose payment the bank has taken back.
  CONSTRAINT account_has_enough CHECK (purpose IN ('BANK', 'RECOURSE') OR balance_fen >= held_fen)
) WITH (fillfactor = 50);
CREATE INDEX account_story ON settlement.account (story);
CREATE INDEX account_recourse ON settlement.account (story) WHERE purpose = 'RECOURSE';

-- No foreign keys, which would look up every row by itself: an account or a hold that is not there is
-- refused by the guards, which look at a whole statement.
CREATE TABLE settlement.transfer (
  number       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  business_key text        NOT NULL UNIQUE,
  debit        text        NOT NULL,
  credit       text        NOT NULL,
  amount_fen   bigint      NOT NULL CHECK (amount_fen > 0),
  code         text        NOT NULL CHECK (code IN ('RECEIPT', 'ASSIGNMENT', 'DEPOSIT', 'PRICE', 'REVENUE',
                                                    'DISTRIBUTION', 'PAYOUT', 'CORRECTION', 'ALLOTMENT',
                                                    'REINVESTMENT', 'REVERSAL')),
  phase        text        NOT NULL CHECK (phase IN ('POSTED', 'PENDING', 'VOIDED', 'EXPIRED')),
  -- The hold that it ends; a hold may be posted in part.
  pending      text,
  event_at     timestamptz NOT NULL,
  recorded_at  timestamptz NOT NULL,
  expires_at   timestamptz,
  -- The mistake that it mends.
  corrects     text,
  CHECK (debit <> credit),
  CHECK (phase <> 'PENDING' OR pending IS NULL),
  CONSTRAINT transfer_frees_a_hold CHECK (phase NOT IN ('VOIDED', 'EXPIRED') OR pending IS NOT NULL),
  CONSTRAINT transfer_expires_later CHECK (expires_at IS NULL OR phase = 'PENDING' AND event_at < expires_at),
  CONSTRAINT transfer_corrects CHECK ((corrects IS NOT NULL) = (code = 'CORRECTION')
                                      AND (corrects IS NULL OR phase = 'POSTED' AND pending IS NULL)),
  -- A distribution is itself an entry of the ledger (docs/adr/0036).
  CONSTRAINT an_escrow_pays_only_what_a_distribution_gives
      CHECK (debit NOT LIKE '%:ESCROW' AND code <> 'DISTRIBUTION' AND business_key NOT LIKE 'share/%')
);
CREATE INDEX transfer_debit ON settlement.transfer (debit, number);
CREATE INDEX transfer_credit ON settlement.transfer (credit, number);
-- What is told of few transfers costs nothing for the others. What is pending is posted or voided once.
CREATE UNIQUE INDEX transfer_pending_key ON settlement.transfer (pending) WHERE pending IS NOT NULL;
CREATE INDEX transfer_hold ON settlement.transfer (debit) WHERE phase = 'PENDING' OR pending IS NOT NULL;
CREATE INDEX transfer_corrects ON settlement.transfer (corrects) WHERE corrects IS NOT NULL;
CREATE INDEX transfer_expires ON settlement.transfer (expires_at) WHERE expires_at IS NOT NULL;
