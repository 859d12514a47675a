-- What settlement knows of a contract, and how its incomes were shared.

CREATE TABLE settlement.contract (
  contract    text        PRIMARY KEY,
  -- Unique: one contract of a trade is open.
  trade       text        NOT NULL UNIQUE,
  transferor  uuid        NOT NULL,
  transferee  uuid        NOT NULL,
  price_fen   bigint      NOT NULL CHECK (price_fen > 0),
  deposit_fen bigint      NOT NULL CHECK (deposit_fen BETWEEN 0 AND price_fen),
  term_years  integer     NOT NULL,
  -- The text and not jsonb: the hash is of these very characters.
  terms_json  text        NOT NULL,
  terms_hash  text        NOT NULL
    CHECK (terms_hash = encode(sha256(convert_to(terms_json, 'UTF8')), 'hex')),
  price_due_at timestamptz NOT NULL,
  opened_at   timestamptz NOT NULL
);

CREATE TABLE settlement.revenue_report (
  contract    text        NOT NULL REFERENCES settlement.contract,
  year        integer     NOT NULL,
  revenue_fen bigint      NOT NULL CHECK (revenue_fen >= 0),
  evidence    text        NOT NULL,
  reported_by uuid        NOT NULL,
  reported_at timestamptz NOT NULL,
  sub_account text        REFERENCES settlement.sub_account,
  PRIMARY KEY (contract, year),
  CHECK ((sub_account IS NULL) = (revenue_fen = 0))
);

CREATE TABLE settlement.distribution (
  distribution   text        PRIMARY KEY,
  number         bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  contract       text        NOT NULL REFERENCES settlement.contract,
  income         text        NOT NULL CHECK (income IN ('PRICE', 'REVENUE')),
  year           integer     NOT NULL CHECK ((year = 0) = (income = 'PRICE')),
  whole_fen      bigint      NOT NULL CHECK (whole_fen >= 0),
  terms_hash     text        NOT NULL,
  distributed_at timestamptz NOT NULL,
  -- The key is unique, so each income is shared once.
  CHECK (distribution = contract || '/' || income || '/' || year)
);
CREATE INDEX distribution_contract ON settlement.distribution (contract, number);

-- What is carried is a fraction of a fen, kept with every digit.
CREATE TABLE settlement.distribution_part (
  distribution text    NOT NULL REFERENCES settlement.distribution,
  place        integer NOT NULL,
  payee        text    NOT NULL,
  name         text    NOT NULL,
  principle    text    NOT NULL,
  amount_fen   bigint  NOT NULL CHECK (amount_fen >= 0),
  carried_in   numeric NOT NULL,
  carry        numeric NOT NULL,
  PRIMARY KEY (distribution, payee),
  UNIQUE (distribution, place)
);

ALTER TABLE settlement.transfer
  ADD FOREIGN KEY (distribution) REFERENCES settlement.distribution,
  -- A payee is paid once by a distribution.
  ADD CONSTRAINT transfer_part_once UNIQUE (distribution, credit),
  ADD CHECK ((distribution IS NOT NULL) = (code = 'DISTRIBUTION'));
