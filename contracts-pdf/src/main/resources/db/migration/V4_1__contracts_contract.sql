-- Contracts, their amendments, and the certificates that follow from them. What is agreed stands in the
-- paper; the row only tells how far it is and whose it is.
CREATE SCHEMA IF NOT EXISTS contracts;

-- An amendment is a contract with a number of its own, chained to the version before.
CREATE TABLE contracts.contract (
  number                text PRIMARY KEY,
  trade                 text        NOT NULL,
  edition               integer     NOT NULL CHECK (edition > 0),
  transferor            uuid        NOT NULL,
  transferor_name       text        NOT NULL,
  transferee            uuid        NOT NULL,
  transferee_name       text        NOT NULL,
  price_fen             bigint      NOT NULL CHECK (price_fen > 0),
  deposit_fen           bigint      NOT NULL CHECK (deposit_fen BETWEEN 0 AND price_fen),
  term_years            integer     NOT NULL CHECK (term_years >= 0),
  terms_hash            text        NOT NULL CHECK (terms_hash ~ '^[0-9a-f]{64}$'),
  deal_hash             text        NOT NULL CHECK (deal_hash ~ '^[0-9a-f]{64}$'),
  issued_at             timestamptz NOT NULL,
  transferor_signed_at  timestamptz,
  transferee_signed_at  timestamptz,
  effective_at          timestamptz,
  -- How many signatures the paper has, the seal among them: who moves it on must know it.
  version               integer     NOT NULL,
  -- The contract of an award that has lapsed is annulled, so that only the contract of the award that
  -- stands can be signed. What both have signed is concluded, and cannot be annulled here.
  annulled_at           timestamptz,
  original              text        REFERENCES contracts.contract,
  previous              text        REFERENCES contracts.contract,
  amends_from           date,
  UNIQUE (trade, edition),
  CHECK (transferor <> transferee),
  CHECK (version = num_nonnulls(transferor_signed_at, transferee_signed_at, effective_at)
                     + CASE WHEN annulled_at IS NULL THEN 0 ELSE 4 END),
  -- The seal comes last.
  CHECK (effective_at IS NULL OR version = 3),
  CHECK (annulled_at IS NULL OR version IN (4, 5)),
  CONSTRAINT amends_wholly CHECK (num_nonnulls(original, previous, amends_from) IN (0, 3)),
  CONSTRAINT amends_whole_years CHECK (extract(doy FROM amends_from) = 1)
);

-- One version follows another, so at most one amendment is open; what was withdrawn gives its place in
-- the chain free.
CREATE UNIQUE INDEX contract_followed_once ON contracts.contract (previous) WHERE annulled_at IS NULL;
CREATE INDEX contract_original ON contracts.contract (original);

CREATE TABLE contracts.certificate (
  trade      text PRIMARY KEY,
  number     text        NOT NULL UNIQUE,
  contract   text        NOT NULL UNIQUE REFERENCES contracts.contract,
  price_fen  bigint      NOT NULL CHECK (price_fen > 0),
  issued_at  timestamptz NOT NULL
);
