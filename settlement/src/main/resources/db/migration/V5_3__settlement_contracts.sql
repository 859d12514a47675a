-- What settlement knows of a contract: its terms, its amendments, how its price is paid, and what was
-- handed over for it.

-- The terms are kept as text, whose very characters are hashed, and beside it as a document that is read
-- once. They are asked for with every income, so they are kept as they are in their row.
CREATE TABLE settlement.contract (
  contract     text        PRIMARY KEY,
  -- Unique: one contract of a trade is open.
  trade        text        NOT NULL UNIQUE,
  transferor   uuid        NOT NULL,
  transferee   uuid        NOT NULL,
  price_fen    bigint      NOT NULL CHECK (price_fen > 0),
  deposit_fen  bigint      NOT NULL CHECK (deposit_fen BETWEEN 0 AND price_fen),
  term_years   integer     NOT NULL,
  terms_json   text        NOT NULL,
  terms_hash   text        NOT NULL
    CHECK (terms_hash = encode(sha256(convert_to(terms_json, 'UTF8')), 'hex')),
  price_due_at timestamptz NOT NULL,
  opened_at    timestamptz NOT NULL,
  -- The plan of a price that is paid in instalments (R-POST-5, docs/adr/0033).
  plan_json    text,
  terms        jsonb       GENERATED ALWAYS AS (terms_json::jsonb) STORED
) WITH (toast_tuple_target = 8160);
CREATE INDEX contract_transferor ON settlement.contract (transferor);
CREATE INDEX contract_transferee ON settlement.contract (transferee);

-- An amendment changes by which terms the incomes of coming years are shared. It is chained by hash to
-- the version before, and as all here it is written once. An income is shared by the version that is
-- in force in its year; the price belongs to no year, and is shared as was first agreed.
CREATE TABLE settlement.amendment (
  amendment     text    PRIMARY KEY,
  contract      text    NOT NULL REFERENCES settlement.contract,
  previous      text    NOT NULL,
  previous_hash text    NOT NULL,
  from_year     integer NOT NULL CHECK (from_year > 0),
  terms_json    text    NOT NULL,
  terms_hash    text    NOT NULL
    CHECK (terms_hash = encode(sha256(convert_to(terms_json, 'UTF8')), 'hex')),
  terms         jsonb   GENERATED ALWAYS AS (terms_json::jsonb) STORED,
  UNIQUE (contract, from_year),
  UNIQUE (contract, previous),
  CHECK (amendment <> contract AND amendment <> previous)
) WITH (toast_tuple_target = 8160);

-- Amounts and days follow from the plan on the day on which the contract takes effect, and are kept as they
-- were then.
CREATE TABLE settlement.instalment (
  contract      text        NOT NULL REFERENCES settlement.contract,
  number        integer     NOT NULL CHECK (number BETWEEN 1 AND 999),
  principal_fen bigint      NOT NULL CHECK (principal_fen > 0),
  interest_fen  bigint      NOT NULL CHECK (interest_fen >= 0),
  due_at        timestamptz NOT NULL,
  PRIMARY KEY (contract, number)
);

-- What stands in for the later instalments, as the transferor has accepted it; once.
CREATE TABLE settlement.guarantee (
  contract    text        PRIMARY KEY REFERENCES settlement.contract,
  kind        text        NOT NULL CHECK (kind IN ('BANK_GUARANTEE', 'MORTGAGE', 'PLEDGE', 'SURETY')),
  guarantor   text        NOT NULL,
  document    text        NOT NULL,
  covers_fen  bigint      NOT NULL CHECK (covers_fen > 0),
  until       date        NOT NULL,
  accepted_by uuid        NOT NULL,
  accepted_at timestamptz NOT NULL
);

-- An instalment that does not come: that the buyer was reminded, that it is overdue, that the guarantee is
-- called, that it is a breach.
CREATE TABLE settlement.instalment_default (
  contract text        NOT NULL,
  number   integer     NOT NULL,
  step     text        NOT NULL CHECK (step IN ('REMINDED', 'OVERDUE', 'GUARANTEE_CALLED', 'BREACH')),
  words    text        NOT NULL CHECK (step IN ('REMINDED', 'OVERDUE') OR words <> ''),
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (contract, number, step),
  FOREIGN KEY (contract, number) REFERENCES settlement.instalment
);

-- What was sold is handed over when its price is paid, and a right of some years may be registered.
CREATE TABLE settlement.handover (
  contract    text        NOT NULL REFERENCES settlement.contract,
  step        text        NOT NULL CHECK (step IN ('HANDED_OVER', 'REGISTERED')),
  happened_on date        NOT NULL,
  document    text        NOT NULL,
  noted_by    uuid        NOT NULL,
  noted_at    timestamptz NOT NULL,
  PRIMARY KEY (contract, step)
);
