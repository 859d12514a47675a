-- Accounts and the transfers between them. The books balance by construction: one row moves one
-- amount from one account to another, and rows are only ever added.
CREATE SCHEMA IF NOT EXISTS settlement;

-- A trade is settled by one transaction at a time: its row is locked before anything else.
CREATE TABLE settlement.trade (
  trade text PRIMARY KEY
);

-- Accounts form a tree: story, purpose, owner. No two stories share an account, so trades never
-- wait for each other. The balance is kept beside the name only to be checked quickly; the view
-- 'books' counts it anew from the transfers.
CREATE TABLE settlement.account (
  name        text   PRIMARY KEY,
  story       text   NOT NULL,
  purpose     text   NOT NULL CHECK (purpose IN ('BANK', 'SUSPENSE', 'DEPOSIT', 'PRICE', 'REVENUE',
                                                 'ESCROW', 'PAYEE', 'PAYOUT')),
  owner       text   NOT NULL,
  balance_fen bigint NOT NULL DEFAULT 0,
  held_fen    bigint NOT NULL DEFAULT 0 CHECK (held_fen >= 0),
  CHECK (name = story || ':' || purpose || CASE owner WHEN '' THEN '' ELSE ':' || owner END),
  -- Only what stands for the world outside may owe.
  CONSTRAINT account_has_enough CHECK (purpose = 'BANK' OR balance_fen >= held_fen)
);
CREATE INDEX account_story ON settlement.account (story);

CREATE TABLE settlement.transfer (
  number       bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  business_key text        NOT NULL UNIQUE,
  debit        text        NOT NULL REFERENCES settlement.account,
  credit       text        NOT NULL REFERENCES settlement.account,
  amount_fen   bigint      NOT NULL CHECK (amount_fen > 0),
  code         text        NOT NULL CHECK (code IN ('RECEIPT', 'ASSIGNMENT', 'DEPOSIT', 'PRICE',
                                                    'REVENUE', 'DISTRIBUTION', 'PAYOUT')),
  phase        text        NOT NULL CHECK (phase IN ('POSTED', 'PENDING', 'VOIDED')),
  -- Unique: what is pending is posted or voided once.
  pending      text        UNIQUE REFERENCES settlement.transfer (business_key),
  distribution text,
  event_at     timestamptz NOT NULL,
  recorded_at  timestamptz NOT NULL,
  CHECK (debit <> credit),
  CHECK (phase <> 'PENDING' OR pending IS NULL),
  CHECK (phase <> 'VOIDED' OR pending IS NOT NULL)
);
CREATE INDEX transfer_debit ON settlement.transfer (debit, number);
CREATE INDEX transfer_credit ON settlement.transfer (credit, number);

-- What every transfer has made of every account, counted from nothing.
CREATE VIEW settlement.books AS
SELECT account.name,
       account.balance_fen,
       account.held_fen,
       coalesce(moved.balance_fen, 0) AS moved_fen,
       coalesce(moved.held_fen, 0)    AS pending_fen,
       account.purpose = 'BANK'
         OR account.balance_fen >= account.held_fen AS has_enough
  FROM settlement.account
  LEFT JOIN (SELECT name, sum(balance_fen) AS balance_fen, sum(held_fen) AS held_fen
               FROM (SELECT credit AS name, amount_fen AS balance_fen, 0 AS held_fen
                       FROM settlement.transfer WHERE phase = 'POSTED'
                     UNION ALL
                     SELECT debit, -amount_fen, 0
                       FROM settlement.transfer WHERE phase = 'POSTED'
                     UNION ALL
                     SELECT held.debit, 0, held.amount_fen
                       FROM settlement.transfer held
                      WHERE held.phase = 'PENDING'
                        AND NOT EXISTS (SELECT FROM settlement.transfer resolution
                                         WHERE resolution.pending = held.business_key)) entry
              GROUP BY name) moved ON moved.name = account.name;
