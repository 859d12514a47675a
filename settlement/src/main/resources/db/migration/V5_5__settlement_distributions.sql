-- Distributions: how an income was shared. Each is itself the entry of the ledger by which the income leaves
-- its escrow, with one debit and a credit for every part (docs/adr/0036), so there is nothing beside it that
-- could say otherwise. A contract that is not there is refused by the guard of the clauses.
CREATE TABLE settlement.distribution (
  distribution   text        PRIMARY KEY,
  -- The journal has one order: a transfer or a distribution takes the next number. A number of a sequence is
  -- unique without an index.
  number         bigint      NOT NULL DEFAULT nextval('settlement.transfer_number_seq'),
  contract       text        NOT NULL,
  income         text        NOT NULL
    CHECK (income IN ('PRICE', 'REVENUE', 'INSTALMENT', 'COMPENSATION', 'PENALTY')),
  occasion       settlement.occasion NOT NULL,
  whole_fen      bigint      NOT NULL CHECK (whole_fen >= 0),
  terms_hash     text        NOT NULL,
  distributed_at timestamptz NOT NULL,
  erosion        integer     CHECK (erosion >= 0),
  -- What was shared of the same year before, of which this is a supplement.
  earlier_fen    bigint      NOT NULL DEFAULT 0 CHECK (earlier_fen >= 0),
  -- In the order of the payees; the view 'distribution_part' has them as rows.
  parts          jsonb       NOT NULL,
  -- A penalty has the occasion of what came late, so that a late price and a late revenue never meet.
  CONSTRAINT distribution_occasion CHECK (CASE income WHEN 'PRICE'      THEN occasion = 'PRICE'
                                                      WHEN 'INSTALMENT' THEN occasion LIKE 'INSTALMENT-%'
                                                      WHEN 'PENALTY'    THEN true
                                                      ELSE occasion ~ '^[0-9]' END),
  -- The key is unique, so each income is shared once.
  CHECK (distribution = contract || '/' || income || '/' || occasion)
);
CREATE INDEX distribution_contract ON settlement.distribution (contract, number);
