-- What is agreed stands in the paper; the row only tells how far it is and whose it is.
CREATE SCHEMA IF NOT EXISTS contracts;

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
  UNIQUE (trade, edition),
  CHECK (transferor <> transferee),
  CHECK (version = num_nonnulls(transferor_signed_at, transferee_signed_at, effective_at)),
  -- The seal comes last.
  CHECK (effective_at IS NULL OR version = 3)
);

CREATE TABLE contracts.certificate (
  trade      text PRIMARY KEY,
  number     text        NOT NULL UNIQUE,
  contract   text        NOT NULL UNIQUE REFERENCES contracts.contract,
  price_fen  bigint      NOT NULL CHECK (price_fen > 0),
  issued_at  timestamptz NOT NULL
);

-- Papers are a hundred times as large as their rows and are seldom read, so they stand apart.
CREATE TABLE contracts.paper (
  number  text PRIMARY KEY,
  body    bytea NOT NULL
);
