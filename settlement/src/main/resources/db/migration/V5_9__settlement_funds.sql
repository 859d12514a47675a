-- The reinvestment fund of a small watershed: fed by what contracts give back, spent on approved works
-- of erosion control alone. Its ledger is public; each entry is chained to the one before by a hash.
CREATE TABLE settlement.fund (
  fund      text        PRIMARY KEY CHECK (fund ~ '^F\d{6}-\d{3,9}$'),
  region    text        NOT NULL,
  number    integer     NOT NULL,
  watershed text        NOT NULL,
  opened_at timestamptz NOT NULL,
  UNIQUE (region, number),
  -- A county keeps one fund for each of its watersheds.
  UNIQUE (region, watershed),
  CHECK (fund = 'F' || region || '-' || lpad(number::text, 3, '0'))
);

CREATE TABLE settlement.project (
  project     text        PRIMARY KEY,
  fund        text        NOT NULL REFERENCES settlement.fund,
  number      integer     NOT NULL,
  title       text        NOT NULL,
  work        text        NOT NULL CHECK (work IN ('TERRACE', 'CHECK_DAM', 'AFFORESTATION', 'GULLY', 'SLOPE',
                                                   'UPKEEP', 'MONITORING')),
  place       text        NOT NULL,
  plan        text        NOT NULL,
  budget_fen  bigint      NOT NULL CHECK (budget_fen > 0),
  target      text        NOT NULL,
  contractor  text        NOT NULL,
  proposed_by uuid        NOT NULL,
  proposer    uuid        NOT NULL,
  proposed_at timestamptz NOT NULL,
  UNIQUE (fund, number),
  CHECK (project = fund || '/' || number)
);

CREATE TABLE settlement.project_decision (
  project     text        PRIMARY KEY REFERENCES settlement.project,
  is_approved boolean     NOT NULL,
  opinion     text        NOT NULL,
  reviewed_by uuid        NOT NULL,
  decided_by  uuid        NOT NULL,
  decided_at  timestamptz NOT NULL,
  CHECK (NOT is_approved OR reviewed_by <> decided_by)
);

CREATE TABLE settlement.project_completion (
  project      text        PRIMARY KEY REFERENCES settlement.project,
  erosion      integer     NOT NULL CHECK (erosion >= 0),
  evidence     text        NOT NULL,
  reported_by  uuid        NOT NULL,
  accepted_by  uuid        NOT NULL CHECK (accepted_by <> reported_by),
  completed_at timestamptz NOT NULL
);

CREATE TABLE settlement.project_payment (
  payment    text        PRIMARY KEY,
  project    text        NOT NULL REFERENCES settlement.project,
  number     integer     NOT NULL,
  amount_fen bigint      NOT NULL CHECK (amount_fen > 0),
  evidence   text        NOT NULL,
  sha256     text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  asked_by   uuid        NOT NULL,
  asked_at   timestamptz NOT NULL,
  UNIQUE (project, number),
  -- A paper pays once.
  UNIQUE (project, sha256),
  CHECK (payment = project || '/' || number)
);

CREATE TABLE settlement.payment_decision (
  payment     text        PRIMARY KEY REFERENCES settlement.project_payment,
  is_paid     boolean     NOT NULL,
  opinion     text        NOT NULL,
  reviewed_by uuid        NOT NULL,
  decided_by  uuid        NOT NULL,
  decided_at  timestamptz NOT NULL,
  CHECK (NOT is_paid OR reviewed_by <> decided_by)
);

CREATE TABLE settlement.fund_entry (
  fund         text        NOT NULL REFERENCES settlement.fund,
  seq          bigint      NOT NULL,
  is_in        boolean     NOT NULL,
  amount_fen   bigint      NOT NULL CHECK (amount_fen > 0),
  business_key text        NOT NULL UNIQUE,
  purpose      text        NOT NULL,
  entered_at   timestamptz NOT NULL,
  line         text        NOT NULL,
  previous     text        NOT NULL,
  hash         text        NOT NULL CHECK (hash = encode(sha256(convert_to(previous || E'\n' || line, 'UTF8')), 'hex')),
  PRIMARY KEY (fund, seq),
  CHECK (line LIKE seq || CASE WHEN is_in THEN '|IN|' ELSE '|OUT|' END || '%'),
  CHECK (split_part(line, '|', 3)::numeric * 100 = amount_fen AND split_part(line, '|', 4) = business_key)
);
