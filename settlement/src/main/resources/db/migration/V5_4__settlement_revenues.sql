-- Revenues of a year: what was reported, what was noted of the year besides, and what did not come.

-- An operator may correct the report of a year until its money has come in: every edition stays, and the
-- last one holds. What was left out of a year that is shared is a supplement of it, reported by itself.
CREATE TABLE settlement.revenue_report (
  contract    text        NOT NULL REFERENCES settlement.contract,
  year        integer     NOT NULL,
  revenue_fen bigint      NOT NULL CHECK (revenue_fen >= 0),
  evidence    text        NOT NULL,
  reported_by uuid        NOT NULL,
  reported_at timestamptz NOT NULL,
  sub_account text        REFERENCES settlement.sub_account,
  edition     integer     NOT NULL CHECK (edition > 0),
  -- Counts what was found of the year later; nought is the year itself.
  supplement  integer     NOT NULL DEFAULT 0 CHECK (supplement BETWEEN 0 AND 99),
  PRIMARY KEY (contract, year, supplement, edition),
  CHECK ((sub_account IS NULL) = (revenue_fen = 0)),
  CHECK (supplement = 0 OR revenue_fen > 0)
);

-- Independent signs of a year's revenue, against which its report is held.
CREATE TABLE settlement.revenue_signal (
  contract text        NOT NULL REFERENCES settlement.contract,
  year     integer     NOT NULL,
  kind     text        NOT NULL CHECK (kind IN ('TICKETS', 'INVOICES', 'YIELD_BAND')),
  low_fen  bigint      NOT NULL CHECK (low_fen > 0),
  high_fen bigint      NOT NULL CHECK (high_fen >= low_fen),
  evidence text        NOT NULL,
  noted_by uuid        NOT NULL,
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (contract, year, kind)
);

-- Whoever decides about a distribution may want the revenue verified first. The last step tells whether it
-- is being verified: a run that shares the whole year leaves it out.
CREATE TABLE settlement.revenue_verification (
  number     bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  contract   text        NOT NULL REFERENCES settlement.contract,
  year       integer     NOT NULL,
  step       text        NOT NULL CHECK (step IN ('BEGUN', 'ENDED')),
  decided_by uuid        NOT NULL,
  decided_at timestamptz NOT NULL
);
CREATE INDEX revenue_verification_contract ON settlement.revenue_verification (contract, year, number);

-- The facts on which a distribution depends, noted before the income is shared and never after.
CREATE TABLE settlement.occasion_facts (
  contract text                NOT NULL REFERENCES settlement.contract,
  occasion settlement.occasion NOT NULL,
  -- Tonnes per square kilometre and year; null if nobody has monitored.
  erosion  integer             CHECK (erosion >= 0),
  evidence text                NOT NULL,
  noted_by uuid                NOT NULL,
  noted_at timestamptz         NOT NULL,
  PRIMARY KEY (contract, occasion)
);

CREATE TABLE settlement.pledge_due (
  contract text                NOT NULL,
  occasion settlement.occasion NOT NULL,
  payee    text                NOT NULL,
  due_fen  bigint              NOT NULL CHECK (due_fen > 0),
  PRIMARY KEY (contract, occasion, payee),
  FOREIGN KEY (contract, occasion) REFERENCES settlement.occasion_facts
);

-- Revenue that does not come: that the operator was reminded, that it is overdue, that it is a breach.
CREATE TABLE settlement.revenue_default (
  contract text        NOT NULL REFERENCES settlement.contract,
  year     integer     NOT NULL,
  step     text        NOT NULL CHECK (step IN ('REMINDED', 'OVERDUE', 'BREACH')),
  words    text        NOT NULL CHECK (step <> 'BREACH' OR words <> ''),
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (contract, year, step)
);
