-- Money that comes in: where it is awaited, what the bank told, and what was decided about it.

-- The first eighteen digits of a sub-account; the nineteenth checks them.
CREATE SEQUENCE settlement.sub_account_number START 690001000000000001;

CREATE TABLE settlement.receipt (
  number      bigint      GENERATED ALWAYS AS IDENTITY UNIQUE,
  reference   text        PRIMARY KEY,
  sub_account text        NOT NULL,
  amount_fen  bigint      NOT NULL CHECK (amount_fen > 0),
  payer       text        NOT NULL,
  arrived_at  timestamptz NOT NULL,
  cause       text        CHECK (cause IN ('UNKNOWN_ACCOUNT', 'ACCOUNT_CLOSED', 'LATE', 'WRONG_AMOUNT')),
  recorded_at timestamptz NOT NULL
);
CREATE INDEX receipt_unmatched ON settlement.receipt (number) WHERE cause IS NOT NULL;

CREATE TABLE settlement.sub_account (
  number       text        PRIMARY KEY CHECK (number ~ '^[0-9]{19}$'),
  trade        text        NOT NULL,
  purpose      text        NOT NULL CHECK (purpose IN ('DEPOSIT', 'PRICE', 'REVENUE')),
  party        uuid        NOT NULL,
  contract     text        CHECK ((contract IS NULL) = (purpose = 'DEPOSIT')),
  year         integer     CHECK ((year IS NOT NULL) = (purpose = 'REVENUE')),
  expected_fen bigint      NOT NULL CHECK (expected_fen > 0),
  due_at       timestamptz CHECK ((due_at IS NULL) = (purpose = 'REVENUE')),
  opened_at    timestamptz NOT NULL,
  state        text        NOT NULL CHECK (state IN ('AWAITED', 'HELD', 'APPLIED', 'RELEASED',
                                                     'RECEIVED', 'CLOSED')),
  -- Unique: a receipt fills one sub-account.
  filled_by    text        UNIQUE REFERENCES settlement.receipt,
  CHECK ((filled_by IS NULL) = (state IN ('AWAITED', 'CLOSED')))
);
CREATE INDEX sub_account_trade ON settlement.sub_account (trade);
CREATE INDEX sub_account_party ON settlement.sub_account (party);
-- A bidder has one open deposit a trade; a contract awaits its price once, and each year's revenue.
CREATE UNIQUE INDEX sub_account_once ON settlement.sub_account
    (trade, purpose, party, contract, year) NULLS NOT DISTINCT WHERE state <> 'CLOSED' AND state <> 'RELEASED';

CREATE TABLE settlement.decision (
  reference   text        PRIMARY KEY REFERENCES settlement.receipt,
  assigned_to text        REFERENCES settlement.sub_account,
  decided_by  uuid        NOT NULL,
  decided_at  timestamptz NOT NULL
);

-- The amount stands in the transfer that set the money aside; the bank is told the same key.
CREATE TABLE settlement.payment_order (
  business_key text        PRIMARY KEY REFERENCES settlement.transfer (business_key),
  story        text        NOT NULL,
  beneficiary  text        NOT NULL,
  remittance   text        NOT NULL,
  ordered_at   timestamptz NOT NULL
);
CREATE INDEX payment_order_story ON settlement.payment_order (story);
